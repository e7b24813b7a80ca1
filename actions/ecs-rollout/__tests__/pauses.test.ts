import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateServiceCommand, DescribeServiceDeploymentsCommand } from '@aws-sdk/client-ecs';
import { position } from '#shared/ecs/go-back';
import { loadSuites } from '#shared/probe/suite/load';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { twoListeners } from '../../../packages/shared/__tests__/two-listeners.ts';
import { judgeBySuites, verdictOf } from '../src/deploy/pauses.ts';
import { aReleaseCloud, postStep, type ReleaseCloud } from './a-release.ts';
import { stands } from './stands.ts';

let world: ReleaseCloud;
let testListener: string;
let productionListener: string;
const at = () => position(world.cloud.ecs, 'prod', 'api');

beforeAll(async () => {
  world = await aReleaseCloud({
    v1: programs.server('v1'),
    v2: programs.server('v2'),
    bad: programs.server('bad'),
    crash: programs.crash,
  });
  const taskDefinition = await world.service('api-once', 'v1');
  const { loadBalancer, ...listeners } = await twoListeners(world.cloud);
  [productionListener, testListener] = [listeners.production, listeners.test];
  await world.cloud.ecs.send(
    new CreateServiceCommand({
      cluster: 'prod',
      serviceName: 'api',
      taskDefinition,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      loadBalancers: [loadBalancer],
      deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 },
    }),
  );
  await stands(world.cloud.ecs, 'api', ({ latest }) => latest?.status === 'SUCCESSFUL');
}, 60_000);
afterAll(() => world?.stop());

const production = async () => (await fetch(productionListener)).text();

const smoke = `name: Before traffic
tests:
  version:
    steps:
      - name: Is the new version
        http: { url: /, method: GET, check: { status: 200, matches: v2 } }
`;

async function release(version: string) {
  await world.write('smoke.yml', smoke);
  const pauses = [{ stage: 'post-test-traffic-shift', suites: ['smoke.yml'], 'base-url': testListener }];
  return world.release({ api: version }, { deployment: { pauses } });
}

test('a suite that passes against the test listener lets the deployment go on, and production follows only then', async () => {
  const { outputs, checks } = await release('v2');
  expect(outputs.outcome).toBe('succeeded');
  expect(checks.find(({ id }) => id === 'rollout.pause-answered')).toMatchObject({
    verdict: 'pass',
    because: 'POST_TEST_TRAFFIC_SHIFT: all 1 steps passed',
  });
  expect(await production()).toBe('v2');
});

test('a suite that fails takes the deployment back, and no user ever met the new version', async () => {
  const met: string[] = [];
  const probe = setInterval(() => void production().then((text) => met.push(text)), 50);
  const { outputs, checks, exitCode } = await release('bad');
  clearInterval(probe);
  expect(outputs).toMatchObject({ outcome: 'rolled-back' });
  expect(exitCode).toBe(3);
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toBe(
    'rolled back by this run: its suites did not pass at POST_TEST_TRAFFIC_SHIFT',
  );
  expect(checks.find(({ id }) => id === 'rollout.pause-answered')).toMatchObject({ verdict: 'fail' });
  expect(new Set(met)).toEqual(new Set(['v2']));
  const { latest } = await at();
  const { serviceDeployments } = await world.cloud.ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [latest?.arn ?? ''] }),
  );
  expect(serviceDeployments?.[0]?.status).toMatch(/SUCCESSFUL$/);
});

