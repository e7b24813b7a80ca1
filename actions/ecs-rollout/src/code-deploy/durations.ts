/** How long the deployments of a service by CodeDeploy took. */
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Place } from '#shared/ecs/code-deploy/place';
import { isWayBack } from '#shared/ecs/code-deploy/whose';

/** Enough for ten deployments of most services. */
const WITHIN_MS = 30 * 24 * 60 * 60_000;
/** In the order of CodeDeploy, which is not documented and newest first: four calls for a group that deploys all day. */
const MOST_READ = 100;

/** Milliseconds of those that succeeded and began before, newest first; CodeDeploy's own ways back are none of them. */
export async function durationsByCodeDeploy(calls: CodeDeployCalls, place: Place, before: Date): Promise<number[]> {
  const { readDeployments } = await import('#shared/ecs/code-deploy/read-deployments');
  const ids = await calls.succeededSince(place, new Date(before.getTime() - WITHIN_MS));
  const read = await readDeployments(calls.client, ids.slice(0, MOST_READ));
  return durationsOf(read, before);
}

export const durationsOf = (deployments: readonly DeploymentInfo[], before: Date): number[] =>
  deployments
    .filter((one) => one.status === 'Succeeded' && !isWayBack(one))
    .flatMap(({ createTime, startTime = createTime, completeTime }) =>
      startTime && completeTime && startTime < before ? [completeTime.getTime() - startTime.getTime()] : [],
    );
