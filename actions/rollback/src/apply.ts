import type { ECSClient } from '@aws-sdk/client-ecs';
import { goBack, position } from '#shared/ecs/go-back';
import { livingMigrations, stopMigration } from '#shared/ecs/migration-tasks';
import { ask, type Pace } from '#shared/ecs/pace';
import { startDeployment } from '#shared/ecs/start-deployment';
import { deployedDigests } from '#shared/ecs/watch/deployed-digests';
import { watchAtPace } from '#shared/ecs/watch/watch-at-pace';
import type { ReleaseRecord } from '#shared/release/record';
import { putDatabaseBack } from './apply-database.ts';
import { putDnsBack } from './apply-dns.ts';
import { type Clients, restoredInstance } from './observe.ts';
import { type Decision, type Level, ORDER } from './plan.ts';

export interface Result {
  readonly decision: Decision;
  readonly back: boolean;
  readonly because: string;
  readonly at: string;
}

export interface Trail {
  readonly results: readonly Result[];
  /** Seconds that each level took. */
  readonly elapsed: Readonly<Partial<Record<Level, number>>>;
}

interface Paces {
  readonly pace: Pace;
  readonly databasePace: Pace;
}

/** Level after level; within a level everything at once. A level that fails does not keep the next from being put back. */
export async function apply(
  clients: Clients,
  record: ReleaseRecord,
  decisions: readonly Decision[],
  paces: Paces,
): Promise<Trail> {
  const results: Result[] = [];
  const elapsed: Partial<Record<Level, number>> = {};
  const now = () => paces.pace.now();
  for (const level of ORDER.filter((one) => decisions.some((decision) => decision.level === one))) {
    const began = now().getTime();
    const ours = decisions.filter((decision) => decision.level === level);
    results.push(...(await Promise.all(ours.map((decision) => carryOut(clients, record, decision, paces)))));
    if (level === 'database') results.push(...(await renewConnections(clients, record, results, paces.pace)));
    elapsed[level] = (now().getTime() - began) / 1000;
  }
  return { results, elapsed };
}

async function carryOut(clients: Clients, record: ReleaseRecord, decision: Decision, paces: Paces): Promise<Result> {
  const done = (back: boolean, because: string): Result => ({
    decision,
    back,
    because,
    at: paces.pace.now().toISOString(),
  });
  if (decision.kind !== 'put-back') return done(decision.kind === 'leave', decision.because);
  try {
    const { back, because } = await putBack(clients, record, decision, paces);
    return done(back, because);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    // The other subjects still go back; the check of this one tells why it did not.
    return done(false, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}

async function putBack(
  { ecs, rds, route53 }: Clients,
  record: ReleaseRecord,
  { level, subject }: Decision,
  paces: Paces,
) {
  if (level === 'dns') return putDnsBack(route53, record, subject, paces.pace);
  if (level === 'database' && record.database) {
    const running = await stopMigrations(ecs, record, paces.pace);
    if (running) return { back: false, because: running };
    return putDatabaseBack(rds, record, record.database, paces.databasePace);
  }
  const recorded = record.services[subject];
  if (!recorded) return { back: false, because: 'the release record has no such service' };
  const { cluster, taskDefinition, desiredCount } = recorded;
  return goBack(ecs, cluster, { service: subject, taskDefinition, desiredCount }, paces.pace);
}

/**
 * A runner that died may have left a migration at work: it would go on in the restored database. Says why, when one
 * does not come to its end.
 */
async function stopMigrations(ecs: ECSClient, record: ReleaseRecord, pace: Pace): Promise<string | undefined> {
  for (const cluster of new Set(Object.values(record.services).map((service) => service.cluster))) {
    const ended = await ask<true>(pace, async () => {
      const living = await livingMigrations(ecs, cluster, record.runId);
      for (const task of living) await stopMigration(ecs, cluster, task, 'the release is put back');
      return living.length === 0 ? { done: true } : { waiting: `waiting for ${living.length} migration task to stop` };
    });
    if (!ended) return `a migration of run ${record.runId} was still running after ${pace.within.ms / 1000} s`;
  }
  return undefined;
}

/**
 * New tasks connect to the restored database; the old ones may hold connections to the one that was renamed away. A
 * rollback that was killed after the exchange of the names finds the tasks that it had not renewed by their age.
 */
async function renewConnections(
  { ecs, rds }: Clients,
  record: ReleaseRecord,
  results: readonly Result[],
  pace: Pace,
): Promise<Result[]> {
  const database = results.find((one) => one.decision.level === 'database');
  if (!record.database || !database?.back) return [];
  const exchanged = database.decision.kind === 'put-back';
  const restored = await restoredInstance(rds, record, record.database);
  if (!restored) return [];
  const since = exchanged ? undefined : restored.InstanceCreateTime;
  const renewed = Object.entries(record.services).map(([service, { cluster, taskDefinition, images }]) =>
    renew(ecs, cluster, service, { taskDefinition, images, since }, pace),
  );
  return (await Promise.all(renewed)).flat();
}

interface Renewal {
  readonly taskDefinition: string;
  readonly images: Readonly<Record<string, string>>;
  /** When the database came back, if another attempt put it back; a deployment since then has new connections. */
  readonly since: Date | undefined;
}

async function renew(
  ecs: ECSClient,
  cluster: string,
  subject: string,
  { taskDefinition, images, since }: Renewal,
  pace: Pace,
): Promise<Result[]> {
  const because = 'new tasks, so that every connection goes to the restored database';
  const decision: Decision = { level: 'application', subject, kind: 'put-back', because };
  const done = (back: boolean, told: string): Result[] => [
    { decision, back, because: told, at: pace.now().toISOString() },
  ];
  try {
    const { latest } = await position(ecs, cluster, subject);
    if (latest && since && latest.createdAt > since) return [];
    const begun = await startDeployment(ecs, cluster, subject, { taskDefinition, force: true }, pace);
    if (!begun) return done(false, 'ECS began no new deployment');
    const watched = [{ service: subject, deployment: begun.arn, taskDefinition, digests: deployedDigests(images) }];
    const outcome = (await watchAtPace(ecs, cluster, watched, pace)).get(subject);
    return done(outcome?.kind === 'succeeded', `${because}: ${outcome?.because ?? 'no outcome'}`);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return done(false, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}
