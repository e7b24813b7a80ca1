/** Watches deployments of CodeDeploy to their ends: one outcome for each, whatever happens. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Place } from '#shared/ecs/code-deploy/place';
import type { Moment, Outcome } from '#shared/ecs/watch/outcome';
import { kindOfReadError, readErrorOf } from '#shared/ecs/watch/read-error';
import type { Run } from '#shared/runtime/run';
import { judge, outcomeOf, type Seen, type WatchedDeployment, withoutWayBack } from './judge.ts';
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
  let seen: Seen | undefined;
  let trouble: string | undefined;
  let overSince: number | undefined;
  let said = '';
  const end = (ending: Parameters<typeof outcomeOf>[0]): Watched => ({
    outcome: outcomeOf(ending, one, seen, run.now()),
    moments: seen ? momentsOf(one.service, seen) : [],
  });
  for (;;) {
    if (signal.aborted) return end({ kind: 'cancelled', because: reasonOf(signal) });
    try {
      seen = await look(looking);
      trouble = undefined;
    } catch (error) {
      const told = readErrorOf(error);
      trouble = `${told.name}: ${told.message}`;
      if (kindOfReadError(told) === 'final') return end({ kind: 'could-not-find-out', ...missing(told) });
    }
    const now = run.now().getTime();
    if (seen && !trouble) {
      const verdict = judge(seen, one);
      if (verdict.kind === 'ended') return end(verdict.ending);
      overSince = verdict.over ? (overSince ?? now) : undefined;
      if (overSince !== undefined && now - overSince >= settlesWithin(seen))
        return end(withoutWayBack(seen, one, verdict.because));
      if (verdict.because !== said) run.log.info(`${one.service}: ${verdict.because}`);
      said = verdict.because;
    }
    if (now >= one.deadline.getTime())
      return end(
        trouble
          ? { kind: 'could-not-find-out', because: `CodeDeploy was not heard of to the end: ${trouble}` }
          : { kind: 'timed-out', because: `not done in time: ${said}` },
      );
    await rest(watch, everyMs(services));
  }
}

/** A deployment without automatic rollback has ended where it stands; with it, its way back shows a moment later. */
function settlesWithin({ deployment }: Seen): number {
  const goesBack = deployment.autoRollbackConfiguration?.enabled === true || deployment.status === 'Stopped';
  return deployment.status === 'Succeeded' || goesBack ? SETTLES_WITHIN_MS : 0;
}

/** Until the next look, or until the watch is given up. */
async function rest({ run, signal }: CodeDeployWatch, ms: number): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  // A sleep that a cancelled run cuts short ends the wait too: the signal says the rest.
  await Promise.race([run.sleep(ms).catch(() => undefined), aborted]);
}

const reasonOf = ({ reason }: AbortSignal): string => (reason instanceof Error ? reason.message : String(reason));

function missing({ name, message }: { readonly name: string; readonly message: string }) {
  const action = /not authorized to perform:? ([a-z-]+:[A-Za-z]+)/.exec(message)?.[1];
  const because = action ? `was denied: the role that runs this needs ${action}` : `was refused (${name}: ${message})`;
  return { because, ...(action ? { action } : {}) };
}
