import type { StepResult } from '#shared/probe/suite/ask';
import { percentile, report } from '../src/report.ts';

const aResult = (more: Partial<StepResult> = {}): StepResult => ({
  test: 'API / up',
  name: 'Health',
  id: 'health',
  kind: 'passed',
  problems: [],
  attempts: 1,
  ms: 20,
  asked: 'GET /health',
  at: '2026-11-23T12:00:00.000Z',
  ...more,
});
const facts = { baseUrl: 'http://127.0.0.1', at: '2026-11-23T12:00:00.000Z' };

test('a step becomes a check that is called after its id', () => {
  const { checks } = report({
    ...facts,
    results: [aResult({ kind: 'failed', problems: ['status is 503, expected 200'] })],
  });
  expect(checks[0]).toMatchObject({
    id: 'smoke.health',
    verdict: 'fail',
    because: 'status is 503, expected 200',
  });
});

test('a step that answered as expected passes, and one that was not asked is skipped', () => {
  const { checks } = report({ ...facts, results: [aResult(), aResult({ id: 'ready', kind: 'skipped' })] });
  expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['smoke.health', 'pass'],
    ['smoke.ready', 'skipped'],
  ]);
});

test('the outputs count the steps and give the 95th percentile', () => {
  const results = [aResult({ ms: 10 }), aResult({ ms: 90 }), aResult({ kind: 'failed' })];
  expect(report({ ...facts, results }).outputs).toEqual({
    verdict: 'fail',
    passed: '2',
    failed: '1',
    skipped: '0',
    p95: '90',
  });
});

test('answers slower than allowed fail although every step passed', () => {
  const { outputs } = report({ ...facts, results: [aResult({ ms: 900 })], maxP95: { ms: 500 } });
  expect(outputs.verdict).toBe('fail');
});

test('the percentile of nothing is nothing', () => {
  expect(percentile([], 95)).toBeUndefined();
});
