import { DescribeTaskDefinitionCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { CreateRoleCommand, DeleteRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { position } from '#shared/ecs/go-back';
import { plansFolder, readPlans } from '#shared/release/plan-file';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, postStep, type ReleaseCloud, trust } from './a-release.ts';

let world: ReleaseCloud;
const at = (name: string) => position(world.cloud.ecs, 'prod', name);
const revisionOf = async (name: string) => (await at(name)).taskDefinition;

beforeAll(async () => {
  world = await aReleaseCloud({
    v1: programs.server('v1'),
    v2: programs.server('v2'),
    v3: programs.server('v3'),
    v4: programs.server('v4'),
    crash: programs.crash,
  });
  for (const name of ['one', 'two']) await world.service(name, 'v1');
  await Promise.all(['one', 'two'].map(settled));
}, 60_000);
afterAll(() => world?.stop());

async function settled(name: string) {
  while ((await at(name)).latest?.status !== 'SUCCESSFUL') await new Promise((resolve) => setTimeout(resolve, 100));
}

const actionSettings = () => {
  const { endpoint, region, credentials } = world.cloud.settings;
  const client = { userAgentAppId: 'golive-ecs-rollout', maxAttempts: 6, retryMode: 'standard' } as const;
  return { endpoint, region, credentials, ...client };
};

const verdictsOf = (checks: readonly { id: string; subject: string; verdict: string }[], id: string) =>
  Object.fromEntries(checks.filter((one) => one.id === id).map(({ subject, verdict }) => [subject, verdict]));

test('a dry run verifies, shows what would change, and changes nothing', async () => {
  const before = await revisionOf('one');
  const said: string[] = [];
  const { outputs, summary, checks } = await world.release({ one: 'v2' }, { 'dry-run': true }, { said });
  expect(outputs.outcome).toBe('planned');
  expect(checks.map(({ verdict }) => verdict)).not.toContain('fail');
  expect(summary.text).toContain('api.image');
  expect(said.join('\n')).toContain(`${world.digests.v2?.slice(7, 15)}`);
  expect(await revisionOf('one')).toBe(before);
});

test('a dry run leaves a plan, the same each time', async () => {
  const plan = async () => {
    await world.release({ one: 'v2' }, { 'dry-run': true });
    return readPlans(plansFolder(world.workspace));
  };
  const [first] = await plan();
  expect(first).toMatchObject({
    changes: [{ subject: 'one', what: 'change', text: expect.stringContaining('api.image') }],
  });
  expect(first?.detail).toMatchObject({ services: { one: { from: expect.stringMatching(/:\d+$/) } } });
  expect(await plan()).toEqual([first]);
});

test('all services of a release succeed, their tasks run the new digest, and a second run leaves them alone', async () => {
  const { outputs, checks, summary } = await world.release({ one: 'v2', two: 'v2' });
  expect(outputs.outcome).toBe('succeeded');
  expect(verdictsOf(checks, 'rollout.running-digests')).toEqual({ one: 'pass', two: 'pass' });
  expect(summary.text).toContain('```mermaid');
  const again = await world.release({ one: 'v2', two: 'v2' });
  expect(again.outputs['task-definitions']).toBe(outputs['task-definitions']);
  expect(verdictsOf(again.checks, 'rollout.roles-verified')).toEqual({ one: 'pass', two: 'pass' });
  expect(verdictsOf(again.checks, 'rollout.running-digests')).toEqual({ one: 'pass', two: 'pass' });
});

test('a revision says which commit, run and person it comes from', async () => {
  const { tags = [] } = await world.cloud.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: await revisionOf('one'), include: ['TAGS'] }),
  );
  expect(Object.fromEntries(tags.map(({ key, value }) => [key, value]))).toMatchObject({
    'golive:commit': 'c0ffee',
    'golive:run': '7',
    'golive:actor': 'ann',
    'golive:release': 'v2',
  });
});

