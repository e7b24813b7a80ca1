/** How a service's deployments succeed, fail and go back. */
import { beginProgress, rollbackSteps, stepOf } from './lifecycle.ts';
import type { Deployment, Service, ServiceDeployment, ServiceEvent } from './model.ts';
import { event, failedBecause, rollout, wentBack } from './wording.ts';

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

/** The service deployment that is under way. */
export function unfinished(service: Service): ServiceDeployment | undefined {
  const current = service.serviceDeployments.at(-1);
  return current?.finishedAt === undefined ? current : undefined;
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
  if (one.alarms.status === 'MONITORING') one.alarms.status = 'MONITORING_COMPLETE';
}

/** All tasks are of the primary deployment and ready, and nothing is to be watched any more. */
export function settle(service: Service, now: number): void {
  const primary = primaryOf(service);
  if (!primary) return;
  if (primary.rolloutState === 'IN_PROGRESS') {
    primary.rolloutState = 'COMPLETED';
    primary.rolloutStateReason = rollout.completed(primary.id);
    primary.updatedAt = now;
    service.deployments = [primary];
    const current = unfinished(service);
    if (current) end(current, current.rollback ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL', undefined, now);
    say(service, event.completed(primary.id), now);
  }
  if (service.steady) return;
  service.steady = true;
  say(service, event.steady(), now);
}

/** What ended a deployment; a stage of it that could not pass, with ECS's words for why. */
export type Ending = 'circuit-breaker' | 'alarm' | 'user' | { readonly said: string };

const causeOf = (why: Ending) => (typeof why === 'string' ? why : 'stage');
const reasonOf = (why: Ending): string => (typeof why === 'string' ? wentBack[why] : why.said);

function sayFailed(service: Service, failing: Deployment, why: Ending, now: number): void {
  if (why === 'user') return;
  say(service, event.failed(failing.id, typeof why === 'string' ? failedBecause[why] : why.said), now);
}

/**
 * The primary deployment has failed and stays where it is: nothing more is started for it. `wantsBack`: it was to go
 * back, and there is nothing to go back to.
 */
export function fail(service: Service, failing: Deployment, why: Ending, now: number, wantsBack: boolean): void {
  const current = unfinished(service);
  failing.rolloutState = 'FAILED';
  failing.rolloutStateReason = rollout.failedBy[causeOf(why)];
  failing.updatedAt = now;
  if (current) {
    if (why === 'circuit-breaker') current.breaker.status = 'TRIGGERED';
    const goesNowhere = wantsBack && !current.rollback;
    if (goesNowhere) current.rollback = { reason: reasonOf(why), startedAt: now };
    const reason = goesNowhere ? wentBack.nowhere : rollout.failedBy[causeOf(why)];
    end(current, current.rollback ? 'ROLLBACK_FAILED' : 'STOPPED', reason, now);
  }
  sayFailed(service, failing, why, now);
}

/** Makes an earlier deployment, whose tasks partly still run, the primary one again. */
export function rollBack(service: Service, failing: Deployment, to: Deployment, why: Ending, now: number): void {
  const current = service.serviceDeployments.at(-1);
  const reason = reasonOf(why);
  failing.status = 'ACTIVE';
  failing.rolloutState = 'FAILED';
  failing.rolloutStateReason = rollout.failedBy[causeOf(why)];
  failing.updatedAt = now;
  to.status = 'PRIMARY';
  // From COMPLETED back to IN_PROGRESS, so that nothing rolls back to it meanwhile:
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
  to.rolloutState = 'IN_PROGRESS';
  to.rolloutStateReason = rollout.rollingBackBy[causeOf(why)](to.id);
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
    if (current.progress) {
      const { production, test } = current.progress;
      const stage = stepOf(current.progress)?.stage;
      if (stage) current.rolledBackFrom = stage;
      current.progress = { ...beginProgress(rollbackSteps, now), production: 100 - production, test: 100 - test };
    }
  }
  sayFailed(service, failing, why, now);
  say(service, event.rollingBack(to.id), now);
}
