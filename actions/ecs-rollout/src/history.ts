import { type ECSClient, ListServiceDeploymentsCommand } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Place } from '#shared/ecs/code-deploy/place';
import { drawnServices } from '#shared/ecs/timeline';
import { durationsByCodeDeploy } from './code-deploy/durations.ts';
import type { Trail } from './trail.ts';

/** As many of the last deployments are compared with. */
const LAST = 10;

/** A deployment of this release: what came before it is its history. */
interface Present {
  readonly service: string;
  readonly deployment: string;
  readonly began: Date;
  /** When CodeDeploy made it: ECS keeps no service deployments of those. */
  readonly codeDeploy?: Place;
}

/**
 * How long the last successful deployments took, in milliseconds, newest first, of the services that the picture
 * shows: each costs a call or two. Nothing of a service of which nobody tells: a picture then lacks something, a release
 * does not fail for it.
 */
export async function readHistory(
  ecs: ECSClient,
  codeDeploy: () => Promise<CodeDeployCalls>,
  cluster: string,
  trail: Pick<Trail, 'ends' | 'moments'>,
): Promise<Map<string, readonly number[]>> {
  const entries = await Promise.all(
    presentOf(trail).map(async (present): Promise<[string, readonly number[]][]> => {
      try {
        const { service, began, codeDeploy: place } = present;
        const all = place
          ? await durationsByCodeDeploy(await codeDeploy(), place, began)
          : await durations(ecs, cluster, present);
        return [[service, all.slice(0, LAST)]];
      } catch {
        return [];
      }
    }),
  );
  return new Map(entries.flat());
}

function presentOf({ ends, moments }: Pick<Trail, 'ends' | 'moments'>): Present[] {
  const names = ends.map(({ service }) => service);
  const shown = new Set(drawnServices(names, moments));
  return ends.flatMap(({ service, deployment, decision }) => {
    const began = moments.find((one) => one.service === service && one.what === 'deployment began')?.at;
    const place = decision.view.codeDeploy?.place;
    if (!shown.has(service) || !deployment || !began) return [];
    return [{ service, deployment, began, ...(place ? { codeDeploy: place } : {}) }];
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
  );
}
