import { definition } from '../src/inputs.ts';

/** Path and message of each mistake. */
function mistakesIn(given: object): [path: string, message: string][] {
  const parsed = definition.inputs.safeParse({ cluster: 'prod', services: { api: {} }, ...given });
  return (parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
}

const pause = (more: object = {}) => ({
  stage: 'post-test-traffic-shift',
  suites: ['smoke/*.yml'],
  'base-url': 'https://test.example.com',
  ...more,
});
const blueGreen = { strategy: 'blue-green', 'bake-time': '5m' };

test.each<[what: string, deployment: object, key: string, because: string]>([
  [
    'a pause of more than 14 days',
    { ...blueGreen, pauses: [pause({ timeout: '336h1m' })] },
    'pauses.0.timeout',
    '14 days',
  ],
  ['a pause of a rolling deployment', { strategy: 'rolling', pauses: [pause()] }, 'pauses', 'another strategy'],
  ['two pauses at one stage', { ...blueGreen, pauses: [pause(), pause()] }, 'pauses.1.stage', 'has a pause already'],
  ['a bake time of a rolling deployment', { strategy: 'rolling', 'bake-time': '5m' }, 'bake-time', 'another strategy'],
  ['a bake time of more than a day', { strategy: 'canary', 'bake-time': '25h' }, 'bake-time', 'longer than 24h'],
  ['a canary of a blue-green deployment', { ...blueGreen, 'canary-percent': 10 }, 'canary-percent', 'canary'],
  ['steps of a canary', { strategy: 'canary', 'step-bake-time': '5m' }, 'step-bake-time', 'the strategy linear'],
  ['a part of a tenth of a percent', { strategy: 'canary', 'canary-percent': 1.25 }, 'canary-percent', '0.1'],
  [
    'percentages that let no task be replaced',
    { strategy: 'rolling', 'minimum-healthy-percent': 100, 'maximum-percent': 100 },
    'maximum-percent',
    'no task',
  ],
])('%s is a mistake at its key, for all services and for one', (_, deployment, key, because) => {
  const told = expect.stringContaining(because);
  expect(mistakesIn({ deployment })).toEqual([[`deployment.${key}`, told]]);
  expect(mistakesIn({ services: { api: { deployment } } })).toEqual([[`services.api.deployment.${key}`, told]]);
});

test('what is said for all and does not go with the strategy of one service is a mistake of that service', () => {
  const services = { api: { deployment: { strategy: 'rolling' } }, web: {} };
  expect(mistakesIn({ deployment: { 'bake-time': '5m' }, services })).toEqual([
    ['services.api.deployment.strategy', expect.stringContaining('bake-time')],
  ]);
});

test('a mistake in what is said for all is told once, also when a service says more', () => {
  const services = { api: { deployment: { 'maximum-percent': 150 } }, web: {} };
  const deployment = { strategy: 'rolling', 'bake-time': '5m' };
  expect(mistakesIn({ deployment, services })).toEqual([['deployment.bake-time', expect.anything()]]);
});

test('a pause of exactly 14 days, and settings that go with their strategy, are no mistakes', () => {
  expect(mistakesIn({ deployment: { ...blueGreen, pauses: [pause({ timeout: '14d' })] } })).toEqual([]);
  expect(mistakesIn({ deployment: { strategy: 'canary', 'canary-percent': 0.3, 'canary-bake-time': '5m' } })).toEqual(
    [],
  );
  expect(mistakesIn({ deployment: { strategy: 'linear', 'step-percent': 33.3, 'bake-time': '24h' } })).toEqual([]);
});

test('capacity providers with two bases, or without any weight, are a mistake', () => {
  const providers = (...more: object[]) => more.map((one) => ({ provider: 'FARGATE', ...one }));
  const services = { api: { 'capacity-providers': providers({ base: 1 }, { base: 2 }) } };
  expect(mistakesIn({ services })).toEqual([
    ['services.api.capacity-providers', expect.stringContaining('more than one')],
  ]);
  expect(mistakesIn({ 'capacity-providers': providers({ weight: 0 }, { weight: 0 }) })).toEqual([
    ['capacity-providers', expect.stringContaining('weight 0')],
  ]);
});

test('a container that keeps more memory than it is killed at is a mistake', () => {
  const api = { image: 'backend', memory: 256, 'memory-reservation': 256 };
  expect(mistakesIn({ services: { api: { containers: { api } } } })).toEqual([
    ['services.api.containers.api.memory-reservation', expect.stringContaining('256 MiB')],
  ]);
});

test.each([
  ['containers', 'backend'],
  ['command', ['node']],
  ['log-options', { mode: 'non-blocking' }],
])('%s of every container is a mistake, and not left out without a word', (key, said) => {
  expect(mistakesIn({ services: { api: { [key]: { '*': said } } } })).toEqual([
    [`services.api.${key}.*`, expect.stringContaining('only for environment and secrets')],
  ]);
});

test('environment and secrets of every container are no mistakes', () => {
  const every = { '*': { LEVEL: 'info' } };
  expect(mistakesIn({ services: { api: { environment: every, secrets: every } } })).toEqual([]);
});
