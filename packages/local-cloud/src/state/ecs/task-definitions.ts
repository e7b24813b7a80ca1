/** Registering and finding task definitions, with the refusals that Fargate users meet. */
import { AwsError } from '../../wire/aws-service.ts';
import { arnOf, familyAndRevision, type Place } from './identifiers.ts';
import type { ContainerDefinition, TaskDefinition } from './model.ts';

export type Families = Map<string, TaskDefinition[]>;

const refuse = (message: string): never => {
  throw new AwsError('ClientException', message);
};

// biome-ignore lint/suspicious/noExplicitAny: a request is validated here
export function register(families: Families, input: any, place: Place, now: number): TaskDefinition {
  const { family, containerDefinitions, tags = [], ...rest } = input;
  if (typeof family !== 'string' || !/^[A-Za-z0-9_-]{1,255}$/.test(family))
    refuse('Family contains invalid characters or is empty: it must match [a-zA-Z0-9_-]{1,255}.');
  checkContainers(containerDefinitions);
  const fargate = (rest.requiresCompatibilities ?? []).includes('FARGATE');
  if (fargate) checkFargate(rest, containerDefinitions);
  const earlier = families.get(family) ?? [];
  const revision = earlier.length + 1;
  const definition: TaskDefinition = {
    placementConstraints: [],
    volumes: [],
    ...rest,
    compatibilities: rest.networkMode === 'awsvpc' ? ['EC2', 'FARGATE'] : ['EC2'],
    family,
    revision,
    taskDefinitionArn: arnOf(place, `task-definition/${family}:${revision}`),
    containerDefinitions: containerDefinitions.map(withDefaults),
    status: 'ACTIVE',
    registeredAt: now,
    tags,
  };
  families.set(family, [...earlier, definition]);
  return definition;
}

const withDefaults = (container: ContainerDefinition): ContainerDefinition => ({
  cpu: 0,
  mountPoints: [],
  volumesFrom: [],
  systemControls: [],
  ...container,
  essential: container.essential ?? true,
  environment: container.environment ?? [],
  portMappings: (container.portMappings ?? []).map((port) => ({
    ...port,
    hostPort: port.hostPort ?? port.containerPort,
    protocol: port.protocol ?? 'tcp',
  })),
});

function checkContainers(containers: unknown): asserts containers is ContainerDefinition[] {
  if (!Array.isArray(containers) || containers.length === 0) refuse('Container list cannot be empty.');
  const list = containers as ContainerDefinition[];
  for (const container of list) {
    if (!container.name) refuse('Container.name should not be null or empty.');
    if (!container.image) refuse('Container.image should not be null or empty.');
    if (container.healthCheck && !container.healthCheck.command?.length)
      refuse('Container.healthCheck.command should not be null or empty.');
  }
  if (new Set(list.map(({ name }) => name)).size < list.length) refuse('Container names must be unique.');
  if (list.every((container) => container.essential === false))
    refuse('At least one container in the task definition must be marked as essential.');
}

// biome-ignore lint/suspicious/noExplicitAny: a request is validated here
function checkFargate(input: any, containers: readonly ContainerDefinition[]): void {
  if (input.networkMode !== 'awsvpc') refuse("Fargate only supports network mode 'awsvpc'.");
  if (!input.cpu || !input.memory) refuse("Fargate requires that 'cpu' and 'memory' be defined at the task level.");
  if (input.executionRoleArn) return;
  for (const container of containers) {
    const driver = container.logConfiguration?.logDriver;
    if (driver === 'awslogs')
      refuse('Fargate requires task definition to have execution role ARN to support log driver awslogs.');
    if (container.secrets?.length)
      refuse('When you are specifying container secrets, you must also specify a value for executionRoleArn.');
    if (/\.dkr\.ecr\./.test(container.image))
      refuse('Fargate requires task definition to have execution role ARN to support ECR images.');
  }
}

/** The named revision, or the family's latest active one. */
export function find(families: Families, reference: string): TaskDefinition | undefined {
  const { family, revision } = familyAndRevision(reference);
  const revisions = families.get(family) ?? [];
  return revision === undefined
    ? revisions.findLast(({ status }) => status === 'ACTIVE')
    : revisions.find((definition) => definition.revision === revision);
}

/** For tasks and services: an inactive or unknown one is refused. */
export function findUsable(families: Families, reference: string | undefined): TaskDefinition {
  if (!reference) throw new AwsError('InvalidParameterException', 'TaskDefinition can not be blank.');
  const definition = find(families, reference);
  if (!definition) throw new AwsError('ClientException', 'TaskDefinition not found.');
  if (definition.status !== 'ACTIVE') throw new AwsError('ClientException', 'TaskDefinition is inactive');
  return definition;
}
