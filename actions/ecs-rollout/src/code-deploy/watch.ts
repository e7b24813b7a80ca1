/** Watches deployments of CodeDeploy to their ends: one outcome for each, whatever happens. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Place } from '#shared/ecs/code-deploy/place';
import type { Moment, Outcome } from '#shared/ecs/watch/outcome';
import type { Run } from '#shared/runtime/run';
import { lookUntilEnded } from '../deploy/look-until-ended.ts';
import { type PauseAnswer, withPause } from '../deploy/pauses.ts';
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
  /** Answers it, once, when it is Ready; absent where that is somebody else's to do. */
  readonly answer?: () => Promise<PauseAnswer>;
  readonly place: Place;
  readonly deadline: Date;
}

export interface Watched {
  readonly outcome: Outcome;
  readonly moments: readonly Moment[];
  readonly pauses: readonly PauseAnswer[];
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
  const answering: Promise<readonly PauseAnswer[]>[] = [];
  const answerOnce = ({ deployment }: Seen): void => {
    if (deployment.status !== 'Ready' || !one.answer || answering.length > 0) return;
    const failed = (error: unknown): readonly [] => {
      if (!signal.aborted) run.log.warn(`${one.service}: the wait could not be answered: ${String(error)}`);
      return [];
    };
    answering.push(one.answer().then((answer) => [answer], failed));
  };
  const { ending, seen } = await lookUntilEnded<Seen>({
    service: one.service,
    run,
    signal,
    deadline: one.deadline,
    everyMs: everyMs(services),
    source: 'CodeDeploy',
    async look() {
      const found = await look(looking);
      // The tasks are looked at meanwhile: one that fails ends the watch sooner than its suites would.
      answerOnce(found);
      return found;
    },
    judge: (seen) => judge(seen, one),
    settlesWithinMs: settlesWithin,
    unsettled: (seen, because) => withoutWayBack(seen, one, because),
  });
  const outcome = outcomeOf(ending, one, seen && evidenceOf(seen), run.now());
  const pauses = (await Promise.all(answering)).flat();
  return { outcome: withPause(outcome, pauses), moments: seen ? momentsOf(one.service, seen) : [], pauses };
}

/** A deployment without automatic rollback has ended where it stands; with it, its way back shows a moment later. */
function settlesWithin({ deployment }: Seen): number {
  const goesBack = deployment.autoRollbackConfiguration?.enabled === true || deployment.status === 'Stopped';
  return deployment.status === 'Succeeded' || goesBack ? SETTLES_WITHIN_MS : 0;
}
