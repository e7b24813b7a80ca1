import { DescribeServicesCommand, ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { position } from '../../../src/ecs/go-back.ts';
import { sharedQuotas } from '../../../src/ecs/paced-client.ts';
import { readTaskDefinition, registerTaskDefinition } from '../../../src/ecs/register-task-definition.ts';
import { withImages } from '../../../src/ecs/task-definition.ts';
import { atMost } from '../../../src/ecs/watch/cadence.ts';
import type { Happening } from '../../../src/ecs/watch/outcome.ts';
import type { WatchedService } from '../../../src/ecs/watch/state.ts';
import { rollBack, type WatchSettings, watchServices } from '../../../src/ecs/watch/watch-services.ts';
import { aRepository, aRunningCloud, aServiceOf, programs, type RunningCloud } from '../../running-cloud.ts';

let cloud: RunningCloud;
let repository: Awaited<ReturnType<typeof aRepository>>;
const digests: Record<string, string> = {};

beforeAll(async () => {
  cloud = await aRunningCloud(20);
  repository = await aRepository(cloud, 'backend');
  for (const version of ['v1', 'v2', 'v3']) digests[version] = await repository.push(programs.server(version));
  digests.crash = await repository.push(programs.crash);
  digests.gone = `sha256:${'0'.repeat(64)}`;
  for (const name of ['one', 'two']) await aServiceOf(cloud, name, `${repository.uri}@${digests.v1}`);
  await Promise.all(['one', 'two'].map(settled));
});
afterAll(() => cloud?.stop());

async function settled(name: string): Promise<void> {
  for (;;) {
    const { latest } = await position(cloud.ecs, 'prod', name);
    if (latest?.status === 'SUCCESSFUL' || latest?.status === 'ROLLBACK_SUCCESSFUL') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function aDeploymentOf(service: string, version: string): Promise<WatchedService> {
  const { taskDefinition: current } = await position(cloud.ecs, 'prod', service);
  const { definition } = await readTaskDefinition(cloud.ecs, current);
  const digest = digests[version] ?? '';
  const wanted = withImages(definition, { api: `${repository.uri}@${digest}` });
  const { arn } = await registerTaskDefinition(cloud.ecs, wanted);
  const before = (await position(cloud.ecs, 'prod', service)).latest?.arn;
  await cloud.ecs.send(
    new UpdateServiceCommand({ cluster: 'prod', service, taskDefinition: arn, forceNewDeployment: true }),
  );
  for (;;) {
    const { latest } = await position(cloud.ecs, 'prod', service);
    if (latest && latest.arn !== before)
      return { service, deployment: latest.arn, taskDefinition: arn, digests: { api: [digest] } };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function aWatch(watched: readonly WatchedService[], more: Partial<WatchSettings> = {}) {
  const seen: Happening[] = [];
  const tools = { ecs: cloud.ecs, cluster: 'prod', now: () => new Date() };
  const settings = {
    deadline: new Date(Date.now() + 60_000),
    cadence: atMost(60),
    onHappening: (happening: Happening) => seen.push(happening),
    ...more,
  };
  return { seen, ...watchServices(tools, watched, settings) };
}

test('two services that come up are succeeded, each with its images proven and its moments told by ECS', async () => {
  const watched = [await aDeploymentOf('one', 'v2'), await aDeploymentOf('two', 'v2')];
  const { outcomes, seen } = aWatch(watched);
  expect([...(await outcomes).values()]).toMatchObject([
    { service: 'one', kind: 'succeeded', running: 1 },
    { service: 'two', kind: 'succeeded', running: 1 },
  ]);
  const moments = seen.flatMap((one) => (one.kind === 'moment' && one.moment.service === 'one' ? [one.moment] : []));
  expect(moments).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'deployment began', clock: 'ecs' }),
      expect.objectContaining({ what: 'first task started', clock: 'ecs' }),
      expect.objectContaining({ what: 'stable', clock: 'ecs' }),
    ]),
  );
});

test('a crash loop is stopped at the budget, before the circuit breaker, and is watched until ECS is back', async () => {
  const { outcomes, seen } = aWatch([await aDeploymentOf('one', 'crash')]);
  expect((await outcomes).get('one')).toMatchObject({
    kind: 'rolled-back',
    by: { kind: 'us', why: expect.stringContaining('budget is 2') },
    explanation: { id: 'exit-code', exitCode: 3, container: 'api', path: 'containerDefinitions.api' },
  });
  const decisions = seen.flatMap((one) => (one.kind === 'decision' ? [one.decision.kind] : []));
  expect(decisions.filter((kind) => kind === 'stop')).toEqual(['stop']);
});

test('a missing image is stopped at the first task', async () => {
  await settled('two');
  const { outcomes, seen } = aWatch([await aDeploymentOf('two', 'gone')]);
  expect((await outcomes).get('two')).toMatchObject({
    kind: 'rolled-back',
    by: { kind: 'us', why: 'no attempt can succeed' },
    explanation: { id: 'image-missing', weight: 'hopeless', path: 'containerDefinitions.api.image' },
  });
  const worst = Math.max(...seen.flatMap((one) => (one.kind === 'progress' ? [one.progress.failures] : [])));
  expect(worst).toBe(1);
});

