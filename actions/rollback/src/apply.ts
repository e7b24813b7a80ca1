import type { ECSClient } from '@aws-sdk/client-ecs';
import type { Pace } from '#shared/ecs/pace';
import type { Moment } from '#shared/ecs/watch/outcome';
import { goBack, type WayBack } from '#shared/ecs/way-back';
import type { ReleaseRecord } from '#shared/release/record';
import type { FoundGoal } from './application/goals.ts';
import { renew } from './application/renew.ts';
import { waiting } from './application/wait.ts';
import { putDatabaseBack } from './database/put-back.ts';
import { stopMigrations } from './database/stop-migrations.ts';
import { putDnsBack } from './dns/put-back.ts';
import { type Level, levels as order } from './levels.ts';
import { byCluster, type Clients, restoredInstance } from './observe.ts';
import type { Decision } from './plan.ts';

export interface Result {
  readonly decision: Decision;
  readonly back: boolean;
  readonly because: string;
  readonly at: string;
  readonly way?: WayBack;
  /** The run was cancelled before it was known to be back. */
  readonly cancelled?: true;
}

/** How long a level took, and whose clock says so. */
export interface Elapsed {
  readonly seconds: number;
  readonly clock: string;
}

export interface Trail {
  readonly results: readonly Result[];
  readonly elapsed: Readonly<Partial<Record<Level, Elapsed>>>;
  readonly moments: readonly Moment[];
}

export interface Tools {
  readonly clients: Clients & { readonly watching: ECSClient };
  readonly record: ReleaseRecord | undefined;
  readonly goals: readonly FoundGoal[];
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
      if (level === 'database') results.push(...(await renewConnections(tools, done, moments)));
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

const resultOf = (decision: Decision, back: boolean, because: string, pace: Pace): Result => ({
  decision,
  back,
  because,
  at: pace.now().toISOString(),
});

/** From the first beginning to the last end by ECS's clock; undefined when it does not tell them for all. */
function elapsedOf(results: readonly Result[], ours: readonly Decision[]): Elapsed | undefined {
  const moved = results.filter(({ decision }) => ours.includes(decision) && decision.kind === 'put-back');
  const took = moved.flatMap(({ way }) => way?.took ?? []);
  if (took.length === 0 || took.length < moved.length) return undefined;
  const from = Math.min(...took.map((one) => one.from.getTime()));
  const to = Math.max(...took.map((one) => one.to.getTime()));
  return { seconds: (to - from) / 1000, clock: 'the clock of ECS' };
}

/** All services of a cluster together. */
async function services(tools: Tools, decisions: readonly Decision[], moments: Moment[]): Promise<Result[]> {
  const { clients, goals, pace } = tools;
  const going = decisions.filter(({ kind }) => kind === 'put-back').map(({ subject }) => subject);
  const ways = new Map<string, WayBack>();
  await Promise.all(
    [...byCluster(goals.filter(({ service }) => going.includes(service)))].map(async ([cluster, ours]) => {
      for (const [name, way] of await goBack(clients.ecs, cluster, ours, pace, waitIn(tools, cluster, moments)))
        ways.set(name, way);
    }),
  );
  return decisions.map((decision) => {
    const way = ways.get(decision.subject);
    if (!way) return resultOf(decision, decision.kind === 'leave', decision.because, pace);
    return { ...resultOf(decision, way.back, way.because, pace), way };
  });
}

const waitIn = ({ clients, digests, pace }: Tools, cluster: string, moments: Moment[]) =>
  waiting({
    ecs: clients.ecs,
    watching: clients.watching,
    cluster,
    digests,
    onMoment: (moment) => moments.push(moment),
    say: pace.progress,
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
        return resultOf(decision, false, reasonOf(error), tools.pace);
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

/**
 * New tasks connect to the restored database; the old ones may hold connections to the one that was renamed away. A
 * rollback that was killed after the exchange of the names finds the tasks that it had not renewed by their age.
 */
async function renewConnections(tools: Tools, done: readonly Result[], moments: Moment[]): Promise<Result[]> {
  const { clients, record, pace } = tools;
  const [database] = done;
  if (!record?.database || !database?.back) return [];
  const restored = await restoredInstance(clients.rds, record, record.database);
  if (!restored) return [];
  const since = database.decision.kind === 'put-back' ? undefined : restored.InstanceCreateTime;
  const renewed = Object.entries(record.services).map(async ([service, { cluster }]): Promise<Result[]> => {
    const because = 'new tasks, so that every connection goes to the restored database';
    const decision: Decision = { level: 'application', subject: service, kind: 'put-back', because };
    try {
      const end = await renew(clients.ecs, { cluster, service, since }, pace, waitIn(tools, cluster, moments));
      if (!end) return [];
      return [resultOf(decision, end.back, end.because ? `${because}: ${end.because}` : because, pace)];
    } catch (error) {
      return [resultOf(decision, false, reasonOf(error), pace)];
    }
  });
  return (await Promise.all(renewed)).flat();
}

/** Throws on when the run was cancelled. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') throw error;
  return `${error.name}: ${error.message}`;
}
