import type {
  CreateClusterRequest,
  DeleteClusterRequest,
  DescribeClustersRequest,
  ListClustersRequest,
  PutClusterCapacityProvidersRequest,
} from '@aws-sdk/client-ecs';
import type { Cloud } from '../../cloud.ts';
import { arnOf, lastPart } from '../../state/ecs/identifiers.ts';
import { invalid } from '../../state/ecs/invalid.ts';
import type { Cluster, KeyValue, Tag } from '../../state/ecs/model.ts';
import { clusterOf, type EcsState, page } from '../../state/ecs/store.ts';
import { checkTags } from '../../state/ecs/tags.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';
import { strategyOf } from './capacity-providers.ts';

const fargate = ['FARGATE', 'FARGATE_SPOT'];

export function clusterOperations(cloud: Cloud, state: EcsState): AwsService['operations'] {
  const view = (cluster: Cluster) => {
    const tasks = [...state.tasks.values()].filter(
      (task) => task.clusterArn === cluster.arn && task.desiredStatus === 'RUNNING',
    );
    const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
    return {
      clusterArn: cluster.arn,
      clusterName: cluster.name,
      status: cluster.status,
      registeredContainerInstancesCount: 0,
      runningTasksCount: running,
      pendingTasksCount: tasks.length - running,
      activeServicesCount: servicesIn(cluster).length,
      statistics: [],
      tags: cluster.tags,
      settings: cluster.settings,
      capacityProviders: cluster.providers,
      defaultCapacityProviderStrategy: cluster.defaultStrategy,
    };
  };
  const servicesIn = (cluster: Cluster) =>
    [...state.services.values()].filter((each) => each.clusterArn === cluster.arn && each.status === 'ACTIVE');
  return {
    CreateCluster(input: CreateClusterRequest) {
      const { clusterName = 'default', tags = [] } = input;
      checkTags(tags);
      const known = state.clusters.get(clusterName);
      if (known?.status === 'ACTIVE') return { cluster: view(known) };
      const cluster: Cluster = {
        name: clusterName,
        arn: arnOf(cloud, `cluster/${clusterName}`),
        status: 'ACTIVE',
        tags: tags as Tag[],
        settings: (input.settings ?? [{ name: 'containerInsights', value: 'disabled' }]) as KeyValue[],
        providers: checkedProviders(input.capacityProviders ?? fargate),
        defaultStrategy: [],
      };
      cluster.defaultStrategy = strategyOf(cluster, undefined, input.defaultCapacityProviderStrategy);
      state.clusters.set(clusterName, cluster);
      return { cluster: view(cluster) };
    },
    DescribeClusters({ clusters = ['default'] }: DescribeClustersRequest) {
      const found = clusters.map((asked) => ({ asked, cluster: state.clusters.get(lastPart(asked)) }));
      return {
        clusters: found.flatMap(({ cluster }) => (cluster ? [view(cluster)] : [])),
        failures: found
          .filter(({ cluster }) => !cluster)
          .map(({ asked }) => ({
            arn: asked.startsWith('arn:') ? asked : arnOf(cloud, `cluster/${asked}`),
            reason: 'MISSING',
          })),
      };
    },
    ListClusters(input: ListClustersRequest) {
      const { items, ...more } = page(
        [...state.clusters.values()].filter(({ status }) => status === 'ACTIVE'),
        input,
      );
      return { clusterArns: items.map(({ arn }) => arn), ...more };
    },
    PutClusterCapacityProviders(input: PutClusterCapacityProvidersRequest) {
      const cluster = clusterOf(state, input.cluster);
      const providers = checkedProviders(input.capacityProviders ?? []);
      const strategy = strategyOf({ ...cluster, providers }, undefined, input.defaultCapacityProviderStrategy);
      Object.assign(cluster, { providers, defaultStrategy: strategy });
      return { cluster: view(cluster) };
    },
    DeleteCluster({ cluster }: DeleteClusterRequest) {
      const one = clusterOf(state, cluster);
      if (servicesIn(one).length > 0)
        throw new AwsError(
          'ClusterContainsServicesException',
          'The Cluster cannot be deleted while Services are active.',
        );
      if ([...state.tasks.values()].some((task) => task.clusterArn === one.arn && task.lastStatus !== 'STOPPED'))
        throw new AwsError('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
      one.status = 'INACTIVE';
      return { cluster: view(one) };
    },
  };
}

function checkedProviders(names: readonly string[]): readonly string[] {
  for (const name of names)
    if (!fargate.includes(name))
      throw invalid(
        `The specified capacity provider ${name} was not found. Specify a valid name or ARN and try again.`,
      );
  return names;
}
