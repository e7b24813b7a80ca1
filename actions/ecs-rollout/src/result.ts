import type { OutcomeKind } from '#shared/ecs/watch/outcome';
import type { ServiceEnd, Trail } from './trail.ts';

/** How the release as a whole ended, from best to worst in the order in which one hides another. */
export const results = [
  'succeeded',
  'cancelled',
  'rolled-back',
  'failed',
  'timed-out',
  'superseded',
  'could-not-find-out',
] as const;
export type Result = (typeof results)[number];

/** Exit codes, for scripts: each result has its own. 130 is what a shell gives for SIGINT. */
export const exitCodes: Readonly<Record<Result, number>> = {
  succeeded: 0,
  failed: 1,
  'rolled-back': 3,
  superseded: 4,
  'timed-out': 5,
  'could-not-find-out': 6,
  cancelled: 130,
};

export const headline: Readonly<Record<Result, string>> = {
  succeeded: 'succeeded',
  cancelled: 'cancelled',
  'rolled-back': 'failed, and went back',
  failed: 'failed',
  'timed-out': 'not done in time',
  superseded: 'superseded by another deployment',
  'could-not-find-out': 'its end could not be found out',
};

/** Whether every service had succeeded: a cancellation that comes after that finds nothing under way any more. */
export const isDone = ({ ends, broke }: Pick<Trail, 'ends' | 'broke'>): boolean =>
  !broke && ends.every(({ outcome }) => outcome?.kind === 'succeeded');

/** The worst of all services; those that only stopped because another failed say nothing of their own. */
export function resultOf({
  trail,
  cancelled,
}: {
  readonly trail: Pick<Trail, 'ends' | 'broke'>;
  readonly cancelled: boolean;
}): Result {
  if (cancelled) return 'cancelled';
  const found = trail.ends.flatMap((end): Result[] => (end.outcome ? [ofOutcome(end.outcome.kind, end)] : []));
  if (trail.broke) found.push('could-not-find-out');
  return results[Math.max(0, ...found.map((one) => results.indexOf(one)))] ?? 'failed';
}

function ofOutcome(kind: OutcomeKind, end: ServiceEnd): Result {
  if (kind === 'cancelled') return 'succeeded';
  if (kind === 'hopeless') return end.back?.back ? 'rolled-back' : 'failed';
  return kind;
}
