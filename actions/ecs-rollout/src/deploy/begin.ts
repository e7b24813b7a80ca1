/** Begins the deployments of a group of services, and finds out which ones ECS made of it. */
import { type ECSClient, type Service, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { ask, type Pace } from '#shared/ecs/pace';
import { latestOfEach, readDeployments } from '#shared/ecs/service-deployment';
import { describeServices } from '#shared/ecs/services';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Going } from '../plan.ts';

export interface ToBegin {
  readonly decision: Going;
  /** ARN of what the service is to run. */
  readonly taskDefinition: string;
}

/** A service whose deployment is under way, or was when ECS answered UpdateService. */
interface Updated extends ToBegin {
  readonly service: string;
  /** What ECS answered. */
  readonly answer: Service | undefined;
}

/** What became of a service. */
export interface Told {
  /** Its service deployment carries it to its task definition. */
  begun(decision: Going, deployment: string): void;
  /** It keeps its tasks, or so many of them where it was scaled: none of its deployments tells of them. */
  kept(decision: Going, tasks?: number): void;
}

/**
 * Tells the service deployment ARN that carries each service to its task definition: the one that is adopted, or the
 * one that UpdateService begins; for a service that is left alone, the one that brought it where it is, if ECS keeps
 * it. All are asked for, also when one cannot begin: what has begun is then known, and can be taken back. Throws what
 * the first that could not begin threw.
 */
export async function beginGroup(
  ecs: ECSClient,
  cluster: string,
  group: readonly ToBegin[],
  pace: Pace,
  told: Told,
): Promise<void> {
  await findLeft(ecs, cluster, group, told);
  for (const { decision } of group) if (decision.kind === 'adopt') told.begun(decision, decision.deployment);
  const asked = await Promise.allSettled(
    group.filter(({ decision }) => decision.kind === 'deploy').map((one) => update(ecs, cluster, one)),
  );
  const updated = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const isQuiet = ({ decision }: Updated) => decision.kind === 'deploy' && decision.quiet === true;
  for (const one of updated.filter(isQuiet)) told.kept(one.decision, one.answer?.desiredCount);
  await findBegun(
    ecs,
    cluster,
    updated.filter((one) => !isQuiet(one)),
    pace,
    told,
  );
  const refused = asked.find((one) => one.status === 'rejected');
  if (refused) throw refused.reason;
}

/** Nothing is begun for these, but what their tasks run is proven all the same. */
async function findLeft(ecs: ECSClient, cluster: string, group: readonly ToBegin[], told: Told): Promise<void> {
  const left = group.flatMap(({ decision }) => (decision.kind === 'leave' ? [decision] : []));
  const unknown = left.filter(({ view }) => !view.latest).map(({ service }) => service);
  const latest = await latestOfEach(ecs, cluster, unknown);
  for (const decision of left) {
    const last = decision.view.latest ?? latest.get(decision.service);
    // One that went back did not bring the service where it is, and proves nothing of what its tasks run.
    if (last?.status === 'SUCCESSFUL') told.begun(decision, last.arn);
    else told.kept(decision);
  }
}

async function update(ecs: ECSClient, cluster: string, { decision, taskDefinition }: ToBegin): Promise<Updated> {
  const { service } = decision;
  const force = decision.kind === 'deploy' && decision.force;
  const { service: answer } = await ecs.send(
    new UpdateServiceCommand({
      ...decision.view.change,
      cluster,
      service,
      taskDefinition,
      ...(force ? { forceNewDeployment: true } : {}),
    }),
  );
  return { decision, taskDefinition, service, answer };
}

async function findBegun(
  ecs: ECSClient,
  cluster: string,
  updated: readonly Updated[],
  pace: Pace,
  told: Told,
): Promise<void> {
  let waiting = updated;
  const take = async (candidates: ReadonlyMap<string, string>): Promise<void> => {
    const begun = await ours(ecs, waiting, candidates);
    for (const { decision, service } of waiting) {
      const arn = begun.get(service);
      if (arn) told.begun(decision, arn);
    }
    waiting = waiting.filter(({ service }) => !begun.has(service));
  };
  await take(currentOf(updated.flatMap(({ answer }) => answer ?? [])));
  await ask(pace, async () => {
    if (waiting.length === 0) return { done: true };
    const names = () => waiting.map(({ service }) => service);
    await take(currentOf([...(await describeServices(ecs, cluster, names())).values()]));
    // One that is over already, or was superseded at once, is no service's current one.
    const latest = await latestOfEach(ecs, cluster, names());
    await take(new Map([...latest].map(([service, { arn }]) => [service, arn])));
    return waiting.length === 0
      ? { done: true }
      : { waiting: `${names().join(', ')}: waiting for ECS to begin the deployment` };
  });
  if (waiting.length > 0)
    throw new GoliveError(
      'ROLLOUT_NOT_BEGUN',
      `ECS began no deployment of ${waiting.map(({ service }) => service).join(', ')} after UpdateService`,
      { hint: 'run again; a deployment that has begun meanwhile is adopted' },
    );
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
