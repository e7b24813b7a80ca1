// The names in one account, for the placeholders of policies: from golive.yml, and from what runs before the release.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListClustersCommand,
  ListServicesCommand,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Names } from '../policies/placeholders.ts';
import type { LocalCloud } from './cloud.ts';
import { clientSettings } from './observe.ts';

const dnsOf = z.looseObject({
  dns: z.looseObject({ zone: z.string(), records: z.record(z.string(), z.unknown()) }).optional(),
});

export async function namesIn(cloud: LocalCloud, appDir: string, region: string): Promise<Names> {
  const settings = clientSettings(cloud, region);
  const [{ Account }, ecs, { repositories = [] }, { DBInstances = [] }, { HostedZones = [] }, { SecretList = [] }] =
    await Promise.all([
      new STSClient(settings).send(new GetCallerIdentityCommand({})),
      inClusters(new ECSClient(settings)),
      new ECRClient(settings).send(new DescribeRepositoriesCommand({})),
      new RDSClient(settings).send(new DescribeDBInstancesCommand({})),
      new Route53Client(settings).send(new ListHostedZonesCommand({})),
      new SecretsManagerClient(settings).send(new ListSecretsCommand({})),
    ]);
  return {
    Account: known([Account]),
    Region: [region],
    ...ecs,
    Secret: known(SecretList.map(({ Name }) => Name)),
    Repository: known(repositories.map(({ repositoryName }) => repositoryName)),
    Database: known(DBInstances.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier)),
    // CodeDeploy deploys no service of the rehearsal.
    Application: [],
    DeploymentGroup: [],
    HostedZoneId: known(HostedZones.map(({ Id }) => Id?.replace('/hostedzone/', ''))),
    RecordName: recordNames(dnsOf.parse(parse(readFileSync(join(appDir, 'golive.yml'), 'utf8'))).dns),
  };
}

async function inClusters(
  ecs: ECSClient,
): Promise<Pick<Names, 'Cluster' | 'Service' | 'Family' | 'Role' | 'LogGroup'>> {
  const { clusterArns = [] } = await ecs.send(new ListClustersCommand({}));
  const services: string[] = [];
  const definitions: TaskDefinition[] = [];
  for (const cluster of clusterArns) {
    const { serviceArns = [] } = await ecs.send(new ListServicesCommand({ cluster }));
    if (serviceArns.length === 0) continue;
    const answer = await ecs.send(new DescribeServicesCommand({ cluster, services: serviceArns }));
    for (const { serviceName = '', taskDefinition } of answer.services ?? []) {
      services.push(serviceName);
      const described = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
      if (described.taskDefinition) definitions.push(described.taskDefinition);
    }
  }
  const containers = definitions.flatMap(({ containerDefinitions = [] }) => containerDefinitions);
  return {
    Cluster: known(clusterArns.map((arn) => arn.split('/').at(-1))),
    Service: known(services),
    Family: known(definitions.map(({ family }) => family)),
    Role: known(
      definitions
        .flatMap(({ taskRoleArn, executionRoleArn }) => [taskRoleArn, executionRoleArn])
        .map((arn) => arn?.split(':role/')[1]),
    ),
    LogGroup: known(containers.map(({ logConfiguration }) => logConfiguration?.options?.['awslogs-group'])),
  };
}

/** `api` in the zone example.com is api.example.com, `@` the zone itself. */
function recordNames(dns: z.infer<typeof dnsOf>['dns']): string[] {
  if (!dns) return [];
  const plain = (name: string) => name.replace(/\.$/, '').toLowerCase();
  const zone = plain(dns.zone);
  return Object.keys(dns.records)
    .map(plain)
    .map((name) => (name === '@' || name === zone ? zone : name.endsWith(`.${zone}`) ? name : `${name}.${zone}`));
}

const known = (texts: readonly (string | undefined)[]): string[] =>
  [...new Set(texts.filter((each) => each !== undefined && each !== ''))] as string[];
