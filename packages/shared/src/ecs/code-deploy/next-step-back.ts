/** Where a service of CodeDeploy stands on its way back to an earlier state, and what is to be done next. */
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import type { Service } from '@aws-sdk/client-ecs';
import { countBack, type ServiceGoal } from '../go-back.ts';
import { type ServiceSettings, settingsBack } from '../service-settings.ts';
import type { Place } from './place.ts';
import { primarySet } from './task-sets.ts';
import { isMarked, isWayBack } from './whose.ts';

export interface GoalByCodeDeploy extends ServiceGoal {
  readonly place: Place;
  /** Deployments of this run end with it. */
  readonly mark: string;
  /** Somebody else's deployment that is to be undone too. */
  readonly adopted?: string;
  readonly config?: string;
  /** What CodeDeploy is given to be back there; else it is made of the definition and the settings. */
  readonly appSpec?: string;
}

export interface Position {
  readonly service: Service;
  readonly inFlight?: InFlight;
}

/** The deployment under way, with the task definitions that it leads to and comes from. */
export interface InFlight {
  readonly info: DeploymentInfo;
  readonly taskDefinition?: string;
  readonly from?: string;
}

export type StepBack = { readonly because: string } & (
  | { readonly kind: 'done' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'deploy' }
  | { readonly kind: 'update'; readonly change: Change }
  | { readonly kind: 'stop'; readonly deployment: string }
  /** It waits for somebody to let the traffic shift: what it leads to has run before. */
  | { readonly kind: 'continue'; readonly deployment: string }
  /** Somebody else deploys: the service is theirs. */
  | { readonly kind: 'theirs'; readonly deployment: DeploymentInfo; readonly taskDefinition?: string }
);

/** What UpdateService is given. */
export type Change = ServiceSettings & { readonly desiredCount?: number };

/** Asking it again at any moment is safe. */
export function nextStepBack({ service, inFlight }: Position, goal: GoalByCodeDeploy): StepBack {
  if (inFlight) return stepInFlight(service, inFlight, goal);
  const { taskDefinition } = goal;
  const primary = primarySet(service);
  const running = primary?.taskDefinition ?? service.taskDefinition;
  const different = goal.settings ? settingsBack(service, goal.settings) : {};
  // Before the deployment, which may go on for an hour once the traffic is where it should be.
  const change = changeBack(service, different, goal);
  if (Object.keys(change).length > 0) return { kind: 'update', because: tell(service, change), change };
  if (!sameRevision(running, taskDefinition))
    return { kind: 'deploy', because: `${short(running)} -> ${short(taskDefinition)}` };
  const redeployed = Object.keys(different).filter((field) => ofTaskSets.includes(field));
  if (redeployed.length > 0) return { kind: 'deploy', because: `${short(running)} with ${redeployed.join(', ')}` };
  if (primary && primary.stabilityStatus !== 'STEADY_STATE')
    return { kind: 'wait', because: `the tasks of ${short(taskDefinition)} are not steady yet` };
  return { kind: 'done', because: `runs ${short(taskDefinition)}` };
}

function stepInFlight(service: Service, { info, taskDefinition, from }: InFlight, goal: GoalByCodeDeploy): StepBack {
  const { deploymentId = '', description } = info;
  if (isWayBack(info)) return { kind: 'wait', because: `${deploymentId} takes it back` };
  const ours = deploymentId === goal.adopted || isMarked(description, goal.mark);
  // One that comes from the goal is no way back to it, though it leads to the same revision: it was forced.
  const forced = ours && !goal.renewed && sameRevision(from, goal.taskDefinition);
  if (sameRevision(taskDefinition, goal.taskDefinition) && !forced) {
    // What is left of it is to wait, an hour perhaps, and then to end the tasks that have no traffic any more.
    if (info.instanceTerminationWaitTimeStarted && sameRevision(primarySet(service)?.taskDefinition, taskDefinition))
      return { kind: 'done', because: `runs ${short(taskDefinition)}; CodeDeploy waits to end the tasks of before` };
    if (ours && info.status === 'Ready')
      return { kind: 'continue', because: `${deploymentId} waits before the traffic shifts`, deployment: deploymentId };
    return { kind: 'wait', because: 'on the way back' };
  }
  if (!ours)
    return {
      kind: 'theirs',
      because: `somebody else's deployment ${deploymentId} to ${short(taskDefinition)} is under way`,
      deployment: info,
      ...(taskDefinition ? { taskDefinition } : {}),
    };
  return { kind: 'stop', because: `${deploymentId} is under way`, deployment: deploymentId };
}

/** Fields that a deployment of CodeDeploy changes, by its AppSpec. */
const ofTaskSets: readonly string[] = ['capacityProviderStrategy', 'networkConfiguration'];

/**
 * "For services using the blue/green (CODE_DEPLOY) deployment controller, only the desired count, deployment
 * configuration, health check grace period, task placement constraints and strategies, enable ECS managed tags option,
 * and propagate tags can be updated": https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
const ofService = [
  'deploymentConfiguration',
  'enableECSManagedTags',
  'healthCheckGracePeriodSeconds',
  'placementConstraints',
  'placementStrategy',
  'propagateTags',
] as const satisfies readonly (keyof ServiceSettings)[];

function changeBack(service: Service, different: ServiceSettings, goal: GoalByCodeDeploy): Change {
  const desiredCount = countBack({ service, desiredCount: service.desiredCount ?? 0 }, goal);
  const settings = ofService.flatMap((field) => (field in different ? [[field, different[field]] as const] : []));
  return { ...Object.fromEntries(settings), ...(desiredCount === undefined ? {} : { desiredCount }) };
}

function tell({ desiredCount: now }: Service, { desiredCount, ...settings }: Change): string {
  const counts = desiredCount === undefined ? [] : [`${now} -> ${desiredCount} tasks`];
  return [...counts, ...Object.keys(settings)].join(', ');
}

/** By family and revision: an AppSpec names a definition by these or by the whole ARN. */
export const sameRevision = (a: string | undefined, b: string | undefined) => a !== undefined && short(a) === short(b);
export const short = (arn: string | undefined): string => arn?.split('/').at(-1) ?? 'an unknown task definition';