test('a service that succeeded, and goes back for another’s sake, is not left at the pause of its way back', async () => {
  const worker = await world.running('v1');
  const before = (await at()).taskDefinition;
  await world.write(
    'smoke.yml',
    `name: Before traffic\ntests:\n  any:\n    steps:\n      - name: Answers\n        http: { url: /, method: GET, check: { status: 200 } }\n`,
  );
  // The service has this pause since the releases before, and it would wait for a day.
  const pauses = [{ stage: 'post-test-traffic-shift', suites: ['smoke.yml'], 'base-url': testListener, timeout: '1d' }];
  const services = (version: string) => ({
    api: { containers: { api: version }, deployment: { pauses } },
    [worker]: { containers: { api: 'crash' } },
  });
  await world.release({}, { services: { api: services('v2').api }, force: true });
  const said: string[] = [];
  const { outputs, checks } = await world.release(
    {},
    { services: services('bad'), order: [['api'], [worker]] },
    { said },
  );
  expect(said.join('\n')).toContain('api: goes on at POST_TEST_TRAFFIC_SHIFT');
  expect(outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
  expect(checks.filter(({ id, verdict }) => id === 'rollout.put-back' && verdict === 'pass')).toHaveLength(2);
  expect((await at()).taskDefinition).toBe(before);
  expect(await production()).toBe('v2');
});

test('a run that is cancelled while its suites are asked at a pause goes back, and gives no answer', async () => {
  const before = (await at()).taskDefinition;
  const cancel = new AbortController();
  const state = new Map<string, string>();
  const said: string[] = [];
  said.push = (text) => {
    if (text.includes('POST_TEST_TRAFFIC_SHIFT'))
      cancel.abort(Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' }));
    said[said.length] = text;
    return said.length;
  };
  const pauses = [{ stage: 'post-test-traffic-shift', suites: ['smoke.yml'], 'base-url': testListener }];
  const changes = { cancel, state, said };
  const { outputs, checks } = await world.release({ api: 'v1' }, { deployment: { pauses } }, changes);
  expect(outputs.outcome).toBe('cancelled');
  expect(checks.filter(({ id }) => id === 'rollout.pause-answered')).toEqual([]);
  const { endpoint, region, credentials } = world.cloud.settings;
  const settings = { endpoint, region, credentials, maxAttempts: 6, retryMode: 'standard' } as const;
  await postStep(world.workspace, {}, { state }, { ...settings, userAgentAppId: 'golive-ecs-rollout' });
  expect((await at()).taskDefinition).toBe(before);
  expect(await production()).toBe('v2');
});

test('a suite with a mistake is found before anything is deployed', async () => {
  const before = (await at()).latest?.arn;
  await world.write('wrong.yml', 'name: Wrong\ntests: {}\n');
  const pauses = [{ stage: 'post-test-traffic-shift', suites: ['wrong.yml'], 'base-url': testListener }];
  await expect(world.release({ api: 'v1' }, { deployment: { pauses } })).rejects.toMatchObject({
    code: 'ROLLOUT_SUITE_INVALID',
  });
  expect((await at()).latest?.arn).toBe(before);
});

test('nothing but every step passed lets a deployment go on', () => {
  const step = { test: 't', name: 'n', id: 'n', problems: [], attempts: 1, asked: '', at: '' };
  expect(verdictOf([]).action).toBe('ROLLBACK');
  expect(
    verdictOf([
      { ...step, kind: 'passed' },
      { ...step, kind: 'skipped' },
    ]).action,
  ).toBe('ROLLBACK');
  expect(verdictOf([{ ...step, kind: 'passed' }]).action).toBe('CONTINUE');
});

test.each([
  ['well before the wait ends by itself', 31_000],
  ['also where the wait has all but ended', 5000],
])('suites that are never done are answered with ROLLBACK, %s', async (_, withinMs) => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const baseUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  await world.write('silent.yml', smoke);
  const suites = await loadSuites(['silent.yml'], world.workspace);
  const run = { signal: new AbortController().signal, now: () => new Date(), sleep: () => Promise.resolve() };
  const verdict = await judgeBySuites(
    { baseUrl, suites: suites.kind === 'ask' ? suites : fail() },
    withinMs,
    { runId: 'r', environment: {} },
    { ...run, mask: () => undefined, log: { info: () => undefined } },
  );
  expect(verdict).toEqual({ action: 'ROLLBACK', because: 'the suites were not done within 1s' });
  silent.closeAllConnections();
  silent.close();
});
