import { definition } from '../src/inputs.ts';
import { sourceOf, wantedServices } from '../src/wanted.ts';

const image = `repo@sha256:${'a'.repeat(64)}`;
const addresses = { backend: image };

function wanted(given: object) {
  const input = definition.inputs.parse({ cluster: 'prod', ...given });
  return wantedServices(input, addresses);
}

const services = { api: { containers: { api: 'backend' } }, web: {}, worker: {} };

test('an image that is not among the images is a mistake at its container', () => {
  const containers = { api: 'other', proxy: { image: 'another' } };
  expect(wanted({ services: { api: { containers } } }).mistakes).toEqual([
    { path: ['services', 'api', 'containers', 'api'], because: 'no image named other; there are backend' },
    {
      path: ['services', 'api', 'containers', 'proxy', 'image'],
      because: 'no image named another; there are backend',
    },
  ]);
});

test('the image of a container is its name alone, or one of the things said of it, or none', () => {
  const containers = { api: { image: 'backend', cpu: 256 }, proxy: 'backend', log: { cpu: 32 } };
  const { services: all, mistakes } = wanted({ services: { api: { containers } } });
  expect(all[0]?.images).toEqual({ api: image, proxy: image });
  expect(mistakes).toEqual([]);
});

test('what a service says wins over what is said for all of them', () => {
  const { services: all } = wanted({
    services: { api: { 'desired-count': 5, deployment: { 'maximum-percent': 150 } }, web: {} },
    'desired-count': 2,
    deployment: { 'maximum-percent': 200, 'circuit-breaker': 'rollback' },
  });
  expect(all.map(({ settings }) => settings['desired-count'])).toEqual([5, 2]);
  expect(all[0]?.deployment).toMatchObject({ 'maximum-percent': 150, 'circuit-breaker': 'rollback' });
});

test('without an order all services go at once', () => {
  expect(wanted({ services }).groups).toEqual([['api', 'web', 'worker']]);
});

test('services that the order does not name go last, together', () => {
  expect(wanted({ services, order: [['web']] }).groups).toEqual([['web'], ['api', 'worker']]);
});

test('an order that names an unknown service, or one twice, is a mistake', () => {
  expect(wanted({ services, order: [['web', 'wbe'], ['web']] }).mistakes).toEqual([
    { path: ['order', 0, 1], because: 'there is no service wbe; there are api, web, worker' },
    { path: ['order', 1, 0], because: 'web stands there twice' },
  ]);
});

test.each([
  ['running', { kind: 'running' }],
  ['api:12', { kind: 'registered', name: 'api:12' }],
  ['api:latest', { kind: 'registered', name: 'api' }],
  [
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:12',
    { kind: 'registered', name: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:12' },
  ],
  ['ecs/api.json', { kind: 'file', path: 'ecs/api.json' }],
])('a definition may be %s', (text, source) => {
  expect(sourceOf(text)).toEqual(source);
});

test('a release without services is refused', () => {
  expect(definition.inputs.safeParse({ cluster: 'prod', services: {} }).success).toBe(false);
});
