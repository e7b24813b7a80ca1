import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BatchDeleteImageCommand } from '@aws-sdk/client-ecr';
import {
  DeleteServiceCommand,
  DeregisterTaskDefinitionCommand,
  ListServiceDeploymentsCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import type { Report } from '#shared/runtime/run';
import { aServiceOf, programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aGitHubRun, aRollbackCloud, type RollbackCloud, wait } from './a-rollback.ts';

let world: RollbackCloud;
const names = ['one', 'two'];
const fromEcs = { cluster: 'prod', services: names };

beforeAll(async () => {
  world = await aRollbackCloud({
    v0: programs.server('v0'),
    v1: programs.server('v1'),
    v2: programs.server('v2'),
    v3: programs.server('v3'),
    crash: programs.crash,
  });
  await Promise.all(names.map((name) => world.service(name, 'v1')));
}, 60_000);
afterAll(() => world?.stop());

/** From v1 to the version, whatever the test before has left. */
const releaseAll = async (version: string) => {
  for (const name of names) if ((await world.runs(name)) !== world.digests.v1) await world.release(name, 'v1');
  await Promise.all(names.map((name) => world.release(name, version)));
};
const running = () => Promise.all(names.map((name) => world.runs(name)));
const versions = (...wanted: string[]) => wanted.map((one) => world.digests[one]);
const verdictOf = ({ checks }: Report, id: string) =>
  checks.filter((one) => one.id === id).map(({ verdict }) => verdict);
const inFlight = async (name: string) => {
  while ((await world.statusOf(name)) !== 'IN_PROGRESS') await wait(30);
};

test('a rollback of two services takes under five minutes of AWS time, and the elapsed time is in its evidence', async () => {
  await world.record(names);
  await releaseAll('v2');
  const report = await world.rollBack({}, { record: 'record' });
  expect(report.outputs.outcome).toBe('back');
  expect(await running()).toEqual(versions('v1', 'v1'));
  const budget = report.checks.find(({ id }) => id === 'rollback.within-budget');
  expect(budget).toMatchObject({ subject: 'application', verdict: 'pass', source: 'the clock of ECS', expected: 300 });
  expect(budget?.measured).toBeGreaterThan(0);
  expect(budget?.measured).toBeLessThan(300);
  const { latest } = await world.at('one');
  const told = report.checks.find(({ id, subject }) => id === 'rollback.application' && subject === 'one');
  const byEcs = Math.round(((latest?.finishedAt?.getTime() ?? 0) - (latest?.createdAt.getTime() ?? 0)) / 1000);
  expect(told?.measured).toEqual({ seconds: byEcs });
  expect(JSON.parse(report.outputs.elapsed ?? '')).toEqual({ application: budget?.measured });
  expect(report.summary.text).toContain('```mermaid');
});

test('a second rollback finds everything back, and changes nothing', async () => {
  const before = await Promise.all(names.map(async (name) => (await world.at(name)).latest?.arn));
  const report = await world.rollBack({}, { record: 'record' });
  expect(report.outputs.outcome).toBe('back');
  expect(report.outputs['elapsed-seconds']).toBe('0');
  expect(await Promise.all(names.map(async (name) => (await world.at(name)).latest?.arn))).toEqual(before);
});

test('without a record each service goes to what ECS says succeeded before, and a second time nowhere else', async () => {
  await releaseAll('v2');
  const first = await world.rollBack(fromEcs);
  expect(first.outputs.outcome).toBe('back');
  expect(await running()).toEqual(versions('v1', 'v1'));
  const second = await world.rollBack(fromEcs);
  expect(second.outputs.outcome).toBe('back');
  expect(await running()).toEqual(versions('v1', 'v1'));
});

test('services and cluster come from the section rollout of golive.yml when no input names them', async () => {
  await world.release('one', 'v2');
  const config = { rollout: { cluster: 'prod', services: { one: {} } } };
  expect((await world.rollBack({}, { config })).outputs.outcome).toBe('back');
  expect(await world.runs('one')).toBe(world.digests.v1);
  await expect(world.rollBack()).rejects.toMatchObject({ code: 'ROLLBACK_NOTHING_NAMED' });
});

test('a dry run checks, shows the plan, and changes nothing', async () => {
  await world.release('one', 'v2');
  const report = await world.rollBack({ ...fromEcs, 'dry-run': true });
  expect(report.outputs.outcome).toBe('planned');
  expect(verdictOf(report, 'rollback.images-verified')).toEqual(['pass']);
  expect(report.summary.text).toContain('put-back');
  expect(await world.runs('one')).toBe(world.digests.v2);
});

test('a deployment in flight is stopped, and ECS takes the service back by itself', async () => {
  await world.rollBack({ cluster: 'prod', services: ['one'] });
  await world.deploy('one', 'crash');
  // It never gets there by itself, however late it is stopped.
  await inFlight('one');
  const { latest } = await world.at('one');
  const report = await world.rollBack(fromEcs);
  expect(report.outputs.outcome).toBe('back');
  const now = await world.at('one');
  expect(now.latest).toMatchObject({ arn: latest?.arn, status: 'ROLLBACK_SUCCESSFUL' });
  expect(await world.runs('one')).toBe(world.digests.v1);
});

test('a deployment in flight that has nothing to go back to is stopped in vain, and the goal is gone to all the same', async () => {
  await world.cloud.control('ecs-task-faults', { kind: 'no-capacity', service: 'young' });
  await aServiceOf(world.cloud, 'young', world.imageOf('v1'));
  await world.record(['young'], {}, 'young');
  const { taskDefinition } = await world.at('young');
  await world.deploy('young', 'crash');
  await world.cloud.control('ecs-task-faults', { clear: true });
  await inFlight('young');
  const report = await world.rollBack({}, { record: 'young' });
  expect(report.outputs.outcome).toBe('back');
  expect((await world.at('young')).taskDefinition).toBe(taskDefinition);
  expect(await world.runs('young')).toBe(world.digests.v1);
  const { serviceDeployments } = await world.cloud.ecs.send(
    new ListServiceDeploymentsCommand({ cluster: 'prod', service: 'young', status: ['ROLLBACK_FAILED'] }),
  );
  expect(serviceDeployments).toHaveLength(1);
});

test('the whole revision is restored: network and deployment configuration too, with a record and without', async () => {
  const change = {
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-2'] } },
    deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 150 },
    desiredCount: 2,
  };
  const before = await world.settings('two');
  await world.record(['two'], {}, 'settings');
  await world.release('two', 'v2', change);
  const config = { rollout: { services: { two: { 'desired-count': 2 } } } };
  expect((await world.rollBack({}, { record: 'settings', config })).outputs.outcome).toBe('back');
  expect(await world.settings('two')).toEqual(before);
  expect((await world.at('two')).desiredCount).toBe(1);
  await world.release('two', 'v2', change);
  expect((await world.rollBack({ cluster: 'prod', services: ['two'] })).outputs.outcome).toBe('back');
  expect(await world.settings('two')).toEqual(before);
  expect(await world.runs('two')).toBe(world.digests.v1);
  await world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'two', desiredCount: 1 }));
});

