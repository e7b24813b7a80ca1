/** What ECS refuses in container definitions, and what it fills in when it registers them. */
import type { ContainerDefinition as ApiContainer } from '@aws-sdk/client-ecs';
import { client } from './invalid.ts';
import type { ContainerDefinition } from './model.ts';

/** The containers, now known to have a name and an image. */
export function checkedContainers(containers: readonly ApiContainer[] | undefined): readonly ContainerDefinition[] {
  if (!containers?.length) throw client('Container list cannot be empty.');
  for (const container of containers) {
    if (!container.name) throw client('Container.name should not be null or empty.');
    if (!container.image) throw client('Container.image should not be null or empty.');
    if (container.healthCheck && !container.healthCheck.command?.length)
      throw client('Container.healthCheck.command should not be null or empty.');
  }
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html: "Containers per task definition"
  if (containers.length > 10) throw client('Too many containers.');
  const names = containers.map(({ name }) => name);
  if (new Set(names).size < names.length) throw client('Container names must be unique.');
  if (containers.every(({ essential }) => essential === false))
    throw client('At least one container in the task definition must be marked as essential.');
  for (const { dependsOn } of containers)
    for (const { containerName } of dependsOn ?? [])
      if (!names.includes(containerName ?? ''))
        throw client(`Container depends on unknown container '${containerName}'.`);
  return containers as unknown as readonly ContainerDefinition[];
}

/** What a container may not say beside its task; the texts are ECS's own, as people report them. */
export function checkBesideTask(
  containers: readonly ContainerDefinition[],
  task: { readonly networkMode: string | undefined; readonly memory: string | undefined },
): void {
  for (const { name, portMappings = [], ...container } of containers) {
    const { links, memory, memoryReservation } = container as unknown as ApiContainer;
    if (task.networkMode === 'awsvpc' && links?.length)
      throw client('Links are not supported when networkMode=awsvpc.');
    const same = task.networkMode === 'awsvpc' || task.networkMode === 'host';
    if (
      same &&
      portMappings.some(({ hostPort, containerPort }) => hostPort !== undefined && hostPort !== containerPort)
    )
      throw client(
        `When networkMode=${task.networkMode}, the host ports and container ports in port mappings must match.`,
      );
    if (task.memory === undefined && memory === undefined && memoryReservation === undefined)
      throw client(
        `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
      );
    if (task.memory !== undefined && Math.max(memory ?? 0, memoryReservation ?? 0) > Number(task.memory))
      throw client("The 'memory' setting for container is greater than for the task.");
  }
}

// As DescribeTaskDefinition shows them, for instance in
// https://docs.aws.amazon.com/cli/latest/reference/ecs/describe-task-definition.html#examples
export const withDefaults = (container: ContainerDefinition, networkMode: string | undefined): ContainerDefinition => ({
  ...container,
  cpu: container.cpu ?? 0,
  mountPoints: container.mountPoints ?? [],
  volumesFrom: container.volumesFrom ?? [],
  systemControls: container.systemControls ?? [],
  essential: container.essential ?? true,
  environment: container.environment ?? [],
  portMappings: (container.portMappings ?? []).map((port) => portWithDefaults(port, networkMode)),
  ...(container.healthCheck ? { healthCheck: { interval: 30, timeout: 5, retries: 3, ...container.healthCheck } } : {}),
});

type PortMapping = NonNullable<ContainerDefinition['portMappings']>[number];

/** In bridge mode the host port is chosen when a task starts: 0. A range has no single host port. */
function portWithDefaults(port: PortMapping, networkMode: string | undefined): PortMapping {
  const same = networkMode === 'awsvpc' || networkMode === 'host';
  const hostPort = port.hostPort ?? (port.containerPort === undefined ? undefined : same ? port.containerPort : 0);
  return { ...port, ...(hostPort === undefined ? {} : { hostPort }), protocol: port.protocol ?? 'tcp' };
}
