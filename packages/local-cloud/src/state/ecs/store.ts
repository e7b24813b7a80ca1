/** All of ECS's state, and the look-ups that answer in ECS's words when something is missing. */
import { AwsError } from '../../wire/aws-service.ts';
import { lastPart } from './identifiers.ts';
import type { Cluster, Service, Task } from './model.ts';
import type { Families } from './task-definitions.ts';

export interface EcsState {
  readonly clusters: Map<string, Cluster>;
  readonly families: Families;
  /** By ARN. */
  readonly services: Map<string, Service>;
  /** By ARN. */
  readonly tasks: Map<string, Task>;
  /** The same tasks by cluster and group, so that looking after one service does not walk through all others' tasks. */
  readonly groups: Map<string, Set<Task>>;
}

export const emptyState = (): EcsState => ({
  clusters: new Map(),
  families: new Map(),
  services: new Map(),
  tasks: new Map(),
  groups: new Map(),
});

export function clusterOf(state: EcsState, reference: string | undefined): Cluster {
  const cluster = state.clusters.get(lastPart(reference || 'default'));
  if (cluster?.status === 'INACTIVE')
    throw new AwsError('ClusterNotFoundException', 'The referenced cluster was inactive.');
  if (!cluster) throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
  return cluster;
}

/** `arn:aws:ecs:region:account:service/cluster/name` */
const serviceArn = (clusterArn: string, name: string) => `${clusterArn.replace(':cluster/', ':service/')}/${name}`;

export const findService = (state: EcsState, cluster: Cluster, reference: string): Service | undefined =>
  state.services.get(serviceArn(cluster.arn, lastPart(reference)));

/** The service that started the task; undefined for a task of RunTask. */
export const serviceOfTask = (state: EcsState, { group, clusterArn }: Task): Service | undefined =>
  group.startsWith('service:') ? state.services.get(serviceArn(clusterArn, group.slice('service:'.length))) : undefined;

/** The service that a service deployment or service revision ARN belongs to. */
export function serviceOfPart(state: EcsState, arn: string): Service | undefined {
  const [, prefix, path] = /^(arn:[^/]*):service-(?:deployment|revision)\/(.+)\/[^/]+$/.exec(arn) ?? [];
  return state.services.get(`${prefix}:service/${path}`);
}

/** A service that is not deleted for good. */
export function existing(state: EcsState, cluster: Cluster, reference: string | undefined): Service {
  const service = named(state, cluster, reference);
  if (service.status === 'INACTIVE') throw new AwsError('ServiceNotFoundException', 'Service not found.');
  return service;
}

/** "You can't update a service that's inactive": API_UpdateService, errors. */
export function serviceOf(state: EcsState, cluster: Cluster, reference: string | undefined): Service {
  const service = named(state, cluster, reference);
  if (service.status !== 'ACTIVE') throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.');
  return service;
}

function named(state: EcsState, cluster: Cluster, reference: string | undefined): Service {
  if (!reference) throw new AwsError('InvalidParameterException', 'Service name can not be blank.');
  const service = findService(state, cluster, reference);
  if (!service) throw new AwsError('ServiceNotFoundException', 'Service not found.');
  return service;
}

const groupKey = (clusterArn: string, group: string) => `${clusterArn} ${group}`;

export function addTask(state: EcsState, task: Task): void {
  const key = groupKey(task.clusterArn, task.group);
  state.tasks.set(task.arn, task);
  state.groups.set(key, (state.groups.get(key) ?? new Set()).add(task));
}

export function forgetTask(state: EcsState, task: Task): void {
  state.tasks.delete(task.arn);
  state.groups.get(groupKey(task.clusterArn, task.group))?.delete(task);
}

export const tasksOf = (state: EcsState, service: Service): Task[] => [
  ...(state.groups.get(groupKey(service.clusterArn, `service:${service.name}`)) ?? []),
];

/** One page; the token is the offset of the next. */
export function page<T>(
  all: readonly T[],
  { maxResults = 100, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
) {
  const from = nextToken === undefined ? 0 : Number(nextToken);
  if (!Number.isInteger(from) || from < 0) throw new AwsError('InvalidParameterException', 'Invalid token');
  if (!(maxResults >= 1 && maxResults <= 100))
    throw new AwsError('InvalidParameterException', 'maxResults must be between 1 and 100.');
  const to = from + maxResults;
  return { items: all.slice(from, to), ...(to < all.length ? { nextToken: String(to) } : {}) };
}
