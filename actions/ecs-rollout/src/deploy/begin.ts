/** Begins the deployments of a group of services, and tells of each as soon as it is known. */
import { type ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { ask, type Pace } from '#shared/ecs/pace';
import { latestOfEach } from '#shared/ecs/service-deployment';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Going } from '../plan.ts';
import { type Begun, findBegun, type Updated } from './find-begun.ts';

export interface ToBegin {
  readonly decision: Going;
  /** ARN of what the service is to run. */
  readonly taskDefinition: string;
}

/** What becomes of a service. */
export interface Told {
  /** AWS is now asked to change it, whatever comes of that. */
  asked(decision: Going): void;
  /** Its service deployment carries it to its task definition. */
  begun(decision: Going, deployment: string): void;
  /** It keeps its tasks, or so many of them where it was scaled: none of its deployments tells of them. */
  kept(decision: Going, tasks?: number): void;
}

export interface Beginning {
  readonly ecs: ECSClient;
  readonly cluster: string;
  readonly pace: Pace;
  /** Ends the beginning: what was asked for by then goes on, and nothing more is asked for. */
  readonly signal: AbortSignal;
}

/** Calls of UpdateService at a time. More would wait for the quota all the same, and could not be called off. */
const AT_ONCE = 10;

/**
 * Tells the service deployment ARN that carries each service to its task definition: the one that is adopted, or the
 * one that UpdateService begins; for a service that is left alone, the one that brought it where it is, if ECS keeps
 * it. Throws what the first that could not begin threw, once all that were asked for have been answered.
 */
export async function beginGroup(world: Beginning, group: readonly ToBegin[], told: Told): Promise<void> {
  const { ecs, cluster, pace, signal } = world;
  await findLeft(ecs, cluster, group, told);
  for (const { decision } of group) if (decision.kind === 'adopt') told.begun(decision, decision.deployment);
  const begun = findBegun(ecs, cluster, ({ decision }, deployment) => told.begun(decision, deployment));
  let done = false;
  const asking = updateEach(world, group, told, (one) => {
    if (isQuiet(one)) told.kept(one.decision, one.answer?.desiredCount);
    else begun.add(one);
  }).finally(() => {
    done = true;
  });
  // Many services take minutes to ask for: the first of them are looked at meanwhile.
  while (!done) {
    await Promise.race([asking, pace.sleep(2 * pace.every.ms)]).catch(() => undefined);
    if (signal.aborted) break;
    await begun.lookAtAnswers();
  }
  await asking;
  await begun.lookAtAnswers();
  await findTheRest(begun, pace, signal);
}

const isQuiet = ({ decision }: Updated) => decision.kind === 'deploy' && decision.quiet === true;

/** Asks for each in turn, and for no more once one was refused. */
async function updateEach(
  { ecs, cluster, signal }: Beginning,
  group: readonly ToBegin[],
  told: Told,
  answered: (one: Updated) => void,
): Promise<void> {
  const queue = group.filter(({ decision }) => decision.kind === 'deploy');
  const refused: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one && !signal.aborted; one = queue.shift()) {
      told.asked(one.decision);
      try {
        answered(await update(ecs, cluster, one));
      } catch (error) {
        refused.push(error);
        queue.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (refused.length > 0) throw refused[0];
}

async function findTheRest(begun: Begun, pace: Pace, signal: AbortSignal): Promise<void> {
  const names = () => begun.open().map(({ service }) => service);
  await ask(pace, async () => {
    if (signal.aborted || names().length === 0) return { done: true };
    await begun.askEcs();
    return names().length === 0
      ? { done: true }
      : { waiting: `${names().join(', ')}: waiting for ECS to begin the deployment` };
  });
  if (!signal.aborted && names().length > 0)
    throw new GoliveError('ROLLOUT_NOT_BEGUN', `ECS began no deployment of ${names().join(', ')} after UpdateService`, {
      hint: 'run again; a deployment that has begun meanwhile is adopted',
    });
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
  // A service that only changes its settings may run on from a revision that was deregistered, and cannot be told so.
  const keeps = decision.kind === 'deploy' && decision.quiet;
  const { service: answer } = await ecs.send(
    new UpdateServiceCommand({
      ...decision.view.change,
      cluster,
      service,
      ...(keeps ? {} : { taskDefinition }),
      ...(force ? { forceNewDeployment: true } : {}),
    }),
  );
  return { decision, taskDefinition, service, answer };
}
