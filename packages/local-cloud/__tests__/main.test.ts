import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '../../..');
const state = mkdtempSync(join(tmpdir(), 'golive-cloud-main-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(state, { recursive: true, force: true });
});

function start(...args: string[]) {
  const main = join(root, 'packages/local-cloud/src/main.ts');
  const child = spawn(join(root, 'node_modules/node/bin/node'), [main, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

async function addressesOf(child: ReturnType<typeof start>): Promise<Record<string, string>> {
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new Error('the cloud printed nothing');
}

test('it prints where everything is, and leaves nothing behind when it is told to stop', async () => {
  const child = start('--port', '0', '--scale', '10', '--state', state);
  const addresses = await addressesOf(child);
  expect(addresses).toMatchObject({
    endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    github: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
  });
  const health = await fetch(`${addresses.endpoint}/_golive/health`);
  expect(await health.json()).toMatchObject({ status: 'ok', scale: 10 });
  expect(readdirSync(state)).toHaveLength(1);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(readdirSync(state)).toEqual([]);
});

test('it stops when its stdin closes, if asked to', async () => {
  const child = start('--port', '0', '--state', state, '--stop-with-stdin');
  await addressesOf(child);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a wrong argument is a usage error', async () => {
  const child = start('--port', 'eighty');
  const [code] = await once(child, 'exit');
  expect(code).toBe(2);
});

test('it refuses to start with Docker where no engine answers, and says what to do', async () => {
  const main = join(root, 'packages/local-cloud/src/main.ts');
  const child = spawn(
    join(root, 'node_modules/node/bin/node'),
    [main, '--port', '0', '--state', state, '--engine', 'docker'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DOCKER_HOST: `unix://${state}/none.sock` } },
  );
  children.push(child);
  const ended = once(child, 'exit');
  let said = '';
  for await (const chunk of child.stderr) said += chunk;
  expect(await ended).toEqual([1, null]);
  expect(said).toMatch(/no Docker engine answers.*--engine process/);
});

/** A cloud that is in the middle of seeding the example, with what it says on stderr and the folder it works in. */
async function whileSeeding() {
  const own = mkdtempSync(join(state, 'seeding-'));
  const child = start('--port', '0', '--scale', '20', '--state', own, '--app', join(root, 'examples/coldchain'));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const folder = () => readdirSync(own).map((name) => join(own, name))[0] ?? own;
  while (!existsSync(join(folder(), 'previous-images'))) await new Promise((done) => setTimeout(done, 20));
  return { child, own, folder: folder(), said: () => said };
}

test('told to stop while it seeds, it stops in silence: what broke because of that is no failure', async () => {
  const { child, own, said } = await whileSeeding();
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(said()).toBe('');
  expect(readdirSync(own)).toEqual([]);
});

test('a folder that somebody deletes under a cloud is named as the reason', async () => {
  const { child, folder, said } = await whileSeeding();
  // The cloud still writes into it meanwhile.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said()).toContain(`its folder ${folder} was deleted while it ran`);
});
