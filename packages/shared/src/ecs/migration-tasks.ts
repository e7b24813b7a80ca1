import { type ECSClient, StopTaskCommand, type Task } from '@aws-sdk/client-ecs';
import { findTasks } from './services.ts';

/** `startedBy` of every migration task of a run, by which another attempt or the rollback finds it. */
export const startedByMigration = (runId: string): string => `golive-migrate/${runId}`;

/** The migration tasks of a run that have not come to their end, those on their way there too. */
export async function livingMigrations(ecs: ECSClient, cluster: string, runId: string): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const desiredStatus of ['RUNNING', 'STOPPED'] as const)
    tasks.push(...(await findTasks(ecs, { cluster, startedBy: startedByMigration(runId), desiredStatus })));
  return tasks.filter((task) => task.lastStatus !== 'STOPPED');
}

export async function stopMigration(ecs: ECSClient, cluster: string, task: Task, reason: string): Promise<void> {
  if (!task.taskArn || task.desiredStatus === 'STOPPED') return;
  await ecs.send(new StopTaskCommand({ cluster, task: task.taskArn, reason: `golive: ${reason}` }));
}
