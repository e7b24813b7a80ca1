import type { RDSClient } from '@aws-sdk/client-rds';
import { describeServices } from '#shared/ecs/services';
import type { ReleaseRecord } from '#shared/release/record';
import { restoredInstance } from '../observe.ts';
import type { Decision } from '../plan.ts';
import type { ReleaseSettings } from '../release/release-settings.ts';
import { brokenOff, type Result, resultOf } from '../result.ts';
import { isCodeDeploys, placeIn } from './code-deploy.ts';
import { type PuttingBack, waitIn } from './put-back.ts';
import { type Renewal, type Renewed, renew } from './renew.ts';
import { renewByCodeDeploy } from './renew-by-code-deploy.ts';

export interface Renewing extends PuttingBack {
  readonly rds: RDSClient;
  readonly record: ReleaseRecord | undefined;
  readonly settings: ReleaseSettings;
  /** Services that have got new tasks since the database came back. */
  readonly renewed: readonly string[];
}

/**
 * New tasks connect to the restored database; the old ones may hold connections to the one that was renamed away. A
 * rollback that was killed after the exchange of the names finds the tasks that it had not renewed by their age.
 */
export async function renewConnections(tools: Renewing, database: Result | undefined): Promise<Result[]> {
  const { rds, record, pace } = tools;
  if (!record?.database || !database?.back) return [];
  const restored = await restoredInstance(rds, record, record.database);
  if (!restored) return [];
  const since = database.decision.kind === 'put-back' ? undefined : restored.InstanceCreateTime;
  const left = Object.entries(record.services).filter(([service]) => !tools.renewed.includes(service));
  const renewed = left.map(async ([service, { cluster }]): Promise<Result[]> => {
    const because = 'new tasks, so that every connection goes to the restored database';
    const decision: Decision = { level: 'application', subject: service, kind: 'put-back', because };
    try {
      const end = await renewOne(tools, { cluster, service, since });
      if (!end) return [];
      return [resultOf(decision, end.back, end.because ? `${because}: ${end.because}` : because, pace)];
    } catch (error) {
      return [brokenOff(decision, error, pace)];
    }
  });
  return (await Promise.all(renewed)).flat();
}

async function renewOne(tools: Renewing, renewal: Renewal): Promise<Renewed | undefined> {
  const { ecs, codeDeploy, settings, pace } = tools;
  const { cluster, service } = renewal;
  const found = (await describeServices(ecs, cluster, [service])).get(service);
  if (!found || !isCodeDeploys(found)) return renew(ecs, renewal, pace, waitIn(tools, cluster));
  return renewByCodeDeploy(ecs, await codeDeploy(), placeIn(settings, cluster, service), renewal, pace);
}
