import type { ECSClient } from '@aws-sdk/client-ecs';
import type { DBInstance, RDSClient } from '@aws-sdk/client-rds';
import { GetHostedZoneCommand, type Route53Client } from '@aws-sdk/client-route-53';
import type { CodeDeployCalls } from '#shared/ecs/code-deploy/calls';
import { primarySet } from '#shared/ecs/code-deploy/task-sets';
import { position, type ServicePosition, targetOf } from '#shared/ecs/go-back';
import { readTaskDefinition } from '#shared/ecs/register-task-definition';
import { databaseNames } from '#shared/rds/instance-names';
import { findInstance, findSnapshot } from '#shared/rds/instances';
import type { ReleaseRecord } from '#shared/release/record';
import type { RecordSets } from '#shared/route53/record-set-changes';
import { fullName, recordSetsNamed } from '#shared/route53/record-sets';
import { lookUp } from '#shared/verify/finding';
import { type Controlled, isCodeDeploys, observeControlled, placeIn } from './application/code-deploy.ts';
import { byCluster, type FoundGoal, type Goal } from './application/goals.ts';
import { deployedSince } from './application/released-since.ts';
import { servicesIn } from './application/services-in.ts';
import type { DatabaseView, InstanceView } from './database/plan.ts';
import type { Level } from './levels.ts';
import type { Observation } from './plan.ts';
import type { ReleaseSettings } from './release/release-settings.ts';

export interface Clients {
  readonly ecs: ECSClient;
  /** Opened with the first service that it deploys. */
  readonly codeDeploy: () => Promise<CodeDeployCalls>;
  readonly rds: RDSClient;
  readonly route53: Route53Client;
}

/** What is known beforehand. */
export interface Known {
  readonly goals: readonly FoundGoal[];
  readonly record: ReleaseRecord | undefined;
  readonly levels: readonly Level[];
  readonly settings: ReleaseSettings;
  /** Of this run. */
  readonly runId: string;
}

/** Looks only at the levels asked for: a rollback of the application needs no permission for the database. */
export async function observe(clients: Clients, known: Known): Promise<Observation> {
  const { record, levels } = known;
  const [services, dns, database] = await Promise.all([
    levels.includes('application') ? observeServices(clients, known) : nothing,
    levels.includes('dns') && record ? observeDns(clients.route53, record) : new Map<string, RecordSets>(),
    levels.includes('database') && record?.database ? observeDatabase(clients.rds, record, record.database) : undefined,
  ]);
  return { ...services, dns, ...(database ? { database } : {}) };
}

type SeenServices = Pick<Observation, 'services' | 'controlled' | 'since'>;
const nothing: SeenServices = { services: new Map() };

/** Services that are not there are missing. */
async function observeServices({ ecs, codeDeploy }: Clients, known: Known): Promise<SeenServices> {
  const services = new Map<string, ServicePosition>();
  const controlled = new Map<string, Controlled>();
  const since = new Map<string, string>();
  for (const [cluster, ours] of byCluster(known.goals)) {
    const there = await servicesIn(
      ecs,
      cluster,
      ours.map(({ service }) => service),
    );
    const looks = ours.map(async (goal) => {
      const service = there.get(goal.service);
      if (!service) return;
      const { taskDefinition = '' } = primarySet(service) ?? { taskDefinition: targetOf(service) };
      const later = known.record && (await laterThan(ecs, known.record, goal, taskDefinition));
      if (later) since.set(goal.service, later);
      if (!isCodeDeploys(service)) {
        services.set(goal.service, await position(ecs, cluster, goal.service));
        return;
      }
      services.set(goal.service, { taskDefinition, desiredCount: service.desiredCount ?? 0, service });
      const place = placeIn(known.settings, cluster, goal.service);
      const calls = await codeDeploy();
      controlled.set(goal.service, await observeControlled({ ecs, calls }, goal, service, place, known.runId));
    });
    await Promise.all(looks);
  }
  return { services, controlled, since };
}

/** What the service runs, where that is not known to be of the record's release. */
async function laterThan(ecs: ECSClient, record: ReleaseRecord, goal: Goal, runs: string): Promise<string | undefined> {
  if (runs === '' || runs === goal.taskDefinition) return undefined;
  const found = await lookUp('ecs:DescribeTaskDefinition', /^ClientException$/, () => readTaskDefinition(ecs, runs));
  if (found.kind === 'unknown')
    return `runs ${runs.split('/').at(-1)}, whose release is not known: that ${found.because}`;
  return found.kind === 'found' ? deployedSince(found.value, record) : undefined;
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
