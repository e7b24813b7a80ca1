/** Watches the deployments of one group together, and answers their pauses. */
import type { Happening, Moment, Outcome } from '#shared/ecs/watch/outcome';
import { watchServices } from '#shared/ecs/watch/watch-services';
import type { Tools } from '../apply.ts';
import { watchThoseOfCodeDeploy } from '../code-deploy/watch-group.ts';
import { type Kept, watchKept } from '../kept/watch.ts';
import type { Going } from '../plan.ts';
import { answerPause, type PauseAnswer, type Paused } from './pauses.ts';

export interface WatchedGroup {
  readonly outcomes: readonly Outcome[];
  readonly moments: readonly Moment[];
  readonly pauses: readonly PauseAnswer[];
}

export interface Begun {
  readonly decision: Going;
  readonly deployment: string;
  readonly taskDefinition: string;
}

/**
 * One outcome for each service. The first that does not succeed ends the watch: the others are then to go back, and
 * are `cancelled` here.
 */
export async function watchGroup(
  tools: Tools,
  watched: readonly Begun[],
  kept: readonly Kept[],
): Promise<WatchedGroup> {
  const { ecs, watching, cluster, run, timeout, maxFailedTasks } = tools;
  const moments: Moment[] = [];
  const pauses: PauseAnswer[] = [];
  const answering: Promise<void>[] = [];
  const byEcs = watched.filter(({ decision }) => !decision.view.codeDeploy);
  const others = new AbortController();
  const services = byEcs.map(({ decision, deployment, taskDefinition }) => ({
    service: decision.service,
    deployment,
    taskDefinition,
    digests: tools.digests(decision),
    maxFailedTasks,
  }));
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
  const judgeOutcome = ({ kind, service }: Outcome): void => {
    if (kind === 'succeeded') return;
    watch.cancel(`${service} did not succeed`);
    others.abort(new Error(`${service} did not succeed`));
  };
  const happened = (happening: Happening): void => {
    if (happening.kind === 'moment') moments.push(happening.moment);
    if (happening.kind === 'progress') run.log.info(happening.progress.text);
    if (happening.kind === 'decision' && happening.decision.kind === 'paused')
      answering.push(answer(happening.decision));
    if (happening.kind === 'decision' && happening.decision.kind === 'going-back')
      run.log.warn(`${happening.decision.service}: ${happening.decision.because}`);
    if (happening.kind === 'outcome') judgeOutcome(happening.outcome);
  };
  const watch = watchServices({ ecs: watching, cluster, now: run.now, signal: run.signal }, services, {
    deadline: new Date(run.now().getTime() + timeout.ms),
    hopeless: 'end',
    onHappening: happened,
  });
  const watchOneKept = async (one: Kept): Promise<Outcome> => {
    const outcome = await watchKept(tools, one, kept.length, others.signal);
    judgeOutcome(outcome);
    return outcome;
  };
  const [ofEcs, ofCodeDeploy, ofKept] = await Promise.all([
    watch.outcomes,
    watchThoseOfCodeDeploy(tools, watched, others.signal, judgeOutcome),
    Promise.all(kept.map(watchOneKept)),
  ]);
  for (const one of ofCodeDeploy) moments.push(...one.moments);
  const outcomes = [...ofEcs.values(), ...ofCodeDeploy.map(({ outcome }) => outcome), ...ofKept];
  await Promise.all(answering);
  return { outcomes: outcomes.map((outcome) => withPause(outcome, pauses)), moments, pauses };
}

/** ECS tells of a pause that was answered with ROLLBACK as of any request; this run knows that it was its own. */
function withPause(outcome: Outcome, pauses: readonly PauseAnswer[]): Outcome {
  if (outcome.kind !== 'rolled-back' || !['somebody', 'hook'].includes(outcome.by.kind)) return outcome;
  const answer = pauses.find(({ service, action }) => service === outcome.service && action === 'ROLLBACK');
  if (!answer) return outcome;
  const why = `its suites did not pass at ${answer.stage}`;
  return { ...outcome, by: { kind: 'us', why }, because: `rolled back by this run: ${why}` };
}
