// A task keeps its connections to a database that was renamed away, so every task must be younger than the one it uses.
import { DescribeTasksCommand, ECSClient, ListClustersCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import type { clientSettings } from '../stage/observe.ts';

/** One sentence for each running task of a service that is older than a database that was put in the place of another. */
export async function olderThanDatabase(settings: ReturnType<typeof clientSettings>): Promise<string[]> {
  const { DBInstances = [] } = await new RDSClient(settings).send(new DescribeDBInstancesCommand({}));
  const names = DBInstances.map((one) => one.DBInstanceIdentifier ?? '');
  const restored = DBInstances.filter((one) =>
    names.some((name) => name.startsWith(`${one.DBInstanceIdentifier}-kept-`)),
  );
  const ecs = new ECSClient(settings);
  const wrong: string[] = [];
  for (const cluster of (await ecs.send(new ListClustersCommand({}))).clusterArns ?? []) {
    const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster, desiredStatus: 'RUNNING' }));
    if (taskArns.length === 0) continue;
    const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
    for (const { group = '', createdAt } of tasks)
      for (const { DBInstanceIdentifier, InstanceCreateTime } of restored)
        if (group.startsWith('service:') && createdAt && InstanceCreateTime && createdAt < InstanceCreateTime)
          wrong.push(
            `a task of ${group} is older than ${DBInstanceIdentifier}, and may be connected to the one before`,
          );
  }
  return wrong;
}
