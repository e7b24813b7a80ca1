import type { ECSClient, Service } from '@aws-sdk/client-ecs';
import { type ServicePosition, targetOf } from './go-back.ts';
import type { DeploymentView } from './service-deployment.ts';
import { describeServices } from './services.ts';

/**
 * A role that may no longer look at service deployments can still put a service back: DescribeServices tells enough of
 * the newest one. Any other error is thrown on.
 */
export function asServiceTells(ecs: ECSClient, cluster: string, name: string) {
  return async (error: unknown): Promise<ServicePosition> => {
    if (!(error instanceof Error) || error.name !== 'AccessDeniedException') throw error;
    const service = (await describeServices(ecs, cluster, [name])).get(name);
    if (!service) throw error;
    const latest = primaryOf(service);
    return {
      taskDefinition: targetOf(service),
      desiredCount: service.desiredCount ?? 0,
      service,
      ...(latest ? { latest } : {}),
    };
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
const rolloutStates: Readonly<Record<string, string>> = { COMPLETED: 'SUCCESSFUL', FAILED: 'STOPPED' };

function primaryOf({ deployments = [] }: Service): DeploymentView | undefined {
  const primary = deployments.find(({ status }) => status === 'PRIMARY');
  if (!primary) return undefined;
  return {
    arn: primary.id ?? '',
    status: rolloutStates[primary.rolloutState ?? ''] ?? 'IN_PROGRESS',
    createdAt: primary.createdAt ?? new Date(0),
    ...(primary.taskDefinition ? { taskDefinition: primary.taskDefinition } : {}),
  };
}
