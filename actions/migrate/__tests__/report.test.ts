import type { Migration } from '../src/apply.ts';
import { report } from '../src/report.ts';

const at = '2026-11-23T12:00:00.000Z';
const compatibility = { verdict: 'compatible', because: 'as before' } as const;
const snapshot = { id: 'golive-db-7-1', arn: 'arn', reused: false };

function aMigration(more: Partial<Migration> = {}): Migration {
  return {
    task: 'arn/task',
    verdict: { kind: 'succeeded', because: 'exited with 0' },
    log: [],
    adopted: false,
    ...more,
  };
}

test('a migration tells its revisions', () => {
  const migration = aMigration({ log: ['{"from":"1","to":"2"}'] });
  const { outputs } = report({ tool: 'own', snapshot, migration, compatibility, logLines: 20, at });
  expect(outputs).toMatchObject({ 'from-revision': '1', 'to-revision': '2', snapshot: 'golive-db-7-1' });
});

test('a failed migration says so with its last log lines', () => {
  const migration = aMigration({
    verdict: { kind: 'failed', because: 'exited with 1' },
    log: ['a', 'relation exists', ''],
  });
  const { checks } = report({ tool: 'own', snapshot, migration, compatibility, logLines: 1, at });
  const ran = checks.find(({ id }) => id === 'migrate.exit-code');
  expect(ran).toMatchObject({ verdict: 'fail', because: 'exited with 1; last log lines: relation exists' });
});

test('a migration that ended well passes, and so does its snapshot', () => {
  const { checks } = report({ tool: 'own', snapshot, migration: aMigration(), compatibility, logLines: 20, at });
  expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['migrate.snapshot', 'pass'],
    ['migrate.exit-code', 'pass'],
    ['migrate.previous-release-works', 'pass'],
  ]);
});

test('without a database the snapshot is skipped, not passed', () => {
  const { checks } = report({ tool: 'own', migration: aMigration(), compatibility, logLines: 20, at });
  expect(checks[0]).toMatchObject({ id: 'migrate.snapshot', verdict: 'skipped' });
});

test('a schema that nobody vouched for is a warning, and an output', () => {
  const unknown = { verdict: 'unknown', because: 'nobody said' } as const;
  const { checks, outputs } = report({ tool: 'own', migration: aMigration(), compatibility: unknown, logLines: 0, at });
  expect(checks.at(-1)).toMatchObject({ id: 'migrate.previous-release-works', verdict: 'warn', measured: 'unknown' });
  expect(outputs.compatibility).toBe('unknown');
});
