import type {
  RegisterTaskDefinitionCommandInput,
  RunTaskCommandInput,
  Service,
  Task,
  TaskDefinition,
} from '@aws-sdk/client-ecs';
import { sayStopped } from '#shared/ecs/causes/explain-failure';
import { startedByMigration } from '#shared/ecs/migration-tasks';
import { withImages } from '#shared/ecs/task-definition';

export type SnapshotStep = { readonly because: string } & (
  | { readonly kind: 'create' | 'wait' | 'reuse' }
  | { readonly kind: 'refuse'; readonly hint: string }
);

/** What to do about the snapshot, from the status that RDS reports for it (undefined: it does not exist). */
export function decideSnapshot(id: string, status: string | undefined, created: boolean): SnapshotStep {
  if (status === undefined) return { kind: created ? 'wait' : 'create', because: `snapshot ${id} does not exist yet` };
  if (status === 'available') return { kind: 'reuse', because: `snapshot ${id} is available` };
  if (status === 'creating' || status === 'pending') return { kind: 'wait', because: `snapshot ${id} is ${status}` };
  return {
    kind: 'refuse',
    because: `snapshot ${id} is ${status}`,
    hint: 'delete it, or find out in the RDS console why it cannot be used, then run the release again',
  };
}

/**
 * The definition of the migration task: the service's, in a family of its own (so that nothing takes it for a revision
 * of the service), with the new image and without the health check, which asks a server that does not run here.
 */
export function migrationDefinition(
  like: TaskDefinition,
  container: string,
  image: string,
): RegisterTaskDefinitionCommandInput {
  const definition = withImages(like, { [container]: image });
  return {
    ...definition,
    family: `${like.family}-golive-migrate`,
    containerDefinitions: (definition.containerDefinitions ?? []).map((one) => {
      if (one.name !== container) return one;
      const { healthCheck: _, ...kept } = one;
      return { ...kept, essential: true };
    }),
  };
}

export interface MigrationTask {
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly container: string;
  readonly command: readonly string[];
  readonly runId: string;
  readonly attempt: string;
}

/** RunTask with the network and capacity of the service. The token lets a repeated call find the task it began. */
export function runTaskInput(service: Service, task: MigrationTask): RunTaskCommandInput {
  const capacity = service.capacityProviderStrategy ?? [];
  return {
    cluster: task.cluster,
    taskDefinition: task.taskDefinition,
    count: 1,
    clientToken: `golive-migrate-${task.runId}-${task.attempt}`.slice(0, 64),
    startedBy: startedByMigration(task.runId),
    ...(service.networkConfiguration ? { networkConfiguration: service.networkConfiguration } : {}),
    ...(capacity.length > 0
      ? { capacityProviderStrategy: capacity }
      : { launchType: service.launchType ?? ('FARGATE' as const) }),
    ...(service.platformVersion ? { platformVersion: service.platformVersion } : {}),
    overrides: { containerOverrides: [{ name: task.container, command: [...task.command] }] },
  };
}

export type TaskVerdict =
  | { readonly kind: 'running'; readonly because: string }
  | { readonly kind: 'succeeded'; readonly because: string }
  | { readonly kind: 'failed'; readonly because: string };

/** The named container's exit code judges the migration; a task that never started it has failed. */
export function judgeTask(task: Task | undefined, container: string): TaskVerdict {
  if (!task) return { kind: 'running', because: 'ECS does not describe the task yet' };
  if (task.lastStatus !== 'STOPPED') return { kind: 'running', because: `task is ${task.lastStatus}` };
  const exitCode = task.containers?.find((one) => one.name === container)?.exitCode;
  if (exitCode === 0) return { kind: 'succeeded', because: `container ${container} exited with 0` };
  const code = exitCode === undefined ? 'never ran' : `exited with ${exitCode}`;
  return { kind: 'failed', because: `container ${container} ${code}: ${sayStopped(task)}` };
}

/**
 * The task of an earlier attempt that this one goes on with: one that has not come to its end, or one that did the very
 * same with success. ECS tells of a stopped task for about an hour.
 */
export function leftBehind(tasks: readonly Task[], wanted: MigrationTask): string | undefined {
  const alive = tasks.find((one) => one.lastStatus !== 'STOPPED');
  const done = tasks.find(
    (one) =>
      one.taskDefinitionArn === wanted.taskDefinition && hasSameCommand(one, wanted) && hasSucceeded(one, wanted),
  );
  return (alive ?? done)?.taskArn;
}

function hasSameCommand({ overrides }: Task, { container, command }: MigrationTask): boolean {
  const given = overrides?.containerOverrides?.find((one) => one.name === container)?.command ?? [];
  return JSON.stringify(given) === JSON.stringify(command);
}

const hasSucceeded = (task: Task, { container }: MigrationTask) => judgeTask(task, container).kind === 'succeeded';

/** `{"from","to"}` on the last line of the log, which a migration may print to tell its revisions. */
export function revisionsOf(log: readonly string[]): { readonly from: string; readonly to: string } | undefined {
  const last = log.findLast((line) => line.trim() !== '');
  if (!last) return undefined;
  try {
    const said: unknown = JSON.parse(last);
    if (typeof said !== 'object' || said === null || !('from' in said) || !('to' in said)) return undefined;
    return { from: String(said.from ?? ''), to: String(said.to ?? '') };
  } catch {
    // An ordinary log line.
    return undefined;
  }
}
