import { CreateDBSnapshotCommand, type DBSnapshot, type RDSClient } from '@aws-sdk/client-rds';
import { ask, type Pace } from '#shared/ecs/pace';
import { databaseNames } from '#shared/rds/instance-names';
import { findInstance, findSnapshot } from '#shared/rds/instances';
import { GoliveError } from '#shared/runtime/golive-error';
import { decideSnapshot } from './plan.ts';

export interface Snapshot {
  readonly id: string;
  readonly arn: string;
  readonly reused: boolean;
}

/**
 * A run that was put back with its database has spent its snapshot: rows may have been written since, and a second
 * rollback of the same run could not be told from the first.
 */
export async function refuseAfterRollback(rds: RDSClient, instance: string, runId: string): Promise<void> {
  const { kept } = databaseNames(instance, runId);
  if (!(await findInstance(rds, kept))) return;
  throw new GoliveError(
    'MIGRATE_PUT_BACK',
    `run ${runId} was put back: ${instance} is its restored snapshot, and ${kept} is the database from before that`,
    { hint: 'start a new release instead of running the jobs of this one again: it takes a snapshot of its own' },
  );
}

/** Makes sure that the snapshot exists and is available. One from an earlier attempt of the run is the right one. */
export async function takeSnapshot(rds: RDSClient, instance: string, id: string, pace: Pace): Promise<Snapshot> {
  let created = false;
  const found = await ask<DBSnapshot>(pace, async () => {
    const snapshot = await findSnapshot(rds, id);
    if (snapshot?.DBInstanceIdentifier && snapshot.DBInstanceIdentifier !== instance)
      throw new GoliveError(
        'MIGRATE_SNAPSHOT_FOREIGN',
        `snapshot ${id} is of ${snapshot.DBInstanceIdentifier}, not of ${instance}`,
        {
          hint: 'delete it or rename it, then run the release again',
        },
      );
    const step = decideSnapshot(id, snapshot?.Status, created);
    if (step.kind === 'refuse') throw new GoliveError('MIGRATE_SNAPSHOT_UNUSABLE', step.because, { hint: step.hint });
    if (step.kind === 'reuse' && snapshot) return { done: snapshot };
    if (step.kind === 'create') {
      created = await create(rds, instance, id);
      if (!created) return { waiting: `${instance} is busy with another change or backup; the snapshot waits for it` };
    }
    const percent = snapshot?.PercentProgress === undefined ? '' : `, ${snapshot.PercentProgress} %`;
    return { waiting: `${step.because}${percent}` };
  });
  if (!found)
    throw new GoliveError(
      'MIGRATE_SNAPSHOT_LATE',
      `snapshot ${id} was not available within ${pace.within.ms / 1000} s`,
      {
        hint: 'nothing was migrated; give it more time with snapshot-timeout and run again: the same snapshot is used',
      },
    );
  return { id, arn: found.DBSnapshotArn ?? '', reused: !created };
}

/** False when the instance is in no state for a snapshot now, be it because of a backup of somebody's or of this very one. */
async function create(rds: RDSClient, instance: string, id: string): Promise<boolean> {
  try {
    await rds.send(
      new CreateDBSnapshotCommand({
        DBInstanceIdentifier: instance,
        DBSnapshotIdentifier: id,
        Tags: [{ Key: 'golive:taken-by', Value: 'migrate' }],
      }),
    );
    return true;
  } catch (error) {
    // A call whose answer was lost is retried by the SDK, and finds its own snapshot or an instance that is backing up.
    if (error instanceof Error && /^DBSnapshotAlreadyExists/.test(error.name)) return true;
    if (error instanceof Error && /^InvalidDBInstanceState/.test(error.name)) return false;
    throw error;
  }
}
