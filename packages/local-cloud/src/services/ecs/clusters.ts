import type { Cloud } from '../../cloud.ts';
import { arnOf, lastPart } from '../../state/ecs/identifiers.ts';
import type { Cluster } from '../../state/ecs/model.ts';
import { clusterOf, type EcsState, page } from '../../state/ecs/store.ts';
import { AwsError, type AwsService } from '../../wire/aws-service.ts';

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
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: [],
    };
  };
  const servicesIn = (cluster: Cluster) =>
    [...state.services.values()].filter((each) => each.clusterArn === cluster.arn && each.status === 'ACTIVE');
  return {
    CreateCluster({
      clusterName = 'default',
      tags = [],
      settings = [{ name: 'containerInsights', value: 'disabled' }],
    }) {
      const known = state.clusters.get(clusterName);
      if (known?.status === 'ACTIVE') return { cluster: view(known) };
      const arn = arnOf(cloud, `cluster/${clusterName}`);
      const cluster: Cluster = { name: clusterName, arn, status: 'ACTIVE', tags, settings };
      state.clusters.set(clusterName, cluster);
      return { cluster: view(cluster) };
    },
    DescribeClusters({ clusters = ['default'] }) {
      const found = (clusters as string[]).map((asked) => ({ asked, cluster: state.clusters.get(lastPart(asked)) }));
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
    ListClusters(input) {
      const { items, ...more } = page(
        [...state.clusters.values()].filter(({ status }) => status === 'ACTIVE'),
        input,
      );
      return { clusterArns: items.map(({ arn }) => arn), ...more };
    },
    DeleteCluster({ cluster }) {
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
