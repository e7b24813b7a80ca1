/** Something the user wrote that cannot be. */
export interface Mistake {
  /** `golive.yml:14 rollout.services.api`, or `input cluster`. */
  readonly where: string;
  readonly message: string;
  /** Relative to the workspace, when the place is in a file. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

export type KeyPath = readonly (string | number)[];

/** `services.api.containers[0]`. */
export function dotted(path: KeyPath): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  );
}

/** `; did you mean cluster?`, or which there are, when that is a short list. */
export function suggestion(given: string, known: readonly string[]): string {
  const [best] = known
    .map((name) => ({ name, away: distance(given.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  if (best && best.away <= Math.max(1, Math.floor(best.name.length / 3))) return `; did you mean ${best.name}?`;
  return known.length > 0 && known.length <= 16 ? `; there are ${known.join(', ')}` : '';
}

// Levenshtein's distance, row by row.
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...a].entries()) {
    const next = [row + 1];
    for (const [column, other] of [...b].entries())
      next.push(
        Math.min(
          (next[column] ?? 0) + 1,
          (previous[column + 1] ?? 0) + 1,
          (previous[column] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    previous = next;
  }
  return previous.at(-1) ?? 0;
}
