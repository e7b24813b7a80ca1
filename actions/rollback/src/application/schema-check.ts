import type { RDSClient } from '@aws-sdk/client-rds';
import type { Check } from '#shared/evidence/check';
import { findSnapshot } from '#shared/rds/instances';
import type { ReleaseRecord } from '#shared/release/record';
import type { Run } from '#shared/runtime/run';
import { check } from '../checks.ts';
import type { Inputs } from '../inputs.ts';
import type { Decision } from '../plan.ts';
import { judgeSchema, type SchemaView } from './schema-gate.ts';

/** Asks RDS only where the record does not tell enough. */
export async function schemaCheck(
  rds: RDSClient,
  input: Inputs,
  run: Run,
  record: ReleaseRecord | undefined,
  decisions: readonly Decision[],
  since: ReadonlyMap<string, string> = new Map(),
): Promise<Check> {
  const going = decisions.filter(({ level, kind }) => level === 'application' && kind === 'put-back');
  const putsBack = going.length > 0;
  const later = going.flatMap(({ subject }) => (since.has(subject) ? [`${subject} ${since.get(subject)}`] : []));
  const { database } = record ?? {};
  const isOpen = putsBack && database && !database.compatibility && !input.levels.includes('database');
  const { verdict, because } = judgeSchema({
    levels: input.levels,
    putsBack,
    database,
    snapshot: isOpen ? await snapshotOf(rds, database.snapshot) : 'not asked',
    hasRecord: record !== undefined,
    migrates: run.config.migrate !== undefined,
    since: later.length > 0 ? later.join('; ') : undefined,
    force: input.force,
  });
  return check('rollback.schema', database?.instance ?? 'database', verdict, because, {
    measured: database?.revisionTo,
    expected: database?.revisionFrom,
    source: isOpen ? 'rds:DescribeDBSnapshots' : 'release record',
    at: run.now().toISOString(),
  });
}

async function snapshotOf(rds: RDSClient, id: string): Promise<SchemaView['snapshot']> {
  try {
    // A snapshot that is still being created is from before anything was migrated.
    return (await findSnapshot(rds, id))?.Status === 'available' ? 'available' : 'missing';
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return 'unknown';
  }
}
