import type { ECSClient } from '@aws-sdk/client-ecs';
import type { GoalByCodeDeploy } from '#shared/ecs/code-deploy/next-step-back';
import type { Pace } from '#shared/ecs/pace';
import type { Moment } from '#shared/ecs/watch/outcome';
import type { ReleaseRecord } from '#shared/release/record';
import type { FoundGoal } from './application/goals.ts';
import { type PuttingBack, putServicesBack } from './application/put-back.ts';
import { renewConnections } from './application/renew-connections.ts';
import { putDatabaseBack } from './database/put-back.ts';
import { stopMigrations } from './database/stop-migrations.ts';
import { putDnsBack } from './dns/put-back.ts';
import { type Level, levels as order } from './levels.ts';
import type { Clients } from './observe.ts';
import type { Decision } from './plan.ts';
import type { ReleaseSettings } from './release/release-settings.ts';
import { brokenOff, type Elapsed, type Result, resultOf, type Trail } from './result.ts';

export interface Tools {
  readonly clients: Clients & { readonly watching: ECSClient };
  readonly record: ReleaseRecord | undefined;
  readonly goals: readonly FoundGoal[];
  /** Goals of the services that CodeDeploy deploys. */
  readonly controlled: ReadonlyMap<string, GoalByCodeDeploy>;
  readonly settings: ReleaseSettings;
  readonly digests: (service: string) => Readonly<Record<string, readonly string[]>>;
  readonly pace: Pace;
  readonly databasePace: Pace;
}

const ownClock = 'the clock of this run';

/**
 * Level after level; within a level everything at once. A level that fails does not keep the next from being put back.
 * When the run is cancelled, what AWS was asked for goes on, and the rest is left as it is.
 */
export async function apply(tools: Tools, decisions: readonly Decision[]): Promise<Trail> {
  const { pace } = tools;
  const results: Result[] = [];
  const moments: Moment[] = [];
  const elapsed: Partial<Record<Level, Elapsed>> = {};
  for (const level of order) {
    const ours = decisions.filter((one) => one.level === level);
    if (ours.length === 0) continue;
    const began = pace.now().getTime();
    try {
      const done = level === 'application' ? await services(tools, ours, moments) : await others(tools, ours);
      results.push(...done);
      if (level === 'database') await connectAnew(tools, done[0], results, elapsed, moments);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
      const open = decisions.filter((one) => !results.some(({ decision }) => decision === one));
      const because = 'cancelled; what AWS was asked for goes on, and a second run takes it up';
      results.push(...open.map((one) => ({ ...resultOf(one, false, because, pace), cancelled: true as const })));
      break;
    }
    if (!ours.every(({ kind }) => kind === 'skip'))
      elapsed[level] = elapsedOf(results, ours) ?? { seconds: (pace.now().getTime() - began) / 1000, clock: ownClock };
  }
  return { results, elapsed, moments };
}

/** From the first beginning to the last end by ECS's clock; undefined when it does not tell them for all. */
function elapsedOf(results: readonly Result[], ours: readonly Decision[]): Elapsed | undefined {
  const moved = results.filter(({ decision }) => ours.includes(decision) && decision.kind === 'put-back');
  const took = moved.flatMap(({ way }) => way?.took ?? []);
  if (took.length === 0 || took.length < moved.length) return undefined;
  const from = Math.min(...took.map((one) => one.from.getTime()));
  const to = Math.max(...took.map((one) => one.to.getTime()));
  return { seconds: (to - from) / 1000, clock: clockOf(moved) };
}

function clockOf(moved: readonly Result[]): string {
  const clocks = [...new Set(moved.map(({ decision }) => decision.by ?? 'ECS'))].sort();
  return `the clock of ${clocks.join(' and that of ')}`;
}

/**
 * Once the database is back, services get new tasks, which connect to it. One that did not come back before may have
 * failed for the schema that was there then: it goes back again, and that counts.
 */
async function connectAnew(
  tools: Tools,
  database: Result | undefined,
  results: Result[],
  elapsed: Partial<Record<Level, Elapsed>>,
  moments: Moment[],
): Promise<void> {
  const { clients, record, settings, pace } = tools;
  const failed = database?.back ? results.filter(mayComeBackNow) : [];
  const began = pace.now().getTime();
  const again =
    failed.length > 0
      ? await services(
          tools,
          failed.map(({ decision }) => decision),
          moments,
        )
      : [];
  for (const [index, first] of failed.entries()) {
    const second = again[index];
    if (!second) continue;
    const because = `${second.because}; before the database was back: ${first.because}`;
    results.splice(results.indexOf(first), 1, { ...second, because });
  }
  if (failed.length > 0)
    elapsed.application = {
      seconds: (elapsed.application?.seconds ?? 0) + (pace.now().getTime() - began) / 1000,
      clock: ownClock,
    };
  const renewedBy = again.filter(({ back }) => back).map(({ decision }) => decision.subject);
  const tasks = { ...puttingBack(tools, moments), rds: clients.rds, record, settings, renewed: renewedBy };
  results.push(...(await renewConnections(tasks, database)));
}

/** What somebody else has deployed meanwhile is left to them. */
const mayComeBackNow = ({ decision, back, way, unknown }: Result): boolean =>
  decision.level === 'application' &&
  decision.kind === 'put-back' &&
  !back &&
  !unknown &&
  way?.outcome?.kind !== 'superseded';

async function services(tools: Tools, decisions: readonly Decision[], moments: Moment[]): Promise<Result[]> {
  const { goals, controlled, pace } = tools;
  const going = decisions.filter(({ kind }) => kind === 'put-back').map(({ subject }) => subject);
  const ours = goals.filter((goal) => goal.kind === 'goal').filter(({ service }) => going.includes(service));
  const ways = await putServicesBack(puttingBack(tools, moments), ours, controlled);
  return decisions.map((decision) => {
    const way = ways.get(decision.subject);
    if (!way) return resultOf(decision, decision.kind === 'leave', decision.because, pace);
    return { ...resultOf(decision, way.back, way.because, pace), way };
  });
}

const puttingBack = ({ clients, digests, pace }: Tools, moments: Moment[]): PuttingBack => ({
  ...clients,
  digests,
  pace,
  onMoment: (moment) => moments.push(moment),
});

async function others(tools: Tools, decisions: readonly Decision[]): Promise<Result[]> {
  return Promise.all(
    decisions.map(async (decision): Promise<Result> => {
      const { kind, because } = decision;
      if (kind !== 'put-back') return resultOf(decision, kind === 'leave', because, tools.pace);
      try {
        const done = await putBack(tools, decision);
        return resultOf(decision, done.back, done.because, tools.pace);
      } catch (error) {
        // The other subjects still go back; the check of this one tells why it did not.
        return brokenOff(decision, error, tools.pace);
      }
    }),
  );
}

async function putBack({ clients, record, pace, databasePace }: Tools, { level, subject }: Decision) {
  if (level === 'dns' && record) return putDnsBack(clients.route53, record, subject, pace);
  if (level === 'database' && record?.database) {
    const running = await stopMigrations(clients.ecs, record, pace);
    if (running) return { back: false, because: running };
    return putDatabaseBack(clients.rds, record, record.database, databasePace);
  }
  return { back: false, because: 'the release record says nothing about it' };
}
