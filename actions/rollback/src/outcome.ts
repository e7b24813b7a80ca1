/** How a rollback ended, as one word. */
import { type Check, isFailure } from '#shared/evidence/check';
import type { Trail } from './result.ts';

/** Exit codes, for scripts: each outcome has its own. 130 is what a shell gives for SIGINT. */
export const exitCodes = {
  back: 0,
  planned: 0,
  'release-ended': 0,
  failed: 1,
  refused: 3,
  superseded: 4,
  'timed-out': 5,
  'could-not-find-out': 6,
  'smoke-failed': 7,
  cancelled: 130,
} as const;
export type Outcome = keyof typeof exitCodes;

export const headlines: Readonly<Record<Outcome, string>> = {
  back: 'everything is back',
  planned: 'dry run',
  'release-ended': 'the release has ended',
  failed: 'not everything is back',
  refused: 'refused, nothing was put back',
  superseded: 'somebody deployed meanwhile',
  'timed-out': 'not back in time',
  'could-not-find-out': 'whether everything is back could not be found out',
  'smoke-failed': 'everything is back, and the smoke suite fails',
  cancelled: 'cancelled',
};

/** The worst of what happened; what could not be found out hides what failed, since nobody knows. */
export function outcomeOf({ results }: Trail, smoke: Check | undefined): Outcome {
  if (results.some(({ cancelled }) => cancelled)) return 'cancelled';
  const bad = results.filter(({ back, decision }) => !back && decision.kind !== 'skip');
  const has = (kind: string) => bad.some(({ way }) => way?.outcome?.kind === kind);
  if (has('could-not-find-out') || bad.some(({ unknown }) => unknown)) return 'could-not-find-out';
  if (has('superseded')) return 'superseded';
  if (bad.some(({ because }) => /^not (back|done) within /.test(because))) return 'timed-out';
  if (bad.length > 0) return 'failed';
  return smoke && isFailure(smoke.verdict) ? 'smoke-failed' : 'back';
}
