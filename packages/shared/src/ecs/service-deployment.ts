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
  const answer = await ecs.send(new ListServiceDeploymentsCommand({ cluster, service, maxResults: 100 }));
  const arns = [...(answer.serviceDeployments ?? [])]
    .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
    .flatMap((brief) => brief.serviceDeploymentArn ?? [])
    .slice(0, count);
  return readDeployments(ecs, arns);
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
  return arns.flatMap((arn) => {
    const deployment = found.find((d) => d.serviceDeploymentArn === arn);
    return deployment ? [view(arn, deployment, revisions)] : [];
  });
}

function view(arn: string, deployment: ServiceDeployment, revisions: ReadonlyMap<string, string>): DeploymentView {
  const taskDefinition = revisions.get(deployment.targetServiceRevision?.arn ?? '');
  const from = revisions.get(deployment.sourceServiceRevisions?.[0]?.arn ?? '');
  return {
    arn,
    status: deployment.status ?? 'PENDING',
    ...(deployment.statusReason ? { statusReason: deployment.statusReason } : {}),
    ...(deployment.lifecycleStage ? { stage: deployment.lifecycleStage } : {}),
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
