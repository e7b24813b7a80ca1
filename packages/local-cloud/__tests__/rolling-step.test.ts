import { breakerThreshold, judge } from '../src/state/ecs/circuit-breaker.ts';
import type { Deployment } from '../src/state/ecs/model.ts';
import { rollingStep, type TaskView } from '../src/state/ecs/rolling-step.ts';

const tasks = (count: number, current: boolean, ready: boolean): TaskView[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${current ? 'new' : 'old'}${i}`, current, ready, createdAt: i }));
const double = { desired: 2, minimumHealthyPercent: 100, maximumPercent: 200 };

test('with room for double the tasks, all new ones start and no old one stops before they are ready', () => {
  expect(rollingStep(tasks(2, false, true), double)).toMatchObject({ start: 2, stop: [] });
  expect(rollingStep([...tasks(2, false, true), ...tasks(2, true, false)], double)).toMatchObject({
    start: 0,
    stop: [],
  });
});

test('an old task stops for each new one that is ready', () => {
  const [first, second] = tasks(2, true, true);
  const half = [...tasks(2, false, true), first as TaskView, { ...(second as TaskView), ready: false }];
  expect(rollingStep(half, double).stop).toEqual(['old0']);
  expect(rollingStep([...tasks(2, false, true), ...tasks(2, true, true)], double).stop).toEqual(['old0', 'old1']);
});

test('without room beside them, old tasks make room down to the minimum', () => {
  const tight = { desired: 4, minimumHealthyPercent: 50, maximumPercent: 100 };
  expect(rollingStep(tasks(4, false, true), tight)).toMatchObject({ start: 0, stop: ['old0', 'old1'] });
  expect(rollingStep(tasks(2, false, true), tight)).toMatchObject({ start: 2, stop: [] });
});

test('it is settled when only ready tasks of the current deployment are left', () => {
  expect(rollingStep(tasks(2, true, true), double)).toEqual({ start: 0, stop: [], settled: true });
  expect(rollingStep([...tasks(2, true, true), ...tasks(1, false, true)], double).settled).toBe(false);
  expect(rollingStep(tasks(2, true, false), double).settled).toBe(false);
});

test('fewer wanted tasks stop the newest', () => {
  expect(rollingStep(tasks(3, true, true), { ...double, desired: 1 }).stop).toEqual(['new2', 'new1']);
});

test.each([
  [1, 3],
  [10, 5],
  [1000, 200],
])('for %i tasks the circuit breaker opens at %i failures', (desired, threshold) => {
  expect(breakerThreshold(desired)).toBe(threshold);
});

test('the circuit breaker goes back only to a deployment that had completed', () => {
  const aDeployment = (rolloutState: Deployment['rolloutState'], failedTasks = 0) =>
    ({ rolloutState, failedTasks, createdAt: 1 }) as Deployment;
  const failing = aDeployment('IN_PROGRESS', 3);
  const good = aDeployment('COMPLETED');
  const breaker = { enable: true, rollback: true };
  expect(judge(failing, [failing, good], breaker, 3)).toEqual({ kind: 'roll-back', to: good });
  expect(judge(failing, [failing, aDeployment('FAILED')], breaker, 3)).toEqual({ kind: 'fail' });
  expect(judge(failing, [failing, good], { ...breaker, rollback: false }, 3)).toEqual({ kind: 'fail' });
  expect(judge(failing, [failing, good], breaker, 4)).toEqual({ kind: 'go-on' });
});
