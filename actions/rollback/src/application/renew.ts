/** New tasks after the exchange of the database, so that no connection leads to the one that was renamed away. */
import { type ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { position } from '#shared/ecs/go-back';
import { ask, type Pace } from '#shared/ecs/pace';
import { type DeploymentView, isInFlight, latestDeployments } from '#shared/ecs/service-deployment';
import type { WaitFor } from '#shared/ecs/way-back';

export interface Renewal {
  readonly cluster: string;
  readonly service: string;
  /**
   * When the database came back, if another attempt put it back: a deployment since then has new connections.
   * Undefined when it came back just now; only deployments that begin from here on count.
   */
  readonly since: Date | undefined;
}

export interface Renewed {
  readonly back: boolean;
  readonly because: string;
}

/** A deployment that fails for a passing reason is begun once more. */
const MOST_DEPLOYMENTS = 2;

/** How long UpdateService may take to show among the deployments before it is asked for again. */
const SHOWS_WITHIN_MS = 60_000;

/**
 * Undefined when there was nothing to do. Two runs that do it at once both end well: a deployment that somebody else
 * began after the exchange serves as well as an own one.
 */
export async function renew(
  ecs: ECSClient,
  { cluster, service, since }: Renewal,
  pace: Pace,
  waitFor: WaitFor,
): Promise<Renewed | undefined> {
  const known = new Set(since ? [] : (await latestDeployments(ecs, cluster, service)).map(({ arn }) => arn));
  const isNew = (one: DeploymentView) => !known.has(one.arn) && (!since || one.createdAt > since);
  const asked: number[] = [];
  const end = await ask(pace, async () => {
    const { latest, taskDefinition } = await position(ecs, cluster, service);
    if (latest && isNew(latest)) {
      if (latest.status === 'SUCCESSFUL') return { done: { back: true, because: '' } };
      if (isInFlight(latest)) {
        const goal = { service, taskDefinition: latest.taskDefinition ?? taskDefinition };
        await waitFor([{ goal, deployment: latest }], pace);
        return { waiting: `${service}: new tasks come up` };
      }
      known.add(latest.arn);
      if (asked.length === MOST_DEPLOYMENTS)
        return { done: { back: false, because: `its deployment ended ${latest.status}` } };
    } else if (asked.length > 0 && pace.now().getTime() - (asked.at(-1) ?? 0) < SHOWS_WITHIN_MS)
      return { waiting: `${service}: waits for ECS to begin the deployment` };
    asked.push(pace.now().getTime());
    await ecs.send(new UpdateServiceCommand({ cluster, service, forceNewDeployment: true }));
    return { waiting: `${service}: asked for new tasks` };
  });
  if (end?.back && asked.length === 0 && since) return undefined;
  return end ?? { back: false, because: `not done within ${pace.within.ms / 1000} s` };
}
