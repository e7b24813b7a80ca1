/** Puts task definitions and tasks into the shape of ECS's answers. */
import type { Task, TaskDefinition } from './model.ts';

export const at = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));

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
    launchType: task.capacityProviderName === undefined ? task.launchType : undefined,
    capacityProviderName: task.capacityProviderName,
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
        details: [
          { name: 'subnetId', value: task.subnet },
          { name: 'privateIPv4Address', value: task.address },
        ],
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
