import { DescribeTaskDefinitionCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { position } from '#shared/ecs/go-back';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, type ReleaseCloud } from './a-release.ts';
import { stands } from './stands.ts';

/** Writes what could break a log, a summary, a terminal or a patience, and ends. */
const nasty = `
const write = (text) => require('node:fs').writeSync(2, text);
write('\\u001b[31mred\\u001b[0m\\n');
write('::error file=a.ts,line=1::forged\\n##[error]forged too\\n');
write('</details><img src=x onerror=alert(1)>\\n');
write('\\x60\\x60\\x60\\n# not a heading\\n[click](https://evil.example)\\n');
write(Buffer.from([0x62, 0xff, 0xfe, 0x00, 0x61, 0x0a]));
write('\\u202egnp.exe\\n');
write('a.'.repeat(150_000) + '\\n');
write('| the | last\\u001b[2J | words |\\n');
process.exit(3);`;

let world: ReleaseCloud;
const at = (name: string) => position(world.cloud.ecs, 'prod', name);
const revisionOf = async (name: string) => (await at(name)).taskDefinition;
const underWay = (name: string, release: ReturnType<ReleaseCloud['release']>) =>
  stands(world.cloud.ecs, name, ({ latest }) => latest?.status === 'IN_PROGRESS', release);

beforeAll(async () => {
  world = await aReleaseCloud({
    v1: programs.server('v1'),
    v2: programs.server('v2'),
    v3: programs.server('v3'),
    v4: programs.server('v4'),
    crash: programs.crash,
    nasty,
  });
}, 60_000);
afterEach(() => world.reset());
afterAll(() => world?.stop());

const verdictsOf = (checks: readonly { id: string; subject: string; verdict: string }[], id: string) =>
  Object.fromEntries(checks.filter((one) => one.id === id).map(({ subject, verdict }) => [subject, verdict]));

