import { printable } from './printable.ts';
import { type Hole, Markup, templateOf } from './template.ts';

/** Markdown whose every hole was escaped. Only `md`, `table` and `trustedMarkdown` make one. */
export class Markdown extends Markup {
  declare readonly language: 'markdown';
}

export type MarkdownHole = Hole<Markdown>;

const { tag, fill } = templateOf(Markdown, escapeMarkdown);

/** Markdown with untrusted holes: ``md`**${name}** failed` `` cannot be turned into a link, a table or HTML by `name`. */
export const md = tag;

/** A table; a line break in a cell becomes `<br>`. */
export function table(head: readonly MarkdownHole[], rows: readonly (readonly MarkdownHole[])[]): Markdown {
  const row = (cells: readonly MarkdownHole[]) => `| ${cells.map(cell).join(' | ')} |`;
  return new Markdown([row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n'));
}

/** Text that the program itself wrote as Markdown. Never for anything that came from outside. */
export function trustedMarkdown(text: string): Markdown {
  return new Markdown(text);
}

/** A fenced block that nothing in `text` can close. */
export function codeBlock(text: string, language = ''): Markdown {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return new Markdown(`${fence}${language}\n${printable(text)}\n${fence}`);
}

/** Escapes everything that Markdown, GitHub's extensions (mentions, autolinks) or HTML would read as markup. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/#(?=\d)/g, '&#35;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()|~$]/g, '\\$&')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*)(=+)(\s*)$/gm, '$1\\$2$3');
}

function cell(hole: MarkdownHole): string {
  const text = fill(hole)
    .trim()
    .replace(/\r\n|\r|\n/g, '<br>');
  // Only text was escaped by fill; a | in given Markdown would split the cell.
  return hole instanceof Markdown ? text.replace(/(?<!\\)\|/g, '\\|') : text;
}
