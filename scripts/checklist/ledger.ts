import { z } from 'zod';

/** A test that was seen to make a check with the verdict in question. */
const proof = z.strictObject({
  file: z.string(),
  test: z.string(),
  verdict: z.string(),
  /** What kind of thing the check measured there, for bounds: `number`, `ms`, `bytes`, `text`; absent for nothing. */
  measured: z.string().exactOptional(),
});

/** checklist/tested-by.json: check -> a test in which it passes, and one in which it closes its gate. */
export const ledgerSchema = z.record(
  z.string(),
  z.strictObject({ passes: proof.exactOptional(), closes: proof.exactOptional() }),
);

export type Ledger = z.infer<typeof ledgerSchema>;
export type Proof = z.infer<typeof proof>;

export const kinds = ['passes', 'closes'] as const;
export type Kind = (typeof kinds)[number];

/** What a verdict shows: whatever is no pass keeps a box from being closed, a warning where the box takes none. */
export function kindOf(verdict: string): Kind {
  return verdict === 'pass' ? 'passes' : 'closes';
}

/** How much a verdict says: a failure closes every gate, what was skipped leaves a box open, a warning few of them. */
export function weightOf(verdict: string): number {
  return ['pass', 'fail', 'inconclusive', 'skipped', 'warn'].indexOf(verdict);
}

/** What was found anew in the place of what stood there, in the order of the ids; checks that are gone fall out. */
export function merged(there: Ledger, found: Ledger, known: Readonly<Record<string, unknown>>): Ledger {
  const ids = [...new Set([...Object.keys(there), ...Object.keys(found)])].filter((id) => Object.hasOwn(known, id));
  return Object.fromEntries(ids.sort().map((id) => [id, { ...there[id], ...found[id] }]));
}
