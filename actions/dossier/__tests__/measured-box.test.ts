import type { Measure } from '#shared/checklist/checklist';
import type { Check } from '#shared/evidence/check';
import { fillMeasured } from '../src/measured-box.ts';
import { aCheck } from './builders.ts';

const size = (change: Partial<Check> = {}) => aCheck({ id: 'images.size', ...change });
const fill = (measured: readonly Measure[], checks: readonly Check[], action = 'build-scan-push') =>
  fillMeasured(
    { box: 1, text: 'It is small', measured: [...measured] },
    Map.groupBy(
      checks.map((check) => ({ action, check })),
      ({ check }) => check.id,
    ),
  );

test('without a subject every subject counts, and the worst decides', () => {
  const checks = [size({ subject: 'backend' }), size({ subject: 'frontend', verdict: 'fail' })];
  expect(fill([{ check: 'images.size' }], checks)).toMatchObject({ state: 'failed' });
});

test('a subject alone counts where the box names it', () => {
  const checks = [size({ subject: 'backend' }), size({ subject: 'frontend', verdict: 'fail' })];
  expect(fill([{ check: 'images.size', subject: 'backend' }], checks)).toMatchObject({ state: 'measured' });
});

test('another subject does not close the box', () => {
  expect(fill([{ check: 'images.size', subject: 'backend' }], [size({ subject: 'frontend' })])).toMatchObject({
    state: 'open',
    because: 'no action has reported images.size of backend',
  });
});

test('a check that another action reports does not close the box', () => {
  const measure = { check: 'images.size', of: 'build-scan-push' };
  expect(fill([measure], [size()], 'smoke-test')).toMatchObject({
    state: 'open',
    because: 'images.size was reported by smoke-test, and counts only from build-scan-push',
  });
});

test('what passed beyond its bound has failed, and the sentence has both numbers', () => {
  const measure = { check: 'images.size', bound: { 'at-most': '500MB' } };
  expect(fill([measure], [size({ measured: 600_000_000 })])).toMatchObject({
    state: 'failed',
    because: expect.stringContaining('600000000 was measured, asked is at most 500MB'),
    by: 'images.size at most 500MB',
  });
  expect(fill([measure], [size({ measured: 400_000_000 })]).state).toBe('measured');
});

test('a bound on a check that measured nothing fails the box: nobody knows', () => {
  expect(fill([{ check: 'images.size', bound: { 'at-most': 1 } }], [size()]).state).toBe('failed');
});

test('a bound mends no failure', () => {
  const failed = size({ verdict: 'fail', measured: 1 });
  expect(fill([{ check: 'images.size', bound: { 'at-most': 5 } }], [failed]).state).toBe('failed');
});

test('one check of two leaves the box open, and says which is missing', () => {
  expect(fill([{ check: 'images.size' }, { check: 'dns.ttl' }], [size()])).toMatchObject({
    state: 'open',
    because: 'no action has reported dns.ttl',
  });
});

test('what was skipped leaves the box open', () => {
  expect(fill([{ check: 'images.size' }], [size({ verdict: 'skipped', because: 'not asked' })])).toMatchObject({
    state: 'open',
    because: expect.stringContaining('not asked'),
  });
});

test('a warning closes a box, except where the box asks for a pass', () => {
  const warned = size({ verdict: 'warn', because: 'nothing tells which images run' });
  expect(fill([{ check: 'images.size' }], [warned]).state).toBe('measured');
  expect(fill([{ check: 'images.size', verdict: 'pass' }], [warned])).toMatchObject({
    state: 'open',
    because: expect.stringContaining('nothing tells which images run'),
    by: 'images.size without a warning',
  });
});
