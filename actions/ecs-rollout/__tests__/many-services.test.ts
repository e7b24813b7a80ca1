import { position } from '#shared/ecs/go-back';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, type ReleaseCloud } from './a-release.ts';
import { stands } from './stands.ts';

const names = Array.from({ length: 25 }, (_, at) => `s${at}`);
let world: ReleaseCloud;
let told: Awaited<ReturnType<typeof release>> | undefined;

beforeAll(async () => {
  world = await aReleaseCloud({ v1: programs.server('v1'), v2: programs.server('v2') });
  await world.cloud.control('ecs-engine', { engine: 'simulated' });
  await Promise.all(names.map((name) => world.service(name, 'v1')));
  const settled = (name: string) => stands(world.cloud.ecs, name, ({ latest }) => latest?.status === 'SUCCESSFUL');
  await Promise.all(names.map((name) => settled(name)));
}, 60_000);
afterAll(() => world?.stop());

/** How often each operation was called so far. */
async function calls(): Promise<Record<string, number>> {
  const answer = await fetch(`${world.cloud.settings.endpoint}/_golive/journal`);
  const counts: Record<string, number> = {};
  for (const { operation } of (await answer.json()) as { operation: string }[])
    counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

async function callsOf(work: () => Promise<unknown>): Promise<(operation: string) => number> {
  const before = await calls();
  await work();
  const after = await calls();
  return (operation) => (after[operation] ?? 0) - (before[operation] ?? 0);
}

const release = (version: string) =>
  world.release(
    {},
    {
      definition: 'task.json',
      services: Object.fromEntries(names.map((name) => [name, { containers: { api: version } }])),
    },
  );

test('what many services share is asked for once, and what ten or twenty of them need in one call', async () => {
  await world.write(
    'task.json',
    JSON.stringify({
      family: 'shared',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [{ name: 'api', image: 'replaced', portMappings: [{ containerPort: 3000 }] }],
    }),
  );
  const made = await callsOf(async () => {
    told = await release('v2');
  });
  expect(told?.outputs.outcome).toBe('succeeded');
  for (const shared of ['RegisterTaskDefinition', 'BatchGetImage']) expect([shared, made(shared)]).toEqual([shared, 1]);
  expect(made('UpdateService')).toBe(names.length);
  // Services that have come to rest, and those that UpdateService answers for, are not listed one by one; the twenty
  // that the picture shows are, for what they took before.
  expect(made('ListServiceDeployments')).toBe(20);
});

test('of many services those that the picture shows are compared with what they took before', () => {
  const rows = (told?.summary.text ?? '').split('\n').filter((line) => /^\| s\d+ \| \\?\+/.test(line));
  expect(rows).toHaveLength(names.length);
  // The deployment with which the service was made, and not the one of this release.
  expect(rows.filter((row) => row.includes('the last one'))).toHaveLength(20);
});

test('a definition that many share is on the timeline of each, from when ECS registered it', () => {
  const registered = told?.timeline?.filter(({ what }) => what === 'registered') ?? [];
  expect(registered.map(({ subject }) => subject).toSorted()).toEqual(names.toSorted());
  expect(new Set(registered.map(({ at }) => at)).size).toBe(1);
});

test('services that are left alone are proven all the same', async () => {
  const { outputs, checks } = await release('v2');
  expect(outputs.outcome).toBe('succeeded');
  const proven = checks.filter(({ id, verdict }) => id === 'rollout.running-digests' && verdict === 'pass');
  expect(proven.map(({ subject }) => subject).toSorted()).toEqual(names.toSorted());
});

const fault = (kind: string, more: object) =>
  world.cloud.control('faults', { service: 'ecs', operation: 'UpdateService', kind, ...more });
const deploymentOf = async (name: string) => (await position(world.cloud.ecs, 'prod', name)).latest?.arn;
const asked = (checks: Awaited<ReturnType<typeof release>>['checks']) =>
  checks.filter(({ id, because }) => id === 'rollout.deployed' && !because.includes('was not begun'));

test('a failure is told while others are still to be begun, and those are then not touched', async () => {
  const last = names.at(-1) ?? '';
  const before = await deploymentOf(last);
  await world.cloud.control('ecs-task-faults', { kind: 'pull-not-found', service: 's0' });
  // Ten at a time: the first ten are answered after 10 s, and the last five would be asked for after 20.
  await fault('latency', { count: 20, ms: 10_000 });
  const { outputs, checks } = await release('v1');
  await fetch(`${world.cloud.settings.endpoint}/_golive/faults`, { method: 'DELETE' });
  await world.cloud.control('ecs-task-faults', { clear: true });
  expect(outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back': 'true' });
  expect(checks.find(({ id, subject }) => id === 'rollout.deployed' && subject === 's0')?.verdict).toBe('fail');
  expect(asked(checks).length).toBeLessThan(names.length);
  expect(await deploymentOf(last)).toBe(before);
});

test('once ECS refuses one service, no more are asked for', async () => {
  await fault('denied', { count: 1 });
  const { outputs, checks } = await release('v1');
  expect(outputs).toMatchObject({ outcome: 'could-not-find-out', 'rolled-back': 'true' });
  const back = checks.filter(({ id }) => id === 'rollout.put-back');
  expect(back.length).toBeLessThan(names.length);
});
