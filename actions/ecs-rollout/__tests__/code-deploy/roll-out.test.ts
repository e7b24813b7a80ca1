import { DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { usual } from '#shared/ecs/timeline';
import { aCodeDeployService } from '../../../../packages/shared/__tests__/ecs/code-deploy/a-code-deploy-service.ts';
import { programs } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, postStep, type ReleaseCloud } from '../a-release.ts';
import { stands } from '../stands.ts';

let world: ReleaseCloud;
let api: Awaited<ReturnType<typeof aCodeDeployService>>;
beforeAll(async () => {
  world = await aReleaseCloud({
    v1: programs.server('v1'),
    v2: programs.server('v2'),
    v3: programs.server('v3'),
    crash: programs.crash,
  });
  const { repositories } = await world.cloud.ecr.send(new DescribeRepositoriesCommand({}));
  api = await aCodeDeployService(world.cloud, 'api', `${repositories?.[0]?.repositoryUri}@${world.digests.v1}`);
}, 60_000);
afterAll(() => world?.stop());

const verdictOf = (checks: readonly { id: string; subject: string; verdict: string }[], id: string) =>
  checks.find((one) => one.id === id && one.subject === 'api')?.verdict;
const cancelled = () => Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' });
const actionSettings = () => {
  const { endpoint, region, credentials } = world.cloud.settings;
  const more = { userAgentAppId: 'golive-ecs-rollout', maxAttempts: 6, retryMode: 'standard' } as const;
  return { endpoint, region, credentials, ...more };
};

test('a deployment by CodeDeploy succeeds with the running digests proven, and a second run leaves it alone', async () => {
  const said: string[] = [];
  const { outputs, checks, exitCode, summary } = await world.release({ api: 'v2' }, {}, { said });
  expect(outputs.outcome).toBe('succeeded');
  expect(exitCode).toBe(0);
  expect(verdictOf(checks, 'rollout.running-digests')).toBe('pass');
  expect(said.join('\n')).toMatch(/api: CodeDeploy InProgress \w+/);
  const [deployment = ''] = await api.deployments();
  expect(JSON.parse(outputs.deployments ?? '')).toEqual({ api: deployment });
  expect(await api.runs()).toBe('api:2');
  expect(summary.text).toContain('no deployment before');
  const again = await world.release({ api: 'v2' });
  expect(again.outputs.outcome).toBe('succeeded');
  expect(verdictOf(again.checks, 'rollout.running-digests')).toBe('pass');
  expect(await api.deployments()).toEqual([deployment]);
});

test('a dry run shows how CodeDeploy would deploy otherwise than its group says, and begins nothing', async () => {
  const known = await api.deployments();
  const config = 'CodeDeployDefault.ECSCanary10Percent5Minutes';
  const services = { api: { containers: { api: 'v3' }, 'code-deploy': { config } } };
  const { outputs, summary } = await world.release({}, { services, 'dry-run': true });
  expect(outputs.outcome).toBe('planned');
  expect(summary.text).toContain('api.image');
  expect(summary.text).toMatch(
    /deployment configuration of CodeDeploy: CodeDeployDefault\.ECSAllAtOnce .*ECSCanary10Percent5Minutes/,
  );
  expect(await api.deployments()).toEqual(known);
});

