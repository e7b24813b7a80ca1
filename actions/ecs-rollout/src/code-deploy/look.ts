/** One look at a deployment: what CodeDeploy says, what ECS says, and the tasks of the replacement. */
import { type ECSClient, ListTasksCommand, type Service, type Task } from '@aws-sdk/client-ecs';
import { taskDefinitionIn } from '#shared/ecs/code-deploy/app-spec';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Place } from '#shared/ecs/code-deploy/place';
import { setOf } from '#shared/ecs/code-deploy/task-sets';
import { isWayBack } from '#shared/ecs/code-deploy/whose';
import { readTaskDefinition } from '#shared/ecs/register-task-definition';
import { describeServices, describeTasks } from '#shared/ecs/services';
import type { Superseder } from '#shared/ecs/watch/outcome';
import type { Seen } from './judge.ts';

export interface Looking {
  readonly ecs: ECSClient;
  readonly calls: CodeDeployCalls;
  readonly cluster: string;
  readonly service: string;
  readonly deployment: string;
  readonly place: Place;
  /** Tasks that have stopped, by ARN: they are read once. */
  readonly stopped: Map<string, Task>;
}

export async function look(looking: Looking): Promise<Seen> {
  const { ecs, calls, cluster, service: name, deployment: id } = looking;
  const targetId = `${cluster.split('/').at(-1)}:${name}`;
  const { readTarget } = await import('./read-target.ts');
  const [deployment, target, services] = await Promise.all([
    calls.deployment(id),
    readTarget(calls.client, id, targetId),
    describeServices(ecs, cluster, [name]),
  ]);
  const service = services.get(name);
  if (!service) throw new Error(`${cluster} has no active service ${name}`);
  const back = deployment.rollbackInfo?.rollbackDeploymentId;
  const over = deployment.status === 'Failed' || deployment.status === 'Stopped';
  const [tasks, rollback, other] = await Promise.all([
    tasksOf(looking, service, deployment.status === 'Succeeded' || deployment.instanceTerminationWaitTimeStarted),
    back ? calls.deployment(back) : undefined,
    over ? theirs(looking) : undefined,
  ]);
  return {
    deployment,
    ...(target ? { target } : {}),
    service,
    tasks,
    ...(rollback ? { rollback } : {}),
    ...(other ? { other } : {}),
  };
}

/** Those of the task set that the deployment made: the stopped ones, and the running ones where they are asked for. */
async function tasksOf(looking: Looking, service: Service, running = false): Promise<readonly Task[]> {
  const { ecs, cluster, deployment, stopped } = looking;
  const set = setOf(service, deployment);
  const unread = (await list(looking, 'STOPPED')).filter((arn) => !stopped.has(arn));
  const alive = running ? await list(looking, 'RUNNING') : [];
  const read = await describeTasks(ecs, cluster, [...unread, ...alive]);
  const known = [...stopped.values()];
  for (const task of read) if (task.taskArn && task.lastStatus === 'STOPPED') stopped.set(task.taskArn, task);
  return [...known, ...read].filter(({ startedBy }) => set !== undefined && startedBy === set.id);
}

async function list({ ecs, cluster, service: serviceName }: Looking, desiredStatus: 'RUNNING' | 'STOPPED') {
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await ecs.send(
      new ListTasksCommand({ cluster, serviceName, desiredStatus, ...(nextToken ? { nextToken } : {}) }),
    );
    arns.push(...(page.taskArns ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return arns;
}

/** A deployment that began after ours had ended, and does not take ours back. */
async function theirs({ ecs, calls, place }: Looking): Promise<Superseder | undefined> {
  for (const id of await calls.inFlight(place)) {
    const info = await calls.deployment(id);
    if (isWayBack(info)) continue;
    const taskDefinition = taskDefinitionIn(await calls.appSpec(info));
    const tags = taskDefinition ? (await readTaskDefinition(ecs, taskDefinition)).tags : [];
    return {
      deployment: id,
      ...(taskDefinition ? { taskDefinition } : {}),
      ...(info.createTime ? { since: info.createTime } : {}),
      tags: Object.fromEntries(tags.map(({ key = '', value = '' }) => [key, value])),
    };
  }
  return undefined;
}
