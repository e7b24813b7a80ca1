import type { Check } from '#shared/evidence/check';
import { md, table } from '#shared/evidence/markdown';
import type { SchemaCompatibility } from '#shared/release/record';
import type { Report } from '#shared/runtime/run';
import type { Migration } from './apply.ts';
import { check } from './checks.ts';
import { revisionsOf } from './plan.ts';
import type { Snapshot } from './snapshot.ts';

export interface Told {
  readonly tool: string;
  readonly database?: string;
  readonly snapshot?: Snapshot;
  readonly migration: Migration;
  readonly compatibility: SchemaCompatibility;
  readonly logLines: number;
  readonly at: string;
}

export function report({ tool, database, snapshot, migration, compatibility, logLines, at }: Told): Report {
  const revisions = migration.verdict.kind === 'succeeded' ? revisionsOf(migration.log) : undefined;
  const ran = migrated(migration, logLines, at);
  return {
    checks: [backup(database, snapshot, at), ran, rollbackSafe(compatibility, at)],
    outputs: {
      snapshot: snapshot?.id ?? '',
      'from-revision': revisions?.from ?? '',
      'to-revision': revisions?.to ?? '',
      compatibility: compatibility.verdict,
      task: migration.task,
    },
    summary: md`## Migration

${table(
  ['', ''],
  [
    ['Tool', tool],
    ['Snapshot', snapshot?.id ?? 'none'],
    ['Task', migration.task.split('/').at(-1) ?? migration.task],
    ['Revisions', revisions ? `${revisions.from || 'none'} -> ${revisions.to}` : 'not told'],
    ['Release before', `${compatibility.verdict}: ${compatibility.because}`],
    ['Result', ran.because],
  ],
)}
`,
    timeline: [
      ...(snapshot ? [{ at, subject: snapshot.id, what: snapshot.reused ? 'snapshot reused' : 'snapshot taken' }] : []),
      { at, subject: migration.task, what: migration.verdict.because },
    ],
  };
}

function backup(database: string | undefined, snapshot: Snapshot | undefined, at: string): Check {
  const source = 'rds:DescribeDBSnapshots';
  if (!snapshot)
    return check('migrate.snapshot', 'database', 'skipped', 'no database was named, so no snapshot was taken', {
      source,
      at,
    });
  const how = snapshot.reused ? 'from an earlier attempt of this run ' : '';
  const because = `snapshot ${snapshot.id} ${how}was available before the migration began`;
  return check('migrate.snapshot', database ?? 'database', 'pass', because, { measured: snapshot.id, source, at });
}

function migrated({ verdict, log, task }: Migration, logLines: number, at: string): Check {
  const source = 'ecs:DescribeTasks';
  const shown = log.filter((line) => line.trim() !== '').slice(-logLines);
  if (verdict.kind === 'succeeded')
    return check('migrate.exit-code', 'migration', 'pass', verdict.because, { measured: 0, source, at });
  const lines = logLines > 0 && shown.length > 0 ? `; last log lines: ${shown.join(' | ')}` : '';
  return check('migrate.exit-code', 'migration', 'fail', `${verdict.because}${lines}`, {
    measured: task,
    expected: 0,
    source,
    at,
  });
}

/** A schema that the release before does not work with is no failure of the migration; a rollback has to know. */
function rollbackSafe({ verdict, because }: SchemaCompatibility, at: string): Check {
  const told = verdict === 'compatible' ? 'pass' : 'warn';
  return check('migrate.previous-release-works', 'schema', told, because, {
    measured: verdict,
    expected: 'compatible',
    source: 'previous-release-works, and the revisions that the migration told',
    at,
  });
}
