import type { ECSClient, Service } from '@aws-sdk/client-ecs';
import { describeServices } from '#shared/ecs/services';
import { GoliveError } from '#shared/runtime/golive-error';

/** The services of a cluster by name. Throws when ECS has no such cluster: then nothing is known of any of them. */
export async function servicesIn(
  ecs: ECSClient,
  cluster: string,
  names: readonly string[],
): Promise<Map<string, Service>> {
  return describeServices(ecs, cluster, names).catch(async (cause: unknown) => {
    if (!(cause instanceof Error) || cause.name !== 'ClusterNotFoundException') throw cause;
    const region = await ecs.config.region();
    throw new GoliveError(
      'ROLLBACK_CLUSTER_NOT_FOUND',
      `${region} has no cluster ${cluster} in the account of this role`,
      {
        cause,
        hint: 'correct the cluster or the region, or assume the role of the account that the release went to',
      },
    );
  });
}
