import type { Decision } from '../src/plan.ts';
import { report, reportPlan } from '../src/report.ts';

const at = '2026-11-23T12:00:00.000Z';
const decision: Decision = { level: 'application', subject: 'api', kind: 'put-back', because: 'api:42 -> api:41' };

test('a dry run measures nothing, so its checks are skipped', () => {
  expect(reportPlan([decision], at).checks[0]).toMatchObject({ verdict: 'skipped' });
});

test('a refusal fails also in a dry run', () => {
  expect(reportPlan([{ ...decision, kind: 'refuse' }], at).checks[0]).toMatchObject({ verdict: 'fail' });
});

test('elapsed time is held against the budget of its level', () => {
  const results = [{ decision, back: true, because: 'runs api:41', at }];
  const within = report([decision], { results, elapsed: { application: 200 } }, '', at);
  expect(within.checks.at(-1)).toMatchObject({ id: 'rollback.within-budget', verdict: 'pass', expected: 300 });
  const over = report([decision], { results, elapsed: { application: 400 } }, '', at);
  expect(over.checks.at(-1)).toMatchObject({ verdict: 'warn' });
});

test('what did not come back fails', () => {
  const results = [{ decision, back: false, because: 'AccessDeniedException: no', at }];
  expect(report([decision], { results, elapsed: {} }, '', at).checks[0]).toMatchObject({ verdict: 'fail' });
});
