import fc from 'fast-check';
import { nextCapacity, providerFor } from '../src/state/ecs/capacity.ts';
import { beginAlarmWatch, lookAtAlarms } from '../src/state/ecs/deployment-alarms.ts';
import { configurationOf } from '../src/state/ecs/deployment-configuration.ts';
import { beginProgress, enterNext, rollbackSteps, stepIsOver, stepOf, stepsOf } from '../src/state/ecs/lifecycle.ts';
import { beginHooks, judgeHooks, moveHooks } from '../src/state/ecs/lifecycle-hooks.ts';

const minute = 60_000;
const stagesOf = (given: Parameters<typeof configurationOf>[0], reconcile = false) =>
  stepsOf(configurationOf(given), reconcile).map(({ stage, production }) =>
    production === undefined ? stage : `${stage} ${production}`,
  );

test('a blue/green deployment goes through its stages once', () => {
  expect(stagesOf({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 })).toEqual([
    'PRE_SCALE_UP',
    'SCALE_UP',
    'POST_SCALE_UP',
    'TEST_TRAFFIC_SHIFT',
    'POST_TEST_TRAFFIC_SHIFT',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT 100',
    'POST_PRODUCTION_TRAFFIC_SHIFT',
    'BAKE_TIME',
    'CLEAN_UP',
  ]);
});

test('more than one active revision is reconciled first', () => {
  expect(stagesOf({ strategy: 'BLUE_GREEN' }, true)[0]).toBe('RECONCILE_SERVICE');
});

test('a linear deployment shifts step by step, with the stage before each', () => {
  const stages = stagesOf({ strategy: 'LINEAR', linearConfiguration: { stepPercent: 40 } });
  expect(stages.filter((stage) => stage.includes('PRODUCTION_TRAFFIC_SHIFT') && !stage.startsWith('POST'))).toEqual([
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT 40',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT 80',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    'PRODUCTION_TRAFFIC_SHIFT 100',
  ]);
});

test('a canary waits with its share before it takes the rest', () => {
  const steps = stepsOf(
    configurationOf({ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 7 } }),
    false,
  ).filter(({ production }) => production !== undefined);
  expect(steps.map(({ production }) => production)).toEqual([10, 100]);
  expect((steps[0]?.lastsMs ?? 0) - (steps[1]?.lastsMs ?? 0)).toBe(7 * minute);
});

test('whatever the strategy, production traffic only grows, and ends at 100', () => {
  const configurations = fc.oneof(
    fc.record({
      strategy: fc.constant('LINEAR' as const),
      linearConfiguration: fc.record({ stepPercent: fc.integer({ min: 30, max: 1000 }).map((tenths) => tenths / 10) }),
    }),
    fc.record({
      strategy: fc.constant('CANARY' as const),
      canaryConfiguration: fc.record({ canaryPercent: fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10) }),
    }),
  );
  fc.assert(
    fc.property(configurations, (given) => {
      const weights = stepsOf(configurationOf(given), false).flatMap(({ production }) => production ?? []);
      expect(weights).toEqual(weights.toSorted((a, b) => a - b));
      expect(new Set(weights).size).toBe(weights.length);
      expect(weights.at(-1)).toBe(100);
    }),
  );
});

test('from any stage the way back ends with all traffic at the revision before', () => {
  const steps = stepsOf(configurationOf({ strategy: 'LINEAR' }), true);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: steps.length - 1 }), (at) => {
      const forward = beginProgress(steps, 0);
      for (let i = 0; i < at; i += 1) enterNext(forward, i);
      const back = { ...beginProgress(rollbackSteps, at), production: 100 - forward.production };
      while (enterNext(back, at));
      expect(back.production).toBe(100);
    }),
  );
});

test('a stage is over when its time and its work are', () => {
  const progress = beginProgress(stepsOf(configurationOf({ strategy: 'BLUE_GREEN' }), false), 0);
  enterNext(progress, 0);
  const seen = { now: minute, targetReady: false, strayTasks: false, sourceTasks: true };
  expect(stepOf(progress)?.stage).toBe('SCALE_UP');
  expect(stepIsOver(progress, seen)).toBe(false);
  expect(stepIsOver(progress, { ...seen, targetReady: true, now: 1 })).toBe(false);
  expect(stepIsOver(progress, { ...seen, targetReady: true })).toBe(true);
});

const hooksOf = (lifecycleHooks: object[]) =>
  beginHooks(configurationOf({ strategy: 'BLUE_GREEN', lifecycleHooks } as never), 'POST_SCALE_UP', 0);
const pause = { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] };
const lambda = { targetType: 'AWS_LAMBDA', hookTargetArn: 'arn:f', lifecycleStages: ['POST_SCALE_UP'] };

