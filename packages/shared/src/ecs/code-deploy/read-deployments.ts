/** Loads CodeDeploy's SDK: to be imported on demand. */
import { BatchGetDeploymentsCommand, type CodeDeployClient, type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { chunks } from '../services.ts';

/** Deployments by their ids, newest first. */
export async function readDeployments(
  client: CodeDeployClient,
  ids: readonly string[],
): Promise<readonly DeploymentInfo[]> {
  const found: DeploymentInfo[] = [];
  // BatchGetDeployments takes at most 25 ids.
  for (const deploymentIds of chunks(ids, 25)) {
    const answer = await client.send(new BatchGetDeploymentsCommand({ deploymentIds }));
    found.push(...(answer.deploymentsInfo ?? []));
  }
  const age = ({ createTime }: DeploymentInfo) => createTime?.getTime() ?? 0;
  return found.sort((a, b) => age(b) - age(a));
}
