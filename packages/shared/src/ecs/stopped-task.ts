import type { ContainerDefinition, TaskDefinition } from '@aws-sdk/client-ecs';

export interface LogLocation {
  readonly group: string;
  readonly stream: string;
}

/** Where the awslogs driver writes: `<prefix>/<container>/<task id>`; undefined for other drivers. */
export function logLocation(definition: TaskDefinition, container: string, taskArn: string): LogLocation | undefined {
  const found: ContainerDefinition | undefined = definition.containerDefinitions?.find((c) => c.name === container);
  const options = found?.logConfiguration?.logDriver === 'awslogs' ? found.logConfiguration.options : undefined;
  const group = options?.['awslogs-group'];
  const prefix = options?.['awslogs-stream-prefix'];
  if (!group || !prefix) return undefined;
  return { group, stream: `${prefix}/${container}/${taskIdOf(taskArn)}` };
}

export const taskIdOf = (taskArn: string): string => taskArn.split('/').at(-1) ?? taskArn;
