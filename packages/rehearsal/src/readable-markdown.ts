// Markdown as Golive writes it (headings, tables, fenced blocks, escaped text), for a person at a terminal.
import { stripVTControlCharacters } from 'node:util';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** A table's column is not made wider than this to line up. */
const WIDEST_COLUMN = 40;

/** Plain lines without markup, escapes and whatever a terminal would obey. */
export function readableMarkdown(markdown: string): readonly string[] {
  const lines = safe(markdown).split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const fence = /^(`{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      const end = lines.findIndex((each, index) => index > at && each === fence);
      const to = end < 0 ? lines.length : end;
      out.push(...lines.slice(at + 1, to).map((each) => `    ${each}`));
      at = to + 1;
    } else if (line.startsWith('| ')) {
      const to = lines.findIndex((each, index) => index > at && !each.startsWith('|'));
      out.push(...tableOf(lines.slice(at, to < 0 ? lines.length : to)));
      at = to < 0 ? lines.length : to;
    } else {
      out.push(inline(line.replace(/^#+ /, '')));
      at += 1;
    }
  }
  return out.filter((line, at) => line !== '' || out[at - 1] !== '');
}

function tableOf(rows: readonly string[]): string[] {
  const cells = rows
    .filter((row) => !/^\|( --- \|)+$/.test(row))
    .map((row) =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => inline(cell.trim().replaceAll('<br>', ' '))),
    )
    .filter((row) => row.some((cell) => cell !== ''));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.min(WIDEST_COLUMN, Math.max(...cells.map((row) => row[column]?.length ?? 0))),
  );
  return cells.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

/** What stands behind a backslash or in an entity is text; stars, ticks and tags that do not are markup. */
function inline(text: string): string {
  return text.replace(
    /\\([\\`*_{}[\]()|~$#+.=-])|&(?:#(\d{1,6})|([a-z]+));|<\/?[a-z]+>|\*{1,2}|`/g,
    (whole, escaped, number, name) => {
      if (escaped !== undefined) return escaped;
      if (number !== undefined) return String.fromCodePoint(Number(number));
      return name === undefined ? '' : (NAMED[name] ?? whole);
    },
  );
}

const safe = (text: string): string =>
  stripVTControlCharacters(text).replace(/(?![\t\n])\p{Cc}|\p{Bidi_Control}/gu, '');
