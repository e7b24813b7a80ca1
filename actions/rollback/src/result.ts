/** What became of each decision. */
import { leavesOpen } from '#shared/ecs/no-answer';
import type { Pace } from '#shared/ecs/pace';
import type { Moment } from '#shared/ecs/watch/outcome';
import type { WayBack } from '#shared/ecs/way-back';
import type { Level } from './levels.ts';
import type { Decision } from './plan.ts';

export interface Result {
  readonly decision: Decision;
  readonly back: boolean;
  readonly because: string;
  readonly at: string;
  readonly way?: WayBack;
  /** The run was cancelled before it was known to be back. */
  readonly cancelled?: true;
  /** AWS did not tell: it may be back, or come back yet. */
  readonly unknown?: true;
}

/** How long a level took, and whose clock says so. */
export interface Elapsed {
  readonly seconds: number;
  readonly clock: string;
}

export interface Trail {
  readonly results: readonly Result[];
  readonly elapsed: Readonly<Partial<Record<Level, Elapsed>>>;
  readonly moments: readonly Moment[];
}

export const resultOf = (decision: Decision, back: boolean, because: string, pace: Pace): Result => ({
  decision,
  back,
  because,
  at: pace.now().toISOString(),
});

/** What an error means for a decision. Throws on when the run was cancelled. */
export function brokenOff(decision: Decision, error: unknown, pace: Pace): Result {
  if (!(error instanceof Error)) return resultOf(decision, false, String(error), pace);
  if (error.name === 'AbortError') throw error;
  const result = resultOf(decision, false, `${error.name}: ${error.message}`, pace);
  return leavesOpen(error) ? { ...result, unknown: true } : result;
}
