/** What a deployment of CodeDeploy has come to, by what was last heard of it. */
import type { DeploymentInfo, ECSTarget } from '@aws-sdk/client-codedeploy';
import type { Service, Task } from '@aws-sdk/client-ecs';
import { explainStopped, type FailureEvidence } from '#shared/ecs/causes/explain-failure';
import { plainText } from '#shared/ecs/causes/plain-text';
import { primarySet, setOf } from '#shared/ecs/code-deploy/task-sets';
import { sayBy } from '#shared/ecs/watch/attribution';
import type { EndedBy, Superseder } from '#shared/ecs/watch/outcome';
import { proofOfTask, sayRunning } from '#shared/ecs/watch/proof';
import { sayTags } from '#shared/ecs/watch/superseder';
import { type Ending, ended, open, type Verdict } from '../deploy/verdict.ts';

/** One deployment to watch. */
export interface WatchedDeployment {
  readonly service: string;
  /** CodeDeploy's id: ours, whatever else the group does. */
  readonly deployment: string;
  readonly taskDefinition: string;
  /** Digests that a container may run, by container name. */
  readonly digests: Readonly<Record<string, readonly string[]>>;
  readonly maxFailedTasks: number;
  /** Whether it has succeeded only when the tasks of before have been ended. */
  readonly waitForTermination: boolean;
  /** Alarms of the deployment group. */
  readonly alarms: readonly string[];
}

/** Everything that one look brought. */
export interface Seen {
  readonly deployment: DeploymentInfo;
  readonly target?: ECSTarget;
  readonly service: Service;
  /** Tasks of the replacement task set. */
  readonly tasks: readonly Task[];
  /** The deployment that takes ours back. */
  readonly rollback?: DeploymentInfo;
  /** Somebody else's deployment, once ours has ended. */
  readonly other?: Superseder;
}

export function judge(seen: Seen, watched: WatchedDeployment): Verdict {
  const { status } = seen.deployment;
  if (status === 'Succeeded') return judgeTasks(seen, watched, 'CodeDeploy reports the deployment Succeeded');
  if (status === 'Failed' || status === 'Stopped') return judgeEnd(seen, watched);
  if (!watched.waitForTermination && onlyEndsTheOld(seen))
    return judgeTasks(seen, watched, 'all traffic is on the new tasks, and CodeDeploy waits to end the old ones');
  return judgeFailures(seen, watched);
}

/** Every task of the task set that has the traffic runs what was deployed. */
function judgeTasks(
  { service, tasks }: Seen,
  { deployment, taskDefinition, digests }: WatchedDeployment,
  told: string,
): Verdict {
  const set = setOf(service, deployment);
  const primary = primarySet(service);
  if (!set || primary?.taskDefinition !== taskDefinition)
    return open(`${told}, but ECS does not show its task set with the traffic`, true);
  const running = tasks.filter(
    ({ lastStatus, desiredStatus }) => lastStatus === 'RUNNING' && desiredStatus === 'RUNNING',
  );
  const proofs = running.map((task) => proofOfTask(task, digests));
  const wrong = proofs.find(({ kind }) => kind === 'wrong');
  if (wrong?.kind === 'wrong')
    return ended({
      kind: 'failed',
      by: { kind: 'wrong-image' },
      rollback: 'none',
      because: `${told}, but ${wrong.because}`,
    });
  const unproven = proofs.find(({ kind }) => kind === 'open');
  if (unproven?.kind === 'open') return open(unproven.because, true);
  const expected = service.desiredCount ?? 0;
  if (running.length < expected) return open(`${running.length} of ${expected} running tasks were seen`, true);
  return ended({
    kind: 'succeeded',
    running: running.length,
    because: `${told}; ${sayRunning(running.length, digests)}`,
  });
}

/** The traffic has been shifted, and the last hook has passed. */
function onlyEndsTheOld({ deployment, target }: Seen): boolean {
  const last = target?.lifecycleEvents?.find(({ lifecycleEventName }) => lifecycleEventName === 'AfterAllowTraffic');
  return deployment.instanceTerminationWaitTimeStarted === true && last?.status === 'Succeeded';
}