test('tasks that crash are taken back before the hour of CodeDeploy, with cause, remedy and last log lines', async () => {
  const { outputs, checks, summary, exitCode } = await world.release({ api: 'crash' });
  expect(outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
  expect(exitCode).toBe(3);
  const told = checks.find(({ id }) => id === 'rollout.deployed');
  expect(told).toMatchObject({ verdict: 'fail', because: expect.stringContaining('exit code 3') });
  expect(summary.text).toContain('cannot reach the database');
  expect(await api.runs()).toBe('api:2');
  await api.settled();
});

test('a hook that fails is told as the reason why CodeDeploy rolled back', async () => {
  const hooks = { AfterInstall: 'arn:aws:lambda:ap-northeast-2:123456789012:function:none' };
  const services = { api: { containers: { api: 'v3' }, 'code-deploy': { hooks } } };
  const { outputs, checks } = await world.release({}, { services });
  expect(outputs.outcome).toBe('rolled-back');
  const { because } = checks.find(({ id }) => id === 'rollout.deployed') ?? {};
  expect(because).toContain('rolled back by the hook AfterInstall');
  await api.settled();
});

test('a cancelled run stops its deployment at once, and the post step sees it back', async () => {
  const cancel = new AbortController();
  const state = new Map<string, string>();
  const release = world.release({ api: 'v3' }, {}, { cancel, state });
  const id = await api.inFlight();
  cancel.abort(cancelled());
  const { outputs, exitCode } = await release;
  expect(outputs.outcome).toBe('cancelled');
  expect(exitCode).toBe(130);
  expect((await api.info(id))?.status).toBe('Stopped');
  await postStep(world.workspace, {}, { state }, actionSettings());
  expect(await api.runs()).toBe('api:2');
  expect(await api.deployments(true)).toEqual([]);
  await api.settled();
});

test('a cancelled run stops a deployment that it forced on the definition that runs already', async () => {
  const cancel = new AbortController();
  const release = world.release({ api: 'v2' }, { force: true }, { cancel });
  const id = await api.inFlight();
  cancel.abort(cancelled());
  await release;
  expect((await api.info(id))?.status).toBe('Stopped');
  expect(await api.runs()).toBe('api:2');
  await api.settled();
});

test('a deployment that a killed run left is adopted, and watched to its end', async () => {
  const cancel = new AbortController();
  const killed = world.release({ api: 'v3' }, { 'on-cancel': 'leave' }, { cancel });
  const id = await api.inFlight();
  cancel.abort(cancelled());
  await killed;
  const said: string[] = [];
  const { outputs } = await world.release({ api: 'v3' }, {}, { said });
  expect(said.join('\n')).toContain('api: adopt');
  expect(outputs.outcome).toBe('succeeded');
  expect(JSON.parse(outputs.deployments ?? '')).toEqual({ api: id });
});

test("somebody else's deployment is refused, waited for, or taken over", async () => {
  const theirs = await api.runs();
  await api.foreign('api:1');
  await expect(world.release({ api: 'v2' })).rejects.toMatchObject({
    code: 'ROLLOUT_REFUSED',
    message: expect.stringContaining('is already deploying api:1'),
  });
  const waited = await world.release({ api: 'v2' }, { 'when-deploying': 'wait' });
  expect(waited.outputs.outcome).toBe('succeeded');
  expect(await api.runs()).not.toBe(theirs);
  await api.foreign('api:1', { deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
  const taken = await world.release({ api: 'v3' }, { 'when-deploying': 'take-over' });
  expect(taken.outputs.outcome).toBe('succeeded');
});

test('a deployment that somebody stops to deploy something else is superseded by that, and the service is left to them', async () => {
  const release = world.release({ api: 'v2' });
  await api.stop(await api.inFlight());
  const theirs = await api.foreignSoon('api:1');
  const { outputs, checks, exitCode } = await release;
  expect(outputs.outcome).toBe('superseded');
  expect(exitCode).toBe(4);
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toContain('superseded by api:1');
  await api.settled();
  expect((await api.info(theirs))?.status).toBe('Succeeded');
});

test('a permission that is missing ends the watch at once, and is named', async () => {
  const denied = { service: 'codedeploy', operation: 'GetDeploymentTarget', kind: 'denied' };
  await world.cloud.control('faults', { ...denied, count: 1 });
  const { outputs, checks, exitCode } = await world.release({ api: 'v2' });
  expect(outputs.outcome).toBe('could-not-find-out');
  expect(exitCode).toBe(6);
  const told = checks.find(({ id }) => id === 'rollout.deployed');
  expect(told).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('GetDeploymentTarget') });
  await api.settled();
});

test('a service that had succeeded is put back by a deployment when another one fails', async () => {
  await world.service('worker', 'v1');
  await stands(world.cloud.ecs, 'worker', ({ latest }) => latest?.status === 'SUCCESSFUL');
  const before = await api.runs();
  const known = await api.deployments();
  const release = await world.release({ api: 'v2', worker: 'crash' }, { order: [['api'], ['worker']] });
  expect(release.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
  expect(await api.runs()).toBe(before);
  expect(await api.deployments()).toHaveLength(known.length + 2);
  await api.settled();
});

test('without waiting for the termination, it succeeds while the old tasks still run', async () => {
  const services = { api: { containers: { api: 'v2' }, 'code-deploy': { 'wait-for-termination': false } } };
  const { outputs } = await world.release({}, { services });
  expect(outputs.outcome).toBe('succeeded');
  await api.settled();
});

test('a new count of tasks is set by ECS, and the tasks are made by CodeDeploy', async () => {
  const services = { api: { containers: { api: 'v3' }, 'desired-count': 2 } };
  const { outputs } = await world.release({}, { services });
  expect(outputs.outcome).toBe('succeeded');
  expect(await api.count()).toBe(2);
});

test('an answer to CreateDeployment that is lost leaves one deployment', async () => {
  const known = await api.deployments();
  await world.cloud.control('faults', { service: 'codedeploy', operation: 'CreateDeployment', kind: 'drop', count: 1 });
  const { outputs } = await world.release({ api: 'v2' });
  expect(outputs.outcome).toBe('succeeded');
  expect(await api.deployments()).toHaveLength(known.length + 1);
});

test.each([
  [{ application: 'shop' }, 'no application shop'],
  [{ group: 'none' }, 'no group none in application AppECS-prod-api'],
])('%j that CodeDeploy does not have is refused before anything is touched', async (named, because) => {
  const known = await api.deployments();
  const services = { api: { containers: { api: 'v1' }, 'code-deploy': named } };
  await expect(world.release({}, { services })).rejects.toMatchObject({
    code: 'ROLLOUT_REFUSED',
    message: expect.stringContaining(because),
  });
  expect(await api.deployments()).toEqual(known);
});

test('settings of ECS for a service of CodeDeploy are refused, and the other way round', async () => {
  const own = { deployment: { strategy: 'canary' } };
  await expect(world.release({}, { services: { api: { containers: { api: 'v1' }, ...own } } })).rejects.toMatchObject({
    code: 'ROLLOUT_REFUSED',
    message: expect.stringContaining('deployment mean nothing'),
  });
  const services = { worker: { containers: { api: 'v1' }, 'code-deploy': {} } };
  await expect(world.release({}, { services })).rejects.toMatchObject({
    code: 'ROLLOUT_REFUSED',
    message: expect.stringContaining('is deployed by ECS'),
  });
});

/** A group of its own, which waits for half an hour before the traffic shifts, and a suite that only v2 passes. */
async function aWaitingService() {
  const { repositories } = await world.cloud.ecr.send(new DescribeRepositoriesCommand({}));
  const image = `${repositories?.[0]?.repositoryUri}@${world.digests.v1}`;
  const waiting = await aCodeDeployService(world.cloud, 'waiting', image, 30);
  const check = '{ status: 200, matches: v2 }';
  await world.write(
    'smoke.yml',
    `name: Before traffic\ntests:\n  version:\n    steps:\n      - name: Is v2\n        http: { url: /, method: GET, check: ${check} }\n`,
  );
  const ready = { suites: ['smoke.yml'], 'base-url': await waiting.testUrl() };
  const release = (version: string) => {
    const services = { waiting: { containers: { api: version }, 'code-deploy': { ready } } };
    return world.release({}, { services });
  };
  return { ...waiting, release };
}

test('where the group waits, its suites let the traffic shift when they pass, and stop the deployment when not', async () => {
  const waiting = await aWaitingService();
  const good = await waiting.release('v2');
  expect(good.outputs.outcome).toBe('succeeded');
  const answers = (checks: typeof good.checks) => checks.filter(({ id }) => id === 'rollout.pause-answered');
  expect(answers(good.checks)).toMatchObject([
    { verdict: 'pass', because: 'READY_WAIT: all 1 steps passed', source: 'codedeploy:ContinueDeployment' },
  ]);
  expect(await waiting.runs()).toBe('waiting:2');
  const bad = await waiting.release('v3');
  expect(bad.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
  expect(answers(bad.checks)).toMatchObject([{ verdict: 'fail', source: 'codedeploy:StopDeployment' }]);
  const { because } = bad.checks.find(({ id }) => id === 'rollout.deployed') ?? {};
  expect(because).toContain('rolled back by this run: its suites did not pass at READY_WAIT');
  expect(await waiting.runs()).toBe('waiting:2');
});

test('suites for a wait that the group does not make are refused before anything is touched', async () => {
  const before = await api.deployments();
  const ready = { suites: ['smoke.yml'], 'base-url': 'https://test.example.com' };
  const services = { api: { containers: { api: 'v3' }, 'code-deploy': { ready } } };
  await expect(world.release({}, { services })).rejects.toMatchObject({
    code: 'ROLLOUT_REFUSED',
    message: expect.stringContaining('does not wait'),
  });
  expect(await api.deployments()).toEqual(before);
});

test('a release is compared with the last deployments by CodeDeploy that succeeded, and with none that went back', async () => {
  const known = await Promise.all((await api.deployments()).map(api.info));
  const before = known
    .flatMap((one) => (one?.status === 'Succeeded' && one.creator !== 'codeDeployRollback' ? [one] : []))
    .map(({ createTime = new Date(), startTime = createTime, completeTime = new Date() }) => ({
      at: createTime.getTime(),
      ms: completeTime.getTime() - startTime.getTime(),
    }))
    .sort((a, b) => b.at - a.at)
    .slice(0, 10);
  expect(before.length).toBeGreaterThan(1);
  expect(known.length).toBeGreaterThan(before.length);
  const { outputs, summary } = await world.release({ api: 'v3' }, { force: true });
  expect(outputs.outcome).toBe('succeeded');
  expect(summary.text).toContain(usual(before.map(({ ms }) => ms)).replace(/[()]/g, '\\$&'));
});
