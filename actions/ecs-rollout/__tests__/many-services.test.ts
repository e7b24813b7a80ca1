import { position } from '#shared/ecs/go-back';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, type ReleaseCloud } from './a-release.ts';

const names = Array.from({ length: 25 }, (_, at) => `s${at}`);
let world: ReleaseCloud;

beforeAll(async () => {
  world = await aReleaseCloud({ v1: programs.server('v1'), v2: programs.server('v2') });
  await world.cloud.control('ecs-engine', { engine: 'simulated' });
  await Promise.all(names.map((name) => world.service(name, 'v1')));
  await Promise.all(names.map(settled));
}, 60_000);
afterAll(() => world?.stop());

async function settled(name: string) {
  while ((await position(world.cloud.ecs, 'prod', name)).latest?.status !== 'SUCCESSFUL')
    await new Promise((resolve) => setTimeout(resolve, 200));
}

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
  let outcome = '';
  const made = await callsOf(async () => {
    outcome = (await release('v2')).outputs.outcome ?? '';
  });
  expect(outcome).toBe('succeeded');
  for (const shared of ['RegisterTaskDefinition', 'BatchGetImage']) expect([shared, made(shared)]).toEqual([shared, 1]);
  expect(made('UpdateService')).toBe(names.length);
  // Services that have come to rest, and those that UpdateService answers for, are not listed one by one.
  expect(made('ListServiceDeployments')).toBe(0);
});

test('services that are left alone are proven all the same', async () => {
  const { outputs, checks } = await release('v2');
  expect(outputs.outcome).toBe('succeeded');
  const proven = checks.filter(({ id, verdict }) => id === 'rollout.running-digests' && verdict === 'pass');
  expect(proven.map(({ subject }) => subject).toSorted()).toEqual(names.toSorted());
});