test('tasks that autoscaling added since the release are kept', async () => {
  await world.record(['two'], {}, 'scaled');
  await world.release('two', 'v2');
  const scale = (desiredCount: number) =>
    world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'two', desiredCount }));
  await scale(2);
  const { outputs, checks } = await world.rollBack({}, { record: 'scaled' });
  expect(outputs.outcome).toBe('back');
  expect(JSON.parse(outputs.plan ?? '')).toMatchObject([{ because: expect.stringContaining('keeps its 2 tasks') }]);
  expect(verdictOf({ checks } as Report, 'rollback.application')).toEqual(['pass']);
  expect(await world.runs('two')).toBe(world.digests.v1);
  expect((await world.at('two')).desiredCount).toBe(2);
  await scale(1);
});

test('two people who go back at once both end well, with a record and without', async () => {
  await world.record(names, {}, 'both');
  for (const [given, changes] of [
    [{}, { record: 'both' }],
    [fromEcs, {}],
  ] as const) {
    await releaseAll('v2');
    const reports = await Promise.all([world.rollBack(given, changes), world.rollBack(given, changes)]);
    expect(reports.map(({ outputs }) => outputs.outcome)).toEqual(['back', 'back']);
    expect(await running()).toEqual(versions('v1', 'v1'));
  }
});

test('two people who stop the same deployment in flight both end well', async () => {
  await Promise.all(names.map((name) => world.deploy(name, 'v3')));
  await Promise.all(names.map(inFlight));
  const reports = await Promise.all([world.rollBack(fromEcs), world.rollBack(fromEcs)]);
  expect(reports.map(({ outputs }) => outputs.outcome)).toEqual(['back', 'back']);
  expect(await running()).toEqual(versions('v1', 'v1'));
});

