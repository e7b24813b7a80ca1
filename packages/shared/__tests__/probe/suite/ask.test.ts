import { ask, type StepResult } from '#shared/probe/suite/ask';
import { parseSuite } from '#shared/probe/suite/parse-suite';
import { plan } from '#shared/probe/suite/plan';
import { fakeApplication } from './fake-application.ts';

async function run(yaml: string, baseUrl: string, masked: string[] = []): Promise<StepResult[]> {
  const decision = plan([parseSuite('suite.yml', `name: Suite\ntests:\n${yaml}`)]);
  if (decision.kind === 'refuse') throw new Error(decision.mistakes.join('\n'));
  return ask(
    decision.tests,
    { baseUrl, timeout: { ms: 2000 }, concurrency: 2, runId: 'r1', environment: { GREETING: 'hi' } },
    {
      signal: new AbortController().signal,
      now: () => new Date(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      mask: (secret) => void masked.push(secret),
      log: { info() {} },
    },
  );
}

const journey = `
  journey:
    steps:
      - name: Log in
        http: { url: /login, method: POST, json: { user: a }, captures: { token: { jsonpath: $.token }, id: { header: x-id } }, check: { status: 200 } }
      - name: Read
        http: { url: '/things/\${{ captures.id }}', method: GET, headers: { authorization: 'Bearer \${{ captures.token }}' }, check: { status: 200, jsonpath: { $.ok: true } } }
`;

test('what one step captured is sent by the next, and a token is masked while an id is not', async () => {
  await using application = await fakeApplication(({ url }, response) =>
    response.writeHead(200, { 'x-id': '42-abc' }).end(url === '/login' ? '{"token":"s3cr3t-token"}' : '{"ok":true}'),
  );
  const masked: string[] = [];
  const results = await run(journey, application.url, masked);
  expect(results.map((one) => one.kind)).toEqual(['passed', 'passed']);
  expect(application.requests[1]).toMatchObject({
    url: '/things/42-abc',
    headers: { authorization: 'Bearer s3cr3t-token' },
  });
  expect(masked).toEqual(['s3cr3t-token']);
});

test('after a step that failed the rest of its test is skipped, and another test still runs', async () => {
  await using application = await fakeApplication(({ url }, response) =>
    response.writeHead(url === '/login' ? 500 : 200).end('{}'),
  );
  const other = '  other:\n    steps: [{ name: Up, http: { url: /up, method: GET, check: { status: 200 } } }]\n';
  const results = await run(journey + other, application.url);
  expect(results.map((one) => one.kind)).toEqual(['failed', 'skipped', 'passed']);
  expect(results[0]?.problems).toEqual(['status is 500, expected 200']);
});

test('a step with a retry is asked again until the answer is right', async () => {
  let asked = 0;
  await using application = await fakeApplication((_, response) => {
    asked += 1;
    response.writeHead(asked < 3 ? 503 : 200).end();
  });
  const [result] = await run(
    '  up:\n    steps: [{ name: Up, retry: { for: 5s, every: 10ms }, http: { url: /, method: GET, check: { status: 200 } } }]',
    application.url,
  );
  expect(result).toMatchObject({ kind: 'passed', attempts: 3 });
});

test('a retry ends at its deadline with the last reason', async () => {
  const [result] = await run(
    '  up:\n    steps: [{ name: Up, retry: { for: 50ms, every: 10ms }, http: { url: /, method: GET, check: { status: 200 } } }]',
    'http://127.0.0.1:1',
  );
  expect(result).toMatchObject({ kind: 'failed', problems: [expect.stringMatching(/ECONNREFUSED|bad port/)] });
});

test('a multipart part with a file name arrives as a file', async () => {
  await using application = await fakeApplication((_, response) => response.end());
  await run(
    '  up:\n    steps: [{ name: Up, http: { url: /, method: POST, multipart: { file: { filename: a.txt, content: hello } }, check: { status: 200 } } }]',
    application.url,
  );
  expect(application.requests[0]?.body).toMatch(/filename="a\.txt"[\s\S]*hello/);
});

test('a WebSocket step passes over messages that it does not await', async () => {
  await using application = await fakeApplication(() => {});
  const [result] = await run(
    '  ws:\n    steps: [{ name: Echo, ws: { url: /ws, send: ping, expect: { json: { type: echo, text: ping }, within: 2s } } }]',
    application.url,
  );
  expect(result).toMatchObject({ kind: 'passed' });
});

test('a WebSocket step that waits in vain says what came last', async () => {
  await using application = await fakeApplication(() => {});
  const [result] = await run(
    '  ws:\n    steps: [{ name: Echo, ws: { url: /ws, expect: { text: bye, within: 100ms } } }]',
    application.url,
  );
  expect(result?.problems[0]).toMatch(/within 100 ms; the last was '\{"type":"hello"/);
});

test('a template without a value fails the step and sends nothing', async () => {
  await using application = await fakeApplication((_, response) => response.end());
  const [result] = await run(
    `  up:\n    steps: [{ name: Up, http: { url: '/\${{ captures.nothing }}', method: GET, check: { status: 200 } } }]`,
    application.url,
  );
  expect(result?.problems).toEqual(['captures.nothing has no value']);
  expect(application.requests).toEqual([]);
});
