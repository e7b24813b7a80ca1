import { type Asked, type MigrationFile, planOfMigration } from '../../src/dry-run/pending.ts';

const asked = (change: Partial<Asked> = {}): Asked => ({
  tool: 'dbmate',
  command: ['dbmate', 'up'],
  previousReleaseWorks: undefined,
  folder: 'db',
  fromRevision: undefined,
  ...change,
});
const files: readonly MigrationFile[] = [
  { name: 'db/001_a.sql', text: 'CREATE TABLE a ();' },
  { name: 'db/002_b.sql', text: '-- migrate:up\nALTER TABLE a ADD b int;\n-- migrate:down\nALTER TABLE a DROP b;' },
  { name: 'db/003_c.js', text: "export const up = (pgm) => pgm.dropTable('a');" },
];
const planned = (change: Partial<Asked> = {}, all = files) => planOfMigration(asked(change), all);
const risks = (plan: ReturnType<typeof planned>) =>
  Object.fromEntries(plan.changes.map((one) => [one.subject, one.risk]));

test('each migration has the worst risk of its statements, and a program one that nobody knows', () => {
  expect(risks(planned())).toEqual({ 'db/001_a.sql': 'adds', 'db/002_b.sql': 'adds', 'db/003_c.js': 'unknown' });
});

test('a program is shown as it is written', () => {
  expect(planned().changes[2]?.text).toContain("pgm.dropTable('a')");
});

test('what goes back is not what is done', () => {
  expect(planned().changes[1]?.text).not.toContain('DROP');
  const down = { name: 'db/1_x.down.sql', text: 'DROP TABLE x' };
  expect(planned({}, [down, { name: 'db/U2__y.sql', text: 'DROP TABLE y' }]).changes).toEqual([]);
});

test('only what comes after the revision of the database is pending', () => {
  const plan = planned({ fromRevision: '001' });
  expect(Object.keys(risks(plan))).toEqual(['db/002_b.sql', 'db/003_c.js']);
  expect(plan.because).toContain('2 migrations after 001');
});

test('a revision that no file has leaves all of them, and says so', () => {
  const plan = planned({ fromRevision: '000' });
  expect(plan.changes).toHaveLength(3);
  expect(plan.because).toContain('none of them is 000');
});

test('without a folder nothing is known, and the plan says so instead of being empty', () => {
  expect(planned({ folder: undefined }, [])).toMatchObject({
    because: expect.stringContaining('not known here'),
    changes: [{ subject: 'dbmate up', risk: 'unknown' }],
  });
});

test('a secret in a migration is not shown', () => {
  const text = "CREATE ROLE r PASSWORD 'x'; UPDATE s SET api_key = 'hunter2hunter2'";
  expect(JSON.stringify(planned({}, [{ name: 'db/1.sql', text }]))).not.toContain('hunter2');
});

test('the same files give the same plan, whatever the machine', () => {
  expect(JSON.stringify(planned())).toBe(JSON.stringify(planned()));
});
