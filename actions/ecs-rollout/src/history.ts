import { type ECSClient, ListServiceDeploymentsCommand } from '@aws-sdk/client-ecs';

/** As many of the last deployments are compared with. */
const LAST = 10;

/** Each service costs a call; a picture of more than these is not looked at line by line. */
const MOST_SERVICES = 20;

/**
 * How long each service's last successful deployments took, in milliseconds, newest first; nothing for releases of
 * more than twenty services, and for a service of which ECS does not tell. A picture
 * then lacks something; a release does not fail for it.
 */
export async function readHistory(
  ecs: ECSClient,
  cluster: string,
  services: readonly string[],
): Promise<Map<string, readonly number[]>> {
  if (services.length > MOST_SERVICES) return new Map();
  const entries = await Promise.all(
    services.map(async (service): Promise<[string, readonly number[]][]> => {
      try {
        return [[service, await durations(ecs, cluster, service)]];
      } catch {
        return [];
      }
    }),
  );
  return new Map(entries.flat());
}

async function durations(ecs: ECSClient, cluster: string, service: string): Promise<number[]> {
  const { serviceDeployments = [] } = await ecs.send(
    new ListServiceDeploymentsCommand({ cluster, service, status: ['SUCCESSFUL'], maxResults: 100 }),
  );
  return [...serviceDeployments]
    .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
    .flatMap(({ createdAt, finishedAt }) =>
      createdAt && finishedAt ? [finishedAt.getTime() - createdAt.getTime()] : [],
    )
    .slice(0, LAST);
}
