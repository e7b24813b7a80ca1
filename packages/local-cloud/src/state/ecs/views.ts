/** Puts what ECS knows into the shape of its answers. */
import type { Deployment, Service, ServiceDeployment, ServiceRevision, Task, TaskDefinition } from './model.ts';

const at = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));

export function definitionView({ tags: _, registeredAt, deregisteredAt, ...definition }: TaskDefinition) {
  return { ...definition, registeredAt: at(registeredAt), deregisteredAt: at(deregisteredAt) };
}

export function taskView(task: Task, withTags: boolean) {
  const { definition } = task;
  return {
    taskArn: task.arn,
    clusterArn: task.clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    group: task.group,
    startedBy: task.startedBy,
    launchType: task.launchType,
    platformVersion: '1.4.0',
    platformFamily: 'Linux',
    availabilityZone: `${task.clusterArn.split(':')[3]}a`,
    connectivity: task.connectivityAt === undefined ? undefined : task.stoppedAt ? 'DISCONNECTED' : 'CONNECTED',
    connectivityAt: at(task.connectivityAt),
    cpu: definition.cpu,
    memory: definition.memory,
    overrides: { containerOverrides: [], inferenceAcceleratorOverrides: [], ...task.overrides },
    attachments: [
      {
        id: task.id,
        type: 'ElasticNetworkInterface',
        status: task.stoppedAt ? 'DELETED' : task.connectivityAt ? 'ATTACHED' : 'PRECREATED',
        details: [{ name: 'privateIPv4Address', value: task.address }],
      },
    ],
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    healthStatus: taskHealth(task),
    version: task.version,
    createdAt: at(task.createdAt),
    pullStartedAt: at(task.pullStartedAt),
    pullStoppedAt: at(task.pullStoppedAt),
    startedAt: at(task.startedAt),
    stoppingAt: at(task.stoppingAt),
    executionStoppedAt: at(task.executionStoppedAt),
    stoppedAt: at(task.stoppedAt),
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    tags: withTags ? task.tags : [],
    containers: task.containers.map(({ arn, health, ...container }) => ({
      ...container,
      containerArn: arn,
      taskArn: task.arn,
      healthStatus: health,
      networkBindings: [],
      networkInterfaces: [{ attachmentId: task.id, privateIpv4Address: task.address }],
      cpu: String(definition.containerDefinitions.find(({ name }) => name === container.name)?.cpu ?? 0),
    })),
  };
}

/** UNKNOWN until every essential container with a health check has answered. */
export function taskHealth(task: Task): 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN' {
  const checked = task.definition.containerDefinitions.filter((one) => one.healthCheck && one.essential !== false);
  const health = checked.map(({ name }) => task.containers.find((each) => each.name === name)?.health ?? 'UNKNOWN');
  if (health.includes('UNHEALTHY')) return 'UNHEALTHY';
  return health.length > 0 && health.every((one) => one === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}

export interface Counts {
  readonly running: number;
  readonly pending: number;
  readonly requested: number;
}

export function countTasks(tasks: readonly Task[]): Counts {
  const alive = tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING');
  const running = alive.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
  return { running, pending: alive.length - running, requested: alive.length };
}

