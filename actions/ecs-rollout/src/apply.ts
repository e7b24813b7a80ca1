import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ECSClient, Task } from '@aws-sdk/client-ecs';
import { goBack, type WayBack } from '#shared/ecs/go-back';
import type { DeploymentVerdict } from '#shared/ecs/judge-deployment';
import type { Pace } from '#shared/ecs/pace';
import { readTaskDefinition, registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { findTasks } from '#shared/ecs/services';
import { startDeployment } from '#shared/ecs/start-deployment';
import { culprit, logLocation } from '#shared/ecs/stopped-task';
import { withImages } from '#shared/ecs/task-definition';
import { type WatchedDeployment, watchDeployments } from '#shared/ecs/watch-deployments';
import { lastLogLines } from '#shared/logs/log-stream';
import { type Decision, digestOf, type Images } from './plan.ts';

export type Step = { readonly at: string; readonly subject: string; readonly what: string };
export type Going = Exclude<Decision, { kind: 'refuse' }>;

export interface ServiceOutcome {
  readonly service: string;
  readonly verdict: DeploymentVerdict;
  readonly definition: string;
  readonly previous: string;
  readonly deployment?: string;
  readonly log: readonly string[];
  readonly back?: WayBack;
}

export interface Trail {
  readonly outcomes: readonly ServiceOutcome[];
  readonly steps: readonly Step[];
  /** Why the services were put back, when it was not a deployment that failed. */
  readonly interrupted?: Error;
}

interface Tools {
  readonly ecs: ECSClient;
  readonly logs: CloudWatchLogsClient;
  readonly cluster: string;
  readonly pace: Pace;
  /** The same pace with a sleep that a cancelled run does not cut short: going back must still be waited for. */
  readonly paceBack: Pace;
  readonly logLines: number;
}

type Target = { definition: string; deployment?: string };

/** Registers everything first, then moves all services, watches them together, and puts all back when one fails. */
export async function apply(tools: Tools, decisions: readonly Going[]): Promise<Trail> {
  const steps: Step[] = [];
  const note = (subject: string, what: string) => {
    steps.push({ at: tools.pace.now().toISOString(), subject, what });
    tools.pace.progress(`${subject}: ${what}`);
  };
  const targets = await register(tools.ecs, decisions, note);
  try {
    await start(tools, decisions, targets, note);
    const verdicts = await watch(tools, targets);
    const outcomes = decisions.map((one) => outcome(one, targets, verdicts));
    if (outcomes.every((one) => one.verdict.kind === 'succeeded')) return { outcomes, steps };
    const explained = await Promise.all(outcomes.map((one) => withLog(tools, one)));
    return { outcomes: await putBack(tools, explained, note), steps };
  } catch (error) {
    const interrupted = error instanceof Error ? error : new Error(String(error));
    note('release', `interrupted: ${interrupted.message}`);
    const outcomes = decisions.map((one) => outcome(one, targets, new Map()));
    return { outcomes: await putBack(tools, outcomes, note), steps, interrupted };
  }
}

async function register(ecs: ECSClient, decisions: readonly Going[], note: (subject: string, what: string) => void) {
  const targets = new Map<string, Target>();
  for (const decision of decisions) {
    if (decision.kind === 'leave') targets.set(decision.service, { definition: decision.definition });
    if (decision.kind === 'adopt')
      targets.set(decision.service, { definition: decision.definition, deployment: decision.deployment });
    if (decision.kind === 'deploy') {
      const wanted = withImages(decision.view.definition, decision.images, decision.view.tags);
      const { arn, reused } = await registerTaskDefinition(ecs, wanted, decision.view.definition);
      targets.set(decision.service, { definition: arn });
      note(decision.service, `${reused ? 'reuses' : 'registered'} ${arn}`);
    }
  }
  return targets;
}

async function start(
  { ecs, cluster, pace }: Tools,
  decisions: readonly Going[],
  targets: Map<string, Target>,
  note: (subject: string, what: string) => void,
): Promise<void> {
  await Promise.all(
    decisions.map(async (decision) => {
      const target = targets.get(decision.service);
      if (decision.kind !== 'deploy' || !target) return;
      // The same definition again is only deployed when its last deployment failed; without force ECS would do nothing.
      const force = decision.view.definition.taskDefinitionArn === target.definition;
      const change = { taskDefinition: target.definition, ...(force ? { force } : {}) };
      const begun = await startDeployment(ecs, cluster, decision.service, change, pace);
      if (!begun) throw new Error(`${decision.service}: ECS began no deployment after UpdateService`);
      target.deployment = begun.arn;
      note(decision.service, `deployment ${begun.arn.split('/').at(-1)} began`);
    }),
  );
}

async function watch({ ecs, cluster, pace }: Tools, targets: ReadonlyMap<string, Target>) {
  const watched = [...targets].flatMap(([service, { definition, deployment }]): WatchedDeployment[] =>
    deployment ? [{ service, deployment, taskDefinition: definition }] : [],
  );
  return watched.length > 0 ? watchDeployments(ecs, cluster, watched, pace) : new Map<string, DeploymentVerdict>();
}

function outcome(
  decision: Going,
  targets: ReadonlyMap<string, Target>,
  verdicts: ReadonlyMap<string, DeploymentVerdict>,
): ServiceOutcome {
  const { definition, deployment } = targets.get(decision.service) ?? { definition: decision.previous };
  const untouched: DeploymentVerdict =
    decision.kind === 'leave'
      ? { kind: 'succeeded', because: decision.because }
      : { kind: 'waiting', because: 'was not finished' };
  const verdict = verdicts.get(decision.service) ?? untouched;
  const { service, previous } = decision;
  return { service, verdict, definition, previous, log: [], ...(deployment ? { deployment } : {}) };
}

async function putBack(tools: Tools, outcomes: readonly ServiceOutcome[], note: (s: string, what: string) => void) {
  return Promise.all(
    outcomes.map(async (one): Promise<ServiceOutcome> => {
      if (one.previous === one.definition) return one;
      note(one.service, `goes back to ${one.previous}`);
      try {
        const goal = { service: one.service, taskDefinition: one.previous };
        const back = await goBack(tools.ecs, tools.cluster, goal, tools.paceBack);
        note(one.service, back.back ? `is back: ${back.because}` : `did not come back: ${back.because}`);
        return { ...one, back };
      } catch (error) {
        const because = error instanceof Error ? error.message : String(error);
        note(one.service, `did not come back: ${because}`);
        return { ...one, back: { back: false, because, steps: [] } };
      }
    }),
  );
}

async function withLog({ ecs, logs, logLines }: Tools, one: ServiceOutcome): Promise<ServiceOutcome> {
  const task = one.verdict.kind === 'failed' ? one.verdict.task : undefined;
  const container = task ? culprit(task) : undefined;
  if (!task?.taskArn || !container || logLines === 0) return one;
  try {
    const { definition } = await readTaskDefinition(ecs, one.definition);
    const at = logLocation(definition, container, task.taskArn);
    return at ? { ...one, log: await lastLogLines(logs, at, logLines) } : one;
  } catch (error) {
    // The log explains a failure; that it cannot be read must not keep the services from going back.
    return { ...one, log: [`(log not readable: ${error instanceof Error ? error.message : error})`] };
  }
}

/** Which of a service's running tasks run another image than the release. */
export async function strayTasks(
  ecs: ECSClient,
  cluster: string,
  service: string,
  wanted: Images,
): Promise<{ readonly running: number; readonly stray: readonly string[] }> {
  const tasks = await findTasks(ecs, { cluster, serviceName: service, desiredStatus: 'RUNNING' });
  const running = tasks.filter((task: Task) => task.lastStatus === 'RUNNING');
  const stray = running.flatMap((task) =>
    (task.containers ?? []).flatMap((container) => {
      const image = wanted[container.name ?? ''];
      // Of a multi-platform image ECS tells the platform's digest; the reference then is the proof.
      if (!image || container.imageDigest === digestOf(image) || container.image === image) return [];
      return [
        `${container.name} of ${task.taskArn?.split('/').at(-1)} runs ${container.imageDigest ?? container.image}`,
      ];
    }),
  );
  return { running: running.length, stray };
}
