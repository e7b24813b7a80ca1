/** The calls that bring a service of ECS back. */
import {
  ContinueServiceDeploymentCommand,
  type ECSClient,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { countBack, hasSettled, type ServiceGoal, type ServicePosition } from './go-back.ts';
import { settingsBack, takesForce } from './service-settings.ts';

/** When the deployment began that this update made, by ECS's clock. */
export async function update(
  ecs: ECSClient,
  cluster: string,
  goal: ServiceGoal,
  at: ServicePosition,
): Promise<Date | undefined> {
  const { service, taskDefinition, settings } = goal;
  const desiredCount = countBack(at, goal);
  const back = at.service && settings ? settingsBack(at.service, settings) : {};
  // ECS does nothing for a revision that the service has already, unless it is told to.
  const again = at.taskDefinition === taskDefinition && !hasSettled(at);
  const answer = await ecs.send(
    new UpdateServiceCommand({
      cluster,
      service,
      taskDefinition,
      ...back,
      ...(again || takesForce(back) ? { forceNewDeployment: true } : {}),
      ...(desiredCount === undefined ? {} : { desiredCount }),
    }),
  );
  const primary = answer.service?.deployments?.find(({ status }) => status === 'PRIMARY');
  return primary?.taskDefinition === taskDefinition ? primary?.createdAt : undefined;
}

/**
 * Lets a deployment on that leads back: what it goes back to has run before, and nobody else may be there to say so.
 * What went wrong is told, and no more: the next look tells whether it still waits.
 */
export async function goOn(ecs: ECSClient, serviceDeploymentArn: string, hookId: string): Promise<string | undefined> {
  try {
    await ecs.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId, action: 'CONTINUE' }));
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** False when ECS has nothing that the deployment could go back to; the goal is then gone to by UpdateService. */
export async function stop(ecs: ECSClient, serviceDeploymentArn: string): Promise<boolean> {
  try {
    await ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'InvalidParameterException') return false;
    // It ended between the look and the call, or somebody else stopped it first: the next look decides again.
    if (!/^(ConflictException|ServiceDeploymentNotFoundException)$/.test(error.name)) throw error;
  }
  return true;
}
