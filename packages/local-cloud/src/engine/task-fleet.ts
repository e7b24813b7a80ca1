/** All tasks of the cloud: launches them, lets load balancers reach them, forgets them about an hour after they stopped. */
import type { Cloud } from '../cloud.ts';
import { nextCapacity } from '../state/ecs/capacity.ts';
import { delays } from '../state/ecs/delays.ts';
import { arnOf, hexId } from '../state/ecs/identifiers.ts';
import type { AskFunction } from '../state/ecs/lifecycle-hooks.ts';
import type {
  Cluster,
  Deployment,
  Placement,
  Service,
  StopCode,
  Tag,
  Task,
  TaskDefinition,
  TaskOverride,
} from '../state/ecs/model.ts';
import { addTask, type EcsState, forgetTask, serviceOfTask, tasksOf } from '../state/ecs/store.ts';
import type { TaskEngines } from '../state/ecs/task-engines.ts';
import { type Candidate, healthStatus, placementRefusal, type TaskFaults } from '../state/ecs/task-faults.ts';
import type { LoadBalancerEngine } from './load-balancer.ts';
import { type Scheduler, serviceScheduler } from './service-scheduler.ts';
import { simulatedDigest, simulateTask } from './simulated-task.ts';
import { taskAddresses } from './task-addresses.ts';
import { runTask, type TaskRun } from './task-runner.ts';
import { taskTargets } from './task-targets.ts';

export interface Launch {
  readonly cluster: Cluster;
  readonly definition: TaskDefinition;
  readonly group: string;
  readonly startedBy?: string;
  readonly launchType: string;
  readonly capacityProviderName?: string;
  readonly overrides: TaskOverride;
  readonly tags: readonly Tag[];
  /** Those it may stand in; a task takes the first. */
  readonly subnets: readonly string[];
}

export interface Fleet {
  readonly scheduler: Scheduler;
  launch(what: Launch): Placement;
  stop(task: Task, code: StopCode, why: string): void;
  /** The digest of an image, as tasks of this definition will report it; undefined when there is no such image. */
  digestOf(of: Candidate, image: string): string | undefined;
}

interface Registry {
  resolve(reference: string): { readonly digest: string } | undefined;
}

export interface FleetSettings {
  readonly ask: AskFunction;
  readonly engines: TaskEngines;
  readonly faults: TaskFaults;
}

export function taskFleet(cloud: Cloud, state: EcsState, { ask, engines, faults }: FleetSettings): Fleet {
  const runs = new Map<Task, TaskRun>();
  const address = taskAddresses();
  const now = () => cloud.clock.now().getTime();
  const targets = taskTargets(cloud.clock, () => cloud.service<LoadBalancerEngine>('elasticloadbalancing'));

  const changed = (task: Task) => {
    scheduler.taskChanged(task);
    if (task.lastStatus !== 'STOPPED') return;
    // The warning is over: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
    if (task.stopCode === 'TerminationNotice') task.stopCode = 'SpotInterruption';
    runs.delete(task);
    cloud.clock.after(delays.remembered, () => forgetTask(state, task));
  };

  const launch = ({ cluster, definition, subnets, ...rest }: Launch): Placement => {
    const service = rest.group.startsWith('service:') ? rest.group.slice('service:'.length) : undefined;
    const fault = faults.meet({ service, definition });
    const refusal = fault && placementRefusal(fault);
    if (refusal !== undefined) return { kind: 'refused', reason: refusal };
    const id = hexId();
    const task: Task = {
      ...rest,
      id,
      arn: arnOf(cloud, `task/${cluster.name}/${id}`),
      clusterArn: cluster.arn,
      definition,
      subnet: subnets[0] ?? 'subnet-0',
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
    addTask(state, task);
    const chosen = engines.for({ service, definition });
    const answers = healthStatus(fault) ?? (chosen.engine === 'simulated' ? 200 : undefined);
    const hooks = {
      register: (one: Task) => targets.register(serviceOfTask(state, one), one, answers),
      drain: (one: Task) => targets.drain(serviceOfTask(state, one), one),
      changed,
      ...(fault ? { fault } : {}),
    };
    runs.set(
      task,
      chosen.engine === 'simulated' ? simulateTask(cloud, task, hooks, chosen.startMs) : runTask(cloud, task, hooks),
    );
    return { kind: 'placed', task };
  };
  const stop = (task: Task, code: StopCode, why: string) => runs.get(task)?.stop(code, why);
  const launchFor = (service: Service, { definition, id }: Deployment): Placement => {
    const cluster = [...state.clusters.values()].find(({ arn }) => arn === service.clusterArn);
    if (!cluster) throw new Error(`the cluster of ${service.arn} has gone`);
    const { launchType, name, strategy, tags } = service;
    const own =
      service.propagateTags === 'SERVICE' ? tags : service.propagateTags === 'TASK_DEFINITION' ? definition.tags : [];
    return launch({
      cluster,
      definition,
      ...nextCapacity(
        strategy,
        launchType,
        tasksOf(state, service).filter((task) => isAlive(task) && task.startedBy === id),
      ),
      group: `service:${name}`,
      startedBy: id,
      overrides: {},
      tags: own,
      subnets: service.networkConfiguration?.awsvpcConfiguration?.subnets ?? [],
    });
  };
  const control = {
    launch: launchFor,
    stop: (task: Task, why: string) => stop(task, 'ServiceSchedulerInitiated', why),
  };
  const scheduler = serviceScheduler(cloud, state, control, ask);
  cloud.onStop(async () => {
    await Promise.all([...runs.values()].map((run) => run.kill()));
  });
  const digestOf = (of: Candidate, image: string) =>
    engines.for(of).engine === 'simulated'
      ? simulatedDigest(cloud, image)
      : cloud.service<Registry>('ecr').resolve(image)?.digest;
  return { scheduler, launch, stop, digestOf };
}

const isAlive = ({ desiredStatus }: Task): boolean => desiredStatus === 'RUNNING';
