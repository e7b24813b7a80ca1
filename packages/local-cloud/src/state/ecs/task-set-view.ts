/** A task set: what DescribeServices shows of a service that CodeDeploy deploys. */
import { lastCompleted } from './circuit-breaker.ts';
import type { Deployment, Service } from './model.ts';
import { primaryOf, unfinished } from './rollout.ts';
import { at } from './views.ts';

export const capacityView = ({ launchType, strategy }: Pick<Service, 'launchType' | 'strategy'>) => ({
  launchType,
  capacityProviderStrategy: strategy.length > 0 ? strategy : undefined,
});

/** The deployment whose task set is PRIMARY: the one with the production traffic, until all of it has been shifted. */
export function primarySetOf(service: Service): Deployment | undefined {
  const target = primaryOf(service);
  const current = unfinished(service);
  if (!target || !current || current.rollback || (current.progress?.production ?? 100) === 100) return target;
  return lastCompleted(target, service.deployments) ?? target;
}

export const taskSetStatus = (service: Service, deployment: Deployment): 'PRIMARY' | 'ACTIVE' =>
  primarySetOf(service) === deployment ? 'PRIMARY' : 'ACTIVE';

export function taskSetView(service: Service, deployment: Deployment) {
  const settled = deployment.rolloutState === 'COMPLETED';
  return {
    id: deployment.id,
    taskSetArn: `${service.arn.replace(':service/', ':task-set/')}/${deployment.id}`,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    startedBy: 'CODE_DEPLOY',
    externalId: deployment.externalId,
    status: taskSetStatus(service, deployment),
    taskDefinition: deployment.definition.taskDefinitionArn,
    computedDesiredCount: service.desired,
    ...capacityView(service),
    platformVersion: '1.4.0',
    platformFamily: 'Linux',
    networkConfiguration: service.networkConfiguration,
    loadBalancers: deployment.loadBalancers.map(({ targetGroupArn, containerName, containerPort }) => ({
      targetGroupArn,
      containerName,
      containerPort,
    })),
    scale: { value: 100, unit: 'PERCENT' },
    stabilityStatus: settled ? 'STEADY_STATE' : 'STABILIZING',
    createdAt: at(deployment.createdAt),
    updatedAt: at(deployment.updatedAt),
    tags: [],
  };
}
