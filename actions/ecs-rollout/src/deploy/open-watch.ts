/** Watches the service deployments of one group together as they begin, and answers their pauses. */
import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { logLocation } from '#shared/ecs/stopped-task';
import type { EndedContainer, Happening, Moment, Outcome } from '#shared/ecs/watch/outcome';
import { watchServices } from '#shared/ecs/watch/watch-services';
import type { Tools } from '../tools.ts';
import { hasHealthCheck } from '../verify/health-checks.ts';
import type { ToBegin } from './begin.ts';
import { earlyLog } from './early-log.ts';
import { liveLines } from './live.ts';
import { answerPause, type PauseAnswer, type Paused, withPause } from './pauses.ts';

export interface Watched {
  readonly outcomes: readonly Outcome[];
  readonly moments: readonly Moment[];
  readonly pauses: readonly PauseAnswer[];
}

export interface OpenWatch {
  /** Watches a deployment from now on; the time that all have begins anew with it. */
  join(one: ToBegin, deployment: string): void;
  /** No more are to join. */
  close(): void;
  /** What is open, or joins later, ends as `cancelled`. */
  cancel(reason: string): void;
  /** One outcome for each that joined; settles once the watch was closed. */
  readonly ended: Promise<Watched>;
}

/** @param judge told of each outcome as it comes to light */
export function openWatch(tools: Tools, judge: (outcome: Outcome) => void): OpenWatch {
  const { ecs, watching, cluster, run, timeout, maxFailedTasks } = tools;
  const moments: Moment[] = [];
  const pauses: PauseAnswer[] = [];
  const answering: Promise<void>[] = [];
  const definitions = new Map<string, TaskDefinition>();
  const over = new AbortController();
  const live = liveLines((line) => run.log.info(line), run.now);
  const deadline = () => new Date(run.now().getTime() + timeout.ms);
  const answer = async (paused: Paused): Promise<void> => {
    try {
      const prepared = tools.pauses.get(paused.service) ?? [];
      const given = await answerPause(ecs, paused, prepared, tools.asking, run);
      if (given) pauses.push(given);
      else run.log.info(`${paused.service}: waits at ${paused.stage} for an answer that is not this run's to give`);
    } catch (error) {
      if (run.signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      await watch.stop(paused.service, `the pause at ${paused.stage} could not be answered: ${why}`);
    }
  };
  const readLog = async ({ service, task, container }: EndedContainer): Promise<void> => {
    const definition = definitions.get(service);
    const place = definition && logLocation(definition, container, task);
    if (!place) return;
    const lines = await earlyLog(tools.logs, place, over.signal);
    if (lines.length > 0 && !over.signal.aborted) watch.heardLog(service, lines);
  };
  const happened = (happening: Happening): void => {
    if (happening.kind === 'moment') moments.push(happening.moment);
    if (happening.kind === 'progress') live(happening.progress);
    if (happening.kind === 'decision' && happening.decision.kind === 'paused')
      answering.push(answer(happening.decision));
    if (happening.kind === 'container-ended') void readLog(happening.ended);
    if (happening.kind === 'decision' && happening.decision.kind === 'going-back')
      run.log.warn(`${happening.decision.service}: ${happening.decision.because}`);
    if (happening.kind === 'outcome') judge(happening.outcome);
  };
  const watch = watchServices({ ecs: watching, cluster, now: run.now, signal: run.signal }, [], {
    deadline: deadline(),
    hopeless: 'end',
    open: true,
    onHappening: happened,
  });
  const end = async (): Promise<Watched> => {
    const outcomes = [...(await watch.outcomes).values()];
    over.abort();
    await Promise.all(answering);
    return { outcomes: outcomes.map((outcome) => withPause(outcome, pauses)), moments, pauses };
  };
  return {
    join({ decision, taskDefinition }, deployment) {
      const { service } = decision;
      const digests = tools.digests(decision);
      const { containerDefinitions = [] } = decision.view.target;
      definitions.set(service, decision.view.target as TaskDefinition);
      const healthChecked = containerDefinitions.some(hasHealthCheck);
      watch.join({ service, deployment, taskDefinition, digests, maxFailedTasks, healthChecked }, deadline());
    },
    close: watch.close,
    cancel: watch.cancel,
    ended: end(),
  };
}
