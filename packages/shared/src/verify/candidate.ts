import type { ContainerDefinition, RegisterTaskDefinitionCommandInput, Service } from '@aws-sdk/client-ecs';

/** One service with the task definition that it is about to run. */
export interface Candidate {
  readonly service: string;
  readonly view: Service;
  readonly definition: RegisterTaskDefinitionCommandInput;
  /** Of the deployment configuration that will be in force, in percent. */
  readonly maximumPercent: number;
  readonly desiredCount: number;
  /** Whether a second set of tasks comes up beside the first: blue/green, linear, canary. */
  readonly sideBySide: boolean;
  /** CPU of the tasks that run now, as their definition has it; absent: the same as of those to come. */
  readonly cpuNow?: string;
  /** Names of ports by which the service is found. */
  readonly namedPorts?: readonly NamedPort[];
}

/** The name of a port, and what wants a container to map it. */
export interface NamedPort {
  readonly who: string;
  readonly port: string;
}

export const containersOf = ({ definition }: Candidate): readonly ContainerDefinition[] =>
  definition.containerDefinitions ?? [];

/** Whether its tasks run on Fargate: as the service says, else as the definition requires. */
export function isFargate({ view, definition }: Candidate): boolean {
  const providers = view.capacityProviderStrategy ?? [];
  if (providers.length > 0) return providers.every(({ capacityProvider }) => capacityProvider?.startsWith('FARGATE'));
  if (view.launchType) return view.launchType === 'FARGATE';
  return definition.requiresCompatibilities?.includes('FARGATE') ?? false;
}
