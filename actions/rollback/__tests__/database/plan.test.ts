import { databaseNames } from '#shared/rds/instance-names';
import { type DatabaseView, nextDatabaseStep } from '../../src/database/plan.ts';

const names = databaseNames('db', '7');
const available = { status: 'available' };

function aView(more: Partial<DatabaseView> = {}): DatabaseView {
  const instances = { original: available, restored: undefined, kept: undefined };
  return { names, snapshot: 'available', taken: true, ...instances, ...more };
}

test('the way from the migrated to the restored database is restore, rename away, rename in, done', () => {
  expect(nextDatabaseStep(aView())).toMatchObject({ kind: 'restore' });
  expect(nextDatabaseStep(aView({ restored: { status: 'creating' } }))).toMatchObject({ kind: 'wait' });
  expect(nextDatabaseStep(aView({ restored: available }))).toMatchObject({
    kind: 'rename',
    from: 'db',
    to: names.kept,
  });
  expect(nextDatabaseStep(aView({ original: undefined, restored: available, kept: available }))).toMatchObject({
    kind: 'rename',
    from: names.restored,
    to: 'db',
  });
  expect(nextDatabaseStep(aView({ kept: available }))).toMatchObject({ kind: 'done' });
});

test('nothing is asked of RDS while a new name is pending', () => {
  const original = { status: 'available', renamingTo: names.kept };
  expect(nextDatabaseStep(aView({ original, restored: available }))).toMatchObject({ kind: 'wait' });
});

test('a snapshot that is still being created means that nothing was migrated', () => {
  expect(nextDatabaseStep(aView({ snapshot: 'creating', taken: false })).kind).toBe('untouched');
});

test.each([undefined, 'failed'])(
  'a snapshot that was taken and is %s now does not mean that nothing was migrated',
  (snapshot) => {
    const step = nextDatabaseStep(aView({ snapshot }));
    expect(step).toMatchObject({ kind: 'refuse', because: expect.stringContaining(`is ${snapshot ?? 'gone'}`) });
  },
);

test('an instance that is not there under any name is left to a person', () => {
  expect(nextDatabaseStep(aView({ original: undefined })).kind).toBe('refuse');
});

test('three instances at once are left to a person', () => {
  expect(nextDatabaseStep(aView({ restored: available, kept: available })).kind).toBe('refuse');
});

test('names keep to 63 characters and to single hyphens', () => {
  const long = databaseNames('a'.repeat(63), '19876543210');
  for (const name of [long.kept, long.restored]) {
    expect(name.length).toBeLessThanOrEqual(63);
    expect(name).toMatch(/^[a-z](-?[a-z0-9])*$/);
  }
});
