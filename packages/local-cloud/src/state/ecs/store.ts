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
}

export const emptyState = (): EcsState => ({
  clusters: new Map(),
  families: new Map(),
  services: new Map(),
  tasks: new Map(),
});

export function clusterOf(state: EcsState, reference: string | undefined): Cluster {
  const cluster = state.clusters.get(lastPart(reference || 'default'));
  if (cluster?.status !== 'ACTIVE') throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
  return cluster;
}

export const findService = (state: EcsState, cluster: Cluster, reference: string): Service | undefined =>
  [...state.services.values()].find((each) => each.clusterArn === cluster.arn && each.name === lastPart(reference));

export function serviceOf(state: EcsState, cluster: Cluster, reference: string | undefined): Service {
  if (!reference) throw new AwsError('InvalidParameterException', 'Service name can not be blank.');
  const service = findService(state, cluster, reference);
  if (!service || service.status === 'INACTIVE') throw new AwsError('ServiceNotFoundException', 'Service not found.');
  if (service.status !== 'ACTIVE') throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.');
  return service;
}

export const tasksOf = (state: EcsState, service: Service): Task[] =>
  [...state.tasks.values()].filter(
    (task) => task.clusterArn === service.clusterArn && task.group === `service:${service.name}`,
  );

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
