import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KillPoints } from '../src/drills/kill-points.ts';
import { type Hold, type Ruling, startTap } from '../src/drills/tap.ts';
import { type Call, readRegistryCall } from '../src/drills/tapped-call.ts';

const call = { action: 'ecs-rollout', operation: 'UpdateService' };
const step = 'release / rollout, step 4';

test('each change is killed before it is made and after, and passes when the run makes it no more', () => {
  const points = new KillPoints();
  expect([points.rule(call, step), points.rule(call, step)]).toEqual(['before', 'after']);
  // One was made: the next one is another service's.
  expect([points.rule(call, step), points.rule(call, step), points.rule(call, step)]).toEqual([
    'before',
    'after',
    'before',
  ]);
});

test('an action that came to its end by itself is left alone', () => {
  const points = new KillPoints();
  expect([points.rule(call, step), points.rule(call, step)]).toEqual(['before', 'after']);
  points.ended(step);
  expect(points.rule(call, step)).toBe('pass');
});

test('the end of a step leaves another step of the same action to be killed, in the same job too', () => {
  const points = new KillPoints();
  const planning = 'release / migrate, step 5';
  const making = 'release / migrate, step 9';
  expect(points.rule(call, making)).toBe('before');
  // Run again: the plan comes to its end after the step that it is made for has changed something.
  expect(points.rule(call, making)).toBe('after');
  points.ended(planning);
  expect(points.rule(call, making)).toBe('before');
});

test('a change is killed in each step that makes it, as if no other step had made it', () => {
  const points = new KillPoints();
  const rulings = () => [points.rule(call, step), points.rule(call, 'release / migrate, step 6')];
  expect([rulings(), rulings()]).toEqual([
    ['before', 'before'],
    ['after', 'after'],
  ]);
});

test('an action that ended without a change may come again in another job', () => {
  const points = new KillPoints();
  points.ended(step);
  expect(points.rule(call, step)).toBe('before');
});

test('an action that makes a change anew each time that it is run again is found out', () => {
  const points = new KillPoints();
  let rulings = 0;
  while (points.rule(call, step) !== 'pass' && rulings < 100) rulings += 1;
  expect(points.wrong).toEqual(['ecs-rollout: UpdateService is made anew each time that the action is run again']);
});

test('only the places that are wanted are killed, each once', () => {
  const points = new KillPoints((place) => place.startsWith('after'));
  expect(points.rule(call, step)).toBe('after');
  expect([points.first('before step 1'), points.first('after step 1'), points.first('after step 1')]).toEqual([
    false,
    true,
    false,
  ]);
});

async function aTappedServer(ruling: Ruling) {
  const made: string[] = [];
  const server = createServer((incoming, outgoing) => {
    made.push(`${incoming.method} ${incoming.headers.host}`);
    outgoing.end('done');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const held: [Call, Hold][] = [];
  const tap = await startTap(
    { endpoint: url, registry: url, dns: '', github: '', alb: '', accessKeyId: '', secretAccessKey: '' },
    { rule: () => ruling, held: (...one) => void held.push(one) },
  );
  const headers = { 'user-agent': 'x app/golive-migrate', 'x-amz-target': 'ECS_20141113.RunTask' };
  const answer = new Promise<string>((done) => {
    const asked = request(tap.addresses.endpoint, { method: 'POST', headers }, (response) => {
      response.on('data', (chunk) => done(String(chunk)));
    });
    asked.once('error', () => done('no answer')).end('{}');
  });
  const close = async () => {
    await tap.close();
    await new Promise((done) => server.close(done));
  };
  return { made, held, answer, close, host: new URL(tap.addresses.endpoint).host };
}

async function until(is: () => boolean) {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('a change that is let through keeps the host that its signature covers', async () => {
  const { made, answer, close, host } = await aTappedServer('pass');
  expect(await answer).toBe('done');
  expect(made).toEqual([`POST ${host}`]);
  await close();
});

test('a change that is held before is never made, one that is held after is made and never answered', async () => {
  for (const hold of ['before', 'after'] as const) {
    const { made, held, answer, close } = await aTappedServer(hold);
    await until(() => held.length > 0);
    expect(held).toEqual([[{ action: 'migrate', operation: 'RunTask' }, hold]]);
    expect(made).toHaveLength(hold === 'before' ? 0 : 1);
    await close();
    expect(await answer).toBe('no answer');
  }
});

test('what only reads the registry is no change', () => {
  const read = (method: string, url: string) =>
    readRegistryCall({ method, url } as Parameters<typeof readRegistryCall>[0]);
  expect(read('HEAD', '/v2/a/blobs/sha256:1')).toBeUndefined();
  expect(read('PUT', '/v2/a/manifests/v1')?.operation).toBe('PUT tag');
  expect(read('PUT', '/v2/a/manifests/sha256:1')?.operation).toBe('PUT manifest');
});
