/**
 * What more than one action asks of CodeDeploy. It loads the SDK, and so is imported when the first service needs it;
 * what one action asks alone stands there, since the commands that an action can reach are what its policy grants.
 */
import {
  CodeDeployClient,
  type CodeDeployClientConfig,
  ContinueDeploymentCommand,
  CreateDeploymentCommand,
  type DeploymentGroupInfo,
  type DeploymentInfo,
  GetApplicationRevisionCommand,
  GetDeploymentCommand,
  GetDeploymentGroupCommand,
  ListDeploymentsCommand,
  type ListDeploymentsInput,
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
  const list = async (place: Place, filter: Pick<ListDeploymentsInput, 'includeOnlyStatuses' | 'createTimeRange'>) => {
    const found: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await client.send(
        new ListDeploymentsCommand({ ...names(place), ...filter, ...(nextToken ? { nextToken } : {}) }),
      );
      found.push(...(page.deployments ?? []));
      nextToken = page.nextToken;
    } while (nextToken);
    return found;
  };
  const create = async (place: Place, { content, description, config }: NewDeployment): Promise<string> => {
    const { deploymentId = '' } = await client.send(
      new CreateDeploymentCommand({
        ...names(place),
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
        description,
        ...(config ? { deploymentConfigName: config } : {}),
      }),
    );
    return deploymentId;
  };
  return {
    client,
    create,
    /** Undefined when the group has a deployment under way: somebody else was first, or an answer to this was lost. */
    async createUnlessBusy(place: Place, deployment: NewDeployment): Promise<string | undefined> {
      try {
        return await create(place, deployment);
      } catch (error) {
        if (error instanceof Error && error.name === 'DeploymentLimitExceededException') return undefined;
        throw error;
      }
    },
    async group(place: Place): Promise<DeploymentGroupInfo> {
      const { deploymentGroupInfo = {} } = await client.send(new GetDeploymentGroupCommand(names(place)));
      return deploymentGroupInfo;
    },
    /** Ids of the deployments that have not ended: CodeDeploy lets a group have one, and the way back of it. */
    async inFlight(place: Place): Promise<readonly string[]> {
      return list(place, { includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'] });
    },
    /** Ids of every deployment that was created since then and is still known, in no order that is documented. */
    async idsSince(place: Place, start: Date): Promise<readonly string[]> {
      return list(place, { createTimeRange: { start } });
    },
    /** Ids of those that succeeded since then. */
    async succeededSince(place: Place, start: Date): Promise<readonly string[]> {
      return list(place, { includeOnlyStatuses: ['Succeeded'], createTimeRange: { start } });
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
