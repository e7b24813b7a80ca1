import type { ECSClient } from '@aws-sdk/client-ecs';
import { livingMigrations, stopMigration } from '#shared/ecs/migration-tasks';
import { ask, type Pace } from '#shared/ecs/pace';
import type { ReleaseRecord } from '#shared/release/record';

/**
 * A runner that died may have left a migration at work: it would go on in the restored database. Says why, when one
 * does not come to its end.
 */
export async function stopMigrations(ecs: ECSClient, record: ReleaseRecord, pace: Pace): Promise<string | undefined> {
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
