/** The rollout from its inputs to its report: observe, decide, verify, apply. */
import path from 'node:path';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Pace } from '#shared/ecs/pace';
import { type Check, isFailure } from '#shared/evidence/check';
import { writePlan } from '#shared/release/plan-file';
import { GoliveError } from '#shared/runtime/golive-error';
import { dotted } from '#shared/runtime/mistake';
import type { Report, Run } from '#shared/runtime/run';
import { apply } from './apply.ts';
import { accepted, decideAll } from './decide-all.ts';
import { withActiveBefore } from './deploy/active-before.ts';
import { type AllSuites, prepareSuites } from './deploy/prepare-suites.ts';
import { digestsOf } from './digests.ts';
import { planFileOf, planSummary, planText } from './dry-run.ts';
import { readHistory } from './history.ts';
import type { Inputs } from './inputs.ts';
import type { Going } from './plan.ts';
import { report } from './report.ts';
import { resolveAddresses } from './resolve-addresses.ts';
import { isDone } from './result.ts';
import { sentence } from './sentence.ts';
import { keepDone, keepState } from './state.ts';
import type { Tools } from './tools.ts';
import type { ServiceEnd } from './trail.ts';
import { calledOff, planned } from './unchanged.ts';
import { tellUnused } from './unused-images.ts';
import { candidateOf } from './verify/candidate-of.ts';
import { type Verified, type VerifyClients, verify } from './verify/verify.ts';
import { type Wanted, wantedServices } from './wanted.ts';

export interface Clients extends VerifyClients {
  readonly ecs: ECSClient;
  /** For the watch, which paces its calls and asks again by itself. */
  readonly watching: ECSClient;
  /** Opened with the first service that it deploys. */
  readonly codeDeploy: () => Promise<CodeDeployCalls>;
  readonly logs: CloudWatchLogsClient;
}

