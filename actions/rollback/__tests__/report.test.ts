import type { Moment, Outcome as Watched } from '#shared/ecs/watch/outcome';
import { check } from '../src/checks.ts';
import { outcomeOf } from '../src/outcome.ts';
import type { Decision } from '../src/plan.ts';
import { type Facts, report, reportPlan } from '../src/report.ts';
import type { Result, Trail } from '../src/result.ts';

const at = '2026-11-23T12:00:00.000Z';
const decision: Decision = { level: 'application', subject: 'api', kind: 'put-back', because: 'api:42 -> api:41' };
const facts = (more: Partial<Facts> = {}): Facts => ({ decisions: [decision], before: [], kept: '', at, ...more });
const aResult = (more: Partial<Result> = {}): Result => ({ decision, back: true, because: 'runs api:41', at, ...more });
const aTrail = (results: readonly Result[], more: Partial<Trail> = {}): Trail => ({
  results,
  elapsed: {},
  moments: [],
  ...more,
});
const ended = (kind: 'superseded' | 'could-not-find-out' | 'hopeless'): Result => {
  const outcome = { kind, service: 'api', deployment: 'd', because: 'why', at: new Date(at), by: { tags: {} } };
  return aResult({ back: false, way: { back: false, because: 'why', steps: [], outcome: outcome as Watched } });
};

test('a dry run measures nothing, so its checks are skipped', () => {
  expect(reportPlan(facts(), 'planned').checks[0]).toMatchObject({ verdict: 'skipped' });
});

test('a refusal fails also in a dry run', () => {
  const refused = facts({ decisions: [{ ...decision, kind: 'refuse' }] });
  expect(reportPlan(refused, 'planned').checks[0]).toMatchObject({ verdict: 'fail' });
});

test('a refusal shows every precondition that was not met, and has an exit code of its own', () => {
  const before = [check('rollback.images-verified', 'api', 'fail', 'image gone', { source: 'ecr', at })];
  const { summary, exitCode, outputs } = reportPlan(facts({ before }), 'refused');
  expect(summary.text).toContain('image gone');
  expect(exitCode).toBe(3);
  expect(outputs.outcome).toBe('refused');
});

test('why a rollback is refused stands at the top of its summary, also where a dry run would be', () => {
  const checks = ['pass', 'fail'] as const;
  const before = checks.map((verdict) =>
    check('rollback.images-verified', 'api', verdict, `image ${verdict}`, { source: 'ecr', at }),
  );
  const gone: Decision = { level: 'application', subject: 'web', kind: 'refuse', because: 'no longer exists' };
  for (const outcome of ['refused', 'planned'] as const) {
    const { text } = reportPlan(facts({ before, decisions: [gone] }), outcome).summary ?? { text: '' };
    expect(text).toMatch(/^## Rollback: .*refused.*\n\n- \*\*api\*\*: image fail\n- \*\*web\*\*: no longer exists\n/);
  }
  expect(reportPlan(facts(), 'planned').summary?.text).not.toContain('refused');
});

test('what did not come back, and a level that took too long, are marked', () => {
  const elapsed = { application: { seconds: 301, clock: 'the clock of ECS' } };
  const { text } = report(facts(), aTrail([aResult({ back: false })], { elapsed })).summary ?? { text: '' };
  expect(text).toContain('✗ no');
  expect(text).toContain('! 5m 1s');
  const warned = { ...decision, warning: 'rows stay behind' };
  expect(report(facts(), aTrail([aResult({ decision: warned })])).summary?.text).toMatch(/! yes \|.*rows stay behind/);
});

test('elapsed time is held against the budget of its level, and whose clock it is stands beside it', () => {
  const took = (seconds: number) =>
    report(facts(), aTrail([aResult()], { elapsed: { application: { seconds, clock: 'the clock of ECS' } } }));
  expect(took(200).checks.at(-1)).toMatchObject({
    id: 'rollback.within-budget',
    verdict: 'pass',
    measured: 200,
    expected: 300,
    source: 'the clock of ECS',
  });
  expect(took(200).outputs).toMatchObject({ elapsed: '{"application":200}', 'elapsed-seconds': '200' });
  expect(took(400).checks.at(-1)).toMatchObject({ verdict: 'warn' });
});

test('what did not come back fails', () => {
  const results = [aResult({ back: false, because: 'AccessDeniedException: no' })];
  expect(report(facts(), aTrail(results)).checks[0]).toMatchObject({ verdict: 'fail' });
});

test('each outcome is told apart, and has an exit code of its own', () => {
  const failed = aResult({ back: false, because: 'AccessDeniedException: no' });
  const late = aResult({ back: false, because: 'not back within 20 s: waits' });
  const smoke = check('rollback.smoke', 'app', 'fail', '1 of 3 steps failed', { source: 'suites', at });
  const outcomes = [
    outcomeOf(aTrail([aResult()]), undefined),
    outcomeOf(aTrail([failed]), undefined),
    outcomeOf(aTrail([late]), undefined),
    outcomeOf(aTrail([ended('superseded')]), undefined),
    outcomeOf(aTrail([failed, ended('could-not-find-out')]), undefined),
    outcomeOf(aTrail([failed, aResult({ back: false, unknown: true })]), undefined),
    outcomeOf(aTrail([aResult()]), smoke),
    outcomeOf(aTrail([aResult({ back: false, cancelled: true })]), undefined),
  ];
  expect(outcomes).toEqual([
    'back',
    'failed',
    'timed-out',
    'superseded',
    'could-not-find-out',
    'could-not-find-out',
    'smoke-failed',
    'cancelled',
  ]);
  const codes = [[aResult()], [failed], [late], [ended('superseded')]].map(
    (results) => report(facts(), aTrail(results)).exitCode,
  );
  expect(codes).toEqual([0, 1, 5, 4]);
});

test('a level that is skipped is neither back nor a failure', () => {
  const skipped: Decision = { level: 'infrastructure', subject: 'infrastructure', kind: 'skip', because: 'no record' };
  const trail = aTrail([aResult(), aResult({ decision: skipped, back: false, because: 'no record' })]);
  const { checks, outputs } = report(facts(), trail);
  expect(checks.find(({ id }) => id === 'rollback.infrastructure')).toMatchObject({ verdict: 'skipped' });
  expect(outputs.outcome).toBe('back');
});

test('the way back of each service is drawn', () => {
  const moment = (what: Moment['what'], seconds: number): Moment => ({
    service: 'api',
    what,
    at: new Date(Date.parse(at) + seconds * 1000),
    clock: 'ecs',
  });
  const moments = [moment('deployment began', 0), moment('first task started', 30), moment('stable', 90)];
  const { summary } = report(facts(), aTrail([aResult()], { moments }));
  expect(summary.text).toContain('```mermaid');
  expect(summary.text).toContain('section api');
});
