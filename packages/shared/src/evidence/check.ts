import { z } from 'zod';

/** From best to worst; `inconclusive` means "could not find out" and counts as a failure at a gate. */
export const verdicts = ['pass', 'warn', 'skipped', 'inconclusive', 'fail'] as const;

export type Verdict = (typeof verdicts)[number];

/** One measured fact about one subject. */
export const checkSchema = z.object({
  id: z.string().min(1).describe('Stable name of what was asked, such as images.no-critical-vulnerabilities'),
  subject: z.string().describe('What it is about: a service, an image, a record'),
  verdict: z.enum(verdicts),
  because: z.string().describe('One sentence, with the numbers in it'),
  measured: z.unknown().optional(),
  expected: z.unknown().optional(),
  source: z.string().describe('The call or the tool that was asked'),
  at: z.string().describe('When it was measured, ISO 8601'),
  place: z
    .object({ file: z.string(), line: z.number().int().min(1) })
    .exactOptional()
    .describe('The line of the repository that it is about'),
});

export interface Check {
  readonly id: string;
  readonly subject: string;
  readonly verdict: Verdict;
  readonly because: string;
  readonly measured?: unknown;
  readonly expected?: unknown;
  readonly source: string;
  readonly at: string;
  /** The line of the repository that it is about; its annotation stands there. */
  readonly place?: { readonly file: string; readonly line: number };
}

/** The worst of several verdicts; of none at all `skipped`, since nothing was measured. */
export function worst(all: Iterable<Verdict>): Verdict {
  let rank = -1;
  for (const verdict of all) rank = Math.max(rank, verdicts.indexOf(verdict));
  return rank < 0 ? 'skipped' : (verdicts[rank] ?? 'fail');
}

/** Whether a gate stays shut on this verdict. */
export function isFailure(verdict: Verdict): boolean {
  return verdict === 'inconclusive' || verdict === 'fail';
}

/** A check, in the order in which it is said. */
export function check(
  id: string,
  subject: string,
  verdict: Verdict,
  because: string,
  more: Pick<Check, 'measured' | 'expected' | 'source' | 'at' | 'place'>,
): Check {
  return { id, subject, verdict, because, ...more };
}
