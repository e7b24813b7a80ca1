// Enough of JavaScript's lexical grammar to tell code from comments, texts and regular expressions.

/** The text with comments, string contents and regular expressions blanked out; every line keeps its place. */
export function codeOnly(text: string): string {
  const out = text.split('');
  const blank = (from: number, to: number): void => {
    for (let at = from; at < to; at++) if (out[at] !== '\n') out[at] = ' ';
  };
  /** Braces that are open in each template's `${`, innermost last. */
  const templates: number[] = [];
  let before = '';
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 2);
    const char = text[at] ?? '';
    if (rest === '//' || rest === '/*') {
      const end = rest === '//' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2);
      const to = end < 0 ? text.length : rest === '//' ? end : end + 2;
      blank(at, to);
      at = to;
      continue;
    }
    const closing = char === '}' && templates.at(-1) === 0;
    const to = closing || char === '`' ? endOfTemplate(text, at + 1) : endOfLiteral(text, at, before);
    if (to !== undefined) {
      blank(at + 1, to - 1);
      if (closing) templates.pop();
      if (text[to - 1] === '{') templates.push(0);
      before = text[to - 1] === '{' ? '{' : ')';
      at = to;
      continue;
    }
    if (templates.length > 0 && (char === '{' || char === '}'))
      templates.push((templates.pop() ?? 0) + (char === '{' ? 1 : -1));
    const word = /^[\w$]+/.exec(text.slice(at, at + 64))?.[0];
    if (!/\s/.test(char)) before = word ?? char;
    at += word?.length ?? 1;
  }
  return out.join('');
}

function endOfLiteral(text: string, at: number, before: string): number | undefined {
  const char = text[at];
  if (char === "'" || char === '"') return endOfString(text, at, char);
  // </tag> of JSX is no expression.
  return char === '/' && text[at - 1] !== '<' && regexMayFollow(before) ? endOfRegex(text, at) : undefined;
}

/** Undefined where the line ends first: an apostrophe in the text of JSX, after which code may follow. */
function endOfString(text: string, at: number, quote: string): number | undefined {
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end++) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === quote) return end + 1;
  }
  return undefined;
}

/** Behind the backtick, or behind the `${` that leads back into code. */
function endOfTemplate(text: string, from: number): number {
  for (let end = from; end < text.length; end++) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '`') return end + 1;
    else if (text[end] === '$' && text[end + 1] === '{') return end + 2;
  }
  return text.length;
}

function endOfRegex(text: string, at: number): number | undefined {
  let inClass = false;
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end++) {
    const char = text[end];
    if (char === '\\') end += 1;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return end + 1;
  }
  return undefined;
}

const BEFORE_REGEX = new Set(
  'return typeof case in of do else void delete throw new await yield instanceof'.split(' '),
);

/** After a value a slash divides; after an operator, an opening bracket or such a word it begins an expression. */
function regexMayFollow(before: string): boolean {
  return before === '' || BEFORE_REGEX.has(before) || !/[\w$)\]}]$/.test(before);
}