function judgeEnd(seen: Seen, watched: WatchedDeployment): Verdict {
  const { rollback, other, deployment } = seen;
  const by = endedBy(seen, watched);
  const said = plainText(deployment.errorInformation?.message ?? '');
  const who = `${sayBy(by)}${said ? ` (${said})` : ''}`;
  if (other) {
    const what = other.taskDefinition?.split('/').at(-1) ?? 'another deployment';
    return ended({ kind: 'superseded', by: other, because: `superseded by ${what}${sayTags(other.tags)}` });
  }
  if (!rollback) return open(`ended ${who} without a rollback`, true);
  if (rollback.status === 'Succeeded') return ended({ kind: 'rolled-back', by, because: `rolled back ${who}` });
  if (rollback.status === 'Failed' || rollback.status === 'Stopped')
    return ended({ kind: 'failed', by, rollback: 'failed', because: `stopped ${who}, and the rollback failed too` });
  return open(`goes back ${who}`);
}

/** What is left to say of a deployment that has ended and shows no way back. */
export function withoutWayBack(seen: Seen, watched: WatchedDeployment, because: string): Ending {
  if (seen.deployment.status === 'Failed' || seen.deployment.status === 'Stopped')
    return { kind: 'failed', by: endedBy(seen, watched), rollback: 'none', because };
  return { kind: 'could-not-find-out', because: `which images run could not be found out: ${because}` };
}

function endedBy({ deployment, target }: Seen, { alarms }: WatchedDeployment): EndedBy {
  if (deployment.status === 'Stopped') return { kind: 'somebody' };
  const { code = 'no code' } = deployment.errorInformation ?? {};
  if (code === 'ALARM_ACTIVE') return { kind: 'alarm', alarms };
  if (code !== 'HOOK_EXECUTION_FAILURE') return { kind: 'code-deploy', code };
  const event = target?.lifecycleEvents?.find(({ status }) => status === 'Failed')?.lifecycleEventName;
  return { kind: 'hook', hook: event ? `the hook ${event}` : 'a lifecycle hook' };
}

/** CodeDeploy itself waits an hour for tasks that cannot start. */
function judgeFailures(seen: Seen, { maxFailedTasks }: WatchedDeployment): Verdict {
  const failed = failedTasks(seen.tasks);
  const hopeless = failed.some(({ weight }) => weight === 'hopeless');
  if (hopeless) return ended({ kind: 'hopeless', because: 'no attempt can succeed' });
  if (failed.length >= maxFailedTasks)
    return ended({ kind: 'hopeless', because: `${failed.length} tasks failed, and the budget is ${maxFailedTasks}` });
  return open(progressOf(seen, failed.length, maxFailedTasks));
}

const failedTasks = (tasks: readonly Task[]) =>
  tasks.flatMap((task) => {
    const explanation = explainStopped(task);
    return explanation && explanation.weight !== 'not-a-failure' ? [explanation] : [];
  });

function progressOf({ deployment, target, service }: Seen, failures: number, budget: number): string {
  const events = target?.lifecycleEvents ?? [];
  const present =
    events.find(({ status }) => status === 'InProgress') ?? events.find(({ status }) => status === 'Pending');
  const green = (target?.taskSetsInfo ?? []).find(({ taskSetLabel }) => taskSetLabel === 'Green');
  const desired = green?.desiredCount ?? service.desiredCount ?? 0;
  const waits = deployment.instanceTerminationWaitTimeStarted ? ', waits to end the old tasks' : '';
  const ready =
    deployment.status === 'Ready' ? ', waits for somebody to let the traffic shift (ContinueDeployment)' : '';
  return [
    `CodeDeploy ${deployment.status}${present?.lifecycleEventName ? ` ${present.lifecycleEventName}` : ''}${ready || waits}`,
    `${green?.runningCount ?? 0} of ${desired} tasks run`,
    ...(green?.trafficWeight ? [`${green.trafficWeight} % of the traffic`] : []),
    `${failures} of ${budget} failures`,
  ].join(', ');
}

/** What explains a failure: the tasks of the replacement, and what ECS said since the deployment began. */
export function evidenceOf({ tasks, service, deployment }: Seen): FailureEvidence {
  const began = deployment.createTime?.getTime() ?? Number.POSITIVE_INFINITY;
  const events = (service.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= began);
  return { tasks, events };
}
