/** The rollout from its inputs to its report: observe, decide, verify, apply. */
import path from 'node:path';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import type { Pace } from '#shared/ecs/pace';
import { type Check, isFailure } from '#shared/evidence/check';
import { loadSuites } from '#shared/probe/suite/load';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Report, Run } from '#shared/runtime/run';
import type { Candidate } from '#shared/verify/candidate';
import { apply } from './apply.ts';
import { accepted, decideAll } from './decide-all.ts';
import type { PreparedPause } from './deploy/pauses.ts';
import { planSummary, planText } from './dry-run.ts';
import { readHistory } from './history.ts';
import type { Inputs } from './inputs.ts';
import { resolveAddresses } from './observe.ts';
import type { Going } from './plan.ts';
import { report } from './report.ts';
import { imagesIn } from './resolve.ts';
import { sentence } from './sentence.ts';
import { keepDone, keepState } from './state.ts';
import type { Tools } from './tools.ts';
import type { ServiceEnd } from './trail.ts';
import { type Verified, type VerifyClients, verify } from './verify/verify.ts';
import { type Wanted, type WantedService, wantedServices } from './wanted.ts';

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

export async function rollOut(clients: Clients, input: Inputs, run: Run, world: World): Promise<Report> {
  const { ecs } = clients;
  const { cluster } = input;
  const addresses = await resolveAddresses(clients.ecr, input.images);
  const wanted = wantedServices(input, addresses);
  if (wanted.mistakes.length > 0)
    throw new GoliveError('ROLLOUT_INPUTS', wanted.mistakes.join('; '), { hint: 'correct the section rollout' });
  const decisions = await decideAll(ecs, clients.codeDeploy, input, wanted, run);
  for (const decision of decisions) run.log.info(`${decision.service}: ${decision.kind}: ${decision.because}`);
  const going = accepted(decisions, run);
  // Those that are left alone too: what closes a box has to be shown again when a release is run again.
  const verified = await verify(clients, going.map(candidateOf), {
    region: run.aws.region,
    registries: [...new Set(Object.values(addresses).map((address) => address.split('/')[0] ?? ''))],
    skip: input['skip-checks'],
    now: run.now,
    signal: run.signal,
  });
  const pauses = await preparePauses(wanted.services, run);
  const summary = planSummary(decisions, wanted.groups);
  if (input['dry-run']) {
    await run.log.group('What would change', () => {
      for (const one of going) if (one.kind === 'deploy') run.log.info(`${one.service}\n${planText(one.view)}`);
    });
    return planned(verified.checks, summary);
  }
  mustPass(verified.checks);
  keepState(run.state, cluster, run.github.runId, going);
  // ECS keeps no service deployments of those that CodeDeploy deploys.
  const names = going.filter(({ view }) => !view.codeDeploy).map(({ service }) => service);
  const history = await readHistory(ecs, cluster, names);
  const tools = {
    ...toolsOf(clients, input, run, world, verified, pauses),
    registered: (revisions: ReadonlyMap<string, string>) =>
      keepState(run.state, cluster, run.github.runId, going, revisions),
  };
  const trail = await apply(tools, inGroups(going, wanted));
  if (!run.signal.aborted) keepDone(run.state, cluster);
  return report({
    trail,
    verified: verified.checks,
    history,
    cancelled: run.signal.aborted,
    placeOf: (end) => placeOf(end, run),
    isProven: ({ decision }) => Object.keys(digestsOf(decision, verified.images)).length > 0,
    at: run.now().toISOString(),
  });
}

function candidateOf({ service, view, kind }: Going): Candidate {
  const configuration = view.change.deploymentConfiguration ?? view.service.deploymentConfiguration ?? {};
  const { capacityProviderStrategy } = view.change;
  return {
    service,
    view: { ...view.service, ...(capacityProviderStrategy ? { capacityProviderStrategy } : {}) },
    definition: view.target,
    // A service that is left alone starts no tasks beside those that run.
    maximumPercent: kind === 'leave' ? 100 : (configuration.maximumPercent ?? 200),
    desiredCount: view.change.desiredCount ?? view.service.desiredCount ?? 0,
    sideBySide: view.codeDeploy === undefined && !['ROLLING', undefined].includes(configuration.strategy),
  };
}

/** The suites of all pauses are read now: a mistake in them must not be found half-way. */
async function preparePauses(
  services: readonly WantedService[],
  run: Run,
): Promise<Map<string, readonly PreparedPause[]>> {
  const folder = path.dirname(run.paths.config);
  const prepared = services.map(async ({ service, deployment }): Promise<[string, readonly PreparedPause[]]> => {
    const pauses = (deployment.pauses ?? []).map(async (pause): Promise<PreparedPause> => {
      const suites = await loadSuites(pause.suites, folder);
      if (suites.kind === 'ask') return { pause, suites };
      throw new GoliveError('ROLLOUT_SUITE_INVALID', [suites.because, ...suites.mistakes].join('; '), {
        hint: `correct the suites of the pause at ${pause.stage} of ${service}`,
      });
    });
    return [service, await Promise.all(pauses)];
  });
  return new Map(await Promise.all(prepared));
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
  pauses: Tools['pauses'],
): Omit<Tools, 'registered'> {
  const pace: Pace = {
    every: SOON,
    within: { ms: 120_000 },
    now: run.now,
    sleep: run.sleep,
    progress: (line) => run.log.info(line),
  };
  const variables = [...pauses.values()].flat().flatMap(({ suites }) => suites.variables);
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

/**
 * Digests that each container may run. A tag stands for what ECR has under it now, where new tasks are started from it;
 * one that is not in ECR holds its container to nothing.
 */
function digestsOf(decision: Going, images: Verified['images']): Record<string, readonly string[]> {
  const { view } = decision;
  const startsTasks = decision.kind === 'deploy' && !decision.quiet;
  const entries = Object.entries(imagesIn(view.target)).flatMap(([container, image]): [string, readonly string[]][] => {
    const found = images.get(image);
    const own = image.split('@')[1];
    const known = found?.kind === 'found' ? found.value.digests : [];
    if (own) return [[container, [...new Set([own, ...known])]]];
    return startsTasks && known.length > 0 ? [[container, known]] : [];
  });
  return Object.fromEntries(entries);
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

function planned(checks: readonly Check[], summary: Report['summary']): Report {
  return {
    checks,
    outputs: { outcome: 'planned', 'task-definitions': '{}', deployments: '{}', 'rolled-back': 'false' },
    summary,
  };
}
