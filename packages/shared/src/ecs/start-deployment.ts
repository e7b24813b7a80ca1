import { type ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { ask, type Pace } from './pace.ts';
import { type DeploymentView, isInFlight, latestDeployments } from './service-deployment.ts';

export interface ServiceChange {
  readonly taskDefinition: string;
  readonly desiredCount?: number;
  /** Starts new tasks even when the task definition stays: connections and secrets are renewed. */
  readonly force?: boolean;
}

/**
 * Points a service at a task definition and returns the deployment that this began, or the one already on its way
 * there: a run that was killed and started again does not begin a second one.
 */
export async function startDeployment(
  ecs: ECSClient,
  cluster: string,
  service: string,
  change: ServiceChange,
  pace: Pace,
): Promise<DeploymentView | undefined> {
  const before = await latestDeployments(ecs, cluster, service);
  const leadsThere = (deployment: DeploymentView) => deployment.taskDefinition === change.taskDefinition;
  const adopted = change.force ? undefined : before.find((d) => isInFlight(d) && leadsThere(d));
  if (adopted) return adopted;
  const known = new Set(before.map((deployment) => deployment.arn));
  await ecs.send(
    new UpdateServiceCommand({
      cluster,
      service,
      taskDefinition: change.taskDefinition,
      ...(change.desiredCount === undefined ? {} : { desiredCount: change.desiredCount }),
      ...(change.force ? { forceNewDeployment: true } : {}),
    }),
  );
  return ask(pace, async () => {
    const found = (await latestDeployments(ecs, cluster, service)).find((d) => !known.has(d.arn) && leadsThere(d));
    return found ? { done: found } : { waiting: `${service}: waiting for ECS to begin the deployment` };
  });
}
