import { definition } from '../src/inputs.ts';
import { tellUnused } from '../src/unused-images.ts';

/** What is told of these images, and how loudly. */
function told(containers: object, images: object): string[] {
  const said: string[] = [];
  const log = {
    info: (text: string) => void said.push(`info ${text}`),
    warn: (text: string) => void said.push(`warn ${text}`),
  };
  const { images: given, services } = definition.inputs.parse({
    cluster: 'prod',
    services: { api: { containers } },
    images,
  });
  tellUnused({ images: given, services }, { log, placeOf: () => undefined });
  return said;
}

const images = { backend: 'backend@sha256:1', frontend: 'frontend@sha256:2' };

test('a release that rolls out none of the images that it is given warns of it', () => {
  expect(told({}, images)).toEqual([expect.stringMatching(/^warn no container takes the image backend, frontend/)]);
});

test('one image that no container takes may be meant for another action', () => {
  expect(told({ api: { image: 'backend' } }, images)).toEqual([expect.stringMatching(/^info .* frontend;/)]);
});

test('nothing is said where every image is taken, or none is given', () => {
  expect(told({ api: 'backend', web: 'frontend' }, images)).toEqual([]);
  expect(told({}, {})).toEqual([]);
});
