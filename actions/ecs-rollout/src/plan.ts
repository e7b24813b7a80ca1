/** What to do about each service, decided from what ECS reported and what the user asked. */
import type { RegisterTaskDefinitionCommandInput, Service, Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import { type DeploymentView, isGoingBack, isInFlight } from '#shared/ecs/service-deployment';
import { type ServiceSettings, settingsOf, takesForce } from '#shared/ecs/service-settings';
import { sameDefinition } from '#shared/ecs/task-definition';
import type { KeyPath } from '#shared/runtime/mistake';
import type { Controlled } from './code-deploy/observe.ts';
import type { PlaceOf } from './definition/read-definition.ts';
import type { ServiceChange } from './deploy/service-change.ts';

/** One service as ECS reported it, with what it is to run. */
export interface ServiceView {
  readonly name: string;
  readonly service: Service;
  /** What it runs now, or is on its way to. */
  readonly current: TaskDefinition;
  readonly currentTags: readonly Tag[];
  readonly target: RegisterTaskDefinitionCommandInput;
  /** The registered revision that is deployed as it is. */
  readonly asItIs?: string;
  readonly change: ServiceChange;
  /** Tasks that the release asks for, whether they are as many already or not. */
  readonly askedCount?: number;
  readonly placeOf: PlaceOf;
  readonly latest?: DeploymentView;
  /** What a deployment in flight leads to. */
  readonly inFlight?: TaskDefinition;
  /** What it was before the release, from the release record. */
  readonly recorded?: Before;
  /** When its deployments are made by CodeDeploy. */
  readonly codeDeploy?: Controlled;
}

/** What a service goes back to. */
export interface Before {
  readonly taskDefinition: string;
  /** Only where the release itself says how many tasks there are to be: else autoscaling may have its reasons. */
  readonly desiredCount?: number;
  readonly releaseCount?: number;
  readonly settings?: ServiceSettings;
}

export interface Asked {
  readonly force: boolean;
  readonly whenDeploying: 'refuse' | 'wait' | 'take-over';
}

export type Decision = { readonly service: string; readonly because: string } & (
  | { readonly kind: 'leave'; readonly view: ServiceView; readonly before: Before }
  /** `path`: the input that is refused. */
  | { readonly kind: 'refuse'; readonly hint: string; readonly path?: KeyPath }
  /** Somebody else's deployment is waited for, and the decision is made again. */
  | { readonly kind: 'wait'; readonly view: ServiceView; readonly deployment: string }
  | {
      readonly kind: 'adopt';
      readonly view: ServiceView;
      readonly deployment: string;
      readonly definition: string;
      readonly before: Before;
    }
  | {
      readonly kind: 'deploy';
      readonly view: ServiceView;
      readonly before: Before;
      /** New tasks also where ECS would begin no deployment by itself. */
      readonly force: boolean;
      /** Only settings change for which ECS begins no deployment: the tasks stay, more or fewer of them. */
      readonly quiet?: true;
    }
);

export type Going = Extract<Decision, { readonly before: Before }>;

/**
 * Settings that UpdateService takes over without a deployment.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
const quietSettings: readonly string[] = ['desiredCount', 'deploymentConfiguration', 'healthCheckGracePeriodSeconds'];

export function decide(view: ServiceView, asked: Asked): Decision {
  const { name: service, latest, target } = view;
  if (latest && (isInFlight(latest) || isGoingBack(latest))) return decideBusy(view, latest, asked);
  const changes = changesOf(view);
  const healthy = !latest || ['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL'].includes(latest.status);
  const before = beforeOf(view);
  if (changes.length === 0 && healthy && !asked.force)
    return {
      kind: 'leave',
      service,
      because: `already runs ${revision(currentArn(view))} as it is wanted`,
      view,
      before,
    };
  const isQuiet = changes.length > 0 && changes.every((one) => quietSettings.includes(one)) && healthy && !asked.force;
  // CodeDeploy proves what it deployed, and a service without its deployment would have nothing to prove it.
  if (isQuiet && !view.codeDeploy) {
    const because = `${changes.join(', ')} of ${service}, without new tasks`;
    return { kind: 'deploy', service, because, view, before, force: false, quiet: true };
  }
  const why = healthy ? 'new tasks were asked for (force)' : `its last deployment ended ${latest?.status}`;
  const because = changes.length === 0 ? why : `${changes.join(', ')} of ${target.family}`;
  return { kind: 'deploy', service, because, view, before, force: asked.force || hasToBeForced(view) };
}

function decideBusy(view: ServiceView, latest: DeploymentView, { whenDeploying }: Asked): Decision {
  const { name: service, target, inFlight } = view;
  const definition = latest.taskDefinition;
  const before = view.recorded ?? (latest.from ? { taskDefinition: latest.from } : beforeOf(view));
  const ours = inFlight && sameDefinition(inFlight, target) && Object.keys(view.change).length === 0;
  if (isInFlight(latest) && definition && ours)
    return {
      kind: 'adopt',
      service,
      because: `is already on its way to ${revision(definition)}, which is what is wanted`,
      view,
      deployment: latest.arn,
      definition,
      before,
    };
  const state = `is already deploying ${revision(definition)} (${latest.status})`;
  if (whenDeploying === 'take-over' && isInFlight(latest))
    return { kind: 'deploy', service, because: `${state}; taken over`, view, before, force: hasToBeForced(view) };
  // A service on its way back is nobody's to take over: what it goes back to is what a rollback needs.
  if (whenDeploying !== 'refuse') return { kind: 'wait', service, because: state, view, deployment: latest.arn };
  return {
    kind: 'refuse',
    service,
    because: state,
    hint: 'wait for it, stop it with the rollback action, or set when-deploying to wait or take-over',
  };
}

/** What is different from now, in words; nothing when nothing is. */
const changesOf = (view: ServiceView): string[] => [
  ...(keepsRevision(view) ? [] : ['a new revision']),
  ...Object.keys(view.change),
];

const keepsRevision = ({ current, currentTags, target, asItIs }: ServiceView): boolean =>
  asItIs ? asItIs === current.taskDefinitionArn : sameDefinition(current, target, currentTags);

/**
 * Whether ECS begins a deployment only when it is told to. Of what is changed here a new revision alone begins one:
 * count, grace period and deployment configuration do not.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html
 */
const hasToBeForced = (view: ServiceView): boolean => keepsRevision(view) || takesForce(view.change);

const currentArn = ({ current }: ServiceView) => current.taskDefinitionArn ?? '';

function beforeOf(view: ServiceView): Before {
  const { service, askedCount } = view;
  const now = {
    taskDefinition: currentArn(view),
    desiredCount: service.desiredCount ?? 0,
    settings: settingsOf(service),
  };
  const { desiredCount, ...before }: Before = view.recorded ?? now;
  if (askedCount === undefined || desiredCount === undefined) return before;
  return { ...before, desiredCount, releaseCount: askedCount };
}

export const digestOf = (image: string): string => image.split('@').at(-1) ?? image;
export const revision = (arn: string | undefined): string => arn?.split('/').at(-1) ?? 'an unknown task definition';
