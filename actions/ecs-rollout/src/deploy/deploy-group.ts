/** Moves one group of services: each is watched as soon as it has begun, and the first that fails ends it for all. */
import type { Outcome } from '#shared/ecs/watch/outcome';
import { beginOne, watchOne } from '../code-deploy/deploy-one.ts';
import { watchKept } from '../kept/watch.ts';
import type { Going } from '../plan.ts';
import type { Tools } from '../tools.ts';
import { beginGroup, type ToBegin, type Told } from './begin.ts';
import { openWatch, type Watched } from './open-watch.ts';

export interface GroupEnd extends Watched {
  /** What kept a service from beginning. */
  readonly broke?: Error;
}

/** One that is watched by itself. */
type Alone = { readonly outcome: Outcome } & Partial<Watched>;

/**
 * One outcome for each service that began. The first that does not succeed ends the rest: what has not been asked for
 * is not begun any more, and what is under way is `cancelled` here and then to go back.
 */
export async function deployGroup(tools: Tools, group: readonly ToBegin[], told: Told): Promise<GroupEnd> {
  const { ecs, cluster, run, pace } = tools;
  const halt = new AbortController();
  const signal = AbortSignal.any([run.signal, halt.signal]);
  const stop = (why: string): void => {
    if (halt.signal.aborted) return;
    halt.abort(new Error(why));
    watch.cancel(why);
  };
  const judge = ({ kind, service }: Outcome): void => {
    if (kind !== 'succeeded') stop(`${service} did not succeed`);
  };
  const watch = openWatch(tools, judge);
  const others: Promise<Alone>[] = [];
  const alone = (watched: Promise<Alone>): void => {
    const judged = watched.then((one) => {
      judge(one.outcome);
      return one;
    });
    // It is waited for only when all have begun.
    judged.catch(() => undefined);
    others.push(judged);
  };
  const byName = new Map(group.map((one) => [one.decision.service, one]));
  const count = (which: (decision: Going) => boolean) => group.filter(({ decision }) => which(decision)).length;
  const controlled = count(({ view }) => view.codeDeploy !== undefined);
  const kept = count((one) => one.kind === 'leave' || (one.kind === 'deploy' && one.quiet === true));
  const heard: Told = {
    asked: told.asked,
    begun(decision, deployment) {
      told.begun(decision, deployment);
      const one = byName.get(decision.service) ?? { decision, taskDefinition: '' };
      const { codeDeploy } = decision.view;
      if (codeDeploy) alone(watchOne(tools, one, codeDeploy, deployment, controlled, signal));
      else watch.join(one, deployment);
    },
    kept(decision, tasks) {
      told.kept(decision, tasks);
      const { taskDefinition = '' } = byName.get(decision.service) ?? {};
      const one = { decision, taskDefinition, ...(tasks === undefined ? {} : { tasks }) };
      alone(watchKept(tools, one, kept, signal).then((outcome) => ({ outcome })));
    },
  };
  const byEcs = group.filter(({ decision }) => !decision.view.codeDeploy);
  const asked = await Promise.allSettled([
    beginGroup({ ecs, cluster, pace, signal }, byEcs, heard).finally(watch.close),
    ...group.flatMap((one) => {
      const { codeDeploy } = one.decision.view;
      return codeDeploy ? [beginOne(tools, one, codeDeploy, heard)] : [];
    }),
  ]);
  const refused = asked.find((one) => one.status === 'rejected');
  const broke = refused && (refused.reason instanceof Error ? refused.reason : new Error(String(refused.reason)));
  if (broke) stop(broke.message);
  const [ofEcs, ofOthers] = await Promise.all([watch.ended, Promise.all(others)]);
  return {
    outcomes: [...ofEcs.outcomes, ...ofOthers.map(({ outcome }) => outcome)],
    moments: [...ofEcs.moments, ...ofOthers.flatMap(({ moments = [] }) => moments)],
    pauses: [...ofEcs.pauses, ...ofOthers.flatMap(({ pauses = [] }) => pauses)],
    ...(broke ? { broke } : {}),
  };
}
