/** The rollback from its inputs to its report: end the release, observe, decide, verify, put back, ask the suites. */
import type { ECSClient } from '@aws-sdk/client-ecs';
import { leavesOpen } from '#shared/ecs/no-answer';
import type { Check } from '#shared/evidence/check';
import { databaseNames } from '#shared/rds/instance-names';
import type { ReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Report, Run } from '#shared/runtime/run';
import type { Controlled } from './application/code-deploy.ts';
import { type FoundGoal, goalsOfHistory, goalsOfRecord } from './application/goals.ts';
import { schemaCheck } from './application/schema-check.ts';
import { type Leaving, type VerifyClients, verify } from './application/verify.ts';
import { apply } from './apply.ts';
import type { Inputs } from './inputs.ts';
import { type Clients as Observing, observe } from './observe.ts';
import { paceOf } from './pace-of.ts';
import { type Decision, type Observation, plan } from './plan.ts';
import type { GitHubClient } from './release/end-release.ts';
import { readRecord } from './release/read-record.ts';
import { type ReleaseSettings, releaseSettings } from './release/release-settings.ts';
import { placeOf, releaseEnd, runsToEnd } from './release/runs-to-end.ts';
import { type Facts, reasonsAgainst, report, reportPlan } from './report.ts';
import { reportReleaseEnded, reportUnseen } from './report-untouched.ts';
import { prepareSmoke, smoke, smokeNotAsked } from './smoke.ts';

export interface Clients extends VerifyClients, Observing {
  /** For the watch, which paces its calls and asks again by itself. */
  readonly watching: ECSClient;
  /** Undefined without a token. */
  readonly github: GitHubClient | undefined;
}

export interface World {
  /** Tells runs apart in what the suites create. */
  readonly runId: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Only ends the release: asks GitHub alone, and needs neither AWS nor a checkout. */
export async function onlyEndRelease(github: GitHubClient | undefined, input: Inputs, run: Run): Promise<Report> {
  const record = await readRecord(run, input['run-id']);
  return reportReleaseEnded(await releaseEnd(github, input, run, input['run-id'] ?? record?.runId));
}

export async function rollBack(clients: Clients, input: Inputs, run: Run, world: World): Promise<Report> {
  const record = await readRecord(run, input['run-id']);
  const runs = await runsToEnd(clients.ecs, input, record, run);
  if (runs instanceof Error) return reportUnseen([], input.levels, runs, run.now().toISOString());
  const released: Check[] = [];
  for (const runId of runs) released.push(await releaseEnd(clients.github, input, run, runId));
  const pace = paceOf(run, input['poll-interval'], input.timeout);
  const settings = releaseSettings(run.config.rollout);
  const { levels } = input;
  const looked = await look(clients, input, record, settings, run);
  if (looked instanceof Error) return reportUnseen(released, levels, looked, run.now().toISOString());
  const { goals, seen } = looked;
  const decisions = plan(goals, record, seen, levels, record?.runId === run.github.runId);
  tell(decisions, record, run);
  const verified = await verify(clients, leavingOf(goals, decisions, seen), {
    region: run.aws.region,
    skip: input['skip-checks'],
    now: run.now,
    signal: run.signal,
  });
  const schema = await schemaCheck(clients.rds, input, run, record, decisions, seen.since);
  const prepared = await prepareSmoke(input, run);
  const before = [...released, ...verified.checks, schema];
  const kept = record?.database ? databaseNames(record.database.instance, record.runId).kept : '';
  const facts = (more: Partial<Facts>): Facts => ({ decisions, before, kept, at: run.now().toISOString(), ...more });
  if (input['dry-run']) return reportPlan(facts({ smoke: smokeNotAsked(prepared, 'dry run', run) }), 'planned');
  if (isRefused(before, decisions, run)) return reportPlan(facts({}), 'refused');
  const trail = await apply(
    {
      clients,
      record,
      goals,
      controlled: goalsByCodeDeploy(seen),
      settings,
      digests: (service) => verified.digests.get(service) ?? {},
      pace,
      databasePace: { ...pace, within: input['database-timeout'] },
    },
    decisions,
  );
  const smoked = run.signal.aborted
    ? smokeNotAsked(prepared, 'not asked, because the run was cancelled', run)
    : await smoke(prepared, world, run);
  return report(facts({ smoke: smoked }), trail);
}

interface Looked {
  readonly goals: readonly FoundGoal[];
  readonly seen: Observation;
}

/** What there is to go back to, and how things stand; the error where AWS did not tell, or may not be asked. */
async function look(
  clients: Clients,
  input: Inputs,
  record: ReleaseRecord | undefined,
  settings: ReleaseSettings,
  run: Run,
): Promise<Looked | Error> {
  const { levels } = input;
  try {
    const goals = levels.includes('application') ? await goalsOf(clients, input, record, settings, run) : [];
    const seen = await observe(clients, { goals, record, levels, settings, runId: run.github.runId });
    return { goals, seen };
  } catch (error) {
    if (error instanceof Error && leavesOpen(error)) return error;
    throw error;
  }
}

async function goalsOf(
  { ecs, codeDeploy }: Clients,
  input: Inputs,
  record: ReleaseRecord | undefined,
  settings: ReleaseSettings,
  run: Run,
): Promise<FoundGoal[]> {
  if (record) return goalsOfRecord(record, input.services, input.levels, settings);
  const place = placeOf(input, settings);
  if (!place)
    throw new GoliveError(
      'ROLLBACK_NOTHING_NAMED',
      `there is no release record at ${run.paths.releaseRecord}, and neither inputs nor golive.yml name a cluster and its services`,
      { hint: 'download the artifact that the record job of the release kept, or give cluster and services' },
    );
  run.log.info('there is no release record: looks in ECS and CodeDeploy for what each service ran before');
  return goalsOfHistory({ ecs, codeDeploy, settings, now: run.now }, place.cluster, place.services);
}

function tell(decisions: readonly Decision[], record: ReleaseRecord | undefined, run: Run): void {
  const what = record
    ? `${record.release} (run ${record.runId}), recorded at ${record.createdAt}`
    : 'what AWS remembers';
  run.log.info(`rollback by ${what}:`);
  for (const { level, subject, kind, because, warning } of decisions) {
    run.log.info(`  ${level} ${subject}: ${kind}: ${because}`);
    if (warning && kind === 'put-back') run.log.warn(`${subject}: ${warning}`);
  }
}

const goalsByCodeDeploy = ({ controlled = new Map<string, Controlled>() }: Observation) =>
  new Map([...controlled].flatMap(([name, one]) => (one.kind === 'controlled' ? [[name, one.goal] as const] : [])));

function leavingOf(goals: readonly FoundGoal[], decisions: readonly Decision[], seen: Observation): Leaving[] {
  return goals.flatMap((goal): Leaving[] => {
    const service = seen.services.get(goal.service)?.service;
    const goes = decisions.some(
      ({ level, subject, kind }) => level === 'application' && subject === goal.service && kind === 'put-back',
    );
    return goal.kind === 'goal' && service && goes ? [{ goal, service }] : [];
  });
}

/** Whether anything speaks against touching production; each reason is told. */
function isRefused(before: readonly Check[], decisions: readonly Decision[], run: Run): boolean {
  const reasons = reasonsAgainst(before, decisions);
  for (const { subject, because } of reasons) run.log.error(`ROLLBACK_REFUSED: ${subject}: ${because}`);
  return reasons.length > 0;
}
