/** New tasks of what a service of CodeDeploy runs: ECS itself refuses to force a deployment of it. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import { writeAppSpec } from '#shared/ecs/code-deploy/app-spec';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Place } from '#shared/ecs/code-deploy/place';
import { position } from '#shared/ecs/code-deploy/position';
import { loadBalancerOf, primarySet } from '#shared/ecs/code-deploy/task-sets';
import { ask, type Pace } from '#shared/ecs/pace';
import { AT_ONCE } from './code-deploy.ts';
import type { Renewal, Renewed } from './renew.ts';

/** A deployment that fails for a passing reason is begun once more. */
const MOST_DEPLOYMENTS = 2;

/** Done when the traffic goes to tasks that were begun after the exchange; undefined when it did already. */
export async function renewByCodeDeploy(
  ecs: ECSClient,
  calls: CodeDeployCalls,
  place: Place,
  { cluster, service: name, since }: Renewal,
  pace: Pace,
): Promise<Renewed | undefined> {
  let asked = 0;
  let old: string | undefined;
  const end = await ask<Renewed | 'nothing'>(pace, async () => {
    const { service, inFlight } = await position(ecs, calls, cluster, name, place);
    const set = primarySet(service);
    if (!since) old ??= set?.id;
    const isNew = since ? (set?.createdAt ?? since) > since : set?.id !== old;
    if (isNew && (!inFlight || inFlight.info.instanceTerminationWaitTimeStarted))
      return { done: asked === 0 ? 'nothing' : { back: true, because: '' } };
    // What it leads to runs already.
    if (inFlight?.info.status === 'Ready') await calls.continue(inFlight.info.deploymentId ?? '');
    if (inFlight) return { waiting: `${name}: ${inFlight.info.deploymentId} brings new tasks` };
    if (asked === MOST_DEPLOYMENTS) return { done: { back: false, because: 'its deployment did not succeed' } };
    const forward = loadBalancerOf(service);
    if (!set?.taskDefinition || !forward) return { done: { back: false, because: 'it has no tasks with traffic' } };
    const content = writeAppSpec({ taskDefinition: set.taskDefinition, ...forward });
    if (
      await calls.createUnlessBusy(place, {
        content,
        description: 'new tasks for a restored database',
        config: AT_ONCE,
      })
    )
      asked += 1;
    return { waiting: `${name}: asked for new tasks` };
  });
  if (end === 'nothing') return undefined;
  return end ?? { back: false, because: `not done within ${pace.within.ms / 1000} s` };
}