test('a hopeless deployment is left as it is when the watch may not stop it', async () => {
  await settled('two');
  const { outcomes } = aWatch([await aDeploymentOf('two', 'gone')], { hopeless: 'end' });
  expect((await outcomes).get('two')).toMatchObject({ kind: 'hopeless' });
});

test('a deployment that another one replaces is superseded, by the other’s definition', async () => {
  await settled('one');
  const ours = await aDeploymentOf('one', 'v2');
  const { outcomes } = aWatch([ours]);
  const theirs = await aDeploymentOf('one', 'v3');
  expect((await outcomes).get('one')).toMatchObject({
    kind: 'superseded',
    by: { taskDefinition: theirs.taskDefinition, deployment: theirs.deployment },
  });
});

test('throttled and broken reads change nothing but the time', async () => {
  await settled('one');
  const ours = await aDeploymentOf('one', 'v2');
  for (const operation of ['DescribeServiceDeployments', 'DescribeServices', 'ListTasks', 'DescribeTasks'])
    await cloud.control('faults', { service: 'ecs', operation, kind: 'throttle', count: 2 });
  const { outcomes } = aWatch([ours]);
  expect((await outcomes).get('one')).toMatchObject({ kind: 'succeeded' });
});

test('a read that is denied ends the watch at once, with the action that the role misses', async () => {
  await settled('one');
  const ours = await aDeploymentOf('one', 'v3');
  await cloud.control('faults', { service: 'ecs', operation: 'DescribeServices', kind: 'denied', count: 1 });
  const { outcomes } = aWatch([ours]);
  expect((await outcomes).get('one')).toMatchObject({ kind: 'could-not-find-out', action: 'ecs:DescribeServices' });
});

test('a watch that is cancelled ends at once and leaves the deployment to ECS', async () => {
  await settled('one');
  const ours = await aDeploymentOf('one', 'v3');
  const { outcomes, cancel } = aWatch([ours]);
  cancel('SIGINT');
  expect((await outcomes).get('one')).toMatchObject({ kind: 'cancelled', because: 'called off: SIGINT' });
  await settled('one');
});

test('a service that joins later is watched at once: its failure is told before, its success after no more join', async () => {
  const { outcomes, seen, join, close } = aWatch([], { open: true, hopeless: 'end' });
  const ended = () => seen.flatMap((one) => (one.kind === 'outcome' ? [one.outcome.service] : []));
  const soon = () => new Date(Date.now() + 60_000);
  join(await aDeploymentOf('one', 'v2'), soon());
  join(await aDeploymentOf('two', 'gone'), soon());
  while (ended().length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ended()).toEqual(['two']);
  await settled('one');
  expect(ended()).toEqual(['two']);
  close();
  const { one, two } = Object.fromEntries(await outcomes);
  expect(one?.kind).toBe('succeeded');
  // On this clock the circuit breaker may be faster.
  expect(two?.kind).toMatch(/^(hopeless|rolled-back)$/);
  await rollBack(cloud.ecs, two?.deployment ?? '');
  await settled('two');
});

test('what joins a watch that was given up ends as cancelled, for the same reason', async () => {
  const { outcomes, join, close, cancel } = aWatch([], { open: true });
  cancel('another failed');
  join({ service: 'one', deployment: 'arn', taskDefinition: 'arn', digests: {} }, new Date(Date.now() + 60_000));
  close();
  expect((await outcomes).get('one')).toMatchObject({
    kind: 'cancelled',
    because: 'called off: another failed',
  });
});

test('two clients that share their quotas take their turns from one another', async () => {
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  // The clock stands: nothing but the burst is free.
  const withinQuotas = sharedQuotas({ now: () => new Date(0), sleep });
  const [one, other] = [withinQuotas(new ECSClient(cloud.settings)), withinQuotas(new ECSClient(cloud.settings))];
  const ask = (ecs: ECSClient) => ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['one'] }));
  await Promise.all(Array.from({ length: 30 }, () => ask(one)));
  expect(waits).toEqual([]);
  await Promise.all(Array.from({ length: 30 }, () => ask(other)));
  expect(waits).toHaveLength(10);
});

test('a stop that the caller asks for ends as rolled back by us', async () => {
  await settled('two');
  const ours = await aDeploymentOf('two', 'v3');
  const watch = aWatch([ours]);
  await watch.stop('two', 'service one failed');
  expect((await watch.outcomes).get('two')).toMatchObject({
    kind: 'rolled-back',
    by: { kind: 'us', why: 'service one failed' },
  });
});

test('a stop is made even when the watch ends meanwhile', async () => {
  await settled('two');
  const ours = await aDeploymentOf('two', 'v2');
  const watch = aWatch([ours]);
  const stopping = watch.stop('two', 'service one failed');
  watch.cancel('service one failed');
  await Promise.all([stopping, watch.outcomes]);
  const { latest } = await position(cloud.ecs, 'prod', 'two');
  expect(latest?.status).toMatch(/^ROLLBACK/);
});

test('the deadline ends a watch with where the deployment stood', async () => {
  await settled('two');
  const ours = await aDeploymentOf('two', 'v2');
  const { outcomes } = aWatch([ours], { deadline: new Date(Date.now() + 250) });
  expect((await outcomes).get('two')).toMatchObject({ kind: 'timed-out' });
  await cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'two', desiredCount: 0 }));
});
