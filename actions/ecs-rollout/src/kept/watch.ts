/** Watches the services of a group that begin no deployment, until what their tasks run is proven. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import { describeServices, findTasks } from '#shared/ecs/services';
import type { Outcome } from '#shared/ecs/watch/outcome';
import { lookUntilEnded } from '../deploy/look-until-ended.ts';
import { outcomeOf } from '../deploy/verdict.ts';
import type { Going } from '../plan.ts';
import type { Tools } from '../tools.ts';
import { evidenceOf, judge, type KeptService, lastHeard, type Seen, unproven } from './judge.ts';

/** A service that keeps its tasks. */
export interface Kept {
  readonly decision: Going;
  /** ARN of what its tasks are to run. */
  readonly taskDefinition: string;
  /** When it was scaled, to so many tasks. */
  readonly tasks?: number;
}

/** A look takes up to three calls, and many services at once have to stay within half of the quotas. */
const everyMs = (services: number): number => Math.max(3000, services * 300);
/** ECS may tell the digest of a task that has just started a moment later. */
const SETTLES_WITHIN_MS = 60_000;

/** @param given ends the watch, when the run is cancelled or another service of the group did not succeed */
export async function watchKept(
  tools: Tools,
  { decision, taskDefinition, tasks }: Kept,
  services: number,
  given: AbortSignal,
): Promise<Outcome> {
  const { ecs, cluster, run, timeout, maxFailedTasks } = tools;
  const { service, view } = decision;
  const kept: KeptService = {
    service,
    taskDefinition,
    digests: tools.digests(decision),
    maxFailedTasks,
    codeDeploy: view.codeDeploy !== undefined,
    since: lastHeard(view.service),
    ...(tasks === undefined ? {} : { tasks }),
  };
  const { ending, seen } = await lookUntilEnded<Seen>({
    service,
    run,
    signal: given,
    deadline: new Date(run.now().getTime() + timeout.ms),
    everyMs: everyMs(services),
    source: 'ECS',
    look: () => look(ecs, cluster, service),
    judge: (one) => judge(one, kept),
    settlesWithinMs: () => SETTLES_WITHIN_MS,
    unsettled: (_, because) => unproven(because),
  });
  const deployment = view.service.deployments?.find(({ status }) => status === 'PRIMARY')?.id ?? '';
  return outcomeOf(ending, { service, deployment }, seen && evidenceOf(seen, kept), run.now());
}

async function look(ecs: ECSClient, cluster: string, serviceName: string): Promise<Seen> {
  const service = (await describeServices(ecs, cluster, [serviceName])).get(serviceName);
  if (!service) throw new Error(`${cluster} has no active service ${serviceName}`);
  const { runningCount = 0, desiredCount = 0 } = service;
  // Why tasks are missing is told by those that have stopped.
  const [alive, stopped] = await Promise.all([
    findTasks(ecs, { cluster, serviceName, desiredStatus: 'RUNNING' }),
    runningCount < desiredCount ? findTasks(ecs, { cluster, serviceName, desiredStatus: 'STOPPED' }) : [],
  ]);
  return { service, alive, stopped };
}
