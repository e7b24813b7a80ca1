import type { ECSClient, Service } from '@aws-sdk/client-ecs';
import type { RDSClient } from '@aws-sdk/client-rds';
import type { Route53Client } from '@aws-sdk/client-route-53';
import { targetOf } from '#shared/ecs/go-back';
import { readTaskDefinition } from '#shared/ecs/register-task-definition';
import { isInFlight, latestDeployments } from '#shared/ecs/service-deployment';
import { settingsOf } from '#shared/ecs/service-settings';
import { describeServices } from '#shared/ecs/services';
import { imagesOf } from '#shared/ecs/task-definition';
import { findInstance } from '#shared/rds/instances';
import { snapshotIdentifier } from '#shared/rds/snapshot-identifier';
import type { ReleaseRecord } from '#shared/release/record';
import { findZone, fullName, recordSetsNamed } from '#shared/route53/record-sets';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Scope } from './plan.ts';

type ServiceRecord = ReleaseRecord['services'][string];

/** The services as they are; one in the middle of a deployment is refused, for there is no state to come back to. */
export async function observeServices(ecs: ECSClient, scope: Scope): Promise<Record<string, ServiceRecord>> {
  if (scope.services.length === 0) return {};
  const cluster = scope.cluster ?? 'default';
  const found = await describeServices(ecs, cluster, scope.services);
  const entries = await Promise.all(
    scope.services.map(async (name): Promise<[string, ServiceRecord]> => {
      const service = found.get(name);
      if (!service)
        throw new GoliveError('RECORD_SERVICE_NOT_FOUND', `${cluster} has no active service ${name}`, {
          hint: 'create it first, or correct its name under rollout.services',
        });
      return [name, await observeService(ecs, cluster, name, service)];
    }),
  );
  return Object.fromEntries(entries);
}

async function observeService(ecs: ECSClient, cluster: string, name: string, service: Service): Promise<ServiceRecord> {
  const [latest] = await latestDeployments(ecs, cluster, name, 1);
  const taskDefinition = targetOf(service);
  if (latest && isInFlight(latest) && latest.from && latest.from !== latest.taskDefinition)
    throw new GoliveError('RECORD_SERVICE_DEPLOYING', `${name} is already deploying ${latest.taskDefinition}`, {
      hint: 'wait until it is done, or put it back with the rollback action, then release',
    });
  const { definition } = await readTaskDefinition(ecs, taskDefinition);
  return {
    cluster,
    serviceArn: service.serviceArn ?? '',
    taskDefinition,
    desiredCount: service.desiredCount ?? 0,
    ...(latest ? { deploymentId: latest.arn } : {}),
    images: imagesOf(definition),
    settings: settingsOf(service),
  };
}

export async function observeDatabase(
  rds: RDSClient,
  instance: string,
  runId: string,
): Promise<NonNullable<ReleaseRecord['database']>> {
  if (!(await findInstance(rds, instance)))
    throw new GoliveError('RECORD_DATABASE_NOT_FOUND', `RDS has no instance ${instance}`, {
      hint: 'correct migrate.database',
    });
  return { instance, snapshot: snapshotIdentifier(instance, runId) };
}

/** The raw record sets under each name; a name without any is recorded as empty, so that rollback removes it again. */
export async function observeDns(route53: Route53Client, scope: Scope): Promise<ReleaseRecord['dns']> {
  if (!scope.zone || scope.records.length === 0) return {};
  const { zone } = scope;
  const zoneId = await findZone(route53, zone);
  if (!zoneId)
    throw new GoliveError('RECORD_ZONE_NOT_FOUND', `Route 53 has no public zone ${zone}`, { hint: 'correct dns.zone' });
  const entries = await Promise.all(
    scope.records.map(async (name): Promise<[string, ReleaseRecord['dns'][string]]> => {
      const records = await recordSetsNamed(route53, zoneId, fullName(name, zone));
      return [name, { zoneId, records }];
    }),
  );
  return Object.fromEntries(entries);
}
