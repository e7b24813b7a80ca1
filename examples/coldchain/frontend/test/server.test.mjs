// The front end as its container runs it, asked over HTTP.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';

let server;
let origin;

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

before(async () => {
  const PORT = await freePort();
  origin = `http://127.0.0.1:${PORT}`;
  const main = new URL('../server.mjs', import.meta.url).pathname;
  server = spawn(process.execPath, [main], {
    env: { ...process.env, HOST: '127.0.0.1', PORT },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Its first line says that it listens.
  await once(server.stdout, 'data');
});
after(() => server.kill());

test('the page is served with a policy that lets no foreign script in', async () => {
  const answer = await fetch(origin);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /<form id="login"/);
  assert.equal(answer.headers.get('content-security-policy'), "default-src 'self'");
});

test('what the page asks for is there', async () => {
  const page = await (await fetch(origin)).text();
  const named = [...page.matchAll(/(?:src|href)="(\/[\w.]+)"/g)].map(([, path]) => path);
  assert.ok(named.length > 0);
  for (const path of named) assert.equal((await fetch(origin + path)).status, 200, path);
});

test('a health check is answered, and a path that leads out of the folder is not', async () => {
  assert.equal(await (await fetch(`${origin}/healthz`)).text(), 'ok');
  assert.equal((await fetch(`${origin}/..%2fserver.mjs`)).status, 404);
});

test('it ends by itself when it is asked to', async () => {
  server.kill('SIGTERM');
  const [code] = await once(server, 'exit');
  assert.equal(code, 0);
});
