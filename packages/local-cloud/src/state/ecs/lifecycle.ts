/**
 * The stages of a BLUE_GREEN, LINEAR or CANARY deployment, as a plan made when it begins and a place in that plan.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html
 */
import { delays, minutes } from './delays.ts';
import type { DeploymentConfiguration } from './deployment-configuration.ts';
import type { HookRun } from './lifecycle-hooks.ts';

export type Stage =
  | 'RECONCILE_SERVICE'
  | 'PRE_SCALE_UP'
  | 'SCALE_UP'
  | 'POST_SCALE_UP'
  | 'TEST_TRAFFIC_SHIFT'
  | 'POST_TEST_TRAFFIC_SHIFT'
  | 'PRE_PRODUCTION_TRAFFIC_SHIFT'
  | 'PRODUCTION_TRAFFIC_SHIFT'
  | 'POST_PRODUCTION_TRAFFIC_SHIFT'
  | 'BAKE_TIME'
  | 'CLEAN_UP';

export interface Step {
  readonly stage: Stage;
  /** How long it lasts at least, in cloud milliseconds. */
  readonly lastsMs: number;
  /** The percentage of production, and of test traffic, that the target revision has from this step on. */
  readonly production?: number;
  readonly test?: number;
}

export interface Progress {
  readonly steps: readonly Step[];
  at: number;
  enteredAt: number;
  production: number;
  test: number;
  hooks: HookRun[];
}

const step = (stage: Stage, more: Partial<Step> = {}): Step => ({ stage, lastsMs: delays.stage, ...more });

/** `reconcile`: more than one revision is active when the deployment begins. */
export function stepsOf(configuration: DeploymentConfiguration, reconcile: boolean): readonly Step[] {
  return [
    ...(reconcile ? [step('RECONCILE_SERVICE')] : []),
    step('PRE_SCALE_UP'),
    step('SCALE_UP'),
    step('POST_SCALE_UP'),
    step('TEST_TRAFFIC_SHIFT', { test: 100 }),
    step('POST_TEST_TRAFFIC_SHIFT'),
    ...shifts(configuration).flatMap(({ percent, bakeMs }) => [
      step('PRE_PRODUCTION_TRAFFIC_SHIFT'),
      step('PRODUCTION_TRAFFIC_SHIFT', { production: percent, lastsMs: delays.stage + bakeMs }),
    ]),
    step('POST_PRODUCTION_TRAFFIC_SHIFT'),
    step('BAKE_TIME', { lastsMs: minutes(configuration.bakeTimeInMinutes ?? 0) }),
    step('CLEAN_UP'),
  ];
}

/** Back to a revision that partly still runs: its tasks first, then the traffic, then the others' end. */
export const rollbackSteps: readonly Step[] = [
  step('SCALE_UP', { lastsMs: 0 }),
  step('PRODUCTION_TRAFFIC_SHIFT', { production: 100, test: 100 }),
  step('CLEAN_UP'),
];

/** A linear deployment does not wait after the last step, a canary one only after the first. */
function shifts(configuration: DeploymentConfiguration): readonly { percent: number; bakeMs: number }[] {
  const all = { percent: 100, bakeMs: 0 };
  const { linearConfiguration: linear, canaryConfiguration: canary } = configuration;
  if (canary) {
    if (canary.canaryPercent >= 100) return [all];
    return [{ percent: canary.canaryPercent, bakeMs: minutes(canary.canaryBakeTimeInMinutes) }, all];
  }
  if (!linear) return [all];
  const before = Math.ceil(100 / linear.stepPercent) - 1;
  return [
    ...Array.from({ length: before }, (_, i) => ({
      percent: Math.round((i + 1) * linear.stepPercent * 10) / 10,
      bakeMs: minutes(linear.stepBakeTimeInMinutes),
    })),
    all,
  ];
}

export const beginProgress = (steps: readonly Step[], now: number): Progress => ({
  steps,
  at: 0,
  enteredAt: now,
  production: 0,
  test: 0,
  hooks: [],
});

export const stepOf = (progress: Progress): Step | undefined => progress.steps[progress.at];

export interface Seen {
  readonly now: number;
  /** The target revision has all its tasks, and they are ready. */
  readonly targetReady: boolean;
  /** Whether tasks of other revisions than the target and the one in production are alive; and of any but the target. */
  readonly strayTasks: boolean;
  readonly sourceTasks: boolean;
}

/** Whether the present step has done what it is for; hooks apart. */
export function stepIsOver(progress: Progress, seen: Seen): boolean {
  const present = stepOf(progress);
  if (!present || seen.now - progress.enteredAt < present.lastsMs) return false;
  switch (present.stage) {
    case 'RECONCILE_SERVICE':
      return !seen.strayTasks;
    case 'SCALE_UP':
      return seen.targetReady;
    case 'CLEAN_UP':
      return !seen.sourceTasks;
    default:
      return true;
  }
}

/** Goes on to the next step; its weights hold from now on. False when there is none. */
export function enterNext(progress: Progress, now: number): boolean {
  progress.at += 1;
  progress.enteredAt = now;
  const next = stepOf(progress);
  if (!next) return false;
  progress.production = next.production ?? progress.production;
  progress.test = next.test ?? progress.test;
  return true;
}

const order: readonly Stage[] = ['RECONCILE_SERVICE', 'PRE_SCALE_UP'];

/** How many tasks the target revision should have, and those before it. */
export function wantedTasks(progress: Progress, desired: number): { readonly target: number; readonly source: number } {
  const stage = stepOf(progress)?.stage;
  return {
    target: stage !== undefined && order.includes(stage) ? 0 : desired,
    source: stage === undefined || stage === 'CLEAN_UP' ? 0 : desired,
  };
}
