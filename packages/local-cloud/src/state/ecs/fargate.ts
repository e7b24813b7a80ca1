/** What Fargate demands of a task definition. */
import type { ContainerDefinition as ApiContainer, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { client } from './invalid.ts';
import type { ContainerDefinition } from './model.ts';

const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);

/** CPU units to the MiB that go with them: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
const sizes: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: range(1024, 4096, 1024),
  1024: range(2048, 8192, 1024),
  2048: range(4096, 16_384, 1024),
  4096: range(8192, 30_720, 1024),
  8192: range(16_384, 61_440, 4096),
  16384: range(32_768, 122_880, 8192),
};

/** `0.25 vCPU` and `512` are both CPU units, `1 GB` and `1024` both MiB; ECS stores the number. */
export function unitsOf(text: string | undefined): string | undefined {
  const [, amount, unit] = /^\s*([\d.]+)\s*(vcpu|gb)\s*$/i.exec(text ?? '') ?? [];
  return unit === undefined ? text : String(Math.round(Number(amount) * 1024));
}

export function checkFargate(input: RegisterTaskDefinitionRequest, containers: readonly ContainerDefinition[]): void {
  if (input.networkMode !== 'awsvpc') throw client("Fargate only supports network mode 'awsvpc'.");
  const [cpu, memory] = [unitsOf(input.cpu), unitsOf(input.memory)];
  if (!cpu || !memory) throw client("Fargate requires that 'cpu' and 'memory' be defined at the task level.");
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
  if (!sizes[Number(cpu)]?.includes(Number(memory)))
    throw client(
      `No Fargate configuration exists for given values: ${cpu} CPU, ${memory} memory. See the Amazon ECS documentation for the valid values.`,
    );
  const strange = notOnFargate(input, containers);
  if (strange !== undefined) throw client(`Fargate compatible task definitions do not support ${strange}`);
  const storage = input.ephemeralStorage?.sizeInGiB;
  if (storage !== undefined && !(storage >= 21 && storage <= 200))
    throw client('Fargate ephemeral storage must be between 21 and 200 GiB.');
  if (!input.executionRoleArn) checkWithoutRole(containers);
}

const ofContainers = [
  'privileged',
  'dockerSecurityOptions',
  'links',
  'extraHosts',
  'dnsServers',
  'dnsSearchDomains',
] as const;
const ofLinux = ['devices', 'sharedMemorySize', 'tmpfs', 'maxSwap', 'swappiness'] as const;

/**
 * The first parameter that Fargate has no use for. Which:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-task-defs
 */
function notOnFargate(
  input: RegisterTaskDefinitionRequest,
  containers: readonly ContainerDefinition[],
): string | undefined {
  if (input.ipcMode) return 'ipcMode';
  if (input.pidMode === 'host') return 'pidMode host';
  if (input.placementConstraints?.length) return 'constraints';
  for (const { host, dockerVolumeConfiguration } of input.volumes ?? []) {
    if (dockerVolumeConfiguration) return 'dockerVolumeConfiguration';
    if (host?.sourcePath) return 'sourcePath';
  }
  for (const {
    linuxParameters,
    resourceRequirements,
    ...container
  } of containers as unknown as readonly ApiContainer[]) {
    if (resourceRequirements?.some(({ type }) => type === 'GPU')) return 'GPU';
    const said =
      ofContainers.find((name) => isSaid(container[name])) ?? ofLinux.find((name) => isSaid(linuxParameters?.[name]));
    if (said !== undefined) return said;
  }
  return undefined;
}

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== false && value !== 0 && !(Array.isArray(value) && value.length === 0);

function checkWithoutRole(containers: readonly ContainerDefinition[]): void {
  for (const container of containers) {
    if (container.logConfiguration?.logDriver === 'awslogs')
      throw client('Fargate requires task definition to have execution role ARN to support log driver awslogs.');
    if (container.secrets?.length)
      throw client('When you are specifying container secrets, you must also specify a value for executionRoleArn.');
    if (/\.dkr\.ecr\./.test(container.image))
      throw client('Fargate requires task definition to have execution role ARN to support ECR images.');
  }
}
