/** A rolling update, and the upkeep of a service between deployments. */
import type { Clock } from '../clock.ts';
import type { Deployment, Service, Task } from '../state/ecs/model.ts';
import { rollingStep } from '../state/ecs/rolling-step.ts';
import { settle, unfinished } from '../state/ecs/rollout.ts';
import type { ServiceTasks } from './service-tasks.ts';

export interface ReadyTask {
  readonly task: Task;
  readonly ready: boolean;
}

/** How long the alarms of these names are watched after the tasks have settled, in cloud milliseconds. */
export type BakeTime = (alarmNames: readonly string[]) => number;

export function rollingUpdate(clock: Clock, tasks: ServiceTasks, bakeTime: BakeTime) {
  const now = () => clock.now().getTime();
  /** True when nothing of this deployment has to be watched any more. */
  const baked = (service: Service): boolean => {
    const current = unfinished(service);
    if (!current || current.rollback || current.alarms.status !== 'MONITORING' || current.alarms.ignored) return true;
    current.bakeUntil ??= now() + bakeTime(current.alarms.alarmNames);
    return now() >= current.bakeUntil;
  };
  return (service: Service, primary: Deployment, all: readonly Task[], alive: readonly ReadyTask[]): void => {
    if (primary.rolloutState === 'FAILED') return;
    const { minimumHealthyPercent, maximumPercent } = service.configuration;
    const views = alive.map(({ task, ready }) => ({
      id: task.arn,
      current: task.startedBy === primary.id,
      ready,
      createdAt: task.createdAt,
    }));
    const step = rollingStep(views, { desired: service.desired, minimumHealthyPercent, maximumPercent });
    const leaving = new Set(step.stop);
    tasks.stop(
      service,
      alive.map(({ task }) => task).filter(({ arn }) => leaving.has(arn)),
    );
    tasks.start(service, primary, step.start);
    const draining = all.some(
      (task) => task.desiredStatus === 'STOPPED' && task.startedBy !== primary.id && task.lastStatus === 'DEACTIVATING',
    );
    if (!step.settled) service.steady = false;
    else if (!draining && baked(service)) settle(service, now());
  };
}
