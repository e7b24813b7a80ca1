import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { aCloud, aGuardedRepository, type GuardedRepository, protectedEnvironment } from './a-guarded-repository.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aCloud();
}, 60_000);
afterAll(() => cloud.stop());

const administers = { permissions: { administration: 'write', actions: 'read', contents: 'read', members: 'read' } };
const reviewers = { reviewers: JSON.stringify({ 'qa-lead': ['mira', 'acme/quality'], rollback: ['mira'] }) };
const wanted = { ...reviewers, 'required-checks': 'checks' };

/** A repository as it is on the day when somebody thinks of gates: environments made by naming them, no rulesets. */
async function anOpenRepository(): Promise<GuardedRepository> {
  const repository = await aGuardedRepository(cloud);
  const { control } = repository;
  await control('teams', { org: 'acme', slug: 'quality', members: ['mira'] });
  for (const name of ['golive-qa-lead', 'production'])
    await control('environments', { name, deployment_branch_policy: null, can_admins_bypass: true });
  for (const name of ['release tags', 'main']) await control('rulesets', { name, enforcement: 'disabled' });
  return repository;
}

/** How many requests GitHub has had that change something. */
async function writes(): Promise<number> {
  const answer = await fetch(`${cloud.addresses.endpoint}/_golive/journal`);
  const journal = (await answer.json()) as { service: string; operation: string }[];
  return journal.filter(({ service, operation }) => service === 'github' && !operation.startsWith('GET')).length;
}

test('a plan shows what is and what must be, changes nothing, and warns', async () => {
  const repository = await anOpenRepository();
  const before = await writes();
  const { code, checks, summary } = await repository.signOff({ mode: 'plan', ...wanted }, administers);
  expect(code).toBe(0);
  expect(checks.filter(({ verdict }) => verdict === 'warn').map(({ subject }) => subject)).toEqual([
    'environment golive-qa-lead',
    'environment production',
    'tags v*: that they stay what they are',
    'tags v*: who makes them',
    'branch main: required checks',
  ]);
  expect(summary).toContain('- required reviewers: nobody\n+ required reviewers: mira, team quality');
  expect(summary).toContain('- admits: any branch or tag\n+ admits: tag v*');
  expect(summary).toContain('- may be moved by: whoever can push\n+ may be moved by: nobody');
  expect(await writes()).toBe(before);
});

test('what apply has set opens every gate, and applying it again changes nothing', async () => {
  const repository = await anOpenRepository();
  const applied = await repository.signOff({ mode: 'apply', ...wanted }, administers);
  expect(applied.closing).toEqual([]);
  expect((await repository.signOff(reviewers)).closing).toEqual([]);
  const before = await writes();
  const again = await repository.signOff({ mode: 'apply', ...wanted }, administers);
  expect(new Set(again.checks.map(({ because }) => because))).toEqual(new Set(['was what it must be']));
  expect(await writes()).toBe(before);
});