test('one service that crashes takes all of them back; its cause, remedy and last log lines are told', async () => {
  const before = await Promise.all(['one', 'two'].map(revisionOf));
  const said: string[] = [];
  const { outputs, checks, summary, exitCode } = await world.release({ one: 'v3', two: 'crash' }, {}, { said });
  // The reason does not wait for the way back.
  const reason = said.findIndex((line) => line.includes('exit code 3'));
  expect(reason).toBeGreaterThan(-1);
  expect(said.findIndex((line) => line.includes('goes back'))).toBeGreaterThan(reason);
  expect(outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
  expect(exitCode).toBe(3);
  const told = checks.find(({ id, subject }) => id === 'rollout.deployed' && subject === 'two');
  expect(told).toMatchObject({ verdict: 'fail', because: expect.stringContaining('exit code 3') });
  expect(told?.place).toEqual({ file: 'golive.yml', line: 2 });
  expect(summary.text).toContain('cannot reach the database');
  expect(await Promise.all(['one', 'two'].map(revisionOf))).toEqual(before);
});

test('a service of a later group is not touched when one before it fails', async () => {
  const before = await at('two');
  const { checks } = await world.release({ one: 'crash', two: 'v3' }, { order: [['one'], ['two']] });
  expect(verdictsOf(checks, 'rollout.deployed')).toEqual({ one: 'fail', two: 'inconclusive' });
  expect((await at('two')).latest?.arn).toBe(before.latest?.arn);
});

test('on-failure: leave leaves a failed service as it is', async () => {
  // Without the circuit breaker nobody else takes it back.
  const breaker = (how: string) => ({ deployment: { 'circuit-breaker': how } });
  const { outputs } = await world.release({ one: 'crash' }, { 'on-failure': 'leave', ...breaker('off') });
  expect(outputs).toMatchObject({ outcome: 'failed', 'rolled-back': 'false' });
  const { outputs: mended } = await world.release(
    { one: 'v2' },
    { 'when-deploying': 'take-over', ...breaker('rollback') },
  );
  expect(mended.outcome).toBe('succeeded');
});

test('settings of the service and of its containers are changed with the revision, and a rollback gives them back', async () => {
  const services = (version: string, more: object) => ({
    services: { one: { containers: { api: { image: version, 'memory-reservation': 128 } }, ...more } },
  });
  const changed = {
    environment: { api: { LOG_LEVEL: 'debug' } },
    deployment: { 'maximum-percent': 150 },
    'desired-count': 2,
  };
  const { outputs } = await world.release({}, services('v3', changed));
  expect(outputs.outcome).toBe('succeeded');
  expect((await at('one')).desiredCount).toBe(2);
  const { taskDefinition } = await world.cloud.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: await revisionOf('one') }),
  );
  expect(taskDefinition?.containerDefinitions?.[0]).toMatchObject({ memoryReservation: 128 });
  const failed = await world.release(
    {},
    services('crash', { 'desired-count': 1, deployment: { 'maximum-percent': 200 } }),
  );
  expect(failed.outputs.outcome).toBe('rolled-back');
  expect((await at('one')).desiredCount).toBe(2);
});

test('tasks that autoscaling adds while a release fails are kept when it goes back', async () => {
  const { desiredCount, latest } = await at('one');
  const release = world.release({ one: 'crash' });
  while ((await at('one')).latest?.arn === latest?.arn) await new Promise((resolve) => setTimeout(resolve, 50));
  const scale = (count: number) =>
    world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'one', desiredCount: count }));
  await scale(desiredCount + 1);
  expect((await release).outputs.outcome).toBe('rolled-back');
  expect((await at('one')).desiredCount).toBe(desiredCount + 1);
  await scale(desiredCount);
});

test('a change of the task count alone starts no new tasks, and what runs is proven all the same', async () => {
  const before = await at('two');
  const image = JSON.parse((await world.release({ two: 'v3' })).outputs['task-definitions'] ?? '{}');
  const deployment = (await at('two')).latest?.arn;
  const services = { two: { containers: { api: 'v3' }, 'desired-count': before.desiredCount + 1 } };
  const { outputs, checks } = await world.release({}, { services });
  expect(outputs).toMatchObject({ outcome: 'succeeded', 'task-definitions': JSON.stringify(image) });
  expect(verdictsOf(checks, 'rollout.running-digests')).toEqual({ two: 'pass' });
  const after = await at('two');
  expect([after.desiredCount, after.latest?.arn]).toEqual([before.desiredCount + 1, deployment]);
});

test('a service that went back and is left alone passes only with what its tasks run proven', async () => {
  const { outputs: wentBack } = await world.release({ one: 'crash' });
  expect(wentBack.outcome).toBe('rolled-back');
  expect((await at('one')).latest?.status).toBe('ROLLBACK_SUCCESSFUL');
  const { outputs, checks } = await world.release({ one: 'v2' });
  expect(outputs.outcome).toBe('succeeded');
  expect(verdictsOf(checks, 'rollout.running-digests')).toEqual({ one: 'pass' });
  const denied = { service: 'ecs', operation: 'ListTasks', kind: 'denied', count: 1 };
  await world.cloud.control('faults', denied);
  const blind = await world.release({ one: 'v2' });
  expect(verdictsOf(blind.checks, 'rollout.deployed')).toEqual({ one: 'inconclusive' });
});

