import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { command } from '../../src/gates/command.ts';
import { aCloud, aGuardedRepository, type GuardedRepository, protectedEnvironment } from './a-guarded-repository.ts';

let cloud: RunningCloud;
const folder = mkdtempSync(path.join(tmpdir(), 'gates-'));
beforeAll(async () => {
  cloud = await aCloud();
  writeFileSync(path.join(folder, 'golive.yml'), 'project: fleet\nregion: eu-central-1\nsign-offs: [qa-lead]\n');
  writeFileSync(
    path.join(folder, 'wrong.yml'),
    'project: fleet\nregion: eu\nsign-offs:\n  roles: [qa-lead]\n  alow: []\n',
  );
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cloud.stop();
});

const administers = { administration: 'write', actions: 'read', contents: 'read' };

async function gates({ name, github, token }: GuardedRepository, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const env = { GOLIVE_TOKEN: await token(administers) };
  const options = ['--repo', name, '--api-url', github, '--token-env', 'GOLIVE_TOKEN'];
  const code = await command.run([...options, ...args], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env,
    cwd: folder,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('gates that are what they must be exit with 0', async () => {
  const { code, out } = await gates(await aGuardedRepository(cloud));
  expect({ code, last: out.split('\n').at(-1) }).toEqual({ code: 0, last: '6 of 6 gates are what they must be' });
});

test('a difference is shown and exits with 1; applied, with 0', async () => {
  const repository = await aGuardedRepository(cloud);
  await repository.control('environments', { ...protectedEnvironment, name: 'production', can_admins_bypass: true });
  const planned = await gates(repository, '--plan');
  expect(planned.code).toBe(1);
  expect(planned.out).toContain('- administrators can bypass: yes\n+ administrators can bypass: no');
  const applied = await gates(repository, '--apply');
  expect(applied.code).toBe(0);
  expect(applied.out).toContain('pass environment production: was changed to what it must be');
});

test('printed is nothing but the commands', async () => {
  const repository = await aGuardedRepository(cloud);
  await repository.control('environments', { ...protectedEnvironment, name: 'production', can_admins_bypass: true });
  const { out, code } = await gates(repository, '--print');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^printf '%s' '\{.*"can_admins_bypass":false\}' \| gh api --hostname \S+ --method PUT \S+production --input -$/,
  );
});

test('a gate that could not be read exits with 1', async () => {
  const repository = await aGuardedRepository(cloud);
  const { code, out } = await gates({ ...repository, token: async () => 'nobody' });
  expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('answered 401') });
});

test.each([
  [['--repo', 'fleet'], 'OWNER/NAME'],
  [['--plan', '--apply'], 'choose one'],
  [['--token-env', 'NO_SUCH'], 'NO_SUCH holds no token'],
  [['--api-url', 'github'], 'no address'],
])('the command line %j makes no sense, and says why', async (args, why) => {
  const repository = await aGuardedRepository(cloud);
  await expect(gates(repository, ...args)).rejects.toThrow(why);
});

test('a mistake in golive.yml is told with its line', async () => {
  const repository = await aGuardedRepository(cloud);
  await expect(gates(repository, '--config', 'wrong.yml')).rejects.toThrow(/wrong\.yml:5.*alow.*allow/);
  await expect(gates(repository, '--config', 'none.yml')).rejects.toThrow('no none.yml');
});
