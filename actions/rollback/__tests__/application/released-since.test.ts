import { deployedSince } from '../../src/application/released-since.ts';

const [ours, theirs] = ['a', 'b'].map((digit) => `registry/api@sha256:${digit.repeat(64)}`);
const record = { runId: '7', images: { backend: ours ?? '' } };
const runs = (image: string | undefined, tags: Readonly<Record<string, string>> = {}, of = record) =>
  deployedSince(
    {
      arn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:44',
      definition: { containerDefinitions: [{ name: 'api', ...(image ? { image } : {}) }] },
      tags: Object.entries(tags).map(([name, value]) => ({ key: `golive:${name}`, value })),
    },
    of,
  );

test('what the run of the record registered, or what runs an image that it built, is its own', () => {
  expect(runs(theirs, { run: '7' })).toBeUndefined();
  expect(runs(ours)).toBeUndefined();
  // Registered by an earlier release, and used again by this one.
  expect(runs(ours, { run: '3' })).toBeUndefined();
});

test('what another run registered is told with its release', () => {
  expect(runs(theirs, { run: '9', release: 'v1.5.0' })).toBe(
    'runs api:44 of v1.5.0 (run 9), not of the recorded release',
  );
  expect(runs(theirs, { run: '9' })).toContain('of run 9');
  expect(runs(theirs)).toBe('runs api:44, with no image of the recorded release');
});

test('without tags, and without images in the record, nothing tells', () => {
  expect(runs(theirs, {}, { ...record, images: {} as typeof record.images })).toBeUndefined();
});
