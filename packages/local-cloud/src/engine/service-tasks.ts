/** Starts and stops a service's tasks, says so in its events, and holds back where starting is of no use. */
import type { Clock } from '../clock.ts';
import { delays } from '../state/ecs/delays.ts';
import type { Deployment, Placement, Service, Task } from '../state/ecs/model.ts';
import { say } from '../state/ecs/rollout.ts';
import { event, reason } from '../state/ecs/wording.ts';

export interface TaskControl {
  launch(service: Service, deployment: Deployment): Placement;
  stop(task: Task, why: string): void;
}

export interface ServiceTasks {
  start(service: Service, deployment: Deployment, count: number): void;
  stop(service: Service, tasks: readonly Task[]): void;
  stopOne(task: Task, why: string): void;
  /** Nothing is started for the deployment before `ms` (cloud) have gone by. */
  holdBack(deployment: Deployment, ms: number): void;
}

export function serviceTasks(clock: Clock, control: TaskControl): ServiceTasks {
  const now = () => clock.now().getTime();
  const notBefore = new WeakMap<Deployment, number>();
  const holdBack = (deployment: Deployment, ms: number) => void notBefore.set(deployment, now() + ms);
  return {
    holdBack,
    stopOne: control.stop,
    start(service, deployment, count) {
      if (count <= 0 || now() < (notBefore.get(deployment) ?? 0)) return;
      const placements = Array.from({ length: count }, () => control.launch(service, deployment));
      const started = placements.flatMap((each) => (each.kind === 'placed' ? each.task.id : []));
      if (started.length > 0) say(service, event.started(started), now());
      const refused = placements.find((each) => each.kind === 'refused');
      if (!refused) return;
      say(service, event.unplaced(refused.reason), now());
      holdBack(deployment, delays.placementRetry);
    },
    stop(service, tasks) {
      if (tasks.length === 0) return;
      for (const task of tasks) control.stop(task, reason.scaling(task.startedBy ?? ''));
      say(service, event.stopped(tasks.map(({ id }) => id)), now());
      if (service.loadBalancers.length > 0) say(service, event.draining(tasks.length), now());
    },
  };
}
