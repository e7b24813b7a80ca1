import type { ECSClient } from '@aws-sdk/client-ecs';
import { primarySet } from '#shared/ecs/code-deploy/task-sets';
import { ask, type Pace } from '#shared/ecs/pace';
import { describeServices, findTasks } from '#shared/ecs/services';
import { proofOfTask } from '#shared/ecs/watch/proof';

export interface ToProve {
  readonly cluster: string;
  readonly service: string;
  /** Container -> digests that it may run. */
  readonly digests: Readonly<Record<string, readonly string[]>>;
}

export interface Disproof {
  readonly because: string;
  /** False: which images run could not be found out. */
  readonly known: boolean;
}

/** Whether the tasks with the traffic of a service of CodeDeploy run the images of before; says why not. */
export async function disproved(
  ecs: ECSClient,
  { cluster, service, digests }: ToProve,
  pace: Pace,
): Promise<Disproof | undefined> {
  if (Object.keys(digests).length === 0) return undefined;
  let last = '';
  const end = await ask<{ readonly wrong?: string }>(pace, async () => {
    const set = primarySet((await describeServices(ecs, cluster, [service])).get(service) ?? {});
    const tasks = await findTasks(ecs, { cluster, serviceName: service, desiredStatus: 'RUNNING' });
    const running = tasks.filter(({ startedBy, lastStatus }) => startedBy === set?.id && lastStatus === 'RUNNING');
    const proofs = running.map((task) => proofOfTask(task, digests));
    const wrong = proofs.find(({ kind }) => kind === 'wrong');
    if (wrong?.kind === 'wrong') return { done: { wrong: wrong.because } };
    const open = proofs.find(({ kind }) => kind === 'open');
    const missing = running.length < (set?.computedDesiredCount ?? 0);
    if (open?.kind !== 'open' && !missing) return { done: {} };
    last = open?.kind === 'open' ? open.because : `${running.length} of ${set?.computedDesiredCount} tasks were seen`;
    return { waiting: `${service}: ${last}` };
  });
  if (!end) return { because: `which images it runs could not be found out: ${last}`, known: false };
  return end.wrong === undefined ? undefined : { because: end.wrong, known: true };
}
