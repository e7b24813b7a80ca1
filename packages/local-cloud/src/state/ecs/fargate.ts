/** What Fargate demands of a task definition. */
import type { RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
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
  const storage = input.ephemeralStorage?.sizeInGiB;
  if (storage !== undefined && !(storage >= 21 && storage <= 200))
    throw client('Fargate ephemeral storage must be between 21 and 200 GiB.');
  if (!input.executionRoleArn) checkWithoutRole(containers);
}

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