export interface World {
  /** Waits so many milliseconds, also when the run was cancelled. */
  readonly uncancelled: (ms: number) => Promise<void>;
  /** Tells runs apart in what the suites of a pause create. */
  readonly runId: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** How often ECS is asked for something that comes soon: the beginning of a deployment, a way back. */
const SOON = { ms: 1500 };

/** A run that is cancelled before anything was changed has a result like any other. */
export async function rollOut(clients: Clients, input: Inputs, run: Run, world: World): Promise<Report> {
  try {
    return await release(clients, input, run, world);
  } catch (error) {
    if (run.signal.aborted && error === run.signal.reason) return calledOff(error, run);
    throw error;
  }
}

async function release(clients: Clients, input: Inputs, run: Run, world: World): Promise<Report> {
  const { ecs } = clients;
  const { cluster } = input;
  const addresses = await resolveAddresses(clients.ecr, input.images);
  const wanted = wantedServices(input, addresses);
  mustBePossible(wanted, run);
  tellUnused(input, run);
  const decisions = await decideAll(ecs, clients.codeDeploy, input, wanted, run);
  for (const decision of decisions) run.log.info(`${decision.service}: ${decision.kind}: ${decision.because}`);
  const going = accepted(decisions, run);
  // Those that are left alone too: what closes a box has to be shown again when a release is run again.
  const verified = await verify(clients, going.map(candidateOf), {
    region: run.aws.region,
    registries: [...new Set(Object.values(addresses).map((address) => address.split('/')[0] ?? ''))],
    skip: input['skip-checks'],
    groups: wanted.groups,
    now: run.now,
    signal: run.signal,
  });
  const suites = await prepareSuites(wanted.services, path.dirname(run.paths.config));
  const summary = planSummary(decisions, wanted.groups);
  if (input['dry-run']) {
    await run.log.group('What would change', () => {
      for (const one of going) if (one.kind === 'deploy') run.log.info(`${one.service}\n${planText(one.view)}`);
    });
    await writePlan(run.paths.workspace, planFileOf(going));
    return planned(verified.checks, summary);
  }
  mustPass(verified.checks);
  const ready = await withActiveBefore(ecs, going, (service, what) => run.log.info(`${service}: ${what}`));
  keepState(run.state, cluster, run.github.runId, ready);
  const tools = {
    ...toolsOf(clients, input, run, world, verified, suites),
    registered: (revisions: ReadonlyMap<string, string>) =>
      keepState(run.state, cluster, run.github.runId, ready, revisions),
  };
  const trail = await apply(tools, inGroups(ready, wanted));
  const cancelled = run.signal.aborted && !isDone(trail);
  if (!cancelled) keepDone(run.state, cluster);
  return report({
    trail,
    verified: verified.checks,
    // The runner leaves a cancelled run little time, and no reader for a comparison.
    history: run.signal.aborted ? new Map() : await readHistory(ecs, clients.codeDeploy, cluster, trail),
    cancelled,
    placeOf: (end) => placeOf(end, run),
    isProven: ({ decision }) => Object.keys(digestsOf(decision, verified.images)).length > 0,
    at: run.now().toISOString(),
  });
}

/** Tells each mistake at its own line, and ends when there is any. */
function mustBePossible({ mistakes }: Wanted, run: Run): void {
  for (const { path: keys, because } of mistakes) {
    const place = run.placeOf(keys);
    if (place) run.log.error(because, place);
  }
  if (mistakes.length === 0) return;
  const told = mistakes.map(({ path: keys, because }) => `${dotted(keys)}: ${because}`);
  throw new GoliveError('ROLLOUT_INPUTS', told.join('; '), { hint: 'correct the section rollout' });
}

function mustPass(checks: readonly Check[]): void {
  const failures = checks.filter(({ verdict }) => isFailure(verdict));
  if (failures.length === 0) return;
  throw new GoliveError(
    'ROLLOUT_NOT_READY',
    failures.map(({ subject, because }) => `${subject}: ${because}`).join('; '),
    {
      hint: 'mend what failed; what could not be asked for lacks a permission, or is left out by skip-checks. Nothing was changed',
      checks,
    },
  );
}

function toolsOf(
  { ecs, watching, codeDeploy, logs, elb }: Clients,
  input: Inputs,
  run: Run,
  world: World,
  { images }: Verified,
  { pauses, ready }: AllSuites,
): Omit<Tools, 'registered'> {
  const pace: Pace = {
    every: SOON,
    within: { ms: 120_000 },
    now: run.now,
    sleep: run.sleep,
    progress: (line) => run.log.info(line),
  };
  const variables = [...[...pauses.values()].flat(), ...ready.values()].flatMap(({ suites }) => suites.variables);
  return {
    ecs,
    watching,
    codeDeploy,
    logs,
    elb,
    cluster: input.cluster,
    run,
    pace,
    paceBack: { ...pace, within: input.timeout, sleep: world.uncancelled },
    cancelledAt: momentOf(run),
    timeout: input.timeout,
    maxFailedTasks: input['max-failed-tasks'],
    logLines: input['log-lines'],
    onFailure: input['on-failure'],
    onCancel: input['on-cancel'],
    digests: (decision) => digestsOf(decision, images),
    pauses,
    ready,
    failed: (ends) => tellFailures(ends, run),
    asking: {
      runId: world.runId,
      environment: Object.fromEntries(variables.map((name) => [name, world.environment[name]])),
    },
  };
}

/** Tells when the run was cancelled, from now on. */
function momentOf({ signal, now }: Run): () => Date | undefined {
  let at = signal.aborted ? now() : undefined;
  signal.addEventListener('abort', () => {
    at ??= now();
  });
  return () => at;
}

const inGroups = (going: readonly Going[], { groups }: Wanted): Going[][] =>
  groups.map((group) => going.filter(({ service }) => group.includes(service)));

/** The line that a failure is about: in the task definition's file, else that of the service in golive.yml. */
function placeOf(end: ServiceEnd, run: Run): Check['place'] | undefined {
  const { file, line } = end.decision.view.placeOf((end.explanation ?? end.outcome?.explanation)?.path ?? []) ?? {};
  if (file !== undefined && line !== undefined) return { file, line };
  return run.placeOf(['services', end.service]);
}

function tellFailures(ends: readonly ServiceEnd[], run: Run): void {
  for (const end of ends) {
    const { service, outcome, log } = end;
    if (!outcome || outcome.kind === 'succeeded' || outcome.kind === 'cancelled') continue;
    run.log.info(`✗ ${service}: ${sentence(end, { trail: {} })}`);
    if (log.length > 0) run.log.warn(`last log lines of ${service}:\n${log.join('\n')}`);
  }
}
