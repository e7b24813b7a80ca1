import { type ECSClient, ListServiceDeploymentsCommand } from '@aws-sdk/client-ecs';
import { drawnServices } from '#shared/ecs/timeline';
import type { Trail } from './trail.ts';

/** As many of the last deployments are compared with. */
const LAST = 10;

/** A deployment of this release: what came before it is its history. */
interface Present {
  readonly service: string;
  readonly deployment: string;
  readonly began: Date;
}

/**
 * How long the last successful deployments took, in milliseconds, newest first, of the services that the picture
 * shows: each costs a call. Nothing of a service of which ECS does not tell: a picture then lacks something, a release
 * does not fail for it.
 */
export async function readHistory(
  ecs: ECSClient,
  cluster: string,
  trail: Pick<Trail, 'ends' | 'moments'>,
): Promise<Map<string, readonly number[]>> {
  const entries = await Promise.all(
    presentOf(trail).map(async (present): Promise<[string, readonly number[]][]> => {
      try {
        return [[present.service, await durations(ecs, cluster, present)]];
      } catch {
        return [];
      }
    }),
  );
  return new Map(entries.flat());
}

/** ECS keeps no service deployments of those that CodeDeploy deploys. */
function presentOf({ ends, moments }: Pick<Trail, 'ends' | 'moments'>): Present[] {
  const own = ends.filter(({ decision }) => !decision.view.codeDeploy);
  const shown = new Set(
    drawnServices(
      own.map(({ service }) => service),
      moments,
    ),
  );
  return own.flatMap(({ service, deployment }) => {
    const began = moments.find((one) => one.service === service && one.what === 'deployment began')?.at;
    return shown.has(service) && deployment && began ? [{ service, deployment, began }] : [];
  });
}

async function durations(ecs: ECSClient, cluster: string, { service, deployment, began }: Present): Promise<number[]> {
  const { serviceDeployments = [] } = await ecs.send(
    new ListServiceDeploymentsCommand({ cluster, service, status: ['SUCCESSFUL'], maxResults: 100 }),
  );
  return (
    serviceDeployments
      // This release itself, and its way back, are no history of it.
      .filter((one) => one.serviceDeploymentArn !== deployment && (one.createdAt ?? began) < began)
      .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))
      .flatMap(({ createdAt, finishedAt }) =>
        createdAt && finishedAt ? [finishedAt.getTime() - createdAt.getTime()] : [],
      )
      .slice(0, LAST)
  );
}
