import { judgeSchema, type SchemaView } from '../../src/application/schema-gate.ts';

const database = { instance: 'db', snapshot: 'golive-db-7-1' };
const compatible = { verdict: 'compatible', because: 'previous-release-works says so' } as const;
const incompatible = { verdict: 'incompatible', because: 'a column is gone' } as const;
const aView = (more: Partial<SchemaView> = {}): SchemaView => ({
  levels: ['application', 'dns'],
  putsBack: true,
  database,
  snapshot: 'not asked',
  hasRecord: true,
  migrates: true,
  since: undefined,
  force: undefined,
  ...more,
});
const verdict = (more: Partial<SchemaView>) => judgeSchema(aView(more)).verdict;

test('the gate opens for a schema that the release before works with', () => {
  expect(verdict({ database: { ...database, compatibility: compatible } })).toBe('pass');
});

test('the gate closes for a schema that it does not work with, and for one of which nobody knows', () => {
  expect(verdict({ database: { ...database, compatibility: incompatible } })).toBe('fail');
  const unknown = { verdict: 'unknown', because: 'nobody said' } as const;
  expect(verdict({ database: { ...database, compatibility: unknown } })).toBe('inconclusive');
  expect(verdict({ snapshot: 'available' })).toBe('inconclusive');
  expect(verdict({ snapshot: 'unknown' })).toBe('inconclusive');
});

test('what a record says of the schema holds for its own release, not for what came after it', () => {
  const since = 'api runs api:44 of v1.5.0 (run 9), not of the recorded release';
  const told = { ...database, compatibility: compatible };
  expect(judgeSchema(aView({ database: told, since }))).toEqual({
    verdict: 'inconclusive',
    because: `${since}: what was migrated since, the release record does not tell`,
  });
  expect(verdict({ database: undefined, since })).toBe('inconclusive');
  expect(verdict({ database: undefined, since, migrates: false })).toBe('pass');
  expect(verdict({ database: { ...database, compatibility: incompatible }, since })).toBe('fail');
  expect(verdict({ database: told, since, levels: ['application', 'database'] })).toBe('pass');
});

test('a reason opens the gate, and stands in the evidence as a warning', () => {
  const forced = judgeSchema(
    aView({ database: { ...database, compatibility: incompatible }, force: 'no traffic yet' }),
  );
  expect(forced).toEqual({ verdict: 'warn', because: 'forced (no traffic yet) although a column is gone' });
});

test('a database that goes back too, a service that stays, and a release without a migration need no gate', () => {
  const closed = { ...database, compatibility: incompatible };
  expect(verdict({ database: closed, levels: ['application', 'database'] })).toBe('pass');
  expect(verdict({ database: closed, putsBack: false })).toBe('pass');
  expect(verdict({ database: closed, levels: ['dns'] })).toBe('skipped');
  expect(verdict({ database: undefined })).toBe('pass');
  expect(verdict({ snapshot: 'missing' })).toBe('pass');
});

test('without a release record the gate stays shut where golive.yml migrates a database', () => {
  expect(verdict({ database: undefined, hasRecord: false })).toBe('inconclusive');
  expect(verdict({ database: undefined, hasRecord: false, levels: ['application', 'database'] })).toBe('inconclusive');
  expect(verdict({ database: undefined, hasRecord: false, migrates: false })).toBe('skipped');
});
