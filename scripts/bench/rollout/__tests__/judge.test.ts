import { judge, missed } from '../judge.ts';
import { aRun, aScenario } from './a-run.ts';

const success = aScenario('success-20s');
const crash = aScenario('crash-loop');
const failure = {
  exitCode: 3,
  outputs: { outcome: 'rolled-back' },
  lines: [
    { at: 21_000, text: 'service: hopeless: container app ended with exit code 41' },
    { at: 29_000, text: '::error::service failed' },
  ],
};

test('a success is late by the time from the end of the deployment to the end of the process', () => {
  const judged = judge(success, 'golive', aRun(), { decidedAt: 28_000, settledAt: undefined });
  expect(judged).toMatchObject({ exitLateMs: 2000, toldLateMs: undefined, wrong: [] });
  expect(missed(judged)).toEqual([]);
});

test('a success that is told more than three seconds late is missed', () => {
  const judged = judge(success, 'golive', aRun(), { decidedAt: 26_900, settledAt: undefined });
  expect(missed(judged)).toEqual(['success-20s: ended 3.1 s late (at most 3.0)']);
});

test('a failure is told by the first line that names its reason, and the process has until the service is back', () => {
  const judged = judge(crash, 'golive', aRun(failure), { decidedAt: 20_000, settledAt: 29_000 });
  expect(judged).toMatchObject({ toldLateMs: 1000, exitLateMs: 1000 });
  expect(missed(judged)).toEqual([]);
});

test('a failure whose reason nobody names is wrong, and told by the first error', () => {
  const lines = failure.lines.slice(1);
  const judged = judge(crash, 'golive', aRun({ ...failure, lines }), { decidedAt: 20_000, settledAt: undefined });
  expect(judged).toMatchObject({ toldLateMs: 9000, wrong: ['reason not named'] });
});

test('a green end of a failure is wrong', () => {
  const judged = judge(crash, 'market', aRun({ lines: failure.lines }), { decidedAt: 20_000, settledAt: undefined });
  expect(judged.wrong).toEqual(['exit 0']);
});

test('another end than the one that happened is wrong', () => {
  const run = aRun({ ...failure, outputs: { outcome: 'timed-out' } });
  const judged = judge(crash, 'golive', run, { decidedAt: 20_000, settledAt: undefined });
  expect(judged.wrong).toEqual(['outcome timed-out instead of rolled-back']);
});

test('a run without a truth to compare with does not pass', () => {
  const judged = judge(success, 'golive', aRun(), { decidedAt: undefined, settledAt: undefined });
  expect(missed(judged)).toEqual(['success-20s: ended cannot be compared with a truth']);
});

test('more than half of a quota is missed', () => {
  const calls = Array.from({ length: 651 }, (_, at) => ({ at, operation: 'DescribeServices', status: 200 }));
  const judged = judge(success, 'golive', aRun({ calls }), { decidedAt: 30_000, settledAt: undefined });
  expect(missed(judged)).toEqual(['success-20s: took 50 % of a quota']);
});
