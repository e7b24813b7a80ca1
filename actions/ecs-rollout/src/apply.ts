/** Carries a release out: registers everything, moves group after group, and takes all back when one fails. */
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Explanation } from '#shared/ecs/causes/explanation';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Pace } from '#shared/ecs/pace';
import type { Moment, Outcome } from '#shared/ecs/watch/outcome';
import type { WayBack } from '#shared/ecs/way-back';
import type { Run } from '#shared/runtime/run';
import type { Duration } from '#shared/values/duration';
import { beginThoseOfCodeDeploy } from './code-deploy/begin-group.ts';
import { beginGroup, type Told } from './deploy/begin.ts';
import { explain } from './deploy/explain.ts';
import type { PauseAnswer, PreparedPause } from './deploy/pauses.ts';
import { putBack, wayBackOf } from './deploy/put-back.ts';
import { type Registered, registerAll } from './deploy/register.ts';
import { watchGroup } from './deploy/watch-group.ts';
import type { Kept } from './kept/watch.ts';
import type { Going } from './plan.ts';

export interface Tools {
  readonly ecs: ECSClient;
  /** For the watch, which paces its calls and asks again by itself. */
  readonly watching: ECSClient;
  /** Opened with the first service that it deploys. */
  readonly codeDeploy: () => Promise<CodeDeployCalls>;
  readonly logs: CloudWatchLogsClient;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly cluster: string;
  readonly run: Pick<Run, 'now' | 'sleep' | 'signal' | 'log' | 'mask' | 'github'>;
  /** How ECS is asked for the beginning of a deployment, and for the way back, which a cancelled run does not cut short. */
  readonly pace: Pace;
  readonly paceBack: Pace;
  readonly timeout: Duration;
  readonly maxFailedTasks: number;
  readonly logLines: number;
  readonly onFailure: 'rollback' | 'leave';
  readonly onCancel: 'rollback' | 'leave';
  /** Digests that the containers of a service may run. */
  readonly digests: (decision: Going) => Readonly<Record<string, readonly string[]>>;
  readonly pauses: ReadonlyMap<string, readonly PreparedPause[]>;
  /** Told which revision each service is to run, before the first of them changes. */
  readonly registered: (revisions: ReadonlyMap<string, string>) => void;
  /** Told why, before the way back begins: a person should not have to wait for that. */
  readonly failed: (ends: readonly ServiceEnd[]) => void;
  readonly asking: { readonly runId: string; readonly environment: Readonly<Record<string, string | undefined>> };
}

/** How it ended for one service. */
export interface ServiceEnd {
  readonly service: string;
  readonly decision: Going;
  /** The revision that it was to run. */
  readonly definition: string;
  readonly deployment?: string;
  /** Of the deployment; absent when none was begun. */
  readonly outcome?: Outcome;
  /** Why it failed, from all that could be heard about it. */
  readonly explanation?: Explanation;
  readonly log: readonly string[];
  readonly back?: WayBack;
}

export interface Trail {
  readonly ends: readonly ServiceEnd[];
  readonly moments: readonly Moment[];
  readonly pauses: readonly PauseAnswer[];
  readonly steps: readonly { readonly at: string; readonly subject: string; readonly what: string }[];
  /** What broke the rollout off, when it was no deployment that failed. */
  readonly broke?: Error;
}

export async function apply(tools: Tools, groups: readonly (readonly Going[])[]): Promise<Trail> {
  const { ecs, run } = tools;
  const trail: Draft = {
    steps: [],
    moments: [],
    pauses: [],
    deployments: new Map(),
    outcomes: new Map(),
  };
  const note = (subject: string, what: string) => {
    trail.steps.push({ at: run.now().toISOString(), subject, what });
    run.log.info(`${subject}: ${what}`);
  };
  const registered = await registerAll(ecs, groups.flat(), (service, what) => {
    note(service, what);
    trail.moments.push({ service, what: 'registered', at: run.now(), clock: 'seen' });
  });
  tools.registered(new Map([...registered].map(([service, { arn }]) => [service, arn])));
  let done = 0;
  let broke: Error | undefined;
  try {
    for (const group of groups) {
      // A run that is cancelled while it verifies or registers begins nothing any more.
      run.signal.throwIfAborted();
      done += 1;
      if (!(await deploy(tools, group, registered, trail, note))) break;
    }
  } catch (error) {
    broke = error instanceof Error ? error : new Error(String(error));
    note('release', `broke off: ${broke.message}`);
  }
  const ends = groups.flat().map((decision) => endOf(decision, registered, trail));
  const touched = groups.slice(0, done);
  const settled = await settle(tools, touched, ends, broke, note);
  trail.moments.push(...settled.flatMap(momentsBack));
  return { ...trail, ends: settled, ...(broke ? { broke } : {}) };
}

/** The runner ends a cancelled step 7.5 s after SIGINT; evidence and summary need their part of that. */
const GRACE: Duration = { ms: 4500 };

