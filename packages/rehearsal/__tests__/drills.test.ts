import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readArguments } from '../src/arguments.ts';
import { createBeside } from '../src/drills/beside.ts';
import type { Hands } from '../src/drills/drill.ts';
import { isSigning } from '../src/drills/everywhere.ts';
import { drills, findDrill, findDrills, groups, KILLABLE, worldsOf } from '../src/drills/index.ts';
import { type Ended, judge } from '../src/drills/judge.ts';
import { startProbe } from '../src/probe.ts';
import type { JobOutcome } from '../src/runner/run.ts';
import { differences, type Observation } from '../src/stage/observe.ts';

const seen = (more: Partial<Observation> = {}): Observation => ({
  services: { api: 'api:1' },
  dns: { 'example.com.': [] },
  tables: { 'public.users': '1 rows, ab' },
  images: {},
  ...more,
});

const failed = (because: string): JobOutcome => ({ result: 'failure', outputs: {}, because });

const anEnd = (more: Partial<Ended> = {}): Ended => ({
  outcome: failed('no'),
  outcomes: new Map([['release / rollout', failed('ROLLOUT_FAILED: exit 1')]]),
  failedChecks: [],
  why: 'Stopped by ecs-rollout: container api of backend-service exited with 1: cannot find its configuration.',
  probe: { requests: 100, failures: 0, examples: [], versions: { v1: 100 }, failed: {}, latest: 'v1' },
  before: seen(),
  after: seen(),
  killed: false,
  ...more,
});

const crash = findDrill('crash-on-start') ?? drills[0];

test('every drill of the release has a name of its own, and each runner can be killed', () => {
  expect(new Set(drills.map((drill) => drill.name)).size).toBe(42);
  for (const job of KILLABLE) expect(findDrill(`runner-killed:${job}`)?.kill).toMatchObject({ job });
  expect(findDrill('runner-killed:nothing')).toBeUndefined();
});

test('a group stands for its drills, each is played once, and a name that is neither is refused', () => {
  const gates = groups.find(({ name }) => name === 'gates')?.drills ?? [];
  expect(findDrills(['no-reviewers', 'gates', 'alarm']).map(({ name }) => name)).toEqual([
    'no-reviewers',
    ...gates.map(({ name }) => name).filter((name) => name !== 'no-reviewers'),
    'alarm',
  ]);
  expect(() => findDrills(['gates', 'nothing'])).toThrow('there is no drill nothing');
});

const worldsNamed = (...names: string[]): string[][] =>
  worldsOf(findDrills(names)).map((world) => world.map(({ name }) => name));

test('drills that leave production as it was share a world, and one that needs another production has its own', () => {
  expect(worldsNamed('no-reviewers', 'sign-off-denied', 'alarm', 'environment-missing')).toEqual([
    ['no-reviewers', 'sign-off-denied'],
    ['alarm'],
    ['environment-missing'],
  ]);
});

test('a drill that changes production is the last one of its world', () => {
  expect(worldsNamed('no-reviewers', 'unhealthy', 'sign-off-denied')).toEqual([
    ['no-reviewers', 'unhealthy'],
    ['sign-off-denied'],
  ]);
});

test('a drill that shows that nothing is pushed follows none that has pushed, and what the scanner knows is known after it', () => {
  expect(worldsNamed('sign-off-denied', 'image-too-big', 'critical-vulnerability', 'unhealthy')).toEqual([
    ['sign-off-denied'],
    ['image-too-big', 'critical-vulnerability'],
    ['unhealthy'],
  ]);
});

test('a drill that performs runs of its own follows no other', () => {
  expect(worldsNamed('no-reviewers', 'runner-killed:restored')).toEqual([['no-reviewers'], ['runner-killed:restored']]);
});

test('a drill in which nothing may change fails when a record, a row or a service did', () => {
  const open = findDrill('no-reviewers');
  const wrong = open && judge(open, anEnd({ after: seen({ tables: { 'public.users': '2 rows, cd' } }) }));
  expect(wrong).toContain(
    'nothing was to change in production: tables: public.users was "1 rows, ab", is "2 rows, cd"',
  );
});

