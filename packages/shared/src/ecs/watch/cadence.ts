import type { ServiceDeployment } from '@aws-sdk/client-ecs';
import { type BucketName, shortestRound } from './quota.ts';

/** How often a service is looked at, in milliseconds. */
export interface Cadence {
  /** Until ECS describes the deployment, and just before an end that is known. */
  readonly quick: number;
  /** In the first minute: what cannot start shows then. */
  readonly early: number;
  /** Later; a success may be told at most 3 s late. */
  readonly steady: number;
  /** While nothing but a failure can come, such as in the bake time; a failure may be told at most 5 s late. */
  readonly waiting: number;
  /** Between two lists of one service's stopped tasks. */
  readonly relist: number;
  /** Between two lists of its running tasks, before the deployment is SUCCESSFUL. */
  readonly reprove: number;
  /** How long an end is held back for what explains it: the last stopped tasks, and who superseded it. */
  readonly explain: number;
  /** How long failures that ECS counts may take to show as tasks. */
  readonly show: number;
}

export const CADENCE: Cadence = {
  quick: 1000,
  early: 1500,
  steady: 2000,
  waiting: 4200,
  relist: 2000,
  reprove: 8000,
  explain: 3000,
  show: 3500,
};

/** The same cadence, nowhere slower than `ms`. */
export const atMost = (ms: number): Cadence => {
  const least = (name: keyof Cadence) => Math.min(CADENCE[name], ms);
  return {
    quick: least('quick'),
    early: least('early'),
    steady: least('steady'),
    waiting: least('waiting'),
    relist: least('relist'),
    reprove: least('reprove'),
    explain: Math.min(CADENCE.explain, 20 * ms),
    show: Math.min(CADENCE.show, 20 * ms),
  };
};

/** While services still join only a failure is waited for. */
export const whileOpen = (cadence: Cadence): Cadence => ({
  ...cadence,
  quick: cadence.early,
  early: cadence.waiting,
  steady: cadence.waiting,
});

const EARLY_MS = 60_000;

/** How many services one call can ask for. */
export const BATCH = { deployments: 20, services: 10, tasks: 100 } as const;

/** Milliseconds until a service's deployment is asked for again: its stage decides, and the quota bounds it. */
export function untilNextLook(
  cadence: Cadence,
  deployment: ServiceDeployment | undefined,
  at: { readonly nowMs: number; readonly beganMs: number; readonly bakeEndsMs?: number; readonly services: number },
): number {
  const round = shortestRound('deployments', Math.ceil(at.services / BATCH.deployments));
  return Math.max(wanted(cadence, deployment, at), round);
}

function wanted(
  cadence: Cadence,
  deployment: ServiceDeployment | undefined,
  { nowMs, beganMs, bakeEndsMs }: { readonly nowMs: number; readonly beganMs: number; readonly bakeEndsMs?: number },
): number {
  if (!deployment) return cadence.quick;
  if (deployment.lifecycleStage === 'BAKE_TIME' && bakeEndsMs !== undefined) {
    const left = bakeEndsMs - nowMs;
    // Looks again at the end itself, and quickly from then on.
    return left > cadence.quick ? Math.min(cadence.waiting, left) : cadence.quick;
  }
  return nowMs - beganMs < EARLY_MS ? cadence.early : cadence.steady;
}

/** Milliseconds until DescribeServices is asked for a service whose deployment did not change meanwhile. */
export function untilNextService(cadence: Cadence, services: number): number {
  const bucket: BucketName = 'services';
  return Math.max(cadence.waiting, shortestRound(bucket, Math.ceil(services / BATCH.services)));
}
