/** Watches deployments of CodeDeploy to their ends: one outcome for each, whatever happens. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Place } from '#shared/ecs/code-deploy/place';
import type { Moment, Outcome } from '#shared/ecs/watch/outcome';
import type { Run } from '#shared/runtime/run';
import { lookUntilEnded } from '../deploy/look-until-ended.ts';
import { outcomeOf } from '../deploy/verdict.ts';
import { evidenceOf, judge, type Seen, type WatchedDeployment, withoutWayBack } from './judge.ts';
import { type Looking, look } from './look.ts';
import { momentsOf } from './moments.ts';

export interface CodeDeployWatch {
  readonly ecs: ECSClient;
  readonly calls: CodeDeployCalls;
  readonly cluster: string;
  readonly run: Pick<Run, 'now' | 'sleep' | 'log'>;
  /** Ends the watch with `cancelled`, and leaves the deployment alone. */
  readonly signal: AbortSignal;
}

export interface ToWatch extends WatchedDeployment {
  readonly place: Place;
  readonly deadline: Date;
}

export interface Watched {
  readonly outcome: Outcome;
  readonly moments: readonly Moment[];
}

/**
 * CodeDeploy publishes no rates of its API, and a release of many services asks for all of them: a look at each every
 * five seconds, or two looks a second in all.
 */
const everyMs = (services: number): number => Math.max(5000, services * 500);
/** How long the proof of what runs, or the beginning of a way back, may take once a deployment has ended. */
const SETTLES_WITHIN_MS = 60_000;

export async function watchCodeDeploy(watch: CodeDeployWatch, one: ToWatch, services: number): Promise<Watched> {
  const { run, signal } = watch;
  const looking: Looking = { ...watch, ...one, stopped: new Map() };
  const { ending, seen } = await lookUntilEnded<Seen>({
    service: one.service,
    run,
    signal,
    deadline: one.deadline,
    everyMs: everyMs(services),
    source: 'CodeDeploy',
    look: () => look(looking),
    judge: (seen) => judge(seen, one),
    settlesWithinMs: settlesWithin,
    unsettled: (seen, because) => withoutWayBack(seen, one, because),
  });
  return {
    outcome: outcomeOf(ending, one, seen && evidenceOf(seen), run.now()),
    moments: seen ? momentsOf(one.service, seen) : [],
  };
}

/** A deployment without automatic rollback has ended where it stands; with it, its way back shows a moment later. */
function settlesWithin({ deployment }: Seen): number {
  const goesBack = deployment.autoRollbackConfiguration?.enabled === true || deployment.status === 'Stopped';
  return deployment.status === 'Succeeded' || goesBack ? SETTLES_WITHIN_MS : 0;
}
