import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { askAll, askGitHub, askGitHubItself, sendToGitHub } from '#shared/github/rest';

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on the loopback interface that answers as told, and remembers what it was asked and how long it was left alone. */
async function aServer(reply: (request: IncomingMessage, count: number) => Reply) {
  const asked: string[] = [];
  const bodies: string[] = [];
  const slept: number[] = [];
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    bodies.push(Buffer.concat(await request.toArray()).toString());
    const { status, body = {}, headers = {} } = reply(request, asked.length);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const settings = {
    action: 'test',
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    repository: 'acme/fleet',
    token: 'secret',
    signal: new AbortController().signal,
    sleep: async (ms: number) => void slept.push(ms),
  };
  return {
    asked,
    bodies,
    slept,
    settings,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const anything = z.unknown();

test('a refusal gives GitHub’s reason and the permission that it wants', async () => {
  await using server = await aServer(() => ({
    status: 403,
    body: { message: 'Resource not accessible by integration' },
    headers: { 'x-accepted-github-permissions': 'checks=read' },
  }));
  expect(await askGitHub(server.settings)('/x', anything)).toEqual({
    kind: 'unreadable',
    status: 403,
    why: 'GET /repos/acme/fleet/x answered 403 (Resource not accessible by integration); it wants a token with checks: read',
  });
});

test('a header that is no list of permissions is not repeated', async () => {
  const headers = { 'x-accepted-github-permissions': 'checks=read ::error::injected' };
  await using server = await aServer(() => ({ status: 403, headers }));
  expect(await askGitHub(server.settings)('/x', anything)).toMatchObject({
    why: 'GET /repos/acme/fleet/x answered 403',
  });
});

test('at its secondary limit GitHub is left alone for as long as it says, and no longer than a minute', async () => {
  await using server = await aServer((_, count) =>
    count === 1
      ? { status: 403, headers: { 'retry-after': '7' } }
      : count === 2
        ? { status: 429, headers: { 'retry-after': '3600' } }
        : { status: 200 },
  );
  expect(await askGitHub(server.settings)('/x', anything)).toMatchObject({ kind: 'found' });
  expect(server.slept).toEqual([7000, 60_000]);
});

const page = z.array(z.number());

test('a listing is read page by page to its end', async () => {
  await using server = await aServer(({ url = '' }) => {
    const number = Number(new URL(url, 'http://github').searchParams.get('page'));
    return { status: 200, body: Array(number < 3 ? 100 : 5).fill(number) };
  });
  const answer = await askAll(askGitHub(server.settings), '/x?state=all', page, (items) => items);
  expect(answer).toMatchObject({ kind: 'found', value: { length: 205 } });
  expect(server.asked.at(-1)).toBe('GET /repos/acme/fleet/x?state=all&per_page=100&page=3');
});

test('a listing that breaks off is unreadable, not short', async () => {
  await using server = await aServer((_, count) =>
    count === 1 ? { status: 200, body: Array(100).fill(1) } : { status: 403 },
  );
  const answer = await askAll(askGitHub(server.settings), '/x', page, (items) => items);
  expect(answer).toMatchObject({ kind: 'unreadable', status: 403 });
});

test('a listing without end is given up, and unreadable', async () => {
  await using server = await aServer(() => ({ status: 200, body: Array(100).fill(1) }));
  const answer = await askAll(askGitHub(server.settings), '/x', page, (items) => items);
  expect(answer).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('5000') });
});

test('a change carries its body; a PUT is sent again where the server stumbled, a POST never', async () => {
  await using server = await aServer((_, count) => ({ status: count === 1 || count === 3 ? 502 : 201 }));
  const send = sendToGitHub(server.settings);
  expect(await send('PUT', '/environments/x', { wait_timer: 5 })).toEqual({ kind: 'found', value: 201 });
  expect(server.bodies).toEqual(['{"wait_timer":5}', '{"wait_timer":5}']);
  expect(await send('POST', '/rulesets', {})).toMatchObject({ kind: 'unreadable', status: 502 });
  expect(server.asked).toHaveLength(3);
});

test('what belongs to no repository is asked for without one', async () => {
  await using server = await aServer(() => ({ status: 200, body: {} }));
  await askGitHubItself(server.settings)('/meta', anything);
  expect(server.asked).toEqual(['GET /meta']);
});
