import { position } from '#shared/ecs/go-back';
import { registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { startDeployment } from '#shared/ecs/start-deployment';
import { withImages } from '#shared/ecs/task-definition';
import {
  aPace,
  aRepository,
  aRunningCloud,
  aServiceOf,
  programs,
  type RunningCloud,
} from '../../../packages/shared/__tests__/running-cloud.ts';
import { apply, type Going, strayTasks } from '../src/apply.ts';
import { observeServices, resolveAddresses } from '../src/observe.ts';
import { decide } from '../src/plan.ts';

let cloud: RunningCloud;
let repository: Awaited<ReturnType<typeof aRepository>>;
const digests: Record<string, string> = {};

beforeAll(async () => {
  cloud = await aRunningCloud();
  repository = await aRepository(cloud, 'backend');
  for (const version of ['v1', 'v2', 'v3']) digests[version] = await repository.push(programs.server(version));
  digests.crash = await repository.push(programs.crash);
  for (const name of ['one', 'two']) await aServiceOf(cloud, name, `${repository.uri}@${digests.v1}`);
  await Promise.all(['one', 'two'].map(settled));
});
afterAll(() => cloud?.stop());

async function settled(name: string) {
  for (;;) {
    const { latest } = await position(cloud.ecs, 'prod', name);
    if (latest?.status === 'SUCCESSFUL') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function decisions(wanted: Record<string, string>): Promise<Going[]> {
  const views = await observeServices(cloud.ecs, 'prod', Object.keys(wanted), {});
  return Object.entries(wanted).map(([name, version]) => {
    const decision = decide(views.get(name), name, { api: `${repository.uri}@${digests[version]}` });
    if (decision.kind === 'refuse') throw new Error(decision.because);
    return decision;
  });
}

const tools = () => ({
  ecs: cloud.ecs,
  logs: cloud.logs,
  cluster: 'prod',
  pace: aPace(),
  paceBack: aPace(),
  logLines: 5,
});

test('all services of a release succeed, their tasks run the new digest, and a second run leaves them alone', async () => {
  const { outcomes } = await apply(tools(), await decisions({ one: 'v2', two: 'v2' }));
  expect(outcomes.map(({ verdict }) => verdict.kind)).toEqual(['succeeded', 'succeeded']);
  expect(await strayTasks(cloud.ecs, 'prod', 'one', { api: `x@${digests.v2}` })).toMatchObject({
    running: 1,
    stray: [],
  });
  expect((await decisions({ one: 'v2', two: 'v2' })).map(({ kind }) => kind)).toEqual(['leave', 'leave']);
});

test('one service that crashes takes all of them back, and its last log lines say why', async () => {
  const before = await Promise.all(['one', 'two'].map((name) => position(cloud.ecs, 'prod', name)));
  const { outcomes } = await apply(tools(), await decisions({ one: 'v3', two: 'crash' }));
  const crashed = outcomes.find(({ service }) => service === 'two');
  expect(crashed).toMatchObject({
    verdict: { kind: 'failed' },
    log: expect.arrayContaining(['cannot reach the database']),
  });
  expect(outcomes.map(({ back }) => back?.back)).toEqual([true, true]);
  const after = await Promise.all(['one', 'two'].map((name) => position(cloud.ecs, 'prod', name)));
  expect(after.map(({ taskDefinition }) => taskDefinition)).toEqual(before.map(({ taskDefinition }) => taskDefinition));
});

test('a run that was killed right after UpdateService is taken up where it was', async () => {
  const [decision] = await decisions({ one: 'v3' });
  if (decision?.kind !== 'deploy') throw new Error('expected a deployment');
  const wanted = withImages(decision.view.definition, decision.images);
  const { arn } = await registerTaskDefinition(cloud.ecs, wanted);
  const begun = await startDeployment(cloud.ecs, 'prod', 'one', { taskDefinition: arn }, aPace());
  const again = await decisions({ one: 'v3' });
  expect(again).toMatchObject([{ kind: 'adopt', definition: arn, deployment: begun?.arn }]);
  const { outcomes } = await apply(tools(), again);
  expect(outcomes[0]?.verdict.kind).toBe('succeeded');
});

test('a cancelled run puts its services back', async () => {
  const before = await position(cloud.ecs, 'prod', 'one');
  const cancel = () => Promise.reject(new Error('cancelled'));
  const cancelled = { ...tools(), pace: { ...aPace(), sleep: cancel } };
  const { outcomes, interrupted } = await apply(cancelled, await decisions({ one: 'v2' }));
  expect(interrupted?.message).toBe('cancelled');
  expect(outcomes[0]?.back?.back).toBe(true);
  expect((await position(cloud.ecs, 'prod', 'one')).taskDefinition).toBe(before.taskDefinition);
});

test('a digest that is not in its repository is refused with the newest that is', async () => {
  const missing = { backend: `backend@sha256:${'0'.repeat(64)}` };
  await expect(resolveAddresses(cloud.ecr, missing)).rejects.toMatchObject({
    code: 'ROLLOUT_IMAGE_NOT_FOUND',
    message: expect.stringContaining('newest: sha256:'),
  });
});

test('lost answers and throttling change nothing about the end', async () => {
  const lost = ['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'];
  for (const operation of lost) await cloud.control('faults', { service: 'ecs', operation, kind: 'drop', count: 1 });
  await cloud.control('faults', { service: 'ecs', operation: 'DescribeServices', kind: 'throttle', count: 3 });
  const before = await position(cloud.ecs, 'prod', 'one');
  const { outcomes } = await apply(tools(), await decisions({ one: 'crash' }));
  expect(outcomes[0]).toMatchObject({ verdict: { kind: 'failed' }, back: { back: true } });
  expect((await position(cloud.ecs, 'prod', 'one')).taskDefinition).toBe(before.taskDefinition);
});
