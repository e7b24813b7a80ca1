import type { Migration } from '../src/apply.ts';
import { report } from '../src/report.ts';

const at = '2026-11-23T12:00:00.000Z';
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
  const { outputs } = report({ tool: 'own', snapshot, migration, logLines: 20, at });
  expect(outputs).toMatchObject({ 'from-revision': '1', 'to-revision': '2', snapshot: 'golive-db-7-1' });
});

test('a failed migration says so with its last log lines', () => {
  const migration = aMigration({
    verdict: { kind: 'failed', because: 'exited with 1' },
    log: ['a', 'relation exists', ''],
  });
  const { checks } = report({ tool: 'own', snapshot, migration, logLines: 1, at });
  expect(checks.at(-1)).toMatchObject({ verdict: 'fail', because: 'exited with 1; last log lines: relation exists' });
});

test('without a database the snapshot is skipped, not passed', () => {
  const { checks } = report({ tool: 'own', migration: aMigration(), logLines: 20, at });
  expect(checks[0]).toMatchObject({ id: 'migrate.snapshot', verdict: 'skipped' });
});