test('a service that does not get the tasks it was scaled to says why, and goes back to as many as before', async () => {
  const before = await at('one');
  await world.cloud.control('ecs-task-faults', { kind: 'no-capacity', service: 'one' });
  const services = { one: { containers: { api: 'v2' }, 'desired-count': before.desiredCount + 1 } };
  const { outputs, checks } = await world.release({}, { services, timeout: '6s' });
  await world.cloud.control('ecs-task-faults', { clear: true });
  expect(outputs).toMatchObject({ outcome: 'timed-out', 'rolled-back': 'true' });
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toMatch(/of \d tasks run.*capacity/);
  expect((await at('one')).desiredCount).toBe(before.desiredCount);
});

test('a role that is missing is found before anything is touched', async () => {
  const before = await revisionOf('one');
  const iam = new IAMClient(world.cloud.settings);
  await iam.send(new DeleteRoleCommand({ RoleName: 'execution' }));
  await expect(world.release({ one: 'v4' })).rejects.toMatchObject({
    code: 'ROLLOUT_NOT_READY',
    message: expect.stringContaining('execution role execution does not exist'),
  });
  expect(await revisionOf('one')).toBe(before);
  await iam.send(new CreateRoleCommand({ RoleName: 'execution', AssumeRolePolicyDocument: trust }));
});

test("somebody else's deployment is refused, waited for, or taken over", async () => {
  const foreign = () =>
    world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'two', forceNewDeployment: true }));
  await foreign();
  await expect(world.release({ two: 'v2' })).rejects.toMatchObject({ code: 'ROLLOUT_REFUSED' });
  const waited = await world.release({ two: 'v2' }, { 'when-deploying': 'wait' });
  expect(waited.outputs.outcome).toBe('succeeded');
  await foreign();
  const taken = await world.release({ two: 'v4' }, { 'when-deploying': 'take-over' });
  expect(taken.outputs.outcome).toBe('succeeded');
});

test('a release that somebody else supersedes says by what, and leaves the service to them', async () => {
  const theirs = await revisionOf('one');
  const release = world.release({ one: 'v4' });
  while ((await at('one')).latest?.status !== 'IN_PROGRESS') await new Promise((resolve) => setTimeout(resolve, 50));
  await world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'one', taskDefinition: theirs }));
  const { outputs, checks, exitCode } = await release;
  expect(outputs.outcome).toBe('superseded');
  expect(exitCode).toBe(4);
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toContain(theirs.split('/').at(-1));
  expect(await revisionOf('one')).toBe(theirs);
  await settled('one');
});

test('a role that loses sight of its deployments ends at once, names what it lacks, and puts the service back all the same', async () => {
  const before = await revisionOf('one');
  const release = world.release({ one: 'v4' });
  while ((await at('one')).latest?.status !== 'IN_PROGRESS') await new Promise((resolve) => setTimeout(resolve, 50));
  const denied = { service: 'ecs', operation: 'DescribeServiceDeployments', kind: 'denied', count: 1000 };
  await world.cloud.control('faults', denied);
  const { outputs, checks, exitCode } = await release;
  await fetch(`${world.cloud.settings.endpoint}/_golive/faults`, { method: 'DELETE' });
  expect(outputs.outcome).toBe('could-not-find-out');
  expect(exitCode).toBe(6);
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toContain('ecs:DescribeServiceDeployments');
  expect(checks.find(({ id }) => id === 'rollout.put-back')).toMatchObject({ verdict: 'pass' });
  expect(await revisionOf('one')).toBe(before);
  await settled('one');
});

