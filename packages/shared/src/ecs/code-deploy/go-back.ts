/** The way back of a service that CodeDeploy deploys: a deployment under way is stopped, one that succeeded undone. */
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type ECSClient, type Service, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { ask, type Pace } from '../pace.ts';
import type { Outcome } from '../watch/outcome.ts';
import type { WayBack } from '../way-back.ts';
import { writeAppSpec } from './app-spec.ts';
import type { CodeDeployCalls } from './calls.ts';
import { type GoalByCodeDeploy, nextStepBack, type StepBack } from './next-step-back.ts';
import { position } from './position.ts';
import { loadBalancerOf } from './task-sets.ts';
import { descriptionBack, isWayBack } from './whose.ts';

/** A definition that itself fails would be tried for ever. */
const MOST_CHANGES = 2;
/** How long UpdateService may take to show before it is asked for again. */
const SHOWS_WITHIN_MS = 60_000;
/** CodeDeploy shows the way back of a deployment a moment after its end. */
const QUIET_MS = 10_000;

interface Traveller {
  readonly ecs: ECSClient;
  readonly calls: CodeDeployCalls;
  readonly cluster: string;
  readonly goal: GoalByCodeDeploy;
  readonly pace: Pace;
  readonly steps: { at: Date; what: string }[];
  /** When UpdateService was asked for. */
  readonly updates: number[];
  deployments: number;
  stopped?: string;
  /** When a deployment that CodeDeploy may still take back was last seen under way. */
  busyAt: number | undefined;
  /** The deployment that was last seen to lead back. */
  leadsBack: string | undefined;
  outcome?: Outcome;
  last: string;
}

/** Brings one service back to an earlier task definition, and waits until its tasks have the traffic. */
export async function goBackByCodeDeploy(
  ecs: ECSClient,
  calls: CodeDeployCalls,
  cluster: string,
  goal: GoalByCodeDeploy,
  pace: Pace,
): Promise<WayBack> {
  const world = { ecs, calls, cluster, goal, pace };
  const one: Traveller = {
    ...world,
    steps: [],
    updates: [],
    deployments: 0,
    busyAt: undefined,
    leadsBack: undefined,
    last: '',
  };
  const end = await ask(pace, async () => {
    const done = await advance(one);
    return done === undefined ? { waiting: `${goal.service}: ${one.last}` } : { done };
  });
  const late = end === undefined ? `not back within ${pace.within.ms / 1000} s: ` : '';
  const took = end && one.leadsBack !== undefined ? tookBy(await calls.deployment(one.leadsBack)) : undefined;
  return {
    back: end ?? false,
    because: `${late}${one.last}`,
    steps: one.steps,
    ...(took ? { took } : {}),
    ...(one.outcome ? { outcome: one.outcome } : {}),
  };
}

/** Looks at the service and does the next step; whether it is back, once that is known. */
async function advance(one: Traveller): Promise<boolean | undefined> {
  const { ecs, calls, cluster, goal, pace } = one;
  const at = await position(ecs, calls, cluster, goal.service, goal.place);
  const step = nextStepBack(at, goal);
  one.last = step.because;
  // Once a way back was seen, no other is to come.
  if (at.inFlight) one.busyAt = isWayBack(at.inFlight.info) ? undefined : pace.now().getTime();
  switch (step.kind) {
    case 'theirs':
      one.outcome = superseded(goal, step, pace.now());
      return false;
    case 'wait':
      one.leadsBack = at.inFlight?.info.deploymentId ?? one.leadsBack;
      return undefined;
    case 'continue':
      one.leadsBack = step.deployment;
      await calls.continue(step.deployment);
      note(one, 'ContinueDeployment');
      return undefined;
    case 'stop':
      if (one.stopped === step.deployment) return undefined;
      one.stopped = step.deployment;
      await calls.stop(step.deployment);
      note(one, 'StopDeployment');
      return undefined;
  }
  if (step.kind === 'done' && at.inFlight) return true;
  if (!(await isQuiet(one))) return undefined;
  return step.kind === 'done' ? true : change(one, at.service, step);
}

/** Changes the service, or has it deployed; false when that was done too often already. */
async function change(
  one: Traveller,
  service: Service,
  step: Extract<StepBack, { readonly kind: 'deploy' | 'update' }>,
): Promise<false | undefined> {
  const { ecs, cluster, goal, pace, updates } = one;
  if (step.kind === 'deploy') {
    if (one.deployments === MOST_CHANGES) return false;
    const begun = await one.calls.createUnlessBusy(goal.place, {
      content: goal.appSpec ?? appSpecOf(service, goal),
      description: descriptionBack(goal.mark),
      ...(goal.config ? { config: goal.config } : {}),
    });
    if (begun === undefined) return undefined;
    one.deployments += 1;
    note(one, 'CreateDeployment');
    return undefined;
  }
  const now = pace.now().getTime();
  if (now - (updates.at(-1) ?? Number.NEGATIVE_INFINITY) < SHOWS_WITHIN_MS) return undefined;
  if (updates.length === MOST_CHANGES) return false;
  updates.push(now);
  await ecs.send(new UpdateServiceCommand({ cluster, service: goal.service, ...step.change }));
  note(one, 'UpdateService');
  return undefined;
}

const note = ({ steps, pace, last }: Traveller, what: string) =>
  steps.push({ at: pace.now(), what: `${what}: ${last}` });

/** Whether CodeDeploy has nothing more to take back by itself. */
async function isQuiet({ calls, pace, busyAt, stopped }: Traveller): Promise<boolean> {
  if (busyAt === undefined || pace.now().getTime() - busyAt >= QUIET_MS) return true;
  return stopped !== undefined && hasGoneBack(calls, stopped);
}

/** By CodeDeploy's clock; it stamps no shift of traffic, so one that still waits to end the old tasks tells nothing. */
function tookBy({ createTime: from, completeTime: to }: DeploymentInfo): WayBack['took'] {
  return from && to ? { from, to } : undefined;
}

function superseded(
  { service }: GoalByCodeDeploy,
  { because, deployment, taskDefinition }: Extract<StepBack, { readonly kind: 'theirs' }>,
  at: Date,
): Outcome {
  const { deploymentId = '', createTime } = deployment;
  const by = {
    deployment: deploymentId,
    tags: {},
    ...(createTime ? { since: createTime } : {}),
    ...(taskDefinition ? { taskDefinition } : {}),
  };
  return { kind: 'superseded', service, deployment: deploymentId, because, at, by };
}

/** Whether the way back of a stopped deployment is known, and over. */
async function hasGoneBack(calls: CodeDeployCalls, stopped: string): Promise<boolean> {
  const back = (await calls.deployment(stopped)).rollbackInfo?.rollbackDeploymentId;
  return back !== undefined && ['Succeeded', 'Failed', 'Stopped'].includes((await calls.deployment(back)).status ?? '');
}

function appSpecOf(service: Service, { taskDefinition, settings = {} }: GoalByCodeDeploy): string {
  const forward = loadBalancerOf(service);
  if (!forward) throw new Error(`${service.serviceName} stands behind no load balancer any more`);
  const { capacityProviderStrategy, networkConfiguration, platformVersion } = settings;
  const network = networkConfiguration?.awsvpcConfiguration;
  return writeAppSpec({
    taskDefinition,
    ...forward,
    ...(capacityProviderStrategy?.length ? { capacityProviders: capacityProviderStrategy } : {}),
    ...(network ? { network } : {}),
    ...(platformVersion ? { platformVersion } : {}),
  });
}
