import { countsOf, knownFailures } from './counters.ts';
import type { Progress } from './outcome.ts';
import type { ServiceState } from './state.ts';

/** Where one service's deployment stands, in numbers and in one line. */
export function progressOf(one: ServiceState, budget: number, nowMs: number): Progress {
  const { deployment, watched } = one;
  const { running, pending, desired } = countsOf(one);
  const failures = knownFailures(one);
  const breaker = deployment?.deploymentCircuitBreaker;
  const threshold = breaker?.status === 'DISABLED' ? undefined : breaker?.threshold;
  const ends = bakeEndsMs(one);
  const bake = ends === undefined ? undefined : Math.max(0, ends - nowMs);
  const traffic = deployment?.targetServiceRevision?.requestedProductionTrafficWeight;
  const numbers = {
    service: watched.service,
    status: deployment?.status ?? 'not described yet',
    ...(deployment?.lifecycleStage ? { stage: deployment.lifecycleStage } : {}),
    running,
    pending,
    desired,
    failures,
    budget,
    ...(threshold === undefined ? {} : { threshold }),
    ...(bake === undefined ? {} : { bakeRemainingMs: bake }),
    ...(traffic === undefined ? {} : { traffic }),
  };
  return { ...numbers, text: sayProgress(numbers) };
}

/** When the bake time ends, once it has begun. */
export function bakeEndsMs({ deployment, bakeBeganMs }: ServiceState): number | undefined {
  const minutes = deployment?.deploymentConfiguration?.bakeTimeInMinutes;
  if (deployment?.lifecycleStage !== 'BAKE_TIME' || bakeBeganMs === undefined || minutes === undefined)
    return undefined;
  return bakeBeganMs + minutes * 60_000;
}

/** Minutes, in steps that grow with them: the line must not change with every look, nor fill a log for an hour. */
function inSteps(ms: number): number {
  const minutes = ms / 60_000;
  const step = minutes > 60 ? 30 : minutes > 15 ? 5 : minutes > 3 ? 1 : 0.5;
  return Math.ceil(minutes / step) * step;
}

function sayProgress(at: Omit<Progress, 'text'>): string {
  const least = Math.min(at.budget, at.threshold ?? Number.POSITIVE_INFINITY);
  const parts = [
    at.stage ? `${at.status}, ${at.stage}` : at.status,
    `${at.running}/${at.desired} running${at.pending > 0 ? `, ${at.pending} pending` : ''}`,
    ...(at.failures > 0 ? [`${at.failures}${Number.isFinite(least) ? ` of ${least}` : ''} failures`] : []),
    ...(at.traffic === undefined ? [] : [`${at.traffic} % of traffic`]),
    ...(at.bakeRemainingMs === undefined ? [] : [`bakes for ${inSteps(at.bakeRemainingMs)} min more`]),
  ];
  return `${at.service}: ${parts.join('; ')}`;
}
