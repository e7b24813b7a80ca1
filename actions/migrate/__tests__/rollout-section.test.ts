import { inRollout } from '../src/rollout-section.ts';

const section = (api: unknown) => ({ cluster: 'prod', services: { web: {}, backend: { containers: { api } } } });

test('the image of a container is found by its name alone and among what else is said of it', () => {
  const found = { cluster: 'prod', image: 'backend' };
  expect(inRollout(section('backend'), 'backend', 'api')).toEqual(found);
  expect(inRollout(section({ image: 'backend', memory: 512 }), 'backend', 'api')).toEqual(found);
});

test('a section that says nothing of the container gives no image', () => {
  expect(inRollout(section({ memory: 512 }), 'backend', 'api').image).toBeUndefined();
  expect(inRollout(section('backend'), 'web', 'api').image).toBeUndefined();
  expect(inRollout(undefined, 'backend', 'api')).toEqual({});
});
