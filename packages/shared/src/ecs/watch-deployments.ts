import type { ECSClient, Service, Task } from '@aws-sdk/client-ecs';
import { type DeploymentVerdict, judgeDeployment } from './judge-deployment.ts';
import { ask, type Pace } from './pace.ts';
import { readDeployments } from './service-deployment.ts';
import { describeServices, findTasks } from './services.ts';

export interface WatchedDeployment {
  readonly service: string;
  readonly deployment: string;
  readonly taskDefinition: string;
}

/**
 * Watches deployments together, a few calls a poll, until all have succeeded or one has failed. Verdicts by service;
 * when the time runs out, those still under way stay `waiting`.
 */
export async function watchDeployments(
  ecs: ECSClient,
  cluster: string,
  watched: readonly WatchedDeployment[],
  pace: Pace,
): Promise<Map<string, DeploymentVerdict>> {
  let verdicts = new Map<string, DeploymentVerdict>();
  await ask(pace, async () => {
    verdicts = await judgeAll(ecs, cluster, watched);
    const kinds = [...verdicts.values()].map((verdict) => verdict.kind);
    if (kinds.includes('failed') || !kinds.includes('waiting')) return { done: true };
    return { waiting: [...verdicts].map(([service, { because }]) => `${service}: ${because}`).join(' | ') };
  });
  return verdicts;
}

async function judgeAll(ecs: ECSClient, cluster: string, watched: readonly WatchedDeployment[]) {
  const names = watched.map((one) => one.service);
  const [deployments, services] = await Promise.all([
    readDeployments(
      ecs,
      watched.map((one) => one.deployment),
    ),
    describeServices(ecs, cluster, names),
  ]);
  const verdicts = await Promise.all(
    watched.map(async (one): Promise<[string, DeploymentVerdict]> => {
      const deployment = deployments.find((d) => d.arn === one.deployment);
      if (!deployment) return [one.service, { kind: 'waiting', because: 'ECS does not describe the deployment yet' }];
      return [one.service, judgeDeployment(deployment, await stoppedTasks(ecs, cluster, services, one))];
    }),
  );
  return new Map(verdicts);
}

/** The stopped tasks of this deployment only: a service's tasks carry its deployment id in startedBy. */
async function stoppedTasks(
  ecs: ECSClient,
  cluster: string,
  services: ReadonlyMap<string, Service>,
  one: WatchedDeployment,
): Promise<Task[]> {
  const ours = services.get(one.service)?.deployments?.find((d) => d.taskDefinition === one.taskDefinition);
  if (!ours?.id) return [];
  const tasks = await findTasks(ecs, { cluster, startedBy: ours.id, desiredStatus: 'STOPPED' });
  return tasks.filter((task) => task.taskDefinitionArn === one.taskDefinition);
}
