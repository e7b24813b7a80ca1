/** Where a service stands on its way back to an earlier state, and what is to be done next. */
import type { ECSClient, Service } from '@aws-sdk/client-ecs';
import { type DeploymentView, isGoingBack, isInFlight, latestDeployments } from './service-deployment.ts';
import { type ServiceSettings, settingsBack } from './service-settings.ts';
import { describeServices } from './services.ts';

export interface ServiceGoal {
  readonly service: string;
  readonly taskDefinition: string;
  /** Absent: as many tasks as there are, when the release did not change the count itself. */
  readonly desiredCount?: number;
  /** Count that the release itself asked for: only from this one is a service brought down to `desiredCount`. */
  readonly releaseCount?: number;
  /** What else UpdateService can set: network, load balancers, deployment configuration, capacity providers. */
  readonly settings?: ServiceSettings;
  /**
   * A deployment from the goal to the goal itself is waited for: it brings new tasks, as a rollback asks for once it
   * has exchanged the database. Without this it is stopped, for a roll-out that forced it is what is to be undone.
   */
  readonly renewed?: boolean;
}

export interface ServicePosition {
  readonly taskDefinition: string;
  readonly desiredCount: number;
  readonly latest?: DeploymentView;
  /** As ECS described it; without it, settings are taken to be as they should. */
  readonly service?: Service;
}

export type StepBack = { readonly because: string } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'update' }
  | { readonly kind: 'stop'; readonly deployment: string }
);

/** The next step that brings a service back to its goal. Asking it again at any moment is safe. */
export function nextStepBack(at: ServicePosition, goal: ServiceGoal): StepBack {
  const { latest } = at;
  if (latest && isGoingBack(latest)) return { kind: 'wait', because: `deployment is ${latest.status}` };
  if (latest && isInFlight(latest)) {
    // One that comes from the goal is no way back to it, though it leads to the same revision: it was forced.
    if (latest.taskDefinition === goal.taskDefinition && (latest.from !== goal.taskDefinition || goal.renewed))
      return { kind: 'wait', because: 'on the way back' };
    if (latest.from === goal.taskDefinition)
      return {
        kind: 'stop',
        because: `deployment to ${short(latest.taskDefinition)} is under way`,
        deployment: latest.arn,
      };
    return { kind: 'update', because: `deployment to ${short(latest.taskDefinition)} did not start from the goal` };
  }
  const there = at.taskDefinition === goal.taskDefinition;
  const different = at.service && goal.settings ? Object.keys(settingsBack(at.service, goal.settings)) : [];
  const counted = countBack(at, goal) === undefined && different.length === 0;
  if (
    there &&
    counted &&
    latest?.status === 'SUCCESSFUL' &&
    (latest.taskDefinition ?? goal.taskDefinition) !== goal.taskDefinition
  )
    return { kind: 'wait', because: 'ECS does not list the new deployment yet' };
  if (there && counted && hasSettled(at)) return { kind: 'done', because: `runs ${short(goal.taskDefinition)}` };
  const what = different.length > 0 ? ` (${different.join(', ')})` : '';
  return { kind: 'update', because: `${short(at.taskDefinition)} -> ${short(goal.taskDefinition)}${what}` };
}

/**
 * Tasks to ask for; undefined where the count is left alone: where they are as many already, and where ECS itself counts,
 * on every instance of a cluster. More tasks than before stay too, unless the release itself asked for just as many:
 * autoscaling or a person has added them since for the load of now, and a rollback must not make an overload of a bad
 * release. Too many tasks cost little, and autoscaling takes them away again.
 */
export function countBack(
  { service, desiredCount }: Pick<ServicePosition, 'service' | 'desiredCount'>,
  goal: ServiceGoal,
): number | undefined {
  // "The daemon scheduling strategy does not support a desired count": CreateService, API reference.
  if (service?.schedulingStrategy === 'DAEMON') return undefined;
  if (goal.desiredCount === undefined || goal.desiredCount === desiredCount) return undefined;
  return goal.desiredCount > desiredCount || desiredCount === goal.releaseCount ? goal.desiredCount : undefined;
}

/** A first deployment, made before ECS kept service deployments, leaves none to look at. */
export const hasSettled = ({ latest }: ServicePosition): boolean =>
  !latest || ['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL'].includes(latest.status);

export async function position(ecs: ECSClient, cluster: string, name: string): Promise<ServicePosition> {
  const [services, [latest]] = await Promise.all([
    describeServices(ecs, cluster, [name]),
    latestDeployments(ecs, cluster, name, 1),
  ]);
  const service = services.get(name);
  // As ECS itself names it where a service is asked for alone.
  if (!service)
    throw Object.assign(new Error(`${cluster} has no active service ${name}`), { name: 'ServiceNotFoundException' });
  return {
    taskDefinition: targetOf(service),
    desiredCount: service.desiredCount ?? 0,
    service,
    ...(latest ? { latest } : {}),
  };
}

/** The task definition that a service is at, or on its way to. */
export function targetOf(service: Service): string {
  const primary = service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
  return primary?.taskDefinition ?? service.taskDefinition ?? '';
}

const short = (arn: string | undefined): string => arn?.split('/').at(-1) ?? 'an unknown task definition';