interface Draft {
  readonly steps: { at: string; subject: string; what: string }[];
  readonly moments: Moment[];
  readonly pauses: PauseAnswer[];
  readonly deployments: Map<string, string>;
  readonly outcomes: Map<string, Outcome>;
}

type Note = (subject: string, what: string) => void;

/** Moves one group and watches it; whether all of it succeeded. */
async function deploy(
  tools: Tools,
  group: readonly Going[],
  registered: ReadonlyMap<string, Registered>,
  trail: Draft,
  note: Note,
): Promise<boolean> {
  const { ecs, cluster, pace } = tools;
  const toBegin = group.map((decision) => ({
    decision,
    taskDefinition: registered.get(decision.service)?.arn ?? '',
  }));
  const kept: Kept[] = [];
  const told: Told = {
    begun({ service, kind }, deployment) {
      trail.deployments.set(service, deployment);
      if (kind !== 'leave') note(service, `deployment ${deployment.split('/').at(-1)} began`);
    },
    kept(decision, tasks) {
      const { service, kind } = decision;
      kept.push({
        decision,
        taskDefinition: registered.get(service)?.arn ?? '',
        ...(tasks === undefined ? {} : { tasks }),
      });
      if (kind === 'deploy') note(service, `scaled to ${tasks} tasks`);
    },
  };
  const byEcs = toBegin.filter(({ decision }) => !decision.view.codeDeploy);
  // All are asked for, also when one cannot begin: what has begun is then known, and can be taken back.
  const asked = await Promise.allSettled([
    beginGroup(ecs, cluster, byEcs, pace, told),
    beginThoseOfCodeDeploy(tools, toBegin, told),
  ]);
  const refused = asked.find((one) => one.status === 'rejected');
  if (refused) throw refused.reason;
  const watched = group.flatMap((decision) => {
    const deployment = trail.deployments.get(decision.service);
    const taskDefinition = registered.get(decision.service)?.arn ?? '';
    return deployment ? [{ decision, deployment, taskDefinition }] : [];
  });
  const { outcomes, moments, pauses } = await watchGroup(tools, watched, kept);
  for (const outcome of outcomes) trail.outcomes.set(outcome.service, outcome);
  trail.moments.push(...moments);
  trail.pauses.push(...pauses);
  return outcomes.every(({ kind }) => kind === 'succeeded');
}

function endOf(decision: Going, registered: ReadonlyMap<string, Registered>, trail: Draft): ServiceEnd {
  const { service } = decision;
  const deployment = trail.deployments.get(service);
  const outcome = trail.outcomes.get(service);
  return {
    service,
    decision,
    definition: registered.get(service)?.arn ?? '',
    log: [],
    ...(deployment ? { deployment } : {}),
    ...(outcome ? { outcome } : {}),
  };
}

function momentsBack({ service, back }: ServiceEnd): Moment[] {
  if (!back?.took) return [];
  const { from, to } = back.took;
  return [
    { service, what: 'going back', at: from, clock: 'ecs' },
    { service, what: 'back', at: to, clock: 'ecs' },
  ];
}

/** What has to go back goes back; the log of what failed is read first, while it is there. */
async function settle(
  tools: Tools,
  touched: readonly (readonly Going[])[],
  ends: readonly ServiceEnd[],
  broke: Error | undefined,
  note: Note,
): Promise<readonly ServiceEnd[]> {
  const failed = broke !== undefined || ends.some(({ outcome }) => outcome && outcome.kind !== 'succeeded');
  if (!failed) return ends;
  const cancelled = tools.run.signal.aborted;
  const told = cancelled ? ends : await Promise.all(ends.map((end) => explained(tools, end)));
  tools.failed(told);
  if ((cancelled ? tools.onCancel : tools.onFailure) === 'leave') return told;
  // A service that somebody else has deployed since is theirs: to put it back would undo what they did.
  const theirs = new Set(ends.filter(({ outcome }) => outcome?.kind === 'superseded').map(({ service }) => service));
  const groups = touched.map((group) => group.filter(({ service, kind }) => kind !== 'leave' && !theirs.has(service)));
  if (groups.flat().length > 0) note('release', 'goes back');
  const toPutBack = (decision: Going) => wayBackOf(decision, tools.run.github.runId);
  // A cancelled run has a few seconds: the way back is asked for here, and the post step sees to its end.
  const pace = cancelled ? { ...tools.paceBack, within: GRACE } : tools.paceBack;
  const ways = await putBack(
    tools,
    groups.map((group) => group.map(toPutBack)),
    pace,
  );
  for (const [service, way] of ways) for (const step of way.steps) note(service, step.what);
  return told.map((end) => {
    const back = ways.get(end.service);
    return back ? { ...end, back } : end;
  });
}

async function explained({ ecs, cluster, logs, elb, logLines }: Tools, end: ServiceEnd): Promise<ServiceEnd> {
  const { outcome, decision } = end;
  if (!outcome || outcome.kind === 'succeeded' || outcome.kind === 'cancelled') return end;
  return { ...end, ...(await explain({ ecs, cluster, logs, elb }, outcome, decision.view, logLines)) };
}
