import type { RegisterTaskDefinitionCommandInput, TaskDefinition } from '@aws-sdk/client-ecs';
import { type FieldsShape, registrable, type Shape } from './definition-shape.ts';

/** A task definition, or a part of it, as plain values. */
export type Settled = Readonly<Record<string, unknown>>;

/**
 * What ECS takes when a field is not there, in the words of its API model ("The default value is …"). A flag that is
 * not here is false by default.
 */
const defaults: Readonly<Record<string, unknown>> = {
  // "The value is 0 if no value was specified in the container definition when the task definition was registered."
  'ContainerDefinition.cpu': 0,
  'ContainerDefinition.essential': true,
  'ContainerDefinition.versionConsistency': 'enabled',
  'PortMapping.protocol': 'tcp',
  'HealthCheck.interval': 30,
  'HealthCheck.timeout': 5,
  'HealthCheck.retries': 3,
  'EFSVolumeConfiguration.rootDirectory': '/',
  'EFSVolumeConfiguration.transitEncryption': 'DISABLED',
  'EFSAuthorizationConfig.iam': 'DISABLED',
  'S3FilesVolumeConfiguration.rootDirectory': '/',
};

/**
 * Lists whose order means nothing, by the field that names an item. ECS gives containers, environment and secrets back
 * in an order of its own: https://github.com/hashicorp/terraform-provider-aws/issues/3035 and /pull/36029. A list that
 * is not here keeps its order: taking two definitions for different costs a revision, taking them for the same loses
 * a change.
 */
const unordered: Readonly<Record<string, string>> = {
  'RegisterTaskDefinitionRequest.containerDefinitions': 'name',
  'RegisterTaskDefinitionRequest.volumes': 'name',
  'ContainerDefinition.environment': 'name',
  'ContainerDefinition.secrets': 'name',
  'LogConfiguration.secretOptions': 'name',
  'ProxyConfiguration.properties': 'name',
};

/**
 * A task definition without what ECS writes into it by itself, so that what was registered and what is described
 * afterwards are equal: without ECS's own fields and defaults, without what is empty, sizes in units, roles by name, in
 * one order.
 * Tags are no part of it.
 */
export function settled(definition: TaskDefinition | RegisterTaskDefinitionCommandInput): Settled {
  const { cpu, memory, networkMode, requiresCompatibilities = [], containerDefinitions = [] } = definition;
  const { executionRoleArn, taskRoleArn } = definition;
  const { tags: _, ...plain } = settleFields(registrable, {
    ...definition,
    containerDefinitions: containerDefinitions.map((container) => ({
      ...container,
      portMappings: container.portMappings?.map((port) => withHostPort(port, networkMode)),
    })),
  });
  return {
    ...plain,
    ...(cpu === undefined ? {} : { cpu: cpuUnits(cpu) }),
    ...(memory === undefined ? {} : { memory: mebibytes(memory) }),
    ...(executionRoleArn ? { executionRoleArn: roleName(executionRoleArn) } : {}),
    ...(taskRoleArn ? { taskRoleArn: roleName(taskRoleArn) } : {}),
    ...(requiresCompatibilities.length > 0 ? { requiresCompatibilities: [...requiresCompatibilities].sort() } : {}),
  };
}

// "For containers in a task with the awsvpc network mode, the hostPort is set to the same value as the containerPort";
// in bridge mode 0 and none both ask for a free port.
function withHostPort<
  Port extends { readonly hostPort?: number | undefined; readonly containerPort?: number | undefined },
>(port: Port, networkMode: string | undefined): Port {
  const asContainer = networkMode === 'awsvpc' || networkMode === 'host';
  return { ...port, hostPort: port.hostPort || (asContainer ? port.containerPort : undefined) };
}

/**
 * A role may be given by its name, of which ECS makes the ARN; it takes only roles of the account itself.
 * https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/19
 */
const roleName = (role: string): string => /^arn:[^:]+:iam::\d{12}:role\/([^/]+)$/.exec(role)?.[1] ?? role;

function settle(shape: Shape, value: unknown): unknown {
  if (shape.kind === 'list' && Array.isArray(value)) return value.map((item) => settle(shape.of, item));
  if (shape.kind === 'fields' && typeof value === 'object' && value !== null)
    return settleFields(shape, value as Record<string, unknown>);
  return value;
}

/** Fields that the model does not have are ECS's own, and go. */
function settleFields({ name, fields }: FieldsShape, value: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([field, shape]): [string, unknown][] => {
    const place = `${name}.${field}`;
    const inner = settle(shape, value[field]);
    const unsaid = defaults[place] ?? (shape.kind === 'flag' ? false : undefined);
    if (inner === undefined || inner === null || inner === unsaid || isEmpty(inner)) return [];
    const key = unordered[place];
    return [[field, key !== undefined && Array.isArray(inner) ? sortedBy(key, inner) : inner]];
  });
  return Object.fromEntries(entries);
}

// ECS adds empty lists and leaves out empty objects when it stores a definition. An empty text is something.
const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Items of one name keep their order. */
function sortedBy(key: string, list: readonly unknown[]): unknown[] {
  const nameOf = (item: unknown) => String((item as Settled | null)?.[key] ?? '');
  return [...list].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

/**
 * `1 vCPU` and `1024` are both 1024 CPU units, which ECS makes of them when it registers the definition.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
export function cpuUnits(text: string): string {
  const [, vcpus] = /^\s*(\d{0,9}\.?\d{1,9})\s*vcpu\s*$/i.exec(text) ?? [];
  return vcpus === undefined ? text.trim() : String(Math.round(Number(vcpus) * 1024));
}

/** `2 GB` and `2048` are both 2048 MiB. */
export function mebibytes(text: string): string {
  const [, gigabytes] = /^\s*(\d{0,9}\.?\d{1,9})\s*gb\s*$/i.exec(text) ?? [];
  return gigabytes === undefined ? text.trim() : String(Math.round(Number(gigabytes) * 1024));
}
