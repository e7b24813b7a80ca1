import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  type ECSClient,
  ListServiceDeploymentsCommand,
  type ServiceDeployment,
} from '@aws-sdk/client-ecs';
import { chunks } from './services.ts';

/** One service deployment as the plans see it. */
export interface DeploymentView {
  readonly arn: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly stage?: string;
  /** Id of the hook for whose answer it waits. */
  readonly pausedBy?: string;
  /** Task definition it leads to. */
  readonly taskDefinition?: string;
  /** Task definition it came from. */
  readonly from?: string;
  readonly createdAt: Date;
  readonly finishedAt?: Date;
  /** When ECS began to take it back. */
  readonly rollbackAt?: Date;
}

const IN_FLIGHT = ['PENDING', 'IN_PROGRESS'];
const ON_THE_WAY_BACK = ['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'];

export const isInFlight = (deployment: DeploymentView): boolean => IN_FLIGHT.includes(deployment.status);
export const isGoingBack = (deployment: DeploymentView): boolean => ON_THE_WAY_BACK.includes(deployment.status);

/** The newest deployments of one service, newest first. */
export async function latestDeployments(ecs: ECSClient, cluster: string, service: string, count = 5) {
  return readDeployments(ecs, (await newestArns(ecs, cluster, service)).slice(0, count));
}

/** The newest deployment of each service that has one, by service: one list a service, and the rest in batches. */
export async function latestOfEach(
  ecs: ECSClient,
  cluster: string,
  services: readonly string[],
): Promise<Map<string, DeploymentView>> {
  const newest = await Promise.all(
    services.map(async (service) => [service, (await newestArns(ecs, cluster, service))[0] ?? ''] as const),
  );
  const arns = newest.flatMap(([, arn]) => (arn === '' ? [] : [arn]));
  const views = new Map((await readDeployments(ecs, arns)).map((one) => [one.arn, one]));
  return new Map(
    newest.flatMap(([service, arn]) => {
      const one = views.get(arn);
      return one ? [[service, one] as const] : [];
    }),
  );
}

async function newestArns(ecs: ECSClient, cluster: string, service: string): Promise<string[]> {
  const answer = await ecs.send(new ListServiceDeploymentsCommand({ cluster, service, maxResults: 100 }));
  return [...(answer.serviceDeployments ?? [])]
    .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
    .flatMap((brief) => brief.serviceDeploymentArn ?? []);
}

/** Deployments in the order asked for, each with the task definitions of its revisions. */
export async function readDeployments(ecs: ECSClient, arns: readonly string[]): Promise<DeploymentView[]> {
  const found: ServiceDeployment[] = [];
  // DescribeServiceDeployments and DescribeServiceRevisions take at most 20 ARNs.
  for (const batch of chunks(arns, 20)) {
    const answer = await ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: batch }));
    found.push(...(answer.serviceDeployments ?? []));
  }
  const revisions = await taskDefinitionsOf(ecs, found.flatMap(revisionArns));
  const byArn = new Map(found.map((one) => [one.serviceDeploymentArn, one]));
  return arns.flatMap((arn) => {
    const deployment = byArn.get(arn);
    return deployment ? [view(arn, deployment, revisions)] : [];
  });
}

function view(arn: string, deployment: ServiceDeployment, revisions: ReadonlyMap<string, string>): DeploymentView {
  const taskDefinition = revisions.get(deployment.targetServiceRevision?.arn ?? '');
  const paused = deployment.lifecycleHookDetails?.find(({ status }) => status === 'AWAITING_ACTION');
  const from = revisions.get(deployment.sourceServiceRevisions?.[0]?.arn ?? '');
  return {
    arn,
    status: deployment.status ?? 'PENDING',
    ...(deployment.statusReason ? { statusReason: deployment.statusReason } : {}),
    ...(deployment.lifecycleStage ? { stage: deployment.lifecycleStage } : {}),
    ...(paused?.hookId ? { pausedBy: paused.hookId } : {}),
    ...(taskDefinition ? { taskDefinition } : {}),
    ...(from ? { from } : {}),
    createdAt: deployment.createdAt ?? new Date(0),
    ...(deployment.finishedAt ? { finishedAt: deployment.finishedAt } : {}),
    ...(deployment.rollback?.startedAt ? { rollbackAt: deployment.rollback.startedAt } : {}),
  };
}

function revisionArns(deployment: ServiceDeployment): string[] {
  return [deployment.targetServiceRevision, ...(deployment.sourceServiceRevisions ?? [])].flatMap((r) => r?.arn ?? []);
}

async function taskDefinitionsOf(ecs: ECSClient, arns: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const batch of chunks([...new Set(arns)], 20)) {
    const answer = await ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: batch }));
    for (const revision of answer.serviceRevisions ?? [])
      if (revision.serviceRevisionArn && revision.taskDefinition)
        found.set(revision.serviceRevisionArn, revision.taskDefinition);
  }
  return found;
}
