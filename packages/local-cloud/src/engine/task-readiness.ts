/** Whether a service's task is up, well, or to be replaced. */
import type { Clock } from '../clock.ts';
import { milliseconds } from '../state/ecs/delays.ts';
import type { Service, Task } from '../state/ecs/model.ts';
import { say } from '../state/ecs/rollout.ts';
import { taskHealth } from '../state/ecs/views.ts';
import { event, reason } from '../state/ecs/wording.ts';
import { realStartMs } from './container-health.ts';
import type { LoadBalancerEngine } from './load-balancer.ts';

/** Without a check of its own a task counts as started when it has lived this long, in cloud and in real time. */
const settledAfter = { cloudMs: 5_000, realMs: 700 };

export interface TaskReadiness {
  ready(service: Service, task: Task): boolean;
  /** Stops a task whose container or target group says that it is not well; says so in the service's events. */
  removeUnhealthy(service: Service, task: Task): void;
}

export function taskReadiness(
  clock: Clock,
  elb: () => LoadBalancerEngine,
  stop: (task: Task, why: string) => void,
): TaskReadiness {
  const now = () => clock.now().getTime();
  const livedFor = (task: Task, cloudMs: number, realMs: number) =>
    task.startedAt !== undefined && now() - task.startedAt >= Math.max(cloudMs, realMs * clock.scale);
  const targetHealth = (service: Service, task: Task) =>
    (service.deployments.find(({ id }) => id === task.startedBy)?.loadBalancers ?? []).map((one) => ({
      ...one,
      health: elb().health(one.targetGroupArn, task.address, one.containerPort),
    }));
  const checked = (task: Task) => task.definition.containerDefinitions.some(({ healthCheck }) => healthCheck);
  return {
    ready(service, task) {
      if (task.lastStatus !== 'RUNNING') return false;
      if (checked(task) && taskHealth(task) !== 'HEALTHY') return false;
      if (!targetHealth(service, task).every(({ health }) => health.state === 'healthy')) return false;
      return (
        checked(task) || service.loadBalancers.length > 0 || livedFor(task, settledAfter.cloudMs, settledAfter.realMs)
      );
    },
    removeUnhealthy(service, task) {
      if (task.lastStatus !== 'RUNNING') return;
      if (taskHealth(task) === 'UNHEALTHY') {
        say(service, event.unhealthyContainer(task.id), now());
        stop(task, reason.containerHealth);
        return;
      }
      if (!livedFor(task, milliseconds(service.grace), clock.scale > 1 ? realStartMs : 0)) return;
      for (const { health, containerPort, targetGroupArn } of targetHealth(service, task)) {
        if (health.state !== 'unhealthy') continue;
        say(service, event.unhealthyTarget(containerPort, targetGroupArn, health.description ?? ''), now());
        stop(task, reason.targetHealth(targetGroupArn));
        return;
      }
    },
  };
}
