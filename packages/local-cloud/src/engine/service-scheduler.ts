/** Keeps each service's tasks as its deployments want them: starts, replaces, watches health, gives up, goes back. */
import type { Cloud } from '../cloud.ts';
import { judge } from '../state/ecs/circuit-breaker.ts';
import { delays, milliseconds } from '../state/ecs/delays.ts';
import type { Deployment, Service, Task } from '../state/ecs/model.ts';
import { rollingStep } from '../state/ecs/rolling-step.ts';
import { fail, primaryOf, rollBack, say, serviceDeploymentOf, settle } from '../state/ecs/rollout.ts';
import { type EcsState, tasksOf } from '../state/ecs/store.ts';
import { taskHealth } from '../state/ecs/views.ts';
import { event, reason } from '../state/ecs/wording.ts';
import { realStartMs } from './container-health.ts';
import type { LoadBalancerEngine } from './load-balancer.ts';

export interface TaskControl {
  launch(service: Service, deployment: Deployment): Task;
  stop(task: Task, why: string): void;
}

export interface Scheduler {
  /** Looks at the service soon; nothing is decided within the caller's turn. */
  poke(service: Service): void;
  taskChanged(task: Task): void;
}

/** Without a check of its own a task counts as started when it has lived this long, in cloud and in real time. */
const settledAfter = { cloudMs: 5_000, realMs: 700 };
const tick = { cloudMs: 2_000, realMs: 100 };

export function serviceScheduler(cloud: Cloud, state: EcsState, control: TaskControl): Scheduler {
  const { clock } = cloud;
  const now = () => clock.now().getTime();
  const waiting = new Set<Service>();
  const judged = new Set<Task>();
  const proven = new Set<Task>();
  const notBefore = new Map<Deployment, number>();
  const elb = () => cloud.service<LoadBalancerEngine>('elasticloadbalancing');
  const livedFor = (task: Task, cloudMs: number, realMs: number) =>
    task.startedAt !== undefined && now() - task.startedAt >= Math.max(cloudMs, realMs * clock.scale);

  const targetHealth = (service: Service, task: Task) =>
    service.loadBalancers.map((one) => ({
      ...one,
      health: elb().health(one.targetGroupArn, task.address, one.containerPort),
    }));
  const checked = (task: Task) => task.definition.containerDefinitions.some(({ healthCheck }) => healthCheck);
  const ready = (service: Service, task: Task): boolean => {
    if (task.lastStatus !== 'RUNNING') return false;
    if (checked(task) && taskHealth(task) !== 'HEALTHY') return false;
    if (!targetHealth(service, task).every(({ health }) => health.state === 'healthy')) return false;
    return (
      checked(task) || service.loadBalancers.length > 0 || livedFor(task, settledAfter.cloudMs, settledAfter.realMs)
    );
  };

  const removeUnhealthy = (service: Service, task: Task) => {
    if (task.lastStatus !== 'RUNNING') return;
    if (taskHealth(task) === 'UNHEALTHY') {
      say(service, event.unhealthyContainer(task.id), now());
      control.stop(task, reason.containerHealth);
      return;
    }
    if (!livedFor(task, milliseconds(service.grace), clock.scale > 1 ? realStartMs : 0)) return;
    for (const { health, containerPort, targetGroupArn } of targetHealth(service, task)) {
      if (health.state !== 'unhealthy') continue;
      say(service, event.unhealthyTarget(containerPort, targetGroupArn, health.description ?? ''), now());
      control.stop(task, reason.targetHealth(targetGroupArn));
      return;
    }
  };

  /** A task that went before it had proved itself counts against its deployment, once. */
  const countFailure = (service: Service, task: Task) => {
    if (task.desiredStatus !== 'STOPPED' || judged.has(task)) return;
    judged.add(task);
    const scaling = task.stoppedReason?.startsWith('Scaling activity');
    if (task.stopCode === 'UserInitiated' || scaling || proven.has(task)) return;
    const deployment = service.deployments.find(({ id }) => id === task.startedBy);
    if (deployment?.rolloutState !== 'IN_PROGRESS') return;
    deployment.failedTasks += 1;
    deployment.updatedAt = now();
    const watching = serviceDeploymentOf(service, deployment);
    if (watching) {
      watching.breaker.failureCount = deployment.failedTasks;
      watching.updatedAt = now();
    }
    if (deployment.failedTasks < 3) return;
    if (deployment.failedTasks === 3) say(service, event.inconsistent(), now());
    notBefore.set(deployment, now() + Math.min(300, 10 * 2 ** (deployment.failedTasks - 3)) * 1000);
  };
  const prove = (service: Service, task: Task, isReady: boolean) => {
    if (!isReady || proven.has(task)) return;
    proven.add(task);
    const deployment = service.deployments.find(({ id }) => id === task.startedBy);
    if (deployment?.rolloutState === 'IN_PROGRESS') deployment.failedTasks = 0;
  };

  const judgePrimary = (service: Service, primary: Deployment) => {
    const watching = service.serviceDeployments.at(-1);
    const { deploymentCircuitBreaker } = service.configuration;
    const verdict = judge(primary, service.deployments, deploymentCircuitBreaker, watching?.breaker.threshold ?? 3);
    if (verdict.kind === 'fail' || (verdict.kind === 'roll-back' && watching?.rollback)) fail(service, primary, now());
    else if (verdict.kind === 'roll-back') rollBack(service, primary, verdict.to, 'circuit-breaker', now());
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
      countFailure(service, task);
    }
    const before = primaryOf(service);
    if (before) judgePrimary(service, before);
    const primary = primaryOf(service);
    if (!primary) return;
    const current = serviceDeploymentOf(service, primary);
    if (current?.status === 'PENDING') {
      current.status = 'IN_PROGRESS';
      current.startedAt = now();
      current.updatedAt = now();
    }
    const alive = all.filter(({ desiredStatus }) => desiredStatus === 'RUNNING');
    const views = alive.map((task) => {
      const isReady = ready(service, task);
      prove(service, task, isReady);
      return { id: task.arn, current: task.startedBy === primary.id, ready: isReady, createdAt: task.createdAt };
    });
    if (primary.rolloutState === 'FAILED') return;
    const { minimumHealthyPercent, maximumPercent } = service.configuration;
    const step = rollingStep(views, { desired: service.desired, minimumHealthyPercent, maximumPercent });
    stopAll(service, step.stop);
    if (now() >= (notBefore.get(primary) ?? 0)) startAll(service, primary, step.start);
    const leaving = all.some(
      (task) => task.desiredStatus === 'STOPPED' && task.startedBy !== primary.id && task.lastStatus === 'DEACTIVATING',
    );
    if (step.settled && !leaving) settle(service, now());
    else if (!step.settled) service.steady = false;
  };
  const startAll = (service: Service, primary: Deployment, count: number) => {
    if (count === 0) return;
    const started = Array.from({ length: count }, () => control.launch(service, primary).id);
    say(service, event.started(started), now());
  };
  const stopAll = (service: Service, arns: readonly string[]) => {
    const tasks = arns.map((arn) => state.tasks.get(arn)).filter((task) => task !== undefined);
    for (const task of tasks) control.stop(task, reason.scaling(task.startedBy ?? ''));
    if (tasks.length === 0) return;
    say(service, event.stopped(tasks.map(({ id }) => id)), now());
    if (service.loadBalancers.length > 0) say(service, event.draining(tasks.length), now());
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
      const service = [...state.services.values()].find(
        ({ name, clusterArn }) => clusterArn === task.clusterArn && task.group === `service:${name}`,
      );
      if (service) poke(service);
    },
  };
}
