/** What a service of CodeDeploy ran before, by what CodeDeploy remembers of its deployments. */
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import type { Service } from '@aws-sdk/client-ecs';
import { taskDefinitionIn, withoutHooks } from '#shared/ecs/code-deploy/app-spec';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { short } from '#shared/ecs/code-deploy/next-step-back';
import type { Place } from '#shared/ecs/code-deploy/place';
import { setBesides } from '#shared/ecs/code-deploy/task-sets';
import { isWayBack, putsBack } from '#shared/ecs/code-deploy/whose';
import { previousOf } from './previous.ts';

/** Deployments that are looked at. */
const NEWEST = 20;
/** As long as ECS remembers its own deployments. */
const WITHIN_MS = 90 * 24 * 60 * 60_000;

export type PreviousByCodeDeploy =
  | { readonly kind: 'goal'; readonly taskDefinition: string; readonly appSpec?: string; readonly because: string }
  | { readonly kind: 'refuse'; readonly because: string };

/** One deployment, with the AppSpec that it was given. */
export interface Remembered {
  readonly info: DeploymentInfo;
  /** Undefined where it lies in S3, or CodeDeploy has it no more. */
  readonly appSpec: string | undefined;
}

/** Newest first: the present one, and those before it that succeeded. CodeDeploy's own ways back are none of them. */
export async function historyOf(calls: CodeDeployCalls, place: Place, now: Date): Promise<readonly Remembered[]> {
  const { readDeployments } = await import('#shared/ecs/code-deploy/read-deployments');
  const all = await readDeployments(calls.client, await calls.idsSince(place, new Date(now.getTime() - WITHIN_MS)));
  const [present, ...older] = all.filter((info) => !isWayBack(info));
  const looked = [...(present ? [present] : []), ...older.filter(({ status }) => status === 'Succeeded')];
  return Promise.all(looked.slice(0, NEWEST).map(async (info) => ({ info, appSpec: await calls.appSpec(info) })));
}

/** A deployment of the definition that runs already brought new tasks, and is no state of its own. */
export function previousByCodeDeploy(service: Service, history: readonly Remembered[]): PreviousByCodeDeploy {
  const [present] = history;
  if (!present) return { kind: 'refuse', because: 'CodeDeploy remembers no deployment of it' };
  const before = setBesides(service, present.info.deploymentId ?? '')?.taskDefinition;
  // The first deployment of a service comes from what it was created with, which is no deployment of CodeDeploy's.
  if (history.length === 1 && present.info.status !== 'Succeeded' && before)
    return { kind: 'goal', taskDefinition: before, because: `${present.info.deploymentId} is its first deployment` };
  const unread = history.find(({ appSpec }) => taskDefinitionIn(appSpec) === undefined);
  if (unread)
    return { kind: 'refuse', because: `what ${unread.info.deploymentId} led to cannot be read from its AppSpec` };
  const previous = previousOf(
    history.map(({ info, appSpec }) => ({
      arn: info.deploymentId ?? '',
      status: statuses[info.status ?? ''] ?? 'IN_PROGRESS',
      revision: { taskDefinition: short(taskDefinitionIn(appSpec)) },
      ...known(putsBack(info.description)),
    })),
  );
  if (previous.kind === 'refuse') return previous;
  const found = history.find(({ info }) => info.deploymentId === previous.deployment.arn);
  const appSpec = withoutHooks(found?.appSpec);
  return {
    kind: 'goal',
    taskDefinition: taskDefinitionIn(appSpec) ?? '',
    because: previous.because,
    ...(appSpec ? { appSpec } : {}),
  };
}

const known = (back: boolean | undefined) => (back === undefined ? {} : { putsBack: back });

/** In the words of ECS; every other one is under way. */
const statuses: Readonly<Record<string, string>> = { Succeeded: 'SUCCESSFUL', Failed: 'STOPPED', Stopped: 'STOPPED' };
