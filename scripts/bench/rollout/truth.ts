/** When the truth about a deployment was decided, by ECS's own record and not by what anybody reported. */
import {
  DescribeServiceDeploymentsCommand,
  DescribeTasksCommand,
  type ECSClient,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  type ServiceDeployment,
} from '@aws-sdk/client-ecs';
import type { Ran } from './run-contender.ts';
import type { Decided, Scenario } from './scenarios.ts';
import { CLUSTER } from './world.ts';

export interface Truth {
  /**
   * The moment from which the end could be known, in milliseconds since the epoch:
   * - `succeeded`: finishedAt of the service deployment, SUCCESSFUL.
   * - `breaker`: the circuit breaker trips: rollback.startedAt, or finishedAt where nothing is rolled back.
   * - `second-failure`: stoppingAt of the second task that failed, which is when its stop code first shows.
   * - `hopeless-task`: the same of the first task; for a contender that began nothing, the start of its process.
   * - `superseded`: finishedAt of the service deployment that another one replaced.
   * - `denied`: the first answer AccessDenied that this contender got.
   * Undefined where it did not come to that.
   */
  readonly decidedAt: number | undefined;
  /** When the service had come to rest after that, before the contender ended: finishedAt of its last deployment. */
  readonly settledAt: number | undefined;
}

export async function truthOf(ecs: ECSClient, scenario: Scenario, service: string, ran: Ran): Promise<Truth> {
  const deployments = await deploymentsSince(ecs, service, ran.startedAt);
  const decidedAt = await decided[scenario.decided](ecs, service, deployments[0], ran);
  const ends = deployments
    .flatMap(({ finishedAt }) => finishedAt?.getTime() ?? [])
    .filter((at) => decidedAt !== undefined && at >= decidedAt && at <= ran.exitedAt);
  return { decidedAt, settledAt: ends.length > 0 ? Math.max(...ends) : undefined };
}

type When = (
  ecs: ECSClient,
  service: string,
  deployment: ServiceDeployment | undefined,
  ran: Ran,
) => Promise<number | undefined>;

const decided: Readonly<Record<Decided, When>> = {
  succeeded: async (_ecs, _service, one) => (one?.status === 'SUCCESSFUL' ? one.finishedAt?.getTime() : undefined),
  breaker: async (_ecs, _service, one) => (one?.rollback?.startedAt ?? one?.finishedAt)?.getTime(),
  'second-failure': async (ecs, service, _one, ran) => (await failures(ecs, service, ran))[1],
  'hopeless-task': async (ecs, service, one, ran) => (one ? (await failures(ecs, service, ran))[0] : ran.startedAt),
  superseded: async (_ecs, _service, one) => (one?.status === 'STOPPED' ? one.finishedAt?.getTime() : undefined),
  denied: async (_ecs, _service, _one, ran) => ran.calls.find(({ error }) => error === 'AccessDeniedException')?.at,
};

/** The service's deployments that began after the contender did, the contender's own first. */
export async function deploymentsSince(ecs: ECSClient, service: string, since: number): Promise<ServiceDeployment[]> {
  const { serviceDeployments = [] } = await ecs.send(
    new ListServiceDeploymentsCommand({ cluster: CLUSTER, service, maxResults: 100 }),
  );
  const arns = serviceDeployments
    .filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= since)
    .flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? [])
    .slice(-20);
  if (arns.length === 0) return [];
  const described = await ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns }));
  return (described.serviceDeployments ?? []).toSorted(
    (a, b) => (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0),
  );
}

/** When each task that failed by itself showed it, oldest first. */
async function failures(ecs: ECSClient, serviceName: string, { startedAt }: Ran): Promise<number[]> {
  const { taskArns = [] } = await ecs.send(
    new ListTasksCommand({ cluster: CLUSTER, serviceName, desiredStatus: 'STOPPED' }),
  );
  if (taskArns.length === 0) return [];
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: CLUSTER, tasks: taskArns }));
  return tasks
    .filter(({ stopCode }) => stopCode === 'EssentialContainerExited' || stopCode === 'TaskFailedToStart')
    .flatMap(({ stoppingAt }) => stoppingAt?.getTime() ?? [])
    .filter((at) => at >= startedAt)
    .toSorted((a, b) => a - b);
}
