import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  type ECSClient,
  ListTasksCommand,
  type ListTasksCommandInput,
  type Service,
  type Task,
} from '@aws-sdk/client-ecs';

/** The services of a cluster by name; names that ECS does not know, or that are deleted, are missing from the map. */
export async function describeServices(
  ecs: ECSClient,
  cluster: string,
  names: readonly string[],
): Promise<Map<string, Service>> {
  const found = new Map<string, Service>();
  // DescribeServices takes at most 10 names.
  for (const services of chunks(names, 10)) {
    const answer = await ecs.send(new DescribeServicesCommand({ cluster, services }));
    for (const service of answer.services ?? [])
      if (service.serviceName && service.status !== 'INACTIVE') found.set(service.serviceName, service);
  }
  return found;
}

/** Every task that a ListTasks filter finds, described. */
export async function findTasks(ecs: ECSClient, filter: ListTasksCommandInput): Promise<Task[]> {
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ecs.send(new ListTasksCommand({ ...filter, ...(nextToken ? { nextToken } : {}) }));
    arns.push(...(page.taskArns ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return describeTasks(ecs, filter.cluster ?? 'default', arns);
}

export async function describeTasks(ecs: ECSClient, cluster: string, arns: readonly string[]): Promise<Task[]> {
  const tasks: Task[] = [];
  // DescribeTasks takes at most 100 tasks.
  for (const batch of chunks(arns, 100))
    tasks.push(...((await ecs.send(new DescribeTasksCommand({ cluster, tasks: batch }))).tasks ?? []));
  return tasks;
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
