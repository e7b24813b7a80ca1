import { compareVersions, parseVersion } from '../../src/gates/semantic-version.ts';

const compare = (a: string, b: string) => {
  const [one, other] = [parseVersion(a), parseVersion(b)];
  if (one === undefined || other === undefined) throw new Error('no version');
  return Math.sign(compareVersions(one, other));
};

// The order of https://semver.org/#spec-item-11, and the numbers that text would put in the wrong one.
const ascending = [
  'v0.9.9',
  '1.0.0-0',
  '1.0.0-2',
  '1.0.0-11',
  '1.0.0-alpha',
  'v1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  'v1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  'v1.0.1',
  '1.2.0',
  'v1.10.0',
  '2.0.0',
  '10.0.0',
  '10.0.99999999999999999999',
];

test.each(ascending.slice(1).map((version, at) => [ascending[at] ?? '', version]))('%s is older than %s', (a, b) => {
  expect([compare(a, b), compare(b, a)]).toEqual([-1, 1]);
});

test.each([
  ['1.2.3', 'v1.2.3'],
  ['1.2.3+build.1', '1.2.3+build.2'],
])('%s is neither newer nor older than %s', (a, b) => {
  expect(compare(a, b)).toBe(0);
});

test.each([
  '',
  'v1',
  '1.2',
  '01.2.3',
  '1.2.3.4',
  '1.2.3-',
  '1.2.3-01',
  '1.2.3-a..b',
  'main',
  'v1.2.3\n',
  'release-1.2.3',
])('%j is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});
