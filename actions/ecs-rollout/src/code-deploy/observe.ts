/** What CodeDeploy knows of a service: its deployment group, and a deployment that is under way. */
import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import type { CapacityProviderStrategyItem, Service } from '@aws-sdk/client-ecs';
import { taskDefinitionIn } from '#shared/ecs/code-deploy/app-spec';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { groupOf, type Refused } from '#shared/ecs/code-deploy/group';
import { type Place, placeOf } from '#shared/ecs/code-deploy/place';
import { loadBalancerOf, primarySet } from '#shared/ecs/code-deploy/task-sets';
import { isWayBack } from '#shared/ecs/code-deploy/whose';
import type { DeploymentView } from '#shared/ecs/service-deployment';
import type { Duration } from '#shared/values/duration';
import { type CodeDeploySettings, codeDeploySettings, type ServiceSettings } from '../settings.ts';

/** A service whose deployments CodeDeploy makes. */
export interface Controlled {
  readonly kind: 'controlled';
  readonly place: Place;
  /** What its load balancer forwards to. */
  readonly container: string;
  readonly port: number;
  /** How long the group waits before it shifts traffic, and before it ends the tasks of before. */
  readonly waits: { readonly ready: Duration; readonly termination: Duration };
  readonly alarms: readonly string[];
  /** Deployment configuration of the group. */
  readonly config?: string;
  /** Task definition that it runs, or is on its way to. */
  readonly running: string;
  readonly latest?: DeploymentView;
  readonly asked: Asked;
}

/** What the user says of its deployments. */
export interface Asked {
  readonly settings: CodeDeploySettings;
  readonly capacityProviders?: readonly CapacityProviderStrategyItem[];
}

export type Observation = Controlled | Refused;

export async function observeCodeDeploy(
  calls: CodeDeployCalls,
  cluster: string,
  service: Service,
  settings: ServiceSettings,
): Promise<Observation> {
  const asked = askedOf(settings);
  const place = placeOf(cluster, service.serviceName ?? '', asked.settings);
  const group = await groupOf(calls, place, cluster, service);
  if ('kind' in group) return group;
  const mistaken = mistakeInReady(group, place, asked.settings);
  if (mistaken) return mistaken;
  const [id] = await calls.inFlight(place);
  const latest = id === undefined ? settledOf(service) : await viewOf(calls, id, service);
  const forward = loadBalancerOf(service);
  if (!forward)
    return {
      kind: 'refused',
      because: 'stands behind no load balancer, whose traffic CodeDeploy could shift',
      hint: 'let ECS deploy it (deployment controller ECS)',
    };
  const onItsWay = latest?.status === 'ROLLBACK_IN_PROGRESS' ? undefined : latest?.taskDefinition;
  return {
    kind: 'controlled',
    place,
    ...forward,
    waits: waitsOf(group),
    alarms: (group.alarmConfiguration?.alarms ?? []).flatMap(({ name }) => name ?? []),
    ...(group.deploymentConfigName ? { config: group.deploymentConfigName } : {}),
    running: onItsWay ?? primarySet(service)?.taskDefinition ?? service.taskDefinition ?? '',
    ...(latest ? { latest } : {}),
    asked,
  };
}

function askedOf(settings: ServiceSettings): Asked {
  const providers = settings['capacity-providers']?.map(({ provider, weight, base }) => ({
    capacityProvider: provider,
    weight,
    base,
  }));
  return {
    settings: settings['code-deploy'] ?? codeDeploySettings.parse({}),
    ...(providers ? { capacityProviders: providers } : {}),
  };
}

/** The deployment whose tasks have the traffic and are steady: it succeeded. A service that was just created has none. */
function settledOf(service: Service): DeploymentView | undefined {
  const primary = primarySet(service);
  if (!primary?.externalId || primary.stabilityStatus !== 'STEADY_STATE') return undefined;
  const { externalId: arn, taskDefinition, createdAt = new Date(0) } = primary;
  return { arn, status: 'SUCCESSFUL', createdAt, ...(taskDefinition ? { taskDefinition } : {}) };
}

/** A deployment under way, in the words that the decisions know. */
async function viewOf(calls: CodeDeployCalls, id: string, service: Service): Promise<DeploymentView> {
  const info = await calls.deployment(id);
  const taskDefinition = taskDefinitionIn(await calls.appSpec(info));
  const from = (service.taskSets ?? []).find(({ externalId }) => externalId !== id)?.taskDefinition;
  return {
    arn: id,
    status: isWayBack(info) ? 'ROLLBACK_IN_PROGRESS' : info.status === 'Created' ? 'PENDING' : 'IN_PROGRESS',
    ...(taskDefinition ? { taskDefinition } : {}),
    ...(from ? { from } : {}),
    createdAt: info.createTime ?? new Date(0),
  };
}

/** Whether the group lets a deployment wait for ContinueDeployment: DeploymentReadyOption, API reference. */
const letsWait = ({ blueGreenDeploymentConfiguration: waits }: DeploymentGroupInfo): boolean =>
  waits?.deploymentReadyOption?.actionOnTimeout === 'STOP_DEPLOYMENT';

/** Suites that would never be asked must not look as if they had passed. */
function mistakeInReady(
  group: DeploymentGroupInfo,
  { group: name }: Place,
  { ready }: CodeDeploySettings,
): Refused | undefined {
  if (!ready || letsWait(group)) return undefined;
  return {
    kind: 'refused',
    because: `has suites for the wait before its traffic shifts, and the deployment group ${name} does not wait`,
    hint: 'set the group to wait (deploymentReadyOption with actionOnTimeout STOP_DEPLOYMENT), or leave out code-deploy.ready',
  };
}

function waitsOf(group: DeploymentGroupInfo): Controlled['waits'] {
  const waits = group.blueGreenDeploymentConfiguration;
  const minutes = (count = 0): Duration => ({ ms: count * 60_000 });
  return {
    ready: minutes(letsWait(group) ? waits?.deploymentReadyOption?.waitTimeInMinutes : 0),
    termination: minutes(waits?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes),
  };
}
