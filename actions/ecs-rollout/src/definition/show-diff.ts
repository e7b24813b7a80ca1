import { type Markdown, md, table } from '#shared/evidence/markdown';
import { printable } from '#shared/evidence/printable';
import type { Difference } from './diff.ts';

const signs = { added: '+', removed: '-', changed: ' ', reordered: ' ' } as const;

/** `api.image`, `cpu`: a container's field under its name, one of the task as it is. */
export function labelOf({ path }: Difference): string {
  const [first, ...rest] = path;
  return (first === 'containerDefinitions' && rest.length > 0 ? rest : path).join('.');
}

function sentence(difference: Difference): string {
  if (difference.kind === 'added') return difference.to ?? '';
  if (difference.kind === 'removed') return difference.from ?? '';
  const order = difference.kind === 'reordered' ? ' (order)' : '';
  return `${difference.from} → ${difference.to}${order}`;
}

/** One line for each difference, names and values under each other. */
export function diffAsText(differences: readonly Difference[]): string {
  const line = (text: string) => printable(text).replace(/\s*[\r\n]+\s*/g, ' ⏎ ');
  const labels = differences.map((one) => line(labelOf(one)));
  const width = Math.min(48, Math.max(0, ...labels.map((label) => label.length)));
  return differences
    .map((one, index) => `${signs[one.kind]} ${(labels[index] ?? '').padEnd(width)}  ${line(sentence(one))}`)
    .join('\n');
}

/** A table of the differences: field, before, after. */
export function diffAsMarkdown(differences: readonly Difference[]): Markdown {
  if (differences.length === 0) return md`Nothing changes.`;
  return table(
    ['Field', 'Before', 'After'],
    differences.map((one) => [
      md`${one.kind === 'reordered' ? `${labelOf(one)} (order)` : labelOf(one)}`,
      one.kind === 'added' ? md`*none*` : (one.from ?? ''),
      one.kind === 'removed' ? md`*none*` : (one.to ?? ''),
    ]),
  );
}
