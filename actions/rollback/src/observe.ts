import type { ECSClient } from '@aws-sdk/client-ecs';
import type { DBInstance, RDSClient } from '@aws-sdk/client-rds';
import { GetHostedZoneCommand, type Route53Client } from '@aws-sdk/client-route-53';
import { position, type ServicePosition } from '#shared/ecs/go-back';
import { describeServices } from '#shared/ecs/services';
import { databaseNames } from '#shared/rds/instance-names';
import { findInstance, findSnapshot } from '#shared/rds/instances';
import type { ReleaseRecord } from '#shared/release/record';
import type { RecordSets } from '#shared/route53/record-set-changes';
import { fullName, recordSetsNamed } from '#shared/route53/record-sets';
import type { FoundGoal } from './application/goals.ts';
import type { DatabaseView, InstanceView } from './database/plan.ts';
import type { Level } from './levels.ts';
import type { Observation } from './plan.ts';

export interface Clients {
  readonly ecs: ECSClient;
  readonly rds: RDSClient;
  readonly route53: Route53Client;
}

/** Looks only at the levels asked for: a rollback of the application needs no permission for the database. */
export async function observe(
  clients: Clients,
  goals: readonly FoundGoal[],
  record: ReleaseRecord | undefined,
  levels: readonly Level[],
): Promise<Observation> {
  const [services, dns, database] = await Promise.all([
    levels.includes('application') ? observeServices(clients.ecs, goals) : new Map<string, ServicePosition>(),
    levels.includes('dns') && record ? observeDns(clients.route53, record) : new Map<string, RecordSets>(),
    levels.includes('database') && record?.database ? observeDatabase(clients.rds, record, record.database) : undefined,
  ]);
  return { services, dns, ...(database ? { database } : {}) };
}

/** Services that are not there are missing. */
async function observeServices(ecs: ECSClient, goals: readonly FoundGoal[]): Promise<Map<string, ServicePosition>> {
  const found = new Map<string, ServicePosition>();
  for (const [cluster, ours] of byCluster(goals)) {
    const names = ours.map(({ service }) => service);
    const there = await describeServices(ecs, cluster, names);
    const positions = names
      .filter((name) => there.has(name))
      .map(async (name) => found.set(name, await position(ecs, cluster, name)));
    await Promise.all(positions);
  }
  return found;
}

/** Goals that can be gone to, by cluster. */
export function byCluster<One extends FoundGoal>(goals: readonly One[]): Map<string, Extract<One, { kind: 'goal' }>[]> {
  const groups = new Map<string, Extract<One, { kind: 'goal' }>[]>();
  for (const goal of goals)
    if (goal.kind === 'goal')
      groups.set(goal.cluster, [...(groups.get(goal.cluster) ?? []), goal as Extract<One, { kind: 'goal' }>]);
  return groups;
}

async function observeDns(route53: Route53Client, record: ReleaseRecord): Promise<Map<string, RecordSets>> {
  const found = await Promise.all(
    Object.keys(record.dns).map(
      async (name): Promise<[string, RecordSets]> => [name, await currentRecords(route53, record, name)],
    ),
  );
  return new Map(found);
}

export async function currentRecords(route53: Route53Client, record: ReleaseRecord, name: string): Promise<RecordSets> {
  const recorded = record.dns[name];
  if (!recorded) return [];
  const { zoneId, records, wanted } = recorded;
  const known = records[0]?.Name ?? wanted?.[0]?.Name;
  const full = known ?? fullName(name, await zoneName(route53, zoneId));
  return recordSetsNamed(route53, zoneId, full);
}

async function zoneName(route53: Route53Client, zoneId: string): Promise<string> {
  return (await route53.send(new GetHostedZoneCommand({ Id: zoneId }))).HostedZone?.Name ?? '';
}

export async function observeDatabase(
  rds: RDSClient,
  record: ReleaseRecord,
  { instance, snapshot, snapshotArn }: NonNullable<ReleaseRecord['database']>,
): Promise<DatabaseView> {
  const names = databaseNames(instance, record.runId);
  const [found, original, restored, kept] = await Promise.all([
    findSnapshot(rds, snapshot),
    findInstance(rds, names.original),
    findInstance(rds, names.restored),
    findInstance(rds, names.kept),
  ]);
  return {
    names,
    snapshot: found?.Status,
    taken: snapshotArn !== undefined,
    original: view(original),
    restored: view(restored),
    kept: view(kept),
  };
}

/** The instance under the original's name, when it is the one made from the snapshot. */
export async function restoredInstance(
  rds: RDSClient,
  record: ReleaseRecord,
  { instance }: NonNullable<ReleaseRecord['database']>,
): Promise<DBInstance | undefined> {
  const names = databaseNames(instance, record.runId);
  const [original, kept] = await Promise.all([findInstance(rds, names.original), findInstance(rds, names.kept)]);
  return kept ? original : undefined;
}

function view(instance: DBInstance | undefined): InstanceView | undefined {
  if (!instance) return undefined;
  const renamingTo = instance.PendingModifiedValues?.DBInstanceIdentifier;
  return { status: instance.DBInstanceStatus ?? 'unknown', ...(renamingTo ? { renamingTo } : {}) };
}
