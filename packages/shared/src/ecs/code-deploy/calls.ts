/** What is asked of CodeDeploy. The only file that loads its SDK: it is imported when the first service needs it. */
import {
  CodeDeployClient,
  type CodeDeployClientConfig,
  ContinueDeploymentCommand,
  CreateDeploymentCommand,
  type DeploymentGroupInfo,
  type DeploymentInfo,
  type ECSTarget,
  GetApplicationRevisionCommand,
  GetDeploymentCommand,
  GetDeploymentGroupCommand,
  GetDeploymentTargetCommand,
  ListDeploymentsCommand,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import type { Place } from './place.ts';

export interface NewDeployment {
  readonly content: string;
  readonly description: string;
  readonly config?: string;
}

export type CodeDeployCalls = ReturnType<typeof openCodeDeploy>;

/** Errors are the SDK's own. */
export function openCodeDeploy(settings: CodeDeployClientConfig) {
  const client = new CodeDeployClient(settings);
  const names = ({ application, group }: Place) => ({ applicationName: application, deploymentGroupName: group });
  return {
    async group(place: Place): Promise<DeploymentGroupInfo> {
      const { deploymentGroupInfo = {} } = await client.send(new GetDeploymentGroupCommand(names(place)));
      return deploymentGroupInfo;
    },
    /** Ids of the deployments that have not ended: CodeDeploy lets a group have one, and the way back of it. */
    async inFlight(place: Place): Promise<readonly string[]> {
      const found: string[] = [];
      let nextToken: string | undefined;
      do {
        const page = await client.send(
          new ListDeploymentsCommand({
            ...names(place),
            includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'],
            ...(nextToken ? { nextToken } : {}),
          }),
        );
        found.push(...(page.deployments ?? []));
        nextToken = page.nextToken;
      } while (nextToken);
      return found;
    },
    async deployment(deploymentId: string): Promise<DeploymentInfo> {
      const { deploymentInfo = {} } = await client.send(new GetDeploymentCommand({ deploymentId }));
      return deploymentInfo;
    },
    /**
     * The AppSpec of a deployment; GetDeployment tells its hash alone:
     * https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html
     */
    async appSpec({ applicationName, revision }: DeploymentInfo): Promise<string | undefined> {
      const answer = await client.send(new GetApplicationRevisionCommand({ applicationName, revision }));
      return answer.revision?.appSpecContent?.content ?? answer.revision?.string?.content;
    },
    async target(deploymentId: string, targetId: string): Promise<ECSTarget | undefined> {
      const answer = await client.send(new GetDeploymentTargetCommand({ deploymentId, targetId }));
      return answer.deploymentTarget?.ecsTarget;
    },
    async create(place: Place, { content, description, config }: NewDeployment): Promise<string> {
      const { deploymentId = '' } = await client.send(
        new CreateDeploymentCommand({
          ...names(place),
          revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
          description,
          ...(config ? { deploymentConfigName: config } : {}),
        }),
      );
      return deploymentId;
    },
    /** Lets the traffic shift. Harmless when somebody else has done so, or when it has ended. */
    async continue(deploymentId: string): Promise<void> {
      try {
        await client.send(new ContinueDeploymentCommand({ deploymentId, deploymentWaitType: 'READY_WAIT' }));
      } catch (error) {
        const over = ['DeploymentIsNotInReadyStateException', 'DeploymentAlreadyCompletedException'];
        if (!(error instanceof Error) || !over.includes(error.name)) throw error;
      }
    },
    /** Harmless when it has ended already. */
    async stop(deploymentId: string): Promise<void> {
      try {
        await client.send(new StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true }));
      } catch (error) {
        if (error instanceof Error && error.name === 'DeploymentAlreadyCompletedException') return;
        throw error;
      }
    },
  };
}
