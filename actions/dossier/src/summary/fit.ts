import { type Markdown, type MarkdownHole, md, table, trustedMarkdown } from '#shared/evidence/markdown';

/** A table under its heading. */
export interface Part {
  readonly heading: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly MarkdownHole[])[];
  /** Shown only when it is asked for. */
  readonly folded?: boolean;
}

// GitHub refuses a step's summary above 1 MiB. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
export const summaryLimit = 1024 * 1024 - 2048;

/**
 * The head and all parts, in at most `limit` bytes of UTF-8: where they are too long, the longest parts lose their last
 * rows first, so that each is as long as the longest may be, and say where the rest is.
 */
export function fitted(head: Markdown, parts: readonly Part[], limit = summaryLimit): Markdown {
  const measured = parts.map((part) => ({ part, lines: linesOf(part), frame: bytesOf(framed(part, [], 0)) }));
  const frames = measured.reduce((sum, { frame }) => sum + frame, bytesOf(head.text));
  const sizes = measured.map(({ lines }) => lines.reduce((sum, line) => sum + bytesOf(line) + 1, 0));
  const level = waterline(sizes, limit - frames);
  const texts = measured.map(({ part, lines }) => {
    let left = level;
    const kept = lines.findIndex((line) => {
      left -= bytesOf(line) + 1;
      return left < 0;
    });
    return framed(part, kept < 0 ? lines : lines.slice(0, kept), lines.length);
  });
  return trustedMarkdown(`${head}${texts.join('')}`);
}

/** What each may take at most, so that all of them together take no more than there is. */
export function waterline(sizes: readonly number[], room: number): number {
  let left = Math.max(0, room);
  const ascending = sizes.toSorted((a, b) => a - b);
  for (const [index, size] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (size > share) return share;
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}

/** The rows as they stand in the table: one line each. */
function linesOf({ head, rows }: Part): readonly string[] {
  return rows.length === 0 ? [] : table(head, rows).text.split('\n').slice(2);
}

/** With room for the longest pointer also where none is needed. */
function framed(part: Part, lines: readonly string[], of: number): string {
  const [titles = '', rule = ''] = table(part.head, []).text.split('\n');
  const cut = of - lines.length;
  const pointer =
    cut > 0 || of === 0
      ? `\n${cut || 1_000_000_000} of ${of || 1_000_000_000} rows are left out here: dossier.html in the artifact dossier has them all.\n`
      : '';
  const body = `\n${[titles, rule, ...lines].join('\n')}\n${pointer}`;
  return part.folded
    ? `\n<details><summary>${md`${part.heading}`}</summary>\n${body}\n</details>\n`
    : `\n${md`## ${part.heading}`}\n${body}`;
}

const bytesOf = (text: string) => Buffer.byteLength(text);