test('a rollback that was cancelled half way is taken up by the next one', async () => {
  await releaseAll('v2');
  const cancel = new AbortController();
  const cut = world.rollBack(fromEcs, { cancel });
  await Promise.all(names.map(inFlight));
  cancel.abort(Object.assign(new Error('cancelled by SIGINT'), { name: 'AbortError' }));
  const { outputs, exitCode } = await cut;
  expect(outputs.outcome).toBe('cancelled');
  expect(exitCode).toBe(130);
  const deployments = await Promise.all(names.map(async (name) => (await world.at(name)).latest?.arn));
  expect((await world.rollBack(fromEcs)).outputs.outcome).toBe('back');
  expect(await running()).toEqual(versions('v1', 'v1'));
  expect(await Promise.all(names.map(async (name) => (await world.at(name)).latest?.arn))).toEqual(deployments);
});

test('lost answers and throttling change nothing about the end', async () => {
  await releaseAll('v2');
  for (const operation of ['UpdateService', 'DescribeServiceRevisions']) await world.fault(operation, 'drop');
  for (const operation of ['ListServiceDeployments', 'DescribeServices', 'DescribeServiceDeployments'])
    await world.fault(operation, 'throttle', 3);
  expect((await world.rollBack(fromEcs)).outputs.outcome).toBe('back');
  expect(await running()).toEqual(versions('v1', 'v1'));
  await world.deploy('one', 'v3');
  await inFlight('one');
  await world.fault('StopServiceDeployment', 'drop');
  expect((await world.rollBack(fromEcs)).outputs.outcome).toBe('back');
  expect(await world.runs('one')).toBe(world.digests.v1);
});

test('a service that cannot be put back for a denied call keeps none of the others', async () => {
  await world.record(names, {}, 'denied');
  await releaseAll('v2');
  await world.fault('UpdateService', 'denied');
  const report = await world.rollBack({}, { record: 'denied' });
  expect(report.outputs.outcome).toBe('failed');
  expect(verdictOf(report, 'rollback.application').sort()).toEqual(['fail', 'pass']);
  expect((await world.rollBack({}, { record: 'denied' })).outputs.outcome).toBe('back');
});

test('where AWS may not even be asked how things stand, nothing is touched, and that is no failure to go back', async () => {
  const before = (await world.at('one')).latest?.arn;
  await world.record(['one'], {}, 'unseen');
  for (const [given, changes] of [
    [{}, { record: 'unseen' }],
    [{ cluster: 'prod', services: ['one'] }, {}],
  ] as const) {
    await world.fault('ListServiceDeployments', 'denied');
    const report = await world.rollBack(given, changes);
    expect(report).toMatchObject({ exitCode: 6, outputs: { outcome: 'could-not-find-out' } });
    expect(report.checks.find(({ id }) => id === 'rollback.application')).toMatchObject({
      verdict: 'inconclusive',
      because: expect.stringMatching(/not begun: AWS_ACCESS_DENIED.*ecs:ListServiceDeployments/),
    });
  }
  expect((await world.at('one')).latest?.arn).toBe(before);
});

test('a goal that does not start any more is told with its cause, and the service keeps what it ran', async () => {
  await world.service('broken', 'v1');
  const record = await world.record(['broken']);
  const crashing = await world.deploy('broken', 'crash');
  await world.settled('broken');
  const goal = { ...record.services.broken, taskDefinition: crashing };
  await world.release('broken', 'v2');
  await world.record([], { services: { broken: goal as NonNullable<typeof record.services.broken> } }, 'broken');
  const report = await world.rollBack({}, { record: 'broken' });
  expect(report.outputs.outcome).toBe('failed');
  const told = report.checks.find(({ id }) => id === 'rollback.application');
  expect(told).toMatchObject({ verdict: 'fail', because: expect.stringMatching(/exit(ed with)? code 3|code 3/) });
  expect(await world.runs('broken')).toBe(world.digests.v2);
});

test('somebody who deploys meanwhile is not deployed over', async () => {
  await world.service('busy', 'v1');
  await world.release('busy', 'v2');
  const report = world.rollBack({ cluster: 'prod', services: ['busy'] });
  while ((await world.runs('busy')) !== world.digests.v1) await wait(20);
  await inFlight('busy');
  await world.deploy('busy', 'v3');
  expect((await report).outputs.outcome).toBe('superseded');
  expect((await report).outputs.outcome).toBe('superseded');
  expect((await report).exitCode).toBe(4);
  await world.settled('busy');
  expect(await world.runs('busy')).toBe(world.digests.v3);
});