test('one service that crashes takes all of them back; its cause, remedy and last log lines are told', async () => {
  const [one, two] = await Promise.all([world.running(), world.running()]);
  const before = await Promise.all([one, two].map(revisionOf));
  const said: string[] = [];
  const { outputs, checks, summary, exitCode } = await world.release({ [one]: 'v3', [two]: 'crash' }, {}, { said });
  // The reason does not wait for the way back.
  const reason = said.findIndex((line) => line.includes('exit code 3'));
  expect(reason).toBeGreaterThan(-1);
  expect(said.findIndex((line) => line.includes('goes back'))).toBeGreaterThan(reason);
  expect(outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
  expect(exitCode).toBe(3);
  const told = checks.find(({ id, subject }) => id === 'rollout.deployed' && subject === two);
  expect(told).toMatchObject({ verdict: 'fail', because: expect.stringContaining('exit code 3') });
  expect(told?.place).toEqual({ file: 'golive.yml', line: 2 });
  expect(summary.text).toContain('cannot reach the database');
  expect(await Promise.all([one, two].map(revisionOf))).toEqual(before);
});

test('what a container wrote cannot hold a release up, nor be taken for anything but text', async () => {
  const one = await world.running();
  const before = await revisionOf(one);
  const { outputs, checks, summary } = await world.release({ [one]: 'nasty' });
  expect(outputs.outcome).toBe('rolled-back');
  expect(await revisionOf(one)).toBe(before);
  const { because = '' } = checks.find(({ id }) => id === 'rollout.deployed') ?? {};
  expect(because).toContain('Its last log line: | the | last | words |');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  for (const text of [because, summary.text]) expect(text).not.toMatch(/[\x00-\x08\x0b-\x1f\u202a-\u202e]/);
  const [, block = ''] = /^(`{4,})\n([\s\S]*)\n\1$/m.exec(summary.text)?.slice(1) ?? [];
  for (const text of ['red', '::error', '</details><img', '# not a heading', 'b\ufffd\ufffda'])
    expect(block).toContain(text);
  expect(summary.text.replace(block, '')).not.toMatch(/<img|not a heading|forged/);
  expect(block).toContain('… (cut: 300000 characters)');
  expect(summary.text.length).toBeLessThan(10_000);
});

test('a service of a later group is not touched when one before it fails', async () => {
  const [one, two] = await Promise.all([world.running(), world.running()]);
  const before = await at(two);
  const { checks } = await world.release({ [one]: 'crash', [two]: 'v3' }, { order: [[one], [two]] });
  expect(verdictsOf(checks, 'rollout.deployed')).toEqual({ [one]: 'fail', [two]: 'inconclusive' });
  expect((await at(two)).latest?.arn).toBe(before.latest?.arn);
});

test('an image for another processor, which only the log tells, is stopped as soon as it tells', async () => {
  const one = await world.running();
  await world.cloud.control('ecs-task-faults', { kind: 'exec-format', service: one });
  // Nothing else would end it.
  const given = { 'max-failed-tasks': 1000, deployment: { 'circuit-breaker': 'off' } };
  const { outputs, checks } = await world.release({ [one]: 'v3' }, given);
  await world.cloud.control('ecs-task-faults', { clear: true });
  expect(outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
  const told = checks.find(({ id }) => id === 'rollout.deployed')?.because;
  expect(told).toMatch(/no attempt can succeed.*is not built for the processor of the task/s);
});

test('what the circuit breaker ends without a rollback is put back by the release', async () => {
  const one = await world.running();
  const before = await revisionOf(one);
  const { outputs, checks } = await world.release(
    { [one]: 'crash' },
    { deployment: { 'circuit-breaker': 'stop' }, 'max-failed-tasks': 50 },
  );
  expect(outputs).toMatchObject({ outcome: 'failed', 'rolled-back': 'true' });
  const told = checks.find(({ id }) => id === 'rollout.deployed')?.because;
  expect(told).toMatch(/circuit breaker.*without a rollback.*exit code 3/s);
  expect(verdictsOf(checks, 'rollout.put-back')).toEqual({ [one]: 'pass' });
  expect(await revisionOf(one)).toBe(before);
});

test('on-failure: leave leaves a failed service as it is', async () => {
  const one = await world.running();
  // Without the circuit breaker nobody else takes it back.
  const breaker = (how: string) => ({ deployment: { 'circuit-breaker': how } });
  const { outputs } = await world.release({ [one]: 'crash' }, { 'on-failure': 'leave', ...breaker('off') });
  expect(outputs).toMatchObject({ outcome: 'failed', 'rolled-back': 'false' });
  const { outputs: mended } = await world.release(
    { [one]: 'v2' },
    { 'when-deploying': 'take-over', ...breaker('rollback') },
  );
  expect(mended.outcome).toBe('succeeded');
});

test('settings of the service and of its containers are changed with the revision, and a rollback gives them back', async () => {
  const one = await world.running();
  const services = (version: string, more: object) => ({
    services: { [one]: { containers: { api: { image: version, 'memory-reservation': 128 } }, ...more } },
  });
  const changed = {
    environment: { api: { LOG_LEVEL: 'debug' } },
    deployment: { 'maximum-percent': 150 },
    'desired-count': 2,
  };
  const { outputs } = await world.release({}, services('v3', changed));
  expect(outputs.outcome).toBe('succeeded');
  expect((await at(one)).desiredCount).toBe(2);
  const { taskDefinition } = await world.cloud.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: await revisionOf(one) }),
  );
  expect(taskDefinition?.containerDefinitions?.[0]).toMatchObject({ memoryReservation: 128 });
  const failed = await world.release(
    {},
    services('crash', { 'desired-count': 1, deployment: { 'maximum-percent': 200 } }),
  );
  expect(failed.outputs.outcome).toBe('rolled-back');
  expect((await at(one)).desiredCount).toBe(2);
});

test('tasks that autoscaling adds while a release fails are kept when it goes back', async () => {
  const one = await world.running();
  const { desiredCount, latest } = await at(one);
  const release = world.release({ [one]: 'crash' });
  await stands(world.cloud.ecs, one, (now) => now.latest?.arn !== latest?.arn, release);
  const scaled = { cluster: 'prod', service: one, desiredCount: desiredCount + 1 };
  await world.cloud.ecs.send(new UpdateServiceCommand(scaled));
  expect((await release).outputs.outcome).toBe('rolled-back');
  expect((await at(one)).desiredCount).toBe(desiredCount + 1);
});

test('a service that went back and is left alone passes only with what its tasks run proven', async () => {
  const one = await world.running('v2');
  const { outputs: wentBack } = await world.release({ [one]: 'crash' });
  expect(wentBack.outcome).toBe('rolled-back');
  expect((await at(one)).latest?.status).toBe('ROLLBACK_SUCCESSFUL');
  const { outputs, checks } = await world.release({ [one]: 'v2' });
  expect(outputs.outcome).toBe('succeeded');
  expect(verdictsOf(checks, 'rollout.running-digests')).toEqual({ [one]: 'pass' });
  const denied = { service: 'ecs', operation: 'ListTasks', kind: 'denied', count: 1 };
  await world.cloud.control('faults', denied);
  const blind = await world.release({ [one]: 'v2' });
  expect(verdictsOf(blind.checks, 'rollout.deployed')).toEqual({ [one]: 'inconclusive' });
});

test('a service that does not get the tasks it was scaled to says why, and goes back to as many as before', async () => {
  const one = await world.running('v2');
  const before = await at(one);
  await world.cloud.control('ecs-task-faults', { kind: 'no-capacity', service: one });
  const services = { [one]: { containers: { api: 'v2' }, 'desired-count': before.desiredCount + 1 } };
  const { outputs, checks } = await world.release({}, { services, timeout: '6s' });
  expect(outputs).toMatchObject({ outcome: 'timed-out', 'rolled-back': 'true' });
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toMatch(/of \d tasks run.*capacity/);
  expect((await at(one)).desiredCount).toBe(before.desiredCount);
});

test('a role that loses sight of its deployments ends at once, names what it lacks, and puts the service back all the same', async () => {
  const one = await world.running();
  const before = await revisionOf(one);
  const release = world.release({ [one]: 'v4' });
  await underWay(one, release);
  const denied = { service: 'ecs', operation: 'DescribeServiceDeployments', kind: 'denied', count: 1000 };
  await world.cloud.control('faults', denied);
  const { outputs, checks, exitCode } = await release;
  await world.reset();
  expect(outputs.outcome).toBe('could-not-find-out');
  expect(exitCode).toBe(6);
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toContain('ecs:DescribeServiceDeployments');
  expect(checks.find(({ id }) => id === 'rollout.put-back')).toMatchObject({ verdict: 'pass' });
  expect(await revisionOf(one)).toBe(before);
});

test('lost answers and throttling change nothing about the end', async () => {
  const one = await world.running();
  const lost = ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'];
  for (const operation of lost)
    await world.cloud.control('faults', { service: 'ecs', operation, kind: 'drop', count: 1 });
  await world.cloud.control('faults', { service: 'ecs', operation: 'DescribeServices', kind: 'throttle', count: 3 });
  const before = await revisionOf(one);
  const { outputs } = await world.release({ [one]: 'crash' });
  expect(outputs.outcome).toBe('rolled-back');
  expect(await revisionOf(one)).toBe(before);
});
