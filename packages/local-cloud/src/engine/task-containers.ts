/** Everything between an image reference and a running process: pull, secrets, log group, start in order. */
import { join } from 'node:path';
import type { Cloud } from '../cloud.ts';
import type { ContainerDefinition, ContainerState, Task } from '../state/ecs/model.ts';
import { reason } from '../state/ecs/wording.ts';
import { type ContainerEngine, type ContainerProcess, type PulledImage, StartFailure } from './container-engine.ts';
import { watchHealth } from './container-health.ts';
import { environmentOf } from './task-secrets.ts';

interface RegistryEngine {
  resolve(reference: string): unknown;
}

interface LogsEngine {
  append(group: string, stream: string, message: string): void;
}

export interface PreparedContainer {
  readonly definition: ContainerDefinition;
  readonly state: ContainerState;
  readonly image: PulledImage;
  readonly environment: Record<string, string>;
}

/** A start that failed because of one container. */
export class ContainerStartFailure extends StartFailure {
  readonly container: string;
  constructor(container: string, message: string) {
    super(message);
    this.container = container;
  }
}

export const taskFolder = (cloud: Cloud, task: Task): string => join(cloud.stateDir, 'tasks', task.id);

export async function prepare(cloud: Cloud, task: Task): Promise<PreparedContainer[]> {
  const registry = cloud.service<RegistryEngine>('ecr');
  const containers = cloud.service<ContainerEngine>('containers');
  const folder = taskFolder(cloud, task);
  const prepared: PreparedContainer[] = [];
  for (const definition of task.definition.containerDefinitions) {
    const state = task.containers.find(({ name }) => name === definition.name);
    if (!state) continue;
    const override = task.overrides.containerOverrides?.find(({ name }) => name === definition.name);
    const environment = await environmentOf(cloud, definition, override);
    await checkLogGroup(cloud, definition);
    const found = (await registry.resolve(definition.image)) as { digest: string } | undefined;
    if (!found) throw new ContainerStartFailure(definition.name, reason.pull(definition.image));
    state.imageDigest = found.digest;
    const image = await named(definition.name, containers.pull(definition.image, join(folder, definition.name)));
    const command = override?.command?.length ? { command: override.command } : {};
    prepared.push({ definition: { ...definition, ...command }, state, image, environment });
  }
  return prepared;
}

/** Says whose failure it is. */
async function named<T>(container: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof StartFailure ? new ContainerStartFailure(container, error.message) : error;
  }
}

async function checkLogGroup(cloud: Cloud, { logConfiguration }: ContainerDefinition): Promise<void> {
  const group = logConfiguration?.logDriver === 'awslogs' ? logConfiguration.options?.['awslogs-group'] : undefined;
  if (!group) return;
  const { logGroups } = await cloud.call('logs', 'DescribeLogGroups', { logGroupNamePrefix: group });
  if (logGroups.some(({ logGroupName }: { logGroupName: string }) => logGroupName === group)) return;
  if (logConfiguration?.options?.['awslogs-create-group'] !== 'true') throw new StartFailure(reason.logGroup(group));
  await cloud.call('logs', 'CreateLogGroup', { logGroupName: group });
}

export interface RunningContainer {
  readonly definition: ContainerDefinition;
  readonly state: ContainerState;
  readonly process: ContainerProcess;
  readonly endChecks: () => void;
}

/** What a container may learn about itself beside its definition. */
const surroundings = (task: Task): Record<string, string> => ({
  HOST: task.address,
  ECS_CONTAINER_METADATA_URI_V4: `http://169.254.170.2/v4/${task.id}`,
});

export async function start(
  cloud: Cloud,
  task: Task,
  container: PreparedContainer,
  changed: () => void,
): Promise<RunningContainer> {
  const { definition, state, image } = container;
  const environment = { ...container.environment, ...surroundings(task) };
  const process = await named(
    definition.name,
    image.start({ task, definition, environment }, lineSink(cloud, task, definition)),
  );
  state.lastStatus = 'RUNNING';
  const report = (health: ContainerState['health']) => {
    if (state.health === health) return;
    state.health = health;
    changed();
  };
  const endChecks = definition.healthCheck
    ? watchHealth(cloud.clock, process, definition.healthCheck, report)
    : () => undefined;
  void process.exited.then(({ code, reason: why }) => {
    endChecks();
    state.lastStatus = 'STOPPED';
    state.exitCode = code;
    if (why) state.reason = why;
    changed();
  });
  return { definition, state, process, endChecks };
}

/** The log of a task's first container. */
export function firstLog(cloud: Cloud, task: Task): (line: string) => void {
  const [first] = task.definition.containerDefinitions;
  return first ? lineSink(cloud, task, first) : () => undefined;
}

/** awslogs: `<prefix>/<container>/<task id>` */
function lineSink(cloud: Cloud, task: Task, { name, logConfiguration }: ContainerDefinition): (line: string) => void {
  const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix = 'ecs' } = logConfiguration?.options ?? {};
  if (logConfiguration?.logDriver !== 'awslogs' || !group) return () => undefined;
  const logs = cloud.service<LogsEngine>('logs');
  return (line) => {
    try {
      logs.append(group, `${prefix}/${name}/${task.id}`, line);
    } catch {
      // The group may be deleted under a running task; the task goes on without its log, as on AWS.
    }
  };
}
