import { ModifyDBInstanceCommand, type RDSClient, RestoreDBInstanceFromDBSnapshotCommand } from '@aws-sdk/client-rds';
import { ask, type Pace } from '#shared/ecs/pace';
import { findInstance } from '#shared/rds/instances';
import type { ReleaseRecord } from '#shared/release/record';
import { observeDatabase } from '../observe.ts';
import { type DatabaseStep, nextDatabaseStep } from './plan.ts';

/** Brings the snapshot in under the original's name. Stops at the first step that has no safe answer. */
export async function putDatabaseBack(
  rds: RDSClient,
  record: ReleaseRecord,
  database: NonNullable<ReleaseRecord['database']>,
  pace: Pace,
): Promise<{ readonly back: boolean; readonly because: string }> {
  const issued = new Set<string>();
  let last = '';
  const end = await ask(pace, async () => {
    const view = await observeDatabase(rds, record, database);
    const step = nextDatabaseStep(view);
    last = step.because;
    if (step.kind === 'done') return { done: { back: true, because: last } };
    if (step.kind === 'untouched' || step.kind === 'refuse')
      return { done: { back: step.kind === 'untouched', because: last } };
    // RDS shows a restore or a new name only some time after it was accepted.
    if (step.kind !== 'wait' && !issued.has(last)) {
      issued.add(last);
      await carryOut(rds, step, view.names.restored, database);
    }
    return { waiting: last };
  });
  return end ?? { back: false, because: `not done within ${pace.within.ms / 1000} s: ${last}` };
}

async function carryOut(
  rds: RDSClient,
  step: DatabaseStep,
  restored: string,
  { instance, snapshot }: NonNullable<ReleaseRecord['database']>,
): Promise<void> {
  if (step.kind === 'restore') await restore(rds, instance, snapshot, restored);
  if (step.kind === 'rename') await rename(rds, step.from, step.to);
}

/** A snapshot carries storage and engine; network, class and protection come from the instance that it replaces. */
async function restore(rds: RDSClient, instance: string, snapshot: string, restored: string): Promise<void> {
  const model = await findInstance(rds, instance);
  // Somebody else who goes back at the same time has renamed it just now: the next look tells.
  if (!model) return;
  const groups = (model.VpcSecurityGroups ?? []).flatMap((group) => group.VpcSecurityGroupId ?? []);
  const parameters = model.DBParameterGroups?.[0]?.DBParameterGroupName;
  try {
    await rds.send(
      new RestoreDBInstanceFromDBSnapshotCommand({
        DBInstanceIdentifier: restored,
        DBSnapshotIdentifier: snapshot,
        ...defined({
          DBInstanceClass: model.DBInstanceClass,
          DBSubnetGroupName: model.DBSubnetGroup?.DBSubnetGroupName,
          DBParameterGroupName: parameters,
          MultiAZ: model.MultiAZ,
          PubliclyAccessible: model.PubliclyAccessible,
          DeletionProtection: model.DeletionProtection,
          CopyTagsToSnapshot: model.CopyTagsToSnapshot,
          EnableIAMDatabaseAuthentication: model.IAMDatabaseAuthenticationEnabled,
          Port: model.Endpoint?.Port,
        }),
        ...(groups.length > 0 ? { VpcSecurityGroupIds: groups } : {}),
      }),
    );
  } catch (error) {
    // The retry of a call whose answer was lost finds its own instance.
    if (error instanceof Error && /^DBInstanceAlreadyExists/.test(error.name)) return;
    throw error;
  }
}

async function rename(rds: RDSClient, from: string, to: string): Promise<void> {
  try {
    await rds.send(
      new ModifyDBInstanceCommand({ DBInstanceIdentifier: from, NewDBInstanceIdentifier: to, ApplyImmediately: true }),
    );
  } catch (error) {
    // The retry of a rename whose answer was lost, or somebody else was first: the next look shows the new name.
    if (error instanceof Error && /^(DBInstance(NotFound|AlreadyExists)|InvalidDBInstanceState)/.test(error.name))
      return;
    throw error;
  }
}

function defined<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