test('a PAUSE hook waits 24 hours and then goes back, where it is not told otherwise', () => {
  const hooks = hooksOf([pause]);
  const ask = () => ({ hookStatus: 'FAILED' as const });
  moveHooks(hooks, ask, 1440 * minute - 1);
  expect([hooks[0]?.status, judgeHooks(hooks)]).toEqual(['AWAITING_ACTION', 'waiting']);
  moveHooks(hooks, ask, 1440 * minute);
  expect([hooks[0]?.status, judgeHooks(hooks)]).toEqual(['TIMED_OUT', 'roll-back']);
});

test('a PAUSE hook whose time-out goes on, goes on', () => {
  const hooks = hooksOf([{ ...pause, timeoutConfiguration: { timeoutInMinutes: 1, action: 'CONTINUE' } }]);
  moveHooks(hooks, () => ({ hookStatus: 'FAILED' }), minute);
  expect(judgeHooks(hooks)).toBe('go-on');
});

test('a function that is not done is asked again after its delay, 30 seconds where it names none', () => {
  const hooks = hooksOf([lambda]);
  const asked: number[] = [];
  for (let now = 0; now < 61_000; now += 1000)
    moveHooks(
      hooks,
      (_, times) => {
        asked.push(now);
        return times === 0 ? { hookStatus: 'IN_PROGRESS', callBackDelay: 10 } : { hookStatus: 'IN_PROGRESS' };
      },
      now,
    );
  expect(asked).toEqual([0, 10_000, 40_000]);
});

test('one hook that fails is enough to go back, however many succeed', () => {
  const hooks = hooksOf([lambda, { ...lambda, hookTargetArn: 'arn:g' }]);
  moveHooks(hooks, (arn) => ({ hookStatus: arn === 'arn:g' ? 'FAILED' : 'SUCCEEDED' }), 0);
  expect(judgeHooks(hooks)).toBe('roll-back');
});

test.each([
  [{ strategy: 'BLUE_GREEN', lifecycleHooks: [{ ...pause, lifecycleStages: ['TEST_TRAFFIC_SHIFT'] }] }, /Pause Hook/],
  [{ strategy: 'BLUE_GREEN', lifecycleHooks: [{ ...lambda, hookTargetArn: undefined }] }, /hookTargetArn/],
  [{ strategy: 'ROLLING', canaryConfiguration: {} }, /only valid when the deployment strategy is CANARY/],
  [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 2 } }, /stepPercent must be between 3 and 100/],
  [{ lifecycleHooks: [pause] }, /ROLLING/],
  [{ earlySuccessCriteria: { enable: true } }, /Early success criteria/],
  [{ strategy: 'SUDDEN' }, /Member must satisfy enum value set/],
  [{ minimumHealthyPercent: 100, maximumPercent: 100 }, /block deployments/],
])('the configuration %j is refused', (given, message) => {
  expect(() => configurationOf(given as never)).toThrow(message);
});

const alarms = configurationOf({ alarms: { alarmNames: ['a', 'b'], enable: true, rollback: true } });

test('an alarm that goes off fails the deployment and is named', () => {
  const watch = beginAlarmWatch(alarms, () => 'OK');
  expect(lookAtAlarms(watch, () => 'OK')).toBe(false);
  expect(lookAtAlarms(watch, (name) => (name === 'b' ? 'ALARM' : 'OK'))).toBe(true);
  expect(watch).toMatchObject({ status: 'TRIGGERED', triggeredAlarmNames: ['b'] });
});

test('an alarm that was on already when the deployment began is not watched', () => {
  const watch = beginAlarmWatch(alarms, (name) => (name === 'a' ? 'ALARM' : 'OK'));
  expect(lookAtAlarms(watch, () => 'ALARM')).toBe(false);
});

test('capacity goes to the base first and then by weight', () => {
  const strategy = [
    { capacityProvider: 'FARGATE', base: 2, weight: 1 },
    { capacityProvider: 'FARGATE_SPOT', weight: 3 },
  ];
  const given = Array.from({ length: 10 }, (_, at) => providerFor(strategy, at));
  expect(given.filter((name) => name === 'FARGATE')).toHaveLength(4);
  expect(given.slice(0, 3)).toEqual(['FARGATE', 'FARGATE', 'FARGATE']);
});

test('the base holds for each deployment anew, and for what replaces a task', () => {
  const strategy = [
    { capacityProvider: 'FARGATE', base: 1, weight: 0 },
    { capacityProvider: 'FARGATE_SPOT', weight: 1 },
  ];
  const next = (...having: string[]) =>
    nextCapacity(
      strategy,
      undefined,
      having.map((capacityProviderName) => ({ capacityProviderName })),
    ).capacityProviderName;
  expect([next(), next('FARGATE'), next('FARGATE', 'FARGATE_SPOT')]).toEqual([
    'FARGATE',
    'FARGATE_SPOT',
    'FARGATE_SPOT',
  ]);
  expect(next('FARGATE_SPOT')).toBe('FARGATE');
});
