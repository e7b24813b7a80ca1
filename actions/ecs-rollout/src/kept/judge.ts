/** What a service has come to that no deployment of its own changes: one left alone, or only scaled. */
import type { Service, ServiceEvent, Task } from '@aws-sdk/client-ecs';
import { explainStopped, type FailureEvidence } from '#shared/ecs/causes/explain-failure';
import { targetOf } from '#shared/ecs/go-back';
import { proofOfTask } from '#shared/ecs/watch/proof';
import { type Ending, ended, open, type Verdict } from '../deploy/verdict.ts';

/** A service whose running tasks are to be proven. */
export interface KeptService {
  readonly service: string;
  /** ARN of the task definition that all its tasks are to run. */
  readonly taskDefinition: string;
  /** Digests that a container may run, by container name. */
  readonly digests: Readonly<Record<string, readonly string[]>>;
  readonly maxFailedTasks: number;
  /** When it was scaled, to so many tasks; absent when it was left alone. */
  readonly tasks?: number;
  /** Whether its task sets are CodeDeploy's. */
  readonly codeDeploy: boolean;
  /** By ECS's clock: what happened until then is no failure of this release. */
  readonly since: Date;
}

/** Everything that one look brought. */
export interface Seen {
  readonly service: Service;
  /** Those that ECS means to run. */
  readonly alive: readonly Task[];
  /** Those that have stopped; looked for only while tasks are missing. */
  readonly stopped: readonly Task[];
}

/** Every running task runs the wanted definition and its images, and as many run as are wanted. */
export function judge({ service, alive, stopped }: Seen, kept: KeptService): Verdict {
  const { taskDefinition, digests } = kept;
  const target = targetOf(service);
  if (!kept.codeDeploy && target !== taskDefinition)
    return ended({
      kind: 'superseded',
      by: { taskDefinition: target, tags: {} },
      because: `somebody else deploys ${short(target)} since`,
    });
  const running = alive.filter(({ lastStatus }) => lastStatus === 'RUNNING');
  const proofs = running.map((task) => proofOfTask(task, digests));
  const wrong = proofs.find(({ kind }) => kind === 'wrong');
  if (wrong?.kind === 'wrong')
    return ended({ kind: 'failed', by: { kind: 'wrong-image' }, rollback: 'none', because: wrong.because });
  const missing = missingOf(service, running.length, kept);
  if (missing) return hopeless(stopped, kept) ?? open(missing);
  const other = alive.find((task) => task.taskDefinitionArn !== taskDefinition);
  if (other) return open(`task ${short(other.taskArn)} runs ${short(other.taskDefinitionArn)}`, true);
  const unproven = proofs.find(({ kind }) => kind === 'open');
  if (unproven?.kind === 'open') return open(unproven.because, true);
  const images = Object.keys(digests).length > 0 ? ', every one with the wanted image' : '';
  return ended({ kind: 'succeeded', running: running.length, because: `${running.length} tasks run${images}` });
}

/** What is still to come of its tasks; a description may be from before the change, so the count is looked for in it. */
function missingOf({ desiredCount = 0, runningCount = 0 }: Service, running: number, { tasks }: KeptService) {
  const wanted = tasks ?? desiredCount;
  if (desiredCount !== wanted) return `${desiredCount} tasks are wanted, not ${wanted} yet`;
  if (running < wanted || (tasks !== undefined && runningCount !== wanted))
    return `${Math.min(running, runningCount)} of ${wanted} tasks run`;
  return undefined;
}

/** ECS itself tries for ever where no deployment is under way. */
function hopeless(stopped: readonly Task[], { maxFailedTasks, since }: KeptService): Verdict | undefined {
  const failed = failedSince(stopped, since).map((task) => explainStopped(task)?.weight);
  if (failed.includes('hopeless')) return ended({ kind: 'hopeless', because: 'no attempt can succeed' });
  if (failed.length < maxFailedTasks) return undefined;
  return ended({ kind: 'hopeless', because: `${failed.length} tasks failed, and the budget is ${maxFailedTasks}` });
}

function failedSince(stopped: readonly Task[], since: Date): readonly Task[] {
  return stopped.filter((task) => {
    const weight = explainStopped(task)?.weight;
    return weight !== undefined && weight !== 'not-a-failure' && isSince(task.createdAt, since);
  });
}

/** What explains a failure: the tasks that failed, and what ECS said, since the watch began. */
export function evidenceOf({ service, stopped }: Seen, { since }: KeptService): FailureEvidence {
  const events = (service.events ?? []).filter(({ createdAt }: ServiceEvent) => isSince(createdAt, since));
  return { tasks: failedSince(stopped, since), events };
}

export const unproven = (because: string): Ending => ({
  kind: 'could-not-find-out',
  because: `which images run could not be found out: ${because}`,
});

/** The newest stamp of ECS on what a service has told so far. */
export const lastHeard = ({ events = [], createdAt }: Service): Date =>
  new Date(Math.max(...[createdAt, ...events.map((event) => event.createdAt)].map((at) => at?.getTime() ?? 0)));

const isSince = (at: Date | undefined, since: Date): boolean => (at?.getTime() ?? 0) > since.getTime();
const short = (arn: string | undefined): string => arn?.split('/').at(-1) ?? 'an unknown task definition';
