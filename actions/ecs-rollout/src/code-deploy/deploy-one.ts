/** Begins the deployment of one service by CodeDeploy, and watches it. */
import { markOf } from '#shared/ecs/code-deploy/whose';
import type { ToBegin, Told } from '../deploy/begin.ts';
import type { Tools } from '../tools.ts';
import { answerReady } from './answer-ready.ts';
import { beginByCodeDeploy } from './begin.ts';
import type { Controlled } from './observe.ts';
import { type Watched, watchCodeDeploy } from './watch.ts';

/** Begins it; undefined where no deployment of CodeDeploy tells of what its tasks run. */
export async function beginOne(
  tools: Tools,
  { decision, taskDefinition }: ToBegin,
  controlled: Controlled,
  told: Told,
): Promise<string | undefined> {
  const { ecs, cluster, pace, run, timeout } = tools;
  const calls = await tools.codeDeploy();
  const world = { ecs, calls, cluster, mark: markOf(run.github.runId), pace: { ...pace, within: timeout } };
  if (decision.kind === 'deploy') told.asked(decision);
  const deployment = await beginByCodeDeploy(world, decision, controlled, taskDefinition);
  if (deployment === undefined) told.kept(decision);
  else told.begun(decision, deployment);
  return deployment;
}

/**
 * @param services how many are watched at once
 * @param given ends the watch, when the run is cancelled or another service of the group did not succeed
 */
export async function watchOne(
  tools: Tools,
  { decision, taskDefinition }: ToBegin,
  controlled: Controlled,
  deployment: string,
  services: number,
  given: AbortSignal,
): Promise<Watched> {
  const { ecs, cluster, run, timeout, maxFailedTasks } = tools;
  const { place, waits, alarms, asked } = controlled;
  const waitForTermination = asked.settings['wait-for-termination'];
  // What the deployment group waits by itself is no part of the time that the tasks have to become healthy.
  const waitsMs = waits.ready.ms + (waitForTermination ? waits.termination.ms : 0);
  const calls = await tools.codeDeploy();
  const prepared = tools.ready.get(decision.service);
  const ready = prepared && {
    service: decision.service,
    deployment,
    prepared,
    wait: waits.ready,
    asking: tools.asking,
  };
  return watchCodeDeploy(
    { ecs, calls, cluster, run, signal: given },
    {
      service: decision.service,
      deployment,
      taskDefinition,
      digests: tools.digests(decision),
      maxFailedTasks,
      waitForTermination,
      alarms,
      place,
      deadline: new Date(run.now().getTime() + timeout.ms + waitsMs),
      ...(ready ? { answer: () => answerReady(calls, ready, { ...run, signal: given }) } : {}),
    },
    services,
  );
}
