/** Keeps each service's tasks as its deployments want them: starts, replaces, watches health, gives up, goes back. */
import type { Cloud } from '../cloud.ts';
import { judge, lastCompleted } from '../state/ecs/circuit-breaker.ts';
import { delays } from '../state/ecs/delays.ts';
import { lookAtAlarms } from '../state/ecs/deployment-alarms.ts';
import type { AskFunction } from '../state/ecs/lifecycle-hooks.ts';
import type { Deployment, Service, ServiceDeployment, Task } from '../state/ecs/model.ts';
import { fail, primaryOf, rollBack, unfinished } from '../state/ecs/rollout.ts';
import { type EcsState, serviceOfTask, tasksOf } from '../state/ecs/store.ts';
import type { LoadBalancerEngine } from './load-balancer.ts';
import { rollingUpdate } from './rolling-update.ts';
import { serviceTasks, type TaskControl } from './service-tasks.ts';
import { stagedDeployment } from './staged-deployment.ts';
import { startFailures } from './start-failures.ts';
import { taskReadiness } from './task-readiness.ts';

export interface Scheduler {
  /** Looks at the service soon; nothing is decided within the caller's turn. */
  poke(service: Service): void;
  taskChanged(task: Task): void;
}

interface Alarms {
  alarmState(name: string): string | undefined;
  alarmWindow(name: string): number | undefined;
}

const tick = { cloudMs: 2_000, realMs: 100 };

export function serviceScheduler(cloud: Cloud, state: EcsState, control: TaskControl, ask: AskFunction): Scheduler {
  const { clock } = cloud;
  const now = () => clock.now().getTime();
  const waiting = new Set<Service>();
  const elb = () => cloud.service<LoadBalancerEngine>('elasticloadbalancing');
  const alarms = () => cloud.service<Alarms>('monitoring');
  const tasks = serviceTasks(clock, control);
  const failures = startFailures(clock, tasks);
  const { ready, removeUnhealthy } = taskReadiness(clock, elb, control.stop);
  const roll = rollingUpdate(clock, tasks, (names) =>
    Math.max(0, ...names.map((name) => alarms().alarmWindow(name) ?? 0)),
  );
  const stage = stagedDeployment({ clock, tasks, elb, ask });

  const judgePrimary = (service: Service, primary: Deployment, current: ServiceDeployment | undefined) => {
    if (primary.rolloutState !== 'IN_PROGRESS') return;
    const { deploymentCircuitBreaker: breaker } = service.configuration;
    const verdict = judge(primary, service.deployments, breaker, current?.breaker.threshold ?? 3);
    if (verdict.kind === 'fail' || (verdict.kind === 'roll-back' && current?.rollback))
      return fail(service, primary, 'circuit-breaker', now(), breaker.rollback);
    if (verdict.kind === 'roll-back') return rollBack(service, primary, verdict.to, 'circuit-breaker', now());
    if (!current || current.rollback || !lookAtAlarms(current.alarms, (name) => alarms().alarmState(name))) return;
    const wantsBack = current.configuration.alarms?.rollback === true;
    const to = wantsBack ? lastCompleted(primary, service.deployments) : undefined;
    if (to) rollBack(service, primary, to, 'alarm', now());
    else fail(service, primary, 'alarm', now(), wantsBack);
  };
  const begin = (current: ServiceDeployment) => {
    current.status = 'IN_PROGRESS';
    current.startedAt = now();
    current.updatedAt = now();
    if (current.progress) current.progress.enteredAt = now();
  };

  const look = (service: Service) => {
    if (service.status === 'INACTIVE') return;
    const all = tasksOf(state, service);
    if (service.status === 'DRAINING') {
      if (all.every(({ lastStatus }) => lastStatus === 'STOPPED')) service.status = 'INACTIVE';
      return;
    }
    for (const task of all) {
      if (task.desiredStatus === 'RUNNING') removeUnhealthy(service, task);
      failures.count(service, task);
    }
    const before = primaryOf(service);
    if (before) judgePrimary(service, before, unfinished(service));
    const primary = primaryOf(service);
    if (!primary) return;
    const current = unfinished(service);
    if (current?.status === 'PENDING') begin(current);
    const alive = all
      .filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
      .map((task) => {
        const isReady = ready(service, task);
        if (isReady) failures.prove(service, task);
        return { task, ready: isReady };
      });
    if (current?.progress) stage(service, current, current.progress, primary, alive);
    else roll(service, primary, all, alive);
  };

  const poke = (service: Service) => {
    if (waiting.has(service)) return;
    waiting.add(service);
    clock.after(Math.min(delays.schedule, 20 * clock.scale), () => {
      waiting.delete(service);
      look(service);
    });
  };
  const beat = () => {
    for (const service of state.services.values()) look(service);
    clock.after(Math.max(tick.cloudMs, tick.realMs * clock.scale), beat);
  };
  clock.after(tick.cloudMs, beat);
  return {
    poke,
    taskChanged(task) {
      const service = serviceOfTask(state, task);
      if (service) poke(service);
    },
  };
}
