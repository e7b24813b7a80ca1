/** Begins the deployments of a group of services, and finds out which ones ECS made of it. */
import { type ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { ask, type Pace } from '#shared/ecs/pace';
import { type DeploymentView, latestDeployments } from '#shared/ecs/service-deployment';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Going } from '../plan.ts';

/**
 * Gives the service deployment ARN that carries a service to a task definition: the one that is adopted, or the one
 * that UpdateService begins. Undefined for a service that is left alone.
 */
export async function begin(
  ecs: ECSClient,
  cluster: string,
  decision: Going,
  taskDefinition: string,
  pace: Pace,
): Promise<string | undefined> {
  const { service } = decision;
  // Nothing is begun, but what its tasks run is proven all the same.
  if (decision.kind === 'leave') {
    const { latest } = decision.view;
    return latest?.status === 'SUCCESSFUL' ? latest.arn : undefined;
  }
  if (decision.kind === 'adopt') return decision.deployment;
  const known = new Set((await latestDeployments(ecs, cluster, service)).map(({ arn }) => arn));
  await ecs.send(
    new UpdateServiceCommand({
      ...decision.view.change,
      cluster,
      service,
      taskDefinition,
      ...(decision.force ? { forceNewDeployment: true } : {}),
    }),
  );
  const isOurs = (one: DeploymentView) => !known.has(one.arn) && one.taskDefinition === taskDefinition;
  const begun = await ask(pace, async () => {
    const found = (await latestDeployments(ecs, cluster, service)).find(isOurs);
    return found ? { done: found } : { waiting: `${service}: waiting for ECS to begin the deployment` };
  });
  if (!begun)
    throw new GoliveError('ROLLOUT_NOT_BEGUN', `ECS began no deployment of ${service} after UpdateService`, {
      hint: 'run again; a deployment that has begun meanwhile is adopted',
    });
  return begun.arn;
}