test('an image that is gone and a definition that was deregistered are found before anything is touched', async () => {
  await world.service('gone', 'v0');
  const { taskDefinition } = await world.at('gone');
  const record = await world.record(['gone'], {}, 'gone');
  await world.release('gone', 'v3');
  const before = (await world.at('gone')).latest?.arn;
  await world.cloud.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
  const digest = record.services.gone?.images.api?.split('@')[1] ?? '';
  await world.cloud.ecr.send(
    new BatchDeleteImageCommand({ repositoryName: 'backend', imageIds: [{ imageDigest: digest }] }),
  );
  const report = await world.rollBack({}, { record: 'gone' });
  expect(report).toMatchObject({ exitCode: 3, outputs: { outcome: 'refused' } });
  expect(verdictOf(report, 'rollback.definition-verified')).toEqual(['fail']);
  expect(verdictOf(report, 'rollback.images-verified')).toEqual(['fail']);
  expect((await world.at('gone')).latest?.arn).toBe(before);
  const skipped = await world.rollBack({ 'skip-checks': ['images'], 'dry-run': true }, { record: 'gone' });
  expect(verdictOf(skipped, 'rollback.images-verified')).toEqual(['skipped']);
});

const suite = `version: "1.1"
name: Old version
tests:
  up:
    steps:
      - name: answers
        http: { url: /, method: GET, check: { status: 200 } }
`;

/** Something that answers every request with the status. */
async function aServer(status: number) {
  const server = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() };
}

test('the smoke suite is asked when all is back, and what it finds has an outcome of its own', async () => {
  await world.write('smoke.yml', suite);
  await world.record(names, {}, 'smoke');
  await using good = await aServer(200);
  await using bad = await aServer(503);
  const config = { smoke: { suites: ['smoke.yml'], 'base-url': good.url } };
  const passed = await world.rollBack({}, { record: 'smoke', config });
  expect(verdictOf(passed, 'rollback.smoke')).toEqual(['pass']);
  expect(passed.outputs.outcome).toBe('back');
  const failed = await world.rollBack({ 'base-url': bad.url }, { record: 'smoke', config });
  expect(failed).toMatchObject({ exitCode: 7, outputs: { outcome: 'smoke-failed' } });
  const broken = await world.rollBack({ suites: ['nowhere.yml'] }, { record: 'smoke', config });
  expect(verdictOf(broken, 'rollback.smoke')).toEqual(['inconclusive']);
});

test('an image is not put back beside a schema that it cannot work with, unless a reason is given', async () => {
  const because = 'a column that it reads is gone';
  const compatibility = { verdict: 'incompatible', because } as const;
  const database = { instance: 'db', snapshot: 'golive-db-7-1', compatibility };
  await world.service('schema', 'v2');
  await world.record(['schema'], { database }, 'schema');
  await world.release('schema', 'v3');
  const refused = await world.rollBack({}, { record: 'schema' });
  expect(refused.outputs.outcome).toBe('refused');
  expect(verdictOf(refused, 'rollback.schema')).toEqual(['fail']);
  expect(await world.runs('schema')).toBe(world.digests.v3);
  const forced = await world.rollBack({ force: 'the column is filled again' }, { record: 'schema' });
  expect(forced.outputs.outcome).toBe('back');
  expect(forced.checks.find(({ id }) => id === 'rollback.schema')).toMatchObject({
    verdict: 'warn',
    because: expect.stringContaining('the column is filled again'),
  });
});

test('a record that does not tell, of a migration that RDS has a snapshot of, is no permission', async () => {
  const database = { instance: 'db', snapshot: 'golive-db-8-1' };
  await world.service('silent', 'v2');
  await world.record(['silent'], { database }, 'silent');
  await world.release('silent', 'v3');
  await world.cloud.control('faults', {
    service: 'rds',
    operation: 'DescribeDBSnapshots',
    kind: 'denied',
    count: 1,
  });
  expect(verdictOf(await world.rollBack({}, { record: 'silent' }), 'rollback.schema')).toEqual(['inconclusive']);
  // RDS answers that there is none: then nothing was migrated.
  expect((await world.rollBack({}, { record: 'silent' })).outputs.outcome).toBe('back');
});

