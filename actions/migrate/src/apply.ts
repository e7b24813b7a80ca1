import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import {
  type ECSClient,
  RunTaskCommand,
  type Service,
  StopTaskCommand,
  type Task,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import { startedByMigration } from '#shared/ecs/migration-tasks';
import { ask, type Pace } from '#shared/ecs/pace';
import { describeTasks, findTasks } from '#shared/ecs/services';
import { type LogLocation, logLocation } from '#shared/ecs/stopped-task';
import { logLinesSince } from '#shared/logs/log-stream';
import { GoliveError } from '#shared/runtime/golive-error';
import { judgeTask, leftBehind, type MigrationTask, runTaskInput, type TaskVerdict } from './plan.ts';

export interface Migration {
  readonly task: string;
  readonly verdict: TaskVerdict;
  readonly log: readonly string[];
  readonly adopted: boolean;
}

interface Tools {
  readonly ecs: ECSClient;
  readonly logs: CloudWatchLogsClient;
  readonly pace: Pace;
  /** Prints one line of the migration's own log. */
  readonly show: (line: string) => void;
}

/** Runs the migration task to its end, its log shown as it is written; stops it on time-out and when cancelled. */
export async function migrate(
  tools: Tools,
  service: Service,
  definition: TaskDefinition,
  task: MigrationTask,
): Promise<Migration> {
  const { arn, adopted } = await startTask(tools.ecs, service, task);
  tools.pace.progress(`${adopted ? 'found' : 'started'} task ${arn}`);
  const log: string[] = [];
  const follow = follower(tools, logLocation(definition, task.container, arn), log);
  try {
    const verdict = await ask<TaskVerdict>(tools.pace, async () => {
      const [seen] = await describeTasks(tools.ecs, task.cluster, [arn]);
      const now = judgeTask(seen, task.container);
      await follow();
      return now.kind === 'running' ? { waiting: now.because } : { done: now };
    });
    if (verdict) {
      await lateLines(tools, follow);
      return { task: arn, verdict, log, adopted };
    }
  } catch (error) {
    await stopTask(tools.ecs, task.cluster, arn, 'the release was cancelled');
    throw error;
  }
  await stopTask(tools.ecs, task.cluster, arn, 'the migration took too long');
  const because = `task did not end within ${tools.pace.within.ms / 1000} s and was stopped`;
  return { task: arn, verdict: { kind: 'failed', because }, log, adopted };
}

/**
 * Starts the task, or finds the one that an earlier attempt of this run left: two must never migrate at once, and one
 * that has succeeded unseen tells the revisions that it went through, which a second one could not.
 */
async function startTask(ecs: ECSClient, service: Service, task: MigrationTask) {
  const ours = { cluster: task.cluster, startedBy: startedByMigration(task.runId) };
  const left: Task[] = [];
  for (const desiredStatus of ['RUNNING', 'STOPPED'] as const)
    left.push(...(await findTasks(ecs, { ...ours, desiredStatus })));
  const found = leftBehind(left, task);
  if (found) return { arn: found, adopted: true };
  const answer = await ecs.send(new RunTaskCommand(runTaskInput(service, task)));
  const arn = answer.tasks?.[0]?.taskArn;
  if (arn) return { arn, adopted: false };
  const failures = (answer.failures ?? []).map(({ reason, detail, arn: what }) =>
    [what, reason, detail].filter(Boolean).join(' '),
  );
  throw new GoliveError(
    'MIGRATE_TASK_NOT_STARTED',
    `ECS did not start the migration task: ${failures.join('; ') || 'no reason given'}`,
    {
      hint: `compare with how ${service.serviceName} starts its tasks: capacity, subnets, roles`,
    },
  );
}

function follower({ logs, show }: Tools, at: LogLocation | undefined, log: string[]): () => Promise<void> {
  let token: string | undefined;
  return async () => {
    if (!at) return;
    const page = await logLinesSince(logs, at, token);
    token = page.token;
    for (const line of page.lines) show(line);
    log.push(...page.lines);
  };
}

/** CloudWatch Logs shows the last lines of a stopped task a little later; the revisions stand on the very last. */
async function lateLines({ pace }: Tools, follow: () => Promise<void>): Promise<void> {
  for (let look = 0; look < 2; look++) {
    await pace.sleep(Math.min(pace.every.ms, 1000));
    await follow();
  }
}

async function stopTask(ecs: ECSClient, cluster: string, task: string, reason: string): Promise<void> {
  await ecs.send(new StopTaskCommand({ cluster, task, reason: `golive: ${reason}` }));
}
