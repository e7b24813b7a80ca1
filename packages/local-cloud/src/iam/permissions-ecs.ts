/** The permissions of ECS: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html */
import type { Context } from './conditions.ts';
import type { Needed } from './evaluate.ts';
import { type Place, record, tagContext, text } from './resources.ts';

type Input = Readonly<Record<string, unknown>>;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const lastPart = (reference: string): string => reference.split('/').at(-1) ?? reference;

/** These know no resources; what they may see is narrowed by ecs:cluster at most. */
const ANYTHING = [
  'RegisterTaskDefinition',
  'DeregisterTaskDefinition',
  'DescribeTaskDefinition',
  'ListTaskDefinitions',
  'ListTaskDefinitionFamilies',
  'ListClusters',
  'ListServices',
  'ListTasks',
];

export async function ecsPermissions(place: Place, operation: string, input: Input): Promise<readonly Needed[]> {
  const named = clusterOf(place, operation, input);
  const definition = text(input.taskDefinition) ? await place.taskDefinition(text(input.taskDefinition)) : undefined;
  const context: Context = {
    ...tagContext(input),
    ...(input.cluster !== undefined || /Service|Task/.test(operation) ? { 'ecs:cluster': [named] } : {}),
    ...(definition && /Service$/.test(operation) && { 'ecs:task-definition': [definition.arn] }),
  };
  const resources = resourcesOf(place, operation, input, lastPart(named), definition?.arn);
  const own = resources.map((resource): Needed => ({ action: `ecs:${operation}`, resource, context }));
  return [
    ...own,
    ...tagging(place, operation, input, resources),
    ...passing(place, operation, input, definition?.roles ?? []),
  ];
}

const ecsArn = ({ region, account }: Place, resource: string) => `arn:aws:ecs:${region}:${account}:${resource}`;
const asArn = (place: Place, type: string, reference: string) =>
  reference.startsWith('arn:') ? reference : ecsArn(place, `${type}/${reference}`);

function clusterOf(place: Place, operation: string, input: Input): string {
  const name = operation === 'CreateCluster' ? input.clusterName : input.cluster;
  return asArn(place, 'cluster', text(name) || 'default');
}

function resourcesOf(
  place: Place,
  operation: string,
  input: Input,
  cluster: string,
  definition: string | undefined,
): readonly string[] {
  if (ANYTHING.includes(operation)) return ['*'];
  const some = (type: string, references: readonly unknown[]) =>
    references
      .map(text)
      .filter(Boolean)
      .map((each) => asArn(place, `${type}/${cluster}`, each));
  const deployments = [input.serviceDeploymentArn, ...list(input.serviceDeploymentArns)].map(text).filter(Boolean);
  if (deployments.length > 0) return deployments;
  if (list(input.serviceRevisionArns).length > 0) return list(input.serviceRevisionArns).map(text);
  const services = some('service', [input.serviceName, input.service, ...list(input.services)]);
  if (services.length > 0) return services;
  const tasks = some('task', [input.task, ...list(input.tasks)]);
  if (tasks.length > 0) return tasks;
  if (operation === 'RunTask' && definition) return [definition];
  if (text(input.resourceArn)) return [text(input.resourceArn)];
  const clusters = list(input.clusters)
    .map(text)
    .filter(Boolean)
    .map((each) => asArn(place, 'cluster', each));
  return clusters.length > 0 ? clusters : [asArn(place, 'cluster', cluster)];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html */
function tagging(place: Place, operation: string, input: Input, resources: readonly string[]): readonly Needed[] {
  const tags = tagContext(input);
  if (Object.keys(tags).length === 0 || operation === 'TagResource') return [];
  const made =
    operation === 'RegisterTaskDefinition'
      ? [ecsArn(place, `task-definition/${text(input.family)}:*`)]
      : operation === 'RunTask'
        ? [ecsArn(place, `task/${lastPart(text(input.cluster) || 'default')}/*`)]
        : resources;
  return made.map((resource) => ({
    action: 'ecs:TagResource',
    resource,
    context: { ...tags, 'ecs:CreateAction': [operation] },
  }));
}

/**
 * iam:PassRole for each role that the call hands over: those of a definition to tasks, those of lifecycle hooks and of
 * load balancers to ECS itself. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
 */
function passing(place: Place, operation: string, input: Input, ofDefinition: readonly string[]): readonly Needed[] {
  const overrides = record(input.overrides);
  const toTasks =
    operation === 'RegisterTaskDefinition'
      ? [input.taskRoleArn, input.executionRoleArn]
      : operation === 'RunTask'
        ? [overrides.taskRoleArn, overrides.executionRoleArn, ...ofDefinition]
        : [];
  const hooks = list(record(input.deploymentConfiguration).lifecycleHooks).map((hook) => record(hook).roleArn);
  const balancers = list(input.loadBalancers).map((one) => record(record(one).advancedConfiguration).roleArn);
  const changesService = operation === 'CreateService' || operation === 'UpdateService';
  const toEcs = changesService ? [input.role, ...hooks, ...balancers] : [];
  return [...passRole(place, toTasks, 'ecs-tasks.amazonaws.com'), ...passRole(place, toEcs, 'ecs.amazonaws.com')];
}

function passRole({ account }: Place, roles: readonly unknown[], service: string): readonly Needed[] {
  const unique = [...new Set(roles.map(text).filter(Boolean))];
  return unique.map((role) => ({
    action: 'iam:PassRole',
    // A name stands for the role of the account itself.
    resource: role.startsWith('arn:') ? role : `arn:aws:iam::${account}:role/${role}`,
    context: { 'iam:PassedToService': [service] },
  }));
}
