import { nowhere } from '../src/definition/read-definition.ts';
import { baseOf, resolve } from '../src/resolve.ts';
import { serviceSettings } from '../src/settings.ts';
import type { WantedService } from '../src/wanted.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const release = { commit: 'c0ffee', run: '7', actor: 'ann' };
const described = {
  family: 'api',
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:3',
  containerDefinitions: [
    { name: 'api', image: 'api:1' },
    { name: 'proxy', image: 'proxy:1' },
  ],
};
const wanted = (settings: object, images = {}): WantedService => ({
  service: 'api',
  source: { kind: 'running' },
  images,
  settings: serviceSettings.parse(settings),
  deployment: {},
  force: false,
});

test('a registered revision of which nothing is to be different is deployed as it is', () => {
  expect(resolve(baseOf(described, []), wanted({}), release)).toMatchObject({
    kind: 'resolved',
    asItIs: described.taskDefinitionArn,
  });
});

test('a changed revision is registered anew, with the tags of its release', () => {
  const resolved = resolve(baseOf(described, []), wanted({}, { api: `registry.example/api@${digest}` }), release);
  expect(resolved).toMatchObject({
    kind: 'resolved',
    definition: { tags: expect.arrayContaining([{ key: 'golive:commit', value: 'c0ffee' }]) },
  });
  expect(resolved).not.toHaveProperty('asItIs');
});

test('what every container gets is written once, with *', () => {
  const resolved = resolve(baseOf(described, []), wanted({ environment: { '*': { REGION: 'eu' } } }), release);
  const containers = resolved.kind === 'resolved' ? resolved.definition.containerDefinitions : [];
  expect(containers?.map(({ environment }) => environment)).toEqual(Array(2).fill([{ name: 'REGION', value: 'eu' }]));
});

test('what is said of a container and of the platform reaches the definition, and the rest of it stays', () => {
  const api = {
    image: 'backend',
    cpu: 128,
    memory: 512,
    'memory-reservation': 256,
    'entry-point': ['/bin/tini', '--'],
    'log-driver': 'awslogs',
  };
  const settings = {
    containers: { api, proxy: { 'entry-point': null } },
    'log-options': { api: { 'awslogs-group': '/ecs/api' } },
    'runtime-platform': { 'cpu-architecture': 'ARM64' },
  };
  const [first, second] = described.containerDefinitions;
  const base = { ...described, containerDefinitions: [first ?? {}, { ...second, entryPoint: ['/bin/old'] }] };
  const resolved = resolve(
    baseOf({ ...base, runtimePlatform: { operatingSystemFamily: 'LINUX' } }, []),
    wanted(settings),
    release,
  );
  expect(resolved).toMatchObject({
    kind: 'resolved',
    definition: { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } },
  });
  expect(resolved.kind === 'resolved' && resolved.definition.containerDefinitions).toEqual([
    {
      name: 'api',
      image: 'api:1',
      cpu: 128,
      memory: 512,
      memoryReservation: 256,
      entryPoint: ['/bin/tini', '--'],
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/api' } },
    },
    { name: 'proxy', image: 'proxy:1' },
  ]);
});

test('tags that ECS would refuse are refused before anything is registered', () => {
  const base = { definition: { family: 'api', containerDefinitions: [] }, placeOf: nowhere };
  expect(resolve(base, wanted({ tags: { 'aws:mine': 'x' } }), release)).toMatchObject({
    kind: 'refused',
    refusals: [{ path: ['tags'], because: expect.stringContaining('aws:mine') }],
  });
});