test('a record that is older than what runs is no word on the schema, and says what else is undone', async () => {
  const compatibility = { verdict: 'compatible', because: 'previous-release-works says so' } as const;
  const database = { instance: 'db', snapshot: 'golive-db-7-1', compatibility };
  await world.service('older', 'v1');
  await world.record(['older'], { runId: '7', database }, 'older');
  await world.release('older', 'v2', {}, [{ key: 'golive:run', value: '7' }]);
  const ofItsRelease = await world.rollBack({ 'dry-run': true }, { record: 'older' });
  expect(verdictOf(ofItsRelease, 'rollback.schema')).toEqual(['pass']);
  const tags = [
    { key: 'golive:run', value: '8' },
    { key: 'golive:release', value: 'v1.5.0' },
  ];
  await world.release('older', 'v3', {}, tags);
  const refused = await world.rollBack({}, { record: 'older' });
  expect(refused.outputs.outcome).toBe('refused');
  expect(verdictOf(refused, 'rollback.schema')).toEqual(['inconclusive']);
  expect(await world.runs('older')).toBe(world.digests.v3);
  const forced = await world.rollBack({ force: 'v1.5.0 migrated nothing' }, { record: 'older' });
  expect(forced.outputs.outcome).toBe('back');
  expect(forced.checks.find(({ id }) => id === 'rollback.application')).toMatchObject({
    verdict: 'warn',
    because: expect.stringContaining('of v1.5.0 (run 8)'),
  });
});

test('a file that is no record puts nothing back, nor does that of another run, or a cluster that is not there', async () => {
  await world.write('torn.json', '{"schema": "golive/rel');
  await expect(world.rollBack({}, { record: 'torn' })).rejects.toMatchObject({ code: 'ROLLBACK_RECORD_UNREADABLE' });
  await world.record(['one'], { runId: '7' }, 'another');
  await expect(world.rollBack({ 'run-id': '8' }, { record: 'another' })).rejects.toMatchObject({
    code: 'ROLLBACK_RECORD_OF_ANOTHER',
  });
  await expect(world.rollBack({ cluster: 'nowhere', services: ['one'] })).rejects.toMatchObject({
    code: 'ROLLBACK_CLUSTER_NOT_FOUND',
  });
});

test('a service that is being deleted is refused before the others are touched', async () => {
  await world.service('leaving', 'v1');
  await world.record(['leaving', 'one'], {}, 'leaving');
  await world.release('one', 'v2');
  await world.cloud.ecs.send(new DeleteServiceCommand({ cluster: 'prod', service: 'leaving', force: true }));
  expect((await world.rollBack({}, { record: 'leaving' })).outputs.outcome).toBe('refused');
  expect((await world.rollBack({ cluster: 'prod', services: ['leaving', 'one'] })).outputs.outcome).toBe('refused');
  expect(await world.runs('one')).toBe(world.digests.v2);
  expect((await world.rollBack({ services: ['one'] }, { record: 'leaving' })).outputs.outcome).toBe('back');
});

test('a release in progress is cancelled before anything is put back', async () => {
  const run = await aGitHubRun(world.cloud, { status: 'in_progress' });
  await world.record(['one'], { runId: run.id }, 'running');
  const report = world.rollBack({ 'cancel-release': true }, { record: 'running', github: run.client });
  while (!(await run.cancelAsked())) await wait(20);
  await run.end();
  expect(verdictOf(await report, 'rollback.release-ended')).toEqual(['pass']);
});

test('without a record, the release in progress is the one that deployed what the services run, and is cancelled too', async () => {
  const run = await aGitHubRun(world.cloud, { status: 'in_progress' });
  await world.service('tagged', 'v1');
  await world.release('tagged', 'v2', {}, [{ key: 'golive:run', value: run.id }]);
  const of = { cluster: 'prod', services: ['tagged'], 'cancel-release': true };
  const planned = await world.rollBack({ ...of, 'dry-run': true }, { github: run.client });
  expect(planned.checks.find(({ id }) => id === 'rollback.release-ended')).toMatchObject({
    subject: `run ${run.id}`,
    because: expect.stringContaining('would be cancelled'),
  });
  const report = world.rollBack(of, { github: run.client });
  while (!(await run.cancelAsked())) await wait(20);
  expect(await world.runs('tagged')).toBe(world.digests.v2);
  await run.end();
  expect((await report).outputs.outcome).toBe('back');
  expect(await world.runs('tagged')).toBe(world.digests.v1);
});
