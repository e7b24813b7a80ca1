import type { ImageTrail } from '../src/apply.ts';
import { report } from '../src/report.ts';

const tag = 'v1.2.0';
const at = '2026-11-02T10:00:00.000Z';
const digest = `sha256:${'1'.repeat(64)}`;
const closed = { kind: 'closed', scanner: 'ECR', because: 'ECR found CVE-2026-1 (CRITICAL)' } as const;

/** An image that passed every gate, was pushed and proven, unless told otherwise. */
function aTrail(name: string, more: Partial<ImageTrail> = {}): ImageTrail {
  const manifest = { mediaType: 'm', digest, size: 10, bytes: Buffer.alloc(0), layers: [], children: [] };
  return {
    image: { name, repository: `coldchain-${name}`, digest, layout: '/layout', manifest },
    size: { kind: 'open', because: '10 B compressed' },
    tag: { kind: 'set', because: 'nobody has it' },
    scan: { kind: 'open', scanner: 'ECR', because: 'nothing found' },
    pushed: { uploaded: 1, mounted: 0, present: 0 },
    proven: digest,
    ...more,
  };
}

const told = (...images: readonly ImageTrail[]) => {
  const { checks, outputs } = report({ images, steps: [] }, tag, at);
  return { outputs, verdicts: checks.map(({ id, subject, verdict }) => `${subject} ${id} ${verdict}`) };
};

test('images whose digests are proven are the output', () => {
  const { outputs, verdicts } = told(aTrail('backend'), aTrail('frontend'));
  expect(JSON.parse(outputs.images ?? '')).toEqual({
    backend: `coldchain-backend@${digest}`,
    frontend: `coldchain-frontend@${digest}`,
  });
  expect(verdicts).toContain('backend images.digest-proven pass');
});

test('a tag that gives another digest, or none, after the push proves nothing, and nothing is the output', () => {
  const { proven: _, ...unproven } = aTrail('frontend');
  for (const frontend of [unproven, aTrail('frontend', { proven: `sha256:${'2'.repeat(64)}` })]) {
    const { outputs, verdicts } = told(aTrail('backend'), frontend);
    expect(outputs.images).toBe('');
    expect(verdicts).toContain('frontend images.digest-proven inconclusive');
  }
});

test('where one image keeps all from being tagged, no other is said to lack its tag', () => {
  const { proven: _, ...untagged } = aTrail('frontend');
  const { outputs, verdicts } = told({ ...untagged, image: aTrail('backend').image, scan: closed }, untagged);
  expect(outputs.images).toBe('');
  expect(verdicts).toContain('backend images.no-critical-vulnerabilities fail');
  expect(verdicts.filter((each) => each.includes('digest-proven'))).toEqual([]);
});

test('an image that passed every gate passes each by its name', () => {
  expect(told(aTrail('backend')).verdicts).toEqual([
    'backend images.size pass',
    'backend images.immutable-tag pass',
    'backend images.no-critical-vulnerabilities pass',
    'backend images.digest-proven pass',
  ]);
});

test('an image over its limit fails', () => {
  const { verdicts } = told(aTrail('backend', { size: { kind: 'closed', because: '600 MB of 500 MB' } }));
  expect(verdicts).toContain('backend images.size fail');
});

test('a tag that another digest has already fails', () => {
  const taken = { kind: 'refuse', because: 'v1.2.0 is another digest', hint: 'take another tag' } as const;
  expect(told(aTrail('backend', { tag: taken })).verdicts).toContain('backend images.immutable-tag fail');
});
