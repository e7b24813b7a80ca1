/** How a service's deployments begin, succeed, fail and go back. */
import { breakerThreshold, lastCompleted } from './circuit-breaker.ts';
import { arnOf, deploymentSuffix, digits, type Place } from './identifiers.ts';
import type { Deployment, Service, ServiceDeployment, ServiceEvent, ServiceRevision, TaskDefinition } from './model.ts';
import { event, rollout } from './wording.ts';

export function say(service: Service, message: string, now: number): void {
  const entry: ServiceEvent = {
    id: crypto.randomUUID(),
    createdAt: now,
    message: `(service ${service.name}) ${message}`,
  };
  service.events = [entry, ...service.events].slice(0, 100);
}

export const primaryOf = (service: Service): Deployment | undefined =>
  service.deployments.find(({ status }) => status === 'PRIMARY');

export const serviceDeploymentOf = (service: Service, deployment: Deployment): ServiceDeployment | undefined =>
  service.serviceDeployments.find(({ arn }) => arn === deployment.serviceDeploymentArn);

type Images = ServiceRevision['images'];

/** A new primary deployment; one that is still under way is superseded by it. */
export function beginDeployment(
  service: Service,
  definition: TaskDefinition,
  images: Images,
  place: Place,
  now: number,
): Deployment {
  const path = `${service.arn.split(':service/')[1]}`;
  const { clusterArn, arn: serviceArn } = service;
  const revision: ServiceRevision = {
    arn: arnOf(place, `service-revision/${path}/${digits(19)}`),
    clusterArn,
    serviceArn,
    definition,
    createdAt: now,
    loadBalancers: service.loadBalancers,
    networkConfiguration: service.networkConfiguration,
    launchType: service.launchType,
    images,
  };
  const { enable } = service.configuration.deploymentCircuitBreaker;
  const serviceDeployment: ServiceDeployment = {
    arn: arnOf(place, `service-deployment/${path}/${deploymentSuffix()}`),
    clusterArn,
    serviceArn,
    targetRevisionArn: revision.arn,
    sourceRevisionArns: service.deployments.map(({ revisionArn }) => revisionArn),
    configuration: service.configuration,
    createdAt: now,
    updatedAt: now,
    status: 'PENDING',
    breaker: {
      status: enable ? 'MONITORING' : 'DISABLED',
      failureCount: 0,
      threshold: breakerThreshold(service.desired),
    },
  };
  const id = `ecs-svc/${digits(19)}`;
  const deployment: Deployment = {
    id,
    definition,
    revisionArn: revision.arn,
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

export function end(
  one: ServiceDeployment,
  status: ServiceDeployment['status'],
  why: string | undefined,
  now: number,
): void {
  one.status = status;
  if (why !== undefined) one.statusReason = why;
  one.updatedAt = now;
  one.finishedAt = now;
  if (status === 'STOPPED') one.stoppedAt = now;
  if (one.breaker.status === 'MONITORING') one.breaker.status = 'MONITORING_COMPLETE';
}

/** All tasks are of the primary deployment and ready. */
export function settle(service: Service, now: number): void {
  const primary = primaryOf(service);
  if (!primary) return;
  if (primary.rolloutState === 'IN_PROGRESS') {
    primary.rolloutState = 'COMPLETED';
    primary.rolloutStateReason = rollout.completed(primary.id);
    primary.updatedAt = now;
    service.deployments = [primary];
    const current = service.serviceDeployments.at(-1);
    if (current && current.finishedAt === undefined)
      end(current, current.rollback ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL', undefined, now);
    say(service, event.completed(primary.id), now);
  }
  if (service.steady) return;
  service.steady = true;
  say(service, event.steady(), now);
}

/** The primary deployment has failed and stays where it is: nothing more is started for it. */
export function fail(service: Service, failing: Deployment, now: number): void {
  const current = service.serviceDeployments.at(-1);
  failing.rolloutState = 'FAILED';
  failing.rolloutStateReason = rollout.failed;
  failing.updatedAt = now;
  if (current && current.finishedAt === undefined) {
    current.breaker.status = 'TRIGGERED';
    end(current, current.rollback ? 'ROLLBACK_FAILED' : 'STOPPED', rollout.failed, now);
  }
  say(service, event.failed(failing.id), now);
}

/** Makes an earlier deployment, whose tasks partly still run, the primary one again. */
export function rollBack(
  service: Service,
  failing: Deployment,
  to: Deployment,
  why: 'circuit-breaker' | 'user',
  now: number,
): void {
  const current = service.serviceDeployments.at(-1);
  const reason = why === 'user' ? rollout.stoppedByUser : rollout.rollingBack(to.id);
  failing.status = 'ACTIVE';
  failing.rolloutState = 'FAILED';
  failing.rolloutStateReason = why === 'user' ? rollout.stoppedByUser : rollout.failed;
  failing.updatedAt = now;
  to.status = 'PRIMARY';
  to.rolloutState = 'IN_PROGRESS';
  to.rolloutStateReason = reason;
  to.failedTasks = 0;
  to.updatedAt = now;
  service.deployments = [to, ...service.deployments.filter((each) => each !== to)];
  service.steady = false;
  if (current) {
    to.serviceDeploymentArn = current.arn;
    current.status = 'ROLLBACK_IN_PROGRESS';
    current.statusReason = reason;
    current.rollback = { reason, startedAt: now, serviceRevisionArn: to.revisionArn };
    current.updatedAt = now;
    if (why === 'circuit-breaker') current.breaker.status = 'TRIGGERED';
  }
  if (why === 'circuit-breaker') say(service, event.failed(failing.id), now);
  say(service, event.rollingBack(to.id), now);
}

export { lastCompleted };