test('a cancelled run asks for the way back at once, and its post step sees to the end of it', async () => {
  const before = await revisionOf('one');
  const cancel = new AbortController();
  const state = new Map<string, string>();
  const release = world.release({ one: 'v4' }, {}, { cancel, state });
  while ((await at('one')).latest?.status !== 'IN_PROGRESS') await new Promise((resolve) => setTimeout(resolve, 50));
  cancel.abort(Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' }));
  const { outputs, exitCode } = await release;
  expect(outputs.outcome).toBe('cancelled');
  expect(exitCode).toBe(130);
  await postStep(world.workspace, {}, { state }, actionSettings());
  expect((await at('one')).latest?.status).toMatch(/SUCCESSFUL$/);
  expect(await revisionOf('one')).toBe(before);
});

test('a cancelled run asks for all its groups back at once, within one grace', async () => {
  const [cancel, state, skipped] = [new AbortController(), new Map<string, string>(), { ms: 0 }];
  const [one = '', two = ''] = await Promise.all(['one', 'two'].map(revisionOf));
  const changes = { cancel, state, skipped };
  const release = world.release({ one: 'v4', two: 'v4' }, { order: [['one'], ['two']] }, changes);
  while ((await at('two')).latest?.status !== 'IN_PROGRESS') await new Promise((resolve) => setTimeout(resolve, 50));
  cancel.abort(Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' }));
  const { outputs, timeline = [] } = await release;
  expect(outputs.outcome).toBe('cancelled');
  const asked = timeline.filter(({ what }) => /^(UpdateService|StopServiceDeployment): /.test(what));
  expect(asked.map(({ subject }) => subject).toSorted()).toEqual(['one', 'two']);
  // Of the 7.5 s that GitHub gives in all, these are for the way back.
  expect(skipped.ms).toBeLessThanOrEqual(4500);
  await postStep(world.workspace, {}, { state }, actionSettings());
  expect(await Promise.all(['one', 'two'].map(revisionOf))).toEqual([one, two]);
});

test('the post step leaves a service to whoever has deployed it since the run was cancelled', async () => {
  const cancel = new AbortController();
  const state = new Map<string, string>();
  const release = world.release({ one: 'v4' }, {}, { cancel, state });
  while ((await at('one')).latest?.status !== 'IN_PROGRESS') await new Promise((resolve) => setTimeout(resolve, 50));
  cancel.abort(Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' }));
  await release;
  const theirs = (await revisionOf('one')).replace(/\d+$/, '1');
  await world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'one', taskDefinition: theirs }));
  const said: string[] = [];
  await postStep(world.workspace, {}, { state, said }, actionSettings());
  expect(await revisionOf('one')).toBe(theirs);
  expect(said.join('\n')).toContain('somebody has deployed one:1 since; it is left to them');
  await settled('one');
});

test('a run that is cancelled before anything began begins nothing, whatever on-cancel says', async () => {
  const before = (await at('one')).latest?.arn;
  const cancel = new AbortController();
  // The state is kept when all is verified, just before the first change.
  class CancelledWhenKept extends Map<string, string> {
    override set(name: string, value: string) {
      cancel.abort(Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' }));
      return super.set(name, value);
    }
  }
  const { outputs } = await world.release(
    { one: 'v2' },
    { 'on-cancel': 'leave' },
    { cancel, state: new CancelledWhenKept() },
  );
  expect(outputs.outcome).toBe('cancelled');
  expect((await at('one')).latest?.arn).toBe(before);
});

test('a run that was killed right after UpdateService is taken up where it was', async () => {
  const state = new Map<string, string>();
  const cancel = new AbortController();
  const killed = world.release({ one: 'v4' }, { 'on-cancel': 'leave' }, { cancel, state });
  while ((await at('one')).latest?.status !== 'IN_PROGRESS') await new Promise((resolve) => setTimeout(resolve, 50));
  cancel.abort(Object.assign(new Error('killed'), { name: 'AbortError' }));
  await killed;
  const said: string[] = [];
  const { outputs } = await world.release({ one: 'v4' }, {}, { said });
  expect(outputs.outcome).toBe('succeeded');
  expect(said.join('\n')).toContain('one: adopt');
});

test('lost answers and throttling change nothing about the end', async () => {
  const lost = ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'];
  for (const operation of lost)
    await world.cloud.control('faults', { service: 'ecs', operation, kind: 'drop', count: 1 });
  await world.cloud.control('faults', { service: 'ecs', operation: 'DescribeServices', kind: 'throttle', count: 3 });
  const before = await revisionOf('one');
  const { outputs } = await world.release({ one: 'crash' });
  expect(outputs.outcome).toBe('rolled-back');
  expect(await revisionOf('one')).toBe(before);
});

test('a definition from a file is deployed, and a mistake in it is told with its line', async () => {
  await world.write('task.json', '{\n  "family": "one",\n  "containerDefinitons": []\n}');
  await expect(world.release({}, { services: { one: { definition: 'task.json' } } })).rejects.toMatchObject({
    code: 'ROLLOUT_DEFINITION_INVALID',
    message: expect.stringMatching(/task\.json:3.*containerDefinitions/),
  });
});

test('a digest that is not in its repository is refused with the newest that is', async () => {
  await expect(
    world.release({ one: 'gone' }, { images: { gone: `backend@sha256:${'0'.repeat(64)}` } }),
  ).rejects.toMatchObject({ code: 'ROLLOUT_IMAGE_NOT_FOUND', message: expect.stringContaining('newest: sha256:') });
});
