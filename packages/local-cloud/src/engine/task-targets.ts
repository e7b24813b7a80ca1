/** A task's place behind the load balancers: registered where its deployment belongs, drained from where it stood. */
import type { Clock } from '../clock.ts';
import type { Service, ServiceLoadBalancer, Task } from '../state/ecs/model.ts';
import { say } from '../state/ecs/rollout.ts';
import { event } from '../state/ecs/wording.ts';
import type { LoadBalancerEngine } from './load-balancer.ts';

export interface TaskTargets {
  /** `answers`: the HTTP status that health checks get instead of the task's own answer. */
  register(service: Service | undefined, task: Task, answers?: number): void;
  /** Resolves when nobody talks to the task any more. */
  drain(service: Service | undefined, task: Task): Promise<void>;
}

export function taskTargets(clock: Clock, elb: () => LoadBalancerEngine): TaskTargets {
  const registered = new Map<Task, readonly ServiceLoadBalancer[]>();
  const now = () => clock.now().getTime();
  return {
    register(service, task, answers) {
      const own = service?.deployments.find(({ id }) => id === task.startedBy)?.loadBalancers;
      if (!service || !own?.length) return;
      registered.set(task, own);
      for (const { targetGroupArn, containerPort } of own) {
        elb().register(targetGroupArn, task.address, containerPort, answers);
        say(service, event.registered(targetGroupArn), now());
      }
    },
    async drain(service, task) {
      const own = registered.get(task) ?? [];
      registered.delete(task);
      await Promise.all(
        own.map(async ({ targetGroupArn, containerPort }) => {
          if (service) say(service, event.deregistered(targetGroupArn), now());
          await elb().deregister(targetGroupArn, task.address, containerPort);
        }),
      );
    },
  };
}
