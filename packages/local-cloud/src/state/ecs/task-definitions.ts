/** Registering and finding task definitions. Every field of the API model is kept as it was given. */
import { Compatibility, IpcMode, NetworkMode, PidMode, type RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { checkBesideTask, checkedContainers, withDefaults } from './container-definitions.ts';
import { checkFargate, unitsOf } from './fargate.ts';
import { arnOf, familyAndRevision, type Place } from './identifiers.ts';
import { client, invalid, oneOf } from './invalid.ts';
import type { ContainerDefinition, Tag, TaskDefinition } from './model.ts';
import { requiredAttributes } from './required-attributes.ts';
import { checkTags } from './tags.ts';

export type Families = Map<string, TaskDefinition[]>;

export interface Registration {
  readonly place: Place;
  readonly now: number;
  /** The caller's ARN. */
  readonly by: string;
}

export function register(
  families: Families,
  input: RegisterTaskDefinitionRequest,
  { place, now, by }: Registration,
): TaskDefinition {
  const { family, containerDefinitions: given, tags = [], cpu, memory, ...rest } = input;
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(family ?? ''))
    throw client('Family contains invalid characters or is empty: it must match [a-zA-Z0-9_-]{1,255}.');
  const name = family as string;
  checkSize(input);
  checkEnumerations(input);
  const containerDefinitions = checkedContainers(given);
  checkVolumes(input, containerDefinitions);
  checkBesideTask(containerDefinitions, { networkMode: input.networkMode, memory: unitsOf(memory) });
  if (input.requiresCompatibilities?.includes('FARGATE')) checkFargate(input, containerDefinitions);
  checkTags(tags);
  const earlier = families.get(name) ?? [];
  const revision = (earlier.at(-1)?.revision ?? 0) + 1;
  const [units, mebibytes] = [unitsOf(cpu), unitsOf(memory)];
  const definition: TaskDefinition = {
    placementConstraints: [],
    ...definedOnly(rest),
    ...rolesOf(input, place),
    ...(units === undefined ? {} : { cpu: units }),
    ...(mebibytes === undefined ? {} : { memory: mebibytes }),
    volumes: input.volumes ?? [],
    requiresAttributes: requiredAttributes(input, containerDefinitions),
    compatibilities: compatibilities(input),
    family: name,
    revision,
    taskDefinitionArn: arnOf(place, `task-definition/${name}:${revision}`),
    containerDefinitions: containerDefinitions.map((each) => withDefaults(each, input.networkMode)),
    status: 'ACTIVE',
    registeredAt: now,
    registeredBy: by,
    tags: tags as Tag[],
  };
  families.set(name, [...earlier, definition]);
  return definition;
}

/** "ECS will fill in the account ID server-side": https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/19 */
function rolesOf(
  { executionRoleArn, taskRoleArn }: RegisterTaskDefinitionRequest,
  { account }: Place,
): Pick<TaskDefinition, 'executionRoleArn' | 'taskRoleArn'> {
  const arn = (role: string) => (role.startsWith('arn:') ? role : `arn:aws:iam::${account}:role/${role}`);
  return {
    ...(executionRoleArn ? { executionRoleArn: arn(executionRoleArn) } : {}),
    ...(taskRoleArn ? { taskRoleArn: arn(taskRoleArn) } : {}),
  };
}

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html: "Task definition size", 64 KiB
function checkSize(input: RegisterTaskDefinitionRequest): void {
  const { length } = Buffer.from(JSON.stringify(input));
  if (length > 65_536) throw client(`Actual length: '${length}'. Max allowed length is '65536' bytes.`);
}

/** Without the members that are `undefined`, which the API's types allow and an answer never has. */
const definedOnly = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html: checked against the parameters given.
const compatibilities = ({ networkMode, cpu, memory }: RegisterTaskDefinitionRequest): readonly string[] =>
  networkMode === 'awsvpc' && cpu !== undefined && memory !== undefined ? ['EC2', 'FARGATE'] : ['EC2'];

function checkEnumerations(input: RegisterTaskDefinitionRequest): void {
  oneOf('networkMode', input.networkMode, NetworkMode);
  oneOf('pidMode', input.pidMode, PidMode);
  oneOf('ipcMode', input.ipcMode, IpcMode);
  for (const each of input.requiresCompatibilities ?? []) oneOf('requiresCompatibilities', each, Compatibility);
}

function checkVolumes(
  { volumes = [] }: RegisterTaskDefinitionRequest,
  containers: readonly ContainerDefinition[],
): void {
  const known = new Set(volumes.map(({ name }) => name));
  if (known.size < volumes.length) throw client('Volume names must be unique.');
  for (const { mountPoints } of containers)
    for (const { sourceVolume } of (mountPoints ?? []) as { sourceVolume?: string }[])
      if (sourceVolume !== undefined && !known.has(sourceVolume)) throw client(`Unknown volume '${sourceVolume}'.`);
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
  if (!reference) throw invalid('TaskDefinition can not be blank.');
  const definition = find(families, reference);
  if (!definition) throw client('TaskDefinition not found.');
  if (definition.status !== 'ACTIVE') throw client('TaskDefinition is inactive');
  return definition;
}
