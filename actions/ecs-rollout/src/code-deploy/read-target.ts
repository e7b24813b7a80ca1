/** Loads CodeDeploy's SDK: to be imported on demand. */
import { type CodeDeployClient, type ECSTarget, GetDeploymentTargetCommand } from '@aws-sdk/client-codedeploy';

/** What a deployment does to one of its services; undefined where CodeDeploy knows of none. */
export async function readTarget(
  client: CodeDeployClient,
  deploymentId: string,
  targetId: string,
): Promise<ECSTarget | undefined> {
  const answer = await client.send(new GetDeploymentTargetCommand({ deploymentId, targetId }));
  return answer.deploymentTarget?.ecsTarget;
}