test('the printed commands do what apply does', async () => {
  const repository = await anOpenRepository();
  const { output } = await repository.signOff({ mode: 'plan', ...wanted }, administers);
  const [, commands = ''] = /commands<<(?:.*)\n([\s\S]*?)\nghadelimiter/.exec(output) ?? [];
  expect(commands.split('\n').length).toBeGreaterThan(5);
  const folder = mkdtempSync(path.join(tmpdir(), 'gh-'));
  try {
    // What gh does with these arguments, as far as the commands use it.
    writeFileSync(
      path.join(folder, 'gh'),
      `#!${process.execPath}
const args = process.argv.slice(2);
const after = (flag) => args[args.indexOf(flag) + 1];
const body = args.includes('--input') ? require('node:fs').readFileSync(0) : undefined;
const path = args.find((one) => one.startsWith('repos/'));
fetch('${repository.github}/' + path, { method: after('--method'), body, headers: { authorization: 'Bearer ' + process.env.GH_TOKEN } })
  .then((answer) => { if (!answer.ok) process.exit(1); });
`,
    );
    chmodSync(path.join(folder, 'gh'), 0o755);
    execFileSync('sh', ['-e'], {
      input: commands,
      env: { PATH: `${folder}:${process.env.PATH}`, GH_TOKEN: await repository.token(administers.permissions) },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect((await repository.signOff(reviewers)).closing).toEqual([]);
}, 30_000);

test('what is stricter than it must be stays: a wait timer, and reviewers of production', async () => {
  const repository = await aGuardedRepository(cloud);
  const { control } = repository;
  const open = { ...protectedEnvironment, can_admins_bypass: true, wait_timer: 30 };
  await control('environments', { ...open, name: 'production' });
  expect((await repository.signOff({ mode: 'apply' }, administers)).closing).toEqual([]);
  const { summary } = await repository.signOff({ mode: 'plan' }, administers);
  expect(summary).toContain('wait timer: 30 minutes');
  const { checks } = await repository.signOff({ 'production-reviewers': 'true' });
  expect(checks.filter(({ subject }) => subject === 'production').map(({ verdict }) => verdict)).toEqual(
    Array(5).fill('pass'),
  );
});

test('a branch that an environment admits, and a reviewer whom nobody names, are taken away', async () => {
  const repository = await aGuardedRepository(cloud);
  const stray = {
    ...protectedEnvironment,
    reviewers: [
      { type: 'User', name: 'mira' },
      { type: 'User', name: 'stranger' },
    ],
    branch_policies: [...protectedEnvironment.branch_policies, { name: 'main', type: 'branch' }],
  };
  await repository.control('environments', { ...stray, name: 'golive-qa-lead' });
  const named = { reviewers: JSON.stringify({ 'qa-lead': ['mira'] }) };
  const { summary, closing } = await repository.signOff({ mode: 'apply', ...named }, administers);
  expect(closing).toEqual([]);
  expect(summary).toContain('- required reviewers: mira, stranger\n+ required reviewers: mira');
  expect((await repository.signOff(named)).closing).toEqual([]);
});

test('an environment for which nobody is named is not made, since it would be open', async () => {
  const repository = await aGuardedRepository(cloud);
  const { closing } = await repository.signOff({ mode: 'apply', roles: 'cto' }, administers);
  expect(closing).toMatchObject([
    { subject: 'environment golive-cto', verdict: 'fail', because: expect.stringContaining('sign-offs.reviewers.cto') },
  ]);
  expect((await repository.signOff({ roles: 'qa-lead\ncto' })).closing).toMatchObject([{ id: 'gate.exists' }]);
});

test('a job’s own token may plan but not apply, and is told which one may', async () => {
  const repository = await aGuardedRepository(cloud);
  await repository.control('environments', { ...protectedEnvironment, name: 'production', can_admins_bypass: true });
  expect((await repository.signOff({ mode: 'plan' })).code).toBe(0);
  expect((await repository.signOff({ mode: 'apply' })).closing).toMatchObject([
    { subject: 'environment production', verdict: 'fail', because: expect.stringContaining('administration: write') },
  ]);
});

test('a team that the token may not see is inconclusive, and nothing is set', async () => {
  const repository = await anOpenRepository();
  const { checks } = await repository.signOff({ mode: 'apply', ...wanted });
  expect(checks.find(({ subject }) => subject === 'environment golive-qa-lead')).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('members: read'),
  });
});

test('a reviewer who does not exist is told by name', async () => {
  const repository = await aGuardedRepository(cloud);
  const nobody = { reviewers: JSON.stringify({ 'qa-lead': ['no-such-person'] }) };
  expect((await repository.signOff({ mode: 'plan', ...nobody }, administers)).closing).toMatchObject([
    { verdict: 'fail', because: expect.stringContaining('no account no-such-person') },
  ]);
});

test('a plan without rulesets says so instead of failing on each call', async () => {
  const repository = await aGuardedRepository(cloud, { private: true, plan: 'free' });
  const { closing } = await repository.signOff({ mode: 'apply' }, administers);
  expect(closing).toMatchObject([
    { subject: 'tags v*', because: expect.stringContaining('docs/gates.md') },
    { subject: 'branch main: required checks', because: expect.stringContaining('docs/gates.md') },
  ]);
});
