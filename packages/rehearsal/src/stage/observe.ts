// What runs, read from outside: the same questions before a release and after a rollback must get the same answers.
import { createHash } from 'node:crypto';
import { DescribeImagesCommand, DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { DescribeServicesCommand, ECSClient, ListClustersCommand, ListServicesCommand } from '@aws-sdk/client-ecs';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { ListHostedZonesCommand, ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import pg from 'pg';
import type { LocalCloud } from './cloud.ts';

export interface Observation {
  /** Service -> task definition ARN. */
  readonly services: Readonly<Record<string, string>>;
  /** Zone -> its raw record sets, sorted. */
  readonly dns: Readonly<Record<string, readonly unknown[]>>;
  /** Database and table -> rows and the hash of their contents. */
  readonly tables: Readonly<Record<string, string>>;
  /** Repository -> its tags. */
  readonly images: Readonly<Record<string, readonly string[]>>;
}

export function clientSettings(cloud: LocalCloud, region: string) {
  const { endpoint, accessKeyId, secretAccessKey } = cloud.addresses;
  return { region, endpoint, credentials: { accessKeyId, secretAccessKey } };
}

export async function observe(cloud: LocalCloud, region: string): Promise<Observation> {
  const settings = clientSettings(cloud, region);
  const [services, dns, tables, images] = await Promise.all([
    runningServices(settings),
    records(settings),
    rows(settings),
    tags(settings),
  ]);
  return { services, dns, tables, images };
}

type Settings = ReturnType<typeof clientSettings>;

async function runningServices(settings: Settings): Promise<Record<string, string>> {
  const ecs = new ECSClient(settings);
  const found: Record<string, string> = {};
  for (const cluster of (await ecs.send(new ListClustersCommand({}))).clusterArns ?? []) {
    const { serviceArns: services = [] } = await ecs.send(new ListServicesCommand({ cluster }));
    if (services.length === 0) continue;
    const described = await ecs.send(new DescribeServicesCommand({ cluster, services }));
    for (const each of described.services ?? []) found[each.serviceName ?? ''] = each.taskDefinition ?? '';
  }
  return found;
}

async function records(settings: Settings): Promise<Record<string, readonly unknown[]>> {
  const route53 = new Route53Client(settings);
  const zones = (await route53.send(new ListHostedZonesCommand({}))).HostedZones ?? [];
  const entries = zones.map(async (zone): Promise<[string, readonly unknown[]]> => {
    const { ResourceRecordSets = [] } = await route53.send(
      new ListResourceRecordSetsCommand({ HostedZoneId: zone.Id }),
    );
    return [
      zone.Name ?? '',
      ResourceRecordSets.map((set) => JSON.stringify(set))
        .sort()
        .map((set) => JSON.parse(set) as unknown),
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function tags(settings: Settings): Promise<Record<string, readonly string[]>> {
  const ecr = new ECRClient(settings);
  const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
  const entries = repositories.map(async ({ repositoryName = '' }): Promise<[string, readonly string[]]> => {
    const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
    return [repositoryName, imageDetails.flatMap((each) => each.imageTags ?? []).sort()];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** The databases are found by the connection strings that the application's secrets hold. */
async function rows(settings: Settings): Promise<Record<string, string>> {
  const { DBInstances = [] } = await new RDSClient(settings).send(new DescribeDBInstancesCommand({}));
  const ports = new Set(DBInstances.map((each) => String(each.Endpoint?.Port)));
  const secrets = new SecretsManagerClient(settings);
  const tables: Record<string, string> = {};
  for (const { ARN } of (await secrets.send(new ListSecretsCommand({}))).SecretList ?? []) {
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: ARN }));
    for (const url of SecretString.match(/postgres(?:ql)?:\/\/[^\s"']+/g) ?? [])
      if (ports.has(new URL(url).port)) Object.assign(tables, await tablesOf(url));
  }
  return tables;
}

async function tablesOf(connectionString: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows: names } = await client.query<{ name: string }>(
      "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1",
    );
    const tables: Record<string, string> = {};
    for (const { name } of names) {
      const { rows: contents } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
      const hash = createHash('sha256').update(contents.map(({ row }) => row).join('\n'));
      tables[name] = `${contents.length} rows, ${hash.digest('hex').slice(0, 16)}`;
    }
    return tables;
  } finally {
    await client.end();
  }
}

/** One sentence for everything that is not as it was; empty when all is back. */
export function differences(before: Observation, after: Observation): string[] {
  const found: string[] = [];
  for (const part of ['services', 'dns', 'tables'] as const)
    for (const key of new Set([...Object.keys(before[part]), ...Object.keys(after[part])])) {
      const [was, is] = [JSON.stringify(before[part][key]), JSON.stringify(after[part][key])];
      if (was !== is) found.push(`${part}: ${key} was ${was ?? 'not there'}, is ${is ?? 'not there'}`);
    }
  return found;
}