export function serviceView(service: Service, tasks: readonly Task[], withTags: boolean) {
  const counts = countTasks(tasks);
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
  const current = service.serviceDeployments.at(-1);
  return {
    serviceName: service.name,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    status: service.status,
    desiredCount: service.desired,
    runningCount: counts.running,
    pendingCount: counts.pending,
    launchType: service.launchType,
    platformVersion: 'LATEST',
    platformFamily: 'Linux',
    schedulingStrategy: 'REPLICA',
    deploymentController: service.deploymentController,
    deploymentConfiguration: { strategy: 'ROLLING', ...service.configuration },
    taskDefinition: primary?.definition.taskDefinitionArn,
    loadBalancers: service.loadBalancers,
    serviceRegistries: [],
    networkConfiguration: service.networkConfiguration,
    healthCheckGracePeriodSeconds: service.loadBalancers.length ? service.grace : undefined,
    enableECSManagedTags: false,
    enableExecuteCommand: service.enableExecuteCommand,
    propagateTags: service.propagateTags,
    placementConstraints: [],
    placementStrategy: [],
    createdAt: at(service.createdAt),
    currentServiceDeployment: current && current.finishedAt === undefined ? current.arn : undefined,
    currentServiceRevisions: service.deployments.map(({ revisionArn, id }) => {
      const { running, pending, requested } = countTasks(tasks.filter((task) => task.startedBy === id));
      return { arn: revisionArn, requestedTaskCount: requested, runningTaskCount: running, pendingTaskCount: pending };
    }),
    deployments: service.deployments.map((deployment) => deploymentView(service, deployment, tasks)),
    events: service.events.map((event) => ({ ...event, createdAt: at(event.createdAt) })),
    tags: withTags ? service.tags : [],
  };
}

function deploymentView(service: Service, deployment: Deployment, tasks: readonly Task[]) {
  const { definition, revisionArn: _, serviceDeploymentArn: __, createdAt, updatedAt, ...rest } = deployment;
  const { running, pending } = countTasks(tasks.filter((task) => task.startedBy === deployment.id));
  return {
    ...rest,
    taskDefinition: definition.taskDefinitionArn,
    desiredCount:
      deployment.status === 'PRIMARY' ? service.desired : deployment.rolloutState === 'FAILED' ? 0 : running + pending,
    runningCount: running,
    pendingCount: pending,
    launchType: service.launchType,
    platformVersion: '1.4.0',
    platformFamily: 'Linux',
    networkConfiguration: service.networkConfiguration,
    createdAt: at(createdAt),
    updatedAt: at(updatedAt),
  };
}

export function serviceDeploymentView(service: Service, deployment: ServiceDeployment, tasks: readonly Task[]) {
  const of = (revisionArn: string) => {
    const ids = service.deployments.filter((each) => each.revisionArn === revisionArn).map(({ id }) => id);
    const { running, pending, requested } = countTasks(tasks.filter((task) => ids.includes(task.startedBy ?? '')));
    return { arn: revisionArn, requestedTaskCount: requested, runningTaskCount: running, pendingTaskCount: pending };
  };
  const { targetServiceRevisionArn: _, ...brief } = serviceDeploymentBrief(deployment);
  return {
    ...brief,
    updatedAt: at(deployment.updatedAt),
    stoppedAt: at(deployment.stoppedAt),
    sourceServiceRevisions: deployment.sourceRevisionArns.map(of),
    targetServiceRevision: { ...of(deployment.targetRevisionArn), requestedTaskCount: service.desired },
    rollback: deployment.rollback && { ...deployment.rollback, startedAt: at(deployment.rollback.startedAt) },
    deploymentConfiguration: { strategy: 'ROLLING', ...deployment.configuration },
    deploymentCircuitBreaker: deployment.breaker,
  };
}

export const serviceDeploymentBrief = (deployment: ServiceDeployment) => ({
  serviceDeploymentArn: deployment.arn,
  serviceArn: deployment.serviceArn,
  clusterArn: deployment.clusterArn,
  createdAt: at(deployment.createdAt),
  startedAt: at(deployment.startedAt),
  finishedAt: at(deployment.finishedAt),
  targetServiceRevisionArn: deployment.targetRevisionArn,
  status: deployment.status,
  statusReason: deployment.statusReason,
});

export const revisionView = (revision: ServiceRevision) => ({
  serviceRevisionArn: revision.arn,
  serviceArn: revision.serviceArn,
  clusterArn: revision.clusterArn,
  taskDefinition: revision.definition.taskDefinitionArn,
  launchType: revision.launchType,
  platformVersion: '1.4.0',
  platformFamily: 'Linux',
  loadBalancers: revision.loadBalancers,
  serviceRegistries: [],
  networkConfiguration: revision.networkConfiguration,
  containerImages: revision.images,
  guardDutyEnabled: false,
  createdAt: at(revision.createdAt),
});
