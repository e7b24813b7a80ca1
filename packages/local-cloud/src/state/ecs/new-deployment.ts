/** How a service's new deployment begins; one that is still under way is superseded by it. */
import { breakerThreshold, lastCompleted } from './circuit-breaker.ts';
import { type AlarmState, beginAlarmWatch } from './deployment-alarms.ts';
import { arnOf, deploymentSuffix, digits, type Place } from './identifiers.ts';
import { beginProgress, stepsOf } from './lifecycle.ts';
import { beginHooks } from './lifecycle-hooks.ts';
import type {
  BoundLoadBalancer,
  Deployment,
  Service,
  ServiceDeployment,
  ServiceRevision,
  TaskDefinition,
} from './model.ts';
import { end } from './rollout.ts';
import { rollout } from './wording.ts';

export interface NewDeployment {
  readonly definition: TaskDefinition;
  readonly images: ServiceRevision['images'];
  readonly place: Place;
  readonly now: number;
  readonly alarmState: AlarmState;
}

export function beginDeployment(service: Service, asked: NewDeployment): Deployment {
  const { definition, now } = asked;
  const id = `ecs-svc/${digits(19)}`;
  const loadBalancers = targetGroupsFor(service);
  const revision = newRevision(service, asked, loadBalancers);
  const serviceDeployment = newServiceDeployment(service, asked, revision);
  const deployment: Deployment = {
    id,
    definition,
    revisionArn: revision.arn,
    loadBalancers,
    serviceDeploymentArn: serviceDeployment.arn,
    status: 'PRIMARY',
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: rollout.inProgress(id),
    failedTasks: 0,
    createdAt: now,
    updatedAt: now,
  };
  for (const earlier of service.serviceDeployments)
    if (earlier.finishedAt === undefined) end(earlier, 'STOPPED', rollout.superseded, now);
  for (const earlier of service.deployments) earlier.status = 'ACTIVE';
  service.deployments = [deployment, ...service.deployments];
  service.serviceDeployments.push(serviceDeployment);
  service.revisions.push(revision);
  service.steady = false;
  return deployment;
}

const pathOf = (service: Service) => `${service.arn.split(':service/')[1]}`;

function newRevision(
  service: Service,
  { definition, images, place, now }: NewDeployment,
  loadBalancers: readonly BoundLoadBalancer[],
): ServiceRevision {
  const { clusterArn, networkConfiguration, launchType, strategy, settings } = service;
  return {
    arn: arnOf(place, `service-revision/${pathOf(service)}/${digits(19)}`),
    clusterArn,
    serviceArn: service.arn,
    definition,
    createdAt: now,
    loadBalancers: service.loadBalancers,
    resolvedLoadBalancers: loadBalancers,
    networkConfiguration,
    launchType,
    strategy,
    settings,
    images,
  };
}

function newServiceDeployment(
  service: Service,
  { place, now, alarmState }: NewDeployment,
  revision: ServiceRevision,
): ServiceDeployment {
  const { configuration } = service;
  const breaker = configuration.deploymentCircuitBreaker;
  const steps = stepsOf(configuration, service.deployments.length > 1);
  const progress = beginProgress(steps, now);
  if (steps[0]) progress.hooks = beginHooks(configuration, steps[0].stage, now);
  return {
    arn: arnOf(place, `service-deployment/${pathOf(service)}/${deploymentSuffix()}`),
    clusterArn: service.clusterArn,
    serviceArn: service.arn,
    targetRevisionArn: revision.arn,
    sourceRevisionArns: service.deployments.map(({ revisionArn }) => revisionArn),
    configuration,
    ...(configuration.strategy === 'ROLLING' ? {} : { progress }),
    alarms: beginAlarmWatch(configuration, alarmState),
    createdAt: now,
    updatedAt: now,
    status: 'PENDING',
    breaker: {
      status: breaker.enable ? 'MONITORING' : 'DISABLED',
      failureCount: 0,
      threshold: breakerThreshold(service.desired, breaker.thresholdConfiguration),
    },
  };
}

/** A staged deployment takes the target group that the revision in production does not have. */
function targetGroupsFor(service: Service): readonly BoundLoadBalancer[] {
  if (service.configuration.strategy === 'ROLLING') return service.loadBalancers;
  const inProduction = lastCompleted(undefined, service.deployments) ?? service.deployments[0];
  return service.loadBalancers.map((balancer, at) => {
    const own = balancer.targetGroupArn;
    const other = balancer.advancedConfiguration?.alternateTargetGroupArn;
    if (other === undefined) return balancer;
    const taken = inProduction?.loadBalancers[at]?.targetGroupArn === own;
    return { ...balancer, targetGroupArn: taken ? other : own, otherTargetGroupArn: taken ? own : other };
  });
}
