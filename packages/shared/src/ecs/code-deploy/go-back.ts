/** The way back of a service that CodeDeploy deploys: a deployment under way is stopped, one that succeeded undone. */
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type ECSClient, type Service, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import type { ServiceGoal } from '../go-back.ts';
import { ask, type Pace } from '../pace.ts';
import { describeServices } from '../services.ts';
import type { WayBack } from '../way-back.ts';
import { taskDefinitionIn, writeAppSpec } from './app-spec.ts';
import type { CodeDeployCalls } from './calls.ts';
import type { Place } from './place.ts';
import { loadBalancerOf, primarySet } from './task-sets.ts';
import { isMarked, isWayBack } from './whose.ts';

export interface GoalByCodeDeploy extends ServiceGoal {
  readonly place: Place;
  /** Deployments of this run end with it. */
  readonly mark: string;
  /** Deployment of an earlier run that this run adopted. */
  readonly adopted?: string;
  readonly config?: string;
}

export interface Position {
  readonly service: Service;
  /** The deployment under way, and the definition that it leads to. */
  readonly inFlight?: { readonly info: DeploymentInfo; readonly taskDefinition?: string };
}

export type StepBack = { readonly because: string } & (
  | { readonly kind: 'done' | 'wait' | 'deploy' | 'update' }
  | { readonly kind: 'stop'; readonly deployment: string }
  /** Somebody else deploys: the service is theirs. */
  | { readonly kind: 'theirs' }
);

/** Asking it again at any moment is safe. */
export function nextStepBack({ service, inFlight }: Position, goal: GoalByCodeDeploy): StepBack {
  const { taskDefinition, desiredCount } = goal;
  if (inFlight) {
    const { deploymentId = '', description } = inFlight.info;
    if (isWayBack(inFlight.info)) return { kind: 'wait', because: `${deploymentId} takes it back` };
    if (sameRevision(inFlight.taskDefinition, taskDefinition)) return { kind: 'wait', because: 'on the way back' };
    if (deploymentId !== goal.adopted && !isMarked(description, goal.mark))
      return { kind: 'theirs', because: `somebody else's deployment ${deploymentId} is under way` };
    return { kind: 'stop', because: `${deploymentId} is under way`, deployment: deploymentId };
  }
  const primary = primarySet(service);
  const running = primary?.taskDefinition ?? service.taskDefinition;
  if (!sameRevision(running, taskDefinition))
    return { kind: 'deploy', because: `${short(running)} -> ${short(taskDefinition)}` };
  if (desiredCount !== undefined && service.desiredCount !== desiredCount)
    return { kind: 'update', because: `${service.desiredCount} -> ${desiredCount} tasks` };
  if (primary && primary.stabilityStatus !== 'STEADY_STATE')
    return { kind: 'wait', because: `the tasks of ${short(taskDefinition)} are not steady yet` };
  return { kind: 'done', because: `runs ${short(taskDefinition)}` };
}

/** A definition that itself fails would be tried for ever. */
const MOST_DEPLOYMENTS = 2;
/** CodeDeploy shows the way back of a deployment a moment after its end. */
const QUIET_MS = 10_000;

/** Brings one service back to an earlier task definition, and waits until its tasks run. */
export async function goBackByCodeDeploy(
  ecs: ECSClient,
  calls: CodeDeployCalls,
  cluster: string,
  goal: GoalByCodeDeploy,
  pace: Pace,
): Promise<WayBack> {
  const steps: { at: Date; what: string }[] = [];
  let last = '';
  let deployments = 0;
  let stopped: string | undefined;
  let busyAt: number | undefined;
  const note = (what: string) => steps.push({ at: pace.now(), what: `${what}: ${last}` });
  const end = await ask(pace, async () => {
    const at = await position(ecs, calls, cluster, goal);
    const step = nextStepBack(at, goal);
    last = step.because;
    const waiting = { waiting: `${goal.service}: ${last}` };
    // Once a way back was seen, no other is to come.
    if (at.inFlight) busyAt = isWayBack(at.inFlight.info) ? undefined : pace.now().getTime();
    if (step.kind === 'theirs') return { done: false };
    if (step.kind === 'wait') return waiting;
    if (step.kind === 'stop') {
      if (stopped === step.deployment) return waiting;
      stopped = step.deployment;
      await calls.stop(step.deployment);
      note('StopDeployment');
      return waiting;
    }
    const quiet = busyAt === undefined || pace.now().getTime() - busyAt >= QUIET_MS;
    if (!quiet && !(stopped !== undefined && (await hasGoneBack(calls, stopped)))) return waiting;
    if (step.kind === 'done') return { done: true };
    if (step.kind === 'update') {
      const { desiredCount } = goal;
      await ecs.send(new UpdateServiceCommand({ cluster, service: goal.service, desiredCount }));
      note('UpdateService');
      return waiting;
    }
    if (deployments === MOST_DEPLOYMENTS) return { done: false };
    deployments += 1;
    await deployBefore(calls, at.service, goal);
    note('CreateDeployment');
    return waiting;
  });
  const late = end === undefined ? `not back within ${pace.within.ms / 1000} s: ` : '';
  return { back: end ?? false, because: `${late}${last}`, steps };
}

/** Whether the way back of a stopped deployment is known, and over. */
async function hasGoneBack(calls: CodeDeployCalls, stopped: string): Promise<boolean> {
  const back = (await calls.deployment(stopped)).rollbackInfo?.rollbackDeploymentId;
  return back !== undefined && ['Succeeded', 'Failed', 'Stopped'].includes((await calls.deployment(back)).status ?? '');
}

async function position(
  ecs: ECSClient,
  calls: CodeDeployCalls,
  cluster: string,
  { service: name, place }: GoalByCodeDeploy,
): Promise<Position> {
  // The deployments first: one that ends in between is then seen in what it has left behind.
  const [id] = await calls.inFlight(place);
  const info = id === undefined ? undefined : await calls.deployment(id);
  const taskDefinition = info && !isWayBack(info) ? taskDefinitionIn(await calls.appSpec(info)) : undefined;
  const service = (await describeServices(ecs, cluster, [name])).get(name);
  if (!service) throw new Error(`${cluster} has no active service ${name}`);
  return { service, ...(info ? { inFlight: { info, ...(taskDefinition ? { taskDefinition } : {}) } } : {}) };
}

async function deployBefore(
  calls: CodeDeployCalls,
  service: Service,
  { taskDefinition, settings, place, mark, config }: GoalByCodeDeploy,
): Promise<void> {
  const forward = loadBalancerOf(service);
  if (!forward) throw new Error(`${service.serviceName} stands behind no load balancer any more`);
  const { capacityProviderStrategy, networkConfiguration } = settings ?? {};
  const network = networkConfiguration?.awsvpcConfiguration;
  const content = writeAppSpec({
    taskDefinition,
    ...forward,
    ...(capacityProviderStrategy?.length ? { capacityProviders: capacityProviderStrategy } : {}),
    ...(network ? { network } : {}),
  });
  await calls.create(place, {
    content,
    description: `puts back what was before ${mark}`,
    ...(config ? { config } : {}),
  });
}

/** By family and revision: an AppSpec names a definition by these or by the whole ARN. */
const sameRevision = (a: string | undefined, b: string | undefined) => a !== undefined && short(a) === short(b);
const short = (arn: string | undefined): string => arn?.split('/').at(-1) ?? 'an unknown task definition';
