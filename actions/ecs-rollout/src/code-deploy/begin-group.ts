/** Begins those of a group of services that CodeDeploy deploys. */

import { markOf } from '#shared/ecs/code-deploy/whose';
import type { Tools } from '../apply.ts';
import type { ToBegin, Told } from '../deploy/begin.ts';
import { beginByCodeDeploy } from './begin.ts';

/** Begins each, also when one cannot begin. Throws what the first that could not begin threw. */
export async function beginThoseOfCodeDeploy(tools: Tools, group: readonly ToBegin[], told: Told): Promise<void> {
  const { ecs, cluster, pace, run, timeout } = tools;
  const ours = group.flatMap(({ decision, taskDefinition }) =>
    decision.view.codeDeploy ? [{ decision, controlled: decision.view.codeDeploy, taskDefinition }] : [],
  );
  if (ours.length === 0) return;
  const calls = await tools.codeDeploy();
  const world = { ecs, calls, cluster, mark: markOf(run.github.runId), pace: { ...pace, within: timeout } };
  const asked = await Promise.allSettled(
    ours.map(async ({ decision, controlled, taskDefinition }) => {
      const deployment = await beginByCodeDeploy(world, decision, controlled, taskDefinition);
      if (deployment === undefined) told.kept(decision);
      else told.begun(decision, deployment);
    }),
  );
  const refused = asked.find((one) => one.status === 'rejected');
  if (refused) throw refused.reason;
}
