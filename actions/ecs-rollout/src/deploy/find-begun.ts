/** Finds out which service deployments ECS made of UpdateService: its answer may not name them yet. */
import type { ECSClient, Service } from '@aws-sdk/client-ecs';
import { latestOfEach, readDeployments } from '#shared/ecs/service-deployment';
import { describeServices } from '#shared/ecs/services';
import type { ToBegin } from './begin.ts';

/** A service whose deployment is under way, or was when ECS answered UpdateService. */
export interface Updated extends ToBegin {
  readonly service: string;
  /** What ECS answered. */
  readonly answer: Service | undefined;
}

export interface Begun {
  /** Those whose deployment is still to be found. */
  readonly open: () => readonly Updated[];
  add(updated: Updated): void;
  /** Looks at what UpdateService answered, where that was not looked at yet. */
  lookAtAnswers(): Promise<void>;
  /** Asks ECS about the rest. */
  askEcs(): Promise<void>;
}

/** @param found told of each service once */
export function findBegun(ecs: ECSClient, cluster: string, found: (one: Updated, deployment: string) => void): Begun {
  let waiting: readonly Updated[] = [];
  let unread: readonly Updated[] = [];
  const names = () => waiting.map(({ service }) => service);
  const take = async (candidates: ReadonlyMap<string, string>): Promise<void> => {
    const begun = await ours(ecs, waiting, candidates);
    for (const one of waiting) {
      const arn = begun.get(one.service);
      if (arn) found(one, arn);
    }
    waiting = waiting.filter(({ service }) => !begun.has(service));
  };
  return {
    open: () => waiting,
    add(updated) {
      waiting = [...waiting, updated];
      unread = [...unread, updated];
    },
    async lookAtAnswers() {
      const answers = unread.flatMap(({ answer }) => answer ?? []);
      unread = [];
      await take(currentOf(answers));
    },
    async askEcs() {
      await take(currentOf([...(await describeServices(ecs, cluster, names())).values()]));
      // One that is over already, or was superseded at once, is no service's current one.
      const latest = await latestOfEach(ecs, cluster, names());
      await take(new Map([...latest].map(([service, { arn }]) => [service, arn])));
    },
  };
}

const currentOf = (services: readonly Service[]): Map<string, string> =>
  new Map(
    services.flatMap(({ serviceName, currentServiceDeployment }) =>
      serviceName && currentServiceDeployment ? [[serviceName, currentServiceDeployment] as const] : [],
    ),
  );

/** How much earlier than the service's own deployment ECS may date the service deployment of it. */
const SAME_MOMENT_MS = 5000;

/** Of the candidates, by service, those that UpdateService began: as young as its answer, and leading where we want. */
async function ours(
  ecs: ECSClient,
  updated: readonly Updated[],
  candidates: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const arns = updated.flatMap(({ service, decision }) => {
    const arn = candidates.get(service);
    return arn && arn !== decision.view.latest?.arn ? [arn] : [];
  });
  const views = new Map((await readDeployments(ecs, arns)).map((view) => [view.arn, view]));
  return new Map(
    updated.flatMap((one) => {
      const view = views.get(candidates.get(one.service) ?? '');
      const since = newPrimaryAt(one);
      const isOurs =
        view &&
        since !== undefined &&
        view.taskDefinition === one.taskDefinition &&
        view.createdAt.getTime() >= since - SAME_MOMENT_MS;
      return isOurs ? [[one.service, view.arn] as const] : [];
    }),
  );
}

/** When ECS made the deployment that it answered UpdateService with; undefined when that was there before. */
function newPrimaryAt({ answer, decision }: Updated): number | undefined {
  const primaryOf = (service: Service | undefined) => service?.deployments?.find(({ status }) => status === 'PRIMARY');
  const primary = primaryOf(answer);
  if (!primary || primary.id === primaryOf(decision.view.service)?.id) return undefined;
  return primary.createdAt?.getTime() ?? Number.NEGATIVE_INFINITY;
}