test('after a death from the first signature to the migration all jobs are run again; after a later one, those that failed', () => {
  expect(findDrill('runner-killed:collect')?.kill?.again).toBe('all');
  expect(findDrill('runner-killed:rollout')?.kill?.again).toBe('failed');
  expect(['sign-off (cto)', 'collect', 'migrate', 'rollout'].map((job) => isSigning(`release / ${job}`))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('a drill passes when the named job failed, said why, and the old version stayed', () => {
  expect(crash && judge(crash, anEnd())).toEqual([]);
});

test('one failed probe request fails a drill', () => {
  const probe = { requests: 100, failures: 1, examples: ['502'], versions: { v1: 99 }, failed: {}, latest: 'v1' };
  expect(crash && judge(crash, anEnd({ probe }))).toEqual(['1 of 100 probe requests failed: 502']);
});

test('a drill fails when another job failed, or when the new version was left running', () => {
  const outcomes = new Map([['release / build', failed('BUILD_FAILED')]]);
  const wrong = crash && judge(crash, anEnd({ outcomes, after: seen({ services: { api: 'api:2' } }) }));
  expect(wrong).toEqual([
    'rollout was to fail, and release / build did',
    'the old task definitions were to stay, and {"api":"api:2"} run',
  ]);
});

test('one answer of the new version fails a drill in which only the old one may answer', () => {
  const probe = { requests: 100, failures: 0, examples: [], versions: { v1: 99, v2: 1 }, failed: {}, latest: 'v1' };
  expect(crash && judge(crash, anEnd({ probe }))).toEqual(['users were to meet only v1, and met v2 1 times']);
});

test('where some users may stray, only their answers may fail, and only so many may stray', () => {
  const canary = findDrill('canary-bad');
  const wrong = (versions: Record<string, number>, failures: number) =>
    canary &&
    judge(
      canary,
      anEnd({ probe: { requests: 100, failures, examples: [], versions, failed: { v2: 5 }, latest: 'v1' } }),
    ).filter((each) => /users|probe/.test(each));
  expect(wrong({ v1: 95, v2: 5 }, 5)).toEqual([]);
  expect(wrong({ v1: 94, v2: 5 }, 6)).toEqual([expect.stringContaining('1 of 100 probe requests of v1 failed')]);
  expect(wrong({ v1: 80, v2: 20 }, 5)).toEqual([expect.stringContaining('met v2 20 times')]);
  expect(wrong({ v1: 100 }, 5)).toContain('some users were to meet the new version, and all met v1');
});

test('a drill fails when the roll-out called its end by another name', () => {
  const memory = findDrill('out-of-memory');
  const outcomes = new Map([['release / rollout', { ...failed('no'), outputs: { outcome: 'failed' } }]]);
  expect(memory && judge(memory, anEnd({ outcomes }))).toContain('the roll-out was to be rolled-back, and was failed');
});

test('what could not be done beside an action fails the drill', async () => {
  const hands = {} as Hands;
  const step = { job: 'release / rollout', step: 3, uses: '$/actions/ecs-rollout', kill: () => undefined };
  const beside = createBeside({ job: 'rollout', act: async () => Promise.reject(new Error('no service')) }, hands);
  beside.stepStarted(step);
  expect(await beside.over()).toEqual(['what was to be done while rollout ran was not: no service']);
  expect(await createBeside({ job: 'rollout', act: async () => undefined }, hands).over()).toEqual([
    'rollout did not run, so nothing was done to it',
  ]);
});

test('a drill whose new version nobody met in the end fails', () => {
  const through = findDrill('api-throttled');
  const why = 'All 9 boxes due by now are closed: 4 measured, 5 signed.';
  const ended = anEnd({
    outcome: { result: 'success', outputs: {} },
    why,
    after: seen({ services: { api: 'api:2' } }),
  });
  expect(through && judge(through, ended)).toEqual(['users were to meet the new version in the end, and met v1']);
});

test.each([undefined, 'Stopped by ecs-rollout: undefined of backend-service exited with 1.', 'It failed.'])(
  'a drill fails whose dossier does not say why in a sentence: %s',
  (why) => {
    expect(crash && judge(crash, anEnd({ why }))).toEqual([
      expect.stringMatching(/no dossier to say why|the dossier was to tell/),
    ]);
  },
);

test('a rollback that leaves a row behind is told apart from one that does not', () => {
  expect(differences(seen(), seen())).toEqual([]);
  expect(differences(seen(), seen({ tables: { 'public.users': '2 rows, cd' } }))).toEqual([
    'tables: public.users was "1 rows, ab", is "2 rows, cd"',
  ]);
});

test('a command line that is not ours is refused with what was expected', () => {
  expect(readArguments([])).toMatchObject({ app: 'examples/coldchain', approve: 'all', thenRollback: false });
  expect(readArguments(['--approve', 'deny:ceo', '--then', 'rollback'])).toMatchObject({
    approve: { deny: 'ceo' },
    thenRollback: true,
  });
  expect(() => readArguments(['--approve', 'some'])).toThrow('expected all, ask or deny:ROLE');
  expect(() => readArguments(['--scale', '0'])).toThrow('--scale 0');
});

test('the probe keeps its rate while a server hangs, and counts what it failed', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    if (asked === 2) response.writeHead(502).end('gone');
    else setTimeout(() => response.end('{"version":"v1"}'), 300);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const probe = startProbe(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health`);
  await new Promise((done) => setTimeout(done, 950));
  const result = await probe.stop();
  server.close();
  expect(result).toMatchObject({ failures: 1, latest: 'v1' });
  expect(Object.keys(result.versions)).toEqual(['v1']);
  expect(result.examples[0]).toContain('502 gone');
  expect(result.requests).toBeGreaterThanOrEqual(7);
});
