/** All tasks of the cloud: launches them, lets load balancers reach them, forgets them about an hour after they stopped. */
import type { Cloud } from '../cloud.ts';
import { delays } from '../state/ecs/delays.ts';
import { arnOf, hexId } from '../state/ecs/identifiers.ts';
import type {
  Cluster,
  Deployment,
  Service,
  StopCode,
  Tag,
  Task,
  TaskDefinition,
  TaskOverride,
} from '../state/ecs/model.ts';
import { say } from '../state/ecs/rollout.ts';
import type { EcsState } from '../state/ecs/store.ts';
import { event } from '../state/ecs/wording.ts';
import type { LoadBalancerEngine } from './load-balancer.ts';
import { type Scheduler, serviceScheduler } from './service-scheduler.ts';
import { taskAddresses } from './task-addresses.ts';
import { runTask, type TaskRun } from './task-runner.ts';

export interface Launch {
  readonly cluster: Cluster;
  readonly definition: TaskDefinition;
  readonly group: string;
  readonly startedBy?: string;
  readonly launchType: string;
  readonly overrides: TaskOverride;
  readonly tags: readonly Tag[];
}

export interface Fleet {
  readonly scheduler: Scheduler;
  launch(what: Launch): Task;
  stop(task: Task, code: StopCode, why: string): void;
}

export function taskFleet(cloud: Cloud, state: EcsState): Fleet {
  const runs = new Map<Task, TaskRun>();
  const address = taskAddresses();
  const now = () => cloud.clock.now().getTime();
  const elb = () => cloud.service<LoadBalancerEngine>('elasticloadbalancing');
  const serviceOf = (task: Task): Service | undefined =>
    [...state.services.values()].find(
      ({ name, clusterArn }) => clusterArn === task.clusterArn && task.group === `service:${name}`,
    );

  const register = (task: Task) => {
    const service = serviceOf(task);
    for (const { targetGroupArn, containerPort } of service?.loadBalancers ?? []) {
      elb().register(targetGroupArn, task.address, containerPort);
      if (service) say(service, event.registered(targetGroupArn), now());
    }
  };
  const drain = async (task: Task) => {
    const service = serviceOf(task);
    await Promise.all(
      (service?.loadBalancers ?? []).map(async ({ targetGroupArn, containerPort }) => {
        if (service) say(service, event.deregistered(targetGroupArn), now());
        await elb().deregister(targetGroupArn, task.address, containerPort);
      }),
    );
  };
  const changed = (task: Task) => {
    scheduler.taskChanged(task);
    if (task.lastStatus !== 'STOPPED') return;
    runs.delete(task);
    cloud.clock.after(delays.remembered, () => state.tasks.delete(task.arn));
  };

  const launch = ({ cluster, definition, ...rest }: Launch): Task => {
    const id = hexId();
    const task: Task = {
      ...rest,
      id,
      arn: arnOf(cloud, `task/${cluster.name}/${id}`),
      clusterArn: cluster.arn,
      definition,
      address: address(),
      createdAt: now(),
      lastStatus: 'PROVISIONING',
      desiredStatus: 'RUNNING',
      version: 1,
      containers: definition.containerDefinitions.map(({ name, image }) => ({
        name,
        image,
        arn: arnOf(cloud, `container/${cluster.name}/${id}/${crypto.randomUUID()}`),
        lastStatus: 'PENDING',
        health: 'UNKNOWN',
      })),
    };
    state.tasks.set(task.arn, task);
    runs.set(task, runTask(cloud, task, { register, drain, changed }));
    return task;
  };
  const stop = (task: Task, code: StopCode, why: string) => runs.get(task)?.stop(code, why);
  const launchFor = (service: Service, { definition, id }: Deployment): Task => {
    const cluster = [...state.clusters.values()].find(({ arn }) => arn === service.clusterArn);
    if (!cluster) throw new Error(`the cluster of ${service.arn} has gone`);
    const { launchType, name, tags } = service;
    const own =
      service.propagateTags === 'SERVICE' ? tags : service.propagateTags === 'TASK_DEFINITION' ? definition.tags : [];
    return launch({
      cluster,
      definition,
      launchType,
      group: `service:${name}`,
      startedBy: id,
      overrides: {},
      tags: own,
    });
  };
  const scheduler = serviceScheduler(cloud, state, {
    launch: launchFor,
    stop: (task, why) => stop(task, 'ServiceSchedulerInitiated', why),
  });
  cloud.onStop(async () => {
    await Promise.all([...runs.values()].map((run) => run.kill()));
  });
  return { scheduler, launch, stop };
}
