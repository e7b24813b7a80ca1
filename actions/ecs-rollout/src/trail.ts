/** What happened when a release was carried out. */
import type { Explanation } from '#shared/ecs/causes/explanation';
import type { Moment, Outcome } from '#shared/ecs/watch/outcome';
import type { WayBack } from '#shared/ecs/way-back';
import type { PauseAnswer } from './deploy/pauses.ts';
import type { Going } from './plan.ts';

/** How it ended for one service. */
export interface ServiceEnd {
  readonly service: string;
  readonly decision: Going;
  /** The revision that it was to run. */
  readonly definition: string;
  readonly deployment?: string;
  /** AWS was asked to change it, or had been by an earlier run whose deployment was adopted. */
  readonly touched: boolean;
  /** Absent when it was not watched. */
  readonly outcome?: Outcome;
  /** Why it failed, from all that could be heard about it. */
  readonly explanation?: Explanation;
  readonly log: readonly string[];
  readonly back?: WayBack;
}

export interface Trail {
  readonly ends: readonly ServiceEnd[];
  readonly moments: readonly Moment[];
  readonly pauses: readonly PauseAnswer[];
  readonly steps: readonly { readonly at: string; readonly subject: string; readonly what: string }[];
  /** What broke the rollout off, when it was no deployment that failed. */
  readonly broke?: Error;
}
