import { type ECSClient, type Service, StopServiceDeploymentCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { ask, type Pace } from './pace.ts';
import { type DeploymentView, isGoingBack, isInFlight, latestDeployments } from './service-deployment.ts';
import { type ServiceSettings, settingsBack } from './service-settings.ts';
import { describeServices } from './services.ts';

export interface ServiceGoal {
  readonly service: string;
  readonly taskDefinition: string;
  readonly desiredCount?: number;
  /** What else UpdateService can set: network, load balancers, deployment configuration, capacity providers. */
  readonly settings?: ServiceSettings;
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
    if (latest.taskDefinition === goal.taskDefinition) return { kind: 'wait', because: 'on the way back' };
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
  const counted = (goal.desiredCount === undefined || at.desiredCount === goal.desiredCount) && different.length === 0;
  if (
    there &&
    counted &&
    latest?.status === 'SUCCESSFUL' &&
    (latest.taskDefinition ?? goal.taskDefinition) !== goal.taskDefinition
  )
    return { kind: 'wait', because: 'ECS does not list the new deployment yet' };
  // A first deployment, made before ECS kept service deployments, leaves none to look at.
  const settled = !latest || ['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL'].includes(latest.status);
  if (there && counted && settled) return { kind: 'done', because: `runs ${short(goal.taskDefinition)}` };
  const what = different.length > 0 ? ` (${different.join(', ')})` : '';
  return { kind: 'update', because: `${short(at.taskDefinition)} -> ${short(goal.taskDefinition)}${what}` };
}

export interface WayBack {
  readonly back: boolean;
  readonly because: string;
  readonly steps: readonly { readonly at: Date; readonly what: string }[];
  /** When the way back began and ended, by ECS's clock; absent when the service was there already. */
  readonly took?: { readonly from: Date; readonly to: Date };
}

/** UpdateService is asked for at most this often: a goal that itself fails to start would be tried for ever. */
const MOST_UPDATES = 2;

/** How long UpdateService may take to show among the deployments before it is asked for again. */
const UPDATE_SHOWS_WITHIN_MS = 60_000;

/** Brings one service back to an earlier task definition and waits until it runs there. */
export async function goBack(ecs: ECSClient, cluster: string, goal: ServiceGoal, pace: Pace): Promise<WayBack> {
  const steps: { at: Date; what: string }[] = [];
  const updates: { at: number; latest: string | undefined }[] = [];
  let last = '';
  const end = await ask(pace, async () => {
    const at = await position(ecs, cluster, goal.service);
    const step = nextStepBack(at, goal);
    last = step.because;
    if (step.kind === 'done') return { done: { back: true, took: steps.length > 0 ? took(at.latest) : undefined } };
    const waiting = { waiting: `${goal.service}: ${last}` };
    if (step.kind === 'wait') return waiting;
    if (step.kind === 'update') {
      const before = updates.at(-1);
      if (before && before.latest === at.latest?.arn && pace.now().getTime() - before.at < UPDATE_SHOWS_WITHIN_MS)
        return waiting;
      if (updates.length === MOST_UPDATES) return { done: { back: false, took: undefined } };
      updates.push({ at: pace.now().getTime(), latest: at.latest?.arn });
      await update(ecs, cluster, goal, at.service);
    } else await stop(ecs, step.deployment);
    steps.push({
      at: pace.now(),
      what: `${step.kind === 'stop' ? 'StopServiceDeployment' : 'UpdateService'}: ${last}`,
    });
    return waiting;
  });
  return {
    back: end?.back ?? false,
    because: end ? last : `not back within ${pace.within.ms / 1000} s: ${last}`,
    steps,
    ...(end?.took ? { took: end.took } : {}),
  };
}

function took(latest: DeploymentView | undefined): { from: Date; to: Date } | undefined {
  if (!latest?.finishedAt) return undefined;
  return { from: latest.rollbackAt ?? latest.createdAt, to: latest.finishedAt };
}

export async function position(ecs: ECSClient, cluster: string, name: string): Promise<ServicePosition> {
  const [services, [latest]] = await Promise.all([
    describeServices(ecs, cluster, [name]),
    latestDeployments(ecs, cluster, name, 1),
  ]);
  const service = services.get(name);
  if (!service) throw new Error(`${cluster} has no active service ${name}`);
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

async function update(ecs: ECSClient, cluster: string, goal: ServiceGoal, now: Service | undefined): Promise<void> {
  const { service, taskDefinition, desiredCount, settings } = goal;
  await ecs.send(
    new UpdateServiceCommand({
      cluster,
      service,
      taskDefinition,
      ...(now && settings ? settingsBack(now, settings) : {}),
      ...(desiredCount === undefined ? {} : { desiredCount }),
    }),
  );
}

async function stop(ecs: ECSClient, serviceDeploymentArn: string): Promise<void> {
  try {
    await ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' }));
  } catch (error) {
    // It ended between the look and the call: the next look decides again.
    if (error instanceof Error && /^(ConflictException|ServiceDeploymentNotFoundException)$/.test(error.name)) return;
    throw error;
  }
}

const short = (arn: string | undefined): string => arn?.split('/').at(-1) ?? 'an unknown task definition';
