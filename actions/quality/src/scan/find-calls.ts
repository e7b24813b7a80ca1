import { codeOnly } from './code-only.ts';

export interface FoundCall {
  readonly call: string;
  readonly file: string;
  readonly line: number;
}

/** Where the code, and no comment or text, names one of `calls`. */
export function findCalls(file: string, text: string, calls: readonly string[]): readonly FoundCall[] {
  const code = codeOnly(text);
  return calls
    .flatMap((call) =>
      [...code.matchAll(patternOf(call))].map(({ index }) => ({ call, file, line: lineAt(code, index) })),
    )
    .sort((a, b) => a.line - b.line);
}

/** Also `globalThis.console.log`, `console?.log` and over several lines; not `my.console.log`, nor a key of that name. */
function patternOf(call: string): RegExp {
  const name = call
    .split('.')
    .map((part) => part.replaceAll('$', '\\$'))
    .join('\\s*(?:\\?\\.|\\.)\\s*');
  const after = call.includes('.') ? '' : '|\\s*:';
  return new RegExp(`(?<![\\w$.])(?:(?:globalThis|window|self)\\s*\\.\\s*)?${name}(?![\\w$]${after})`, 'g');
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
