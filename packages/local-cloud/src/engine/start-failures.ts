/** Counts the tasks that went before they had proved themselves, and slows their replacement down. */
import type { Clock } from '../clock.ts';
import type { Service, Task } from '../state/ecs/model.ts';
import { say, serviceDeploymentOf } from '../state/ecs/rollout.ts';
import { event } from '../state/ecs/wording.ts';
import type { ServiceTasks } from './service-tasks.ts';

export interface StartFailures {
  /** A task that went before it had proved itself counts against its deployment, once. */
  count(service: Service, task: Task): void;
  prove(service: Service, task: Task): void;
}

/** From the third failure on, the scheduler waits longer and longer between attempts, here up to 5 minutes. */
const slowAfter = 3;
const backOffMs = (failures: number) => Math.min(300, 10 * 2 ** (failures - slowAfter)) * 1000;

export function startFailures(clock: Clock, tasks: ServiceTasks): StartFailures {
  const judged = new WeakSet<Task>();
  const proven = new WeakSet<Task>();
  const now = () => clock.now().getTime();
  const deploymentOf = (service: Service, task: Task) =>
    service.deployments.find(({ id, rolloutState }) => id === task.startedBy && rolloutState === 'IN_PROGRESS');
  return {
    count(service, task) {
      if (task.desiredStatus !== 'STOPPED' || judged.has(task)) return;
      judged.add(task);
      const scaling = task.stoppedReason?.startsWith('Scaling activity');
      if (task.stopCode === 'UserInitiated' || scaling || proven.has(task)) return;
      const deployment = deploymentOf(service, task);
      if (!deployment) return;
      deployment.failedTasks += 1;
      deployment.updatedAt = now();
      const watching = serviceDeploymentOf(service, deployment);
      if (watching) {
        watching.breaker.failureCount = deployment.failedTasks;
        watching.updatedAt = now();
      }
      if (deployment.failedTasks < slowAfter) return;
      if (deployment.failedTasks === slowAfter) say(service, event.inconsistent(), now());
      tasks.holdBack(deployment, backOffMs(deployment.failedTasks));
    },
    prove(service, task) {
      if (proven.has(task)) return;
      proven.add(task);
      const deployment = deploymentOf(service, task);
      if (deployment && service.configuration.deploymentCircuitBreaker.resetOnHealthyTask !== false)
        deployment.failedTasks = 0;
    },
  };
}
