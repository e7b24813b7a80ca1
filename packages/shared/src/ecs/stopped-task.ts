import type { ContainerDefinition, Task, TaskDefinition } from '@aws-sdk/client-ecs';

/** Whether a stopped task speaks against its task definition; a task that the scheduler itself retired does not. */
export function isFailure(task: Task): boolean {
  if (task.lastStatus !== 'STOPPED' && task.desiredStatus !== 'STOPPED') return false;
  if (task.stopCode === 'ServiceSchedulerInitiated')
    return !/Scaling activity initiated by/i.test(task.stoppedReason ?? '');
  return !['UserInitiated', 'SpotInterruption', 'TerminationNotice'].includes(task.stopCode ?? '');
}

/** Reasons that no further attempt can cure. Wording from the ECS stopped-task error reference. */
const HOPELESS =
  /CannotPullContainerError.*(not found|does not exist|manifest unknown)|ResourceInitializationError|exec format error|CannotPullImageManifestError/i;

export function isHopeless(task: Task): boolean {
  return isFailure(task) && HOPELESS.test(reasons(task).join(' '));
}

/** One sentence: which container ended how, and what ECS says about the task. */
export function explainTask(task: Task): string {
  const ended = (task.containers ?? [])
    .filter((container) => container.reason || (container.exitCode !== undefined && container.exitCode !== 0))
    .map((container) => {
      const code = container.exitCode === undefined ? 'did not start' : `exited with ${container.exitCode}`;
      return `container ${container.name} ${code}${container.reason ? ` (${container.reason})` : ''}`;
    });
  const unhealthy = (task.containers ?? [])
    .filter((container) => container.healthStatus === 'UNHEALTHY' && container.exitCode === undefined)
    .map((container) => `container ${container.name} failed its health check`);
  return [...ended, ...unhealthy, task.stoppedReason ?? ''].filter(Boolean).join('; ') || 'ECS gave no reason';
}

function reasons(task: Task): string[] {
  return [task.stoppedReason ?? '', ...(task.containers ?? []).map((container) => container.reason ?? '')];
}

/** The container whose log explains the end of a task: the first that failed, or else the first. */
export function culprit(task: Task): string | undefined {
  const containers = task.containers ?? [];
  return (containers.find((c) => c.reason || (c.exitCode !== undefined && c.exitCode !== 0)) ?? containers[0])?.name;
}

export interface LogLocation {
  readonly group: string;
  readonly stream: string;
}

/** Where the awslogs driver writes: `<prefix>/<container>/<task id>`; undefined for other drivers. */
export function logLocation(definition: TaskDefinition, container: string, taskArn: string): LogLocation | undefined {
  const found: ContainerDefinition | undefined = definition.containerDefinitions?.find((c) => c.name === container);
  const options = found?.logConfiguration?.logDriver === 'awslogs' ? found.logConfiguration.options : undefined;
  const group = options?.['awslogs-group'];
  const prefix = options?.['awslogs-stream-prefix'];
  if (!group || !prefix) return undefined;
  return { group, stream: `${prefix}/${container}/${taskIdOf(taskArn)}` };
}

export const taskIdOf = (taskArn: string): string => taskArn.split('/').at(-1) ?? taskArn;
