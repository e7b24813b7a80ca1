import fc from 'fast-check';
import type { BucketName } from '../../../src/ecs/watch/quota.ts';
import { busiestMinute, type Fate, HONEST, observe, type Watched } from './observed.ts';
import { type TrueHistory, toSecond } from './true-history.ts';

const ENDINGS: readonly TrueHistory['ending'][] = [
  'success',
  'wrong-image',
  'breaker',
  'breaker-without-rollback',
  'alarm',
  'crash-loop',
  'missing-image',
  'superseded',
  'stuck',
];

const aHistory = (name = 'one') =>
  fc.record({
    name: fc.constant(name),
    ending: fc.constantFrom(...ENDINGS),
    desired: fc.integer({ min: 1, max: 4 }),
    starts: fc.integer({ min: 3, max: 40 }),
    stumbles: fc.integer({ min: 0, max: 1 }),
    settles: fc.integer({ min: 0, max: 40 }),
    bakeMinutes: fc.constantFrom(0, 0, 1, 3),
  });

/** Fates that come round and round: mostly answers, more or less late and stale, some not answered at all. */
const someFates = fc.array(
  fc.record<Fate>({
    kind: fc.constantFrom(
      'answered',
      'answered',
      'answered',
      'answered',
      'throttled',
      'broken',
      'empty',
      'partial',
      'hung',
    ),
    takes: fc.double({ min: 0.01, max: 4, noNaN: true }),
    lag: fc.constantFrom(0, 0, 0, 2, 8, 30),
  }),
  { minLength: 5, maxLength: 40 },
);

const DEADLINE_S = 900;

/** Each of the buckets that are read from lets 20 calls a second pass. */
const HALF_A_MINUTES_QUOTA = (20 * 60) / 2;

/** What holds of every watch, whatever was answered. */
function holds({ outcomes, told, played, calls }: Watched): void {
  for (const [name, deployment] of played) {
    const outcome = outcomes.get(name);
    const ends = told.filter((one) => one.kind === 'outcome' && one.outcome.service === name);
    expect(ends).toHaveLength(1);
    expect(toSecond(outcome?.at.getTime() ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(DEADLINE_S + 0.01);
    if (outcome?.kind === 'succeeded') {
      expect(deployment.history.ending).toBe('success');
      expect(toSecond(outcome.at.getTime())).toBeGreaterThanOrEqual(deployment.ends);
    }
  }
  for (const name of Object.keys(calls) as BucketName[])
    expect(busiestMinute(calls[name])).toBeLessThanOrEqual(HALF_A_MINUTES_QUOTA);
}

test('any sequence of answers ends in exactly one outcome by the deadline, and never in a wrong green', () => {
  fc.assert(
    fc.property(aHistory(), someFates, (history, fates) => {
      holds(observe([history], DEADLINE_S, (call) => fates[call % fates.length] ?? HONEST));
    }),
    { numRuns: 400 },
  );
});

test('answers for several services that overtake each other are never taken for one another', () => {
  fc.assert(
    fc.property(fc.tuple(...['a', 'b', 'c', 'd'].map(aHistory)), someFates, (histories, fates) => {
      holds(observe(histories, DEADLINE_S, (call) => fates[call % fates.length] ?? HONEST));
    }),
    { numRuns: 100 },
  );
});

test('what many services are asked for together, by listings of the whole cluster, holds for each of them as well', () => {
  const names = Array.from({ length: 18 }, (_, i) => `s${i}`);
  fc.assert(
    fc.property(fc.tuple(...names.map(aHistory)), someFates, (histories, fates) => {
      const watched = observe(histories, DEADLINE_S, (call) => fates[call % fates.length] ?? HONEST);
      holds(watched);
    }),
    { numRuns: 30 },
  );
});

test('answers that are honest give each ending its own outcome', () => {
  fc.assert(
    fc.property(aHistory(), (history) => {
      const watched = observe([history], DEADLINE_S, () => HONEST);
      holds(watched);
      const outcome = watched.outcomes.get('one');
      const expected = {
        success: { kind: 'succeeded' },
        'wrong-image': { kind: 'failed', by: { kind: 'wrong-image' } },
        breaker: { kind: 'rolled-back', by: { kind: 'us' } },
        'breaker-without-rollback': { kind: 'rolled-back', by: { kind: 'us' } },
        alarm: { kind: 'rolled-back', by: { kind: 'alarm', alarms: ['errors'] } },
        'crash-loop': { kind: 'rolled-back', by: { kind: 'us' }, explanation: { id: 'exit-code' } },
        'missing-image': { kind: 'rolled-back', by: { kind: 'us' }, explanation: { id: 'image-missing' } },
        superseded: { kind: 'superseded', by: { tags: { 'golive:commit': 'c0ffee' } } },
        stuck: { kind: 'timed-out' },
      }[history.ending];
      expect(outcome).toMatchObject(expected);
    }),
    { numRuns: 300 },
  );
});

/** Seconds between the truth and its being told: a success at its end, a failure at its end and at its first sign. */
function lateness({ outcomes, told, played }: Watched): { success: number; failure: number; doom: number } {
  const late = { success: 0, failure: 0, doom: 0 };
  for (const [name, deployment] of played) {
    const outcome = outcomes.get(name);
    const by = toSecond(outcome?.at.getTime() ?? Number.POSITIVE_INFINITY) - deployment.over;
    if (outcome?.kind === 'succeeded') late.success = Math.max(late.success, by);
    else if (outcome?.kind !== 'timed-out') late.failure = Math.max(late.failure, by);
    const stopped = told.find(
      (one) => one.kind === 'moment' && one.moment.service === name && one.moment.what === 'stopped by us',
    );
    if (stopped?.kind === 'moment' && Number.isFinite(deployment.doomed))
      late.doom = Math.max(late.doom, toSecond(stopped.moment.at.getTime()) - deployment.doomed);
  }
  return late;
}

test('with honest answers a success is told within 3 s, a failure and a spent budget within 5 s', () => {
  fc.assert(
    fc.property(aHistory(), (history) => {
      const late = lateness(observe([history], DEADLINE_S, () => HONEST));
      expect(late.success).toBeLessThanOrEqual(3);
      expect(late.failure).toBeLessThanOrEqual(5);
      expect(late.doom).toBeLessThanOrEqual(5);
    }),
    { numRuns: 300 },
  );
});

test('services that join while others are watched, or are over, end in exactly one outcome as well', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(aHistory(), fc.integer({ min: 0, max: 300 })), { minLength: 1, maxLength: 4 }),
      someFates,
      (joining, fates) => {
        const histories = joining.map(([history], i) => ({ ...history, name: `s${i}` }));
        const joins = joining.map(([, at]) => at);
        holds(observe(histories, DEADLINE_S, (call) => fates[call % fates.length] ?? HONEST, joins));
      },
    ),
    { numRuns: 100 },
  );
});

const manyServices = (count: number, common: TrueHistory['ending']) =>
  Array.from({ length: count }, (_, i): TrueHistory => {
    const ending = i % 25 === 0 ? 'breaker' : i % 40 === 1 ? 'missing-image' : common;
    return { name: `s${i}`, ending, desired: 2, starts: 20, stumbles: 0, settles: 20, bakeMinutes: 0 };
  });

test('services that begin at the pace of UpdateService cost fewer calls each, the more there are', () => {
  // 40 at once, and 2.25 a second after that; each history begins when it joins.
  const began = (i: number) => Math.max(0, (i - 39) / 2.25);
  const callsEach = (count: number): number => {
    const histories = manyServices(count, 'success').map((one, i) => ({
      ...one,
      ending: 'success' as const,
      starts: began(i) + 20,
    }));
    const watched = observe(
      histories,
      DEADLINE_S,
      () => HONEST,
      histories.map((_, i) => began(i)),
    );
    holds(watched);
    return Object.values(watched.calls).flat().length / count;
  };
  const [few, many] = [callsEach(20), callsEach(200)];
  expect(many).toBeLessThanOrEqual(few);
});

test.each([20, 200, 500])('%i services at once stay within half the quota, and their verdicts in time', (count) => {
  const watched = observe(manyServices(count, 'success'), DEADLINE_S, () => HONEST);
  holds(watched);
  const late = lateness(watched);
  expect(late.success).toBeLessThanOrEqual(3);
  expect(late.failure).toBeLessThanOrEqual(5);
});

test('500 services that hang for minutes never ask more than half the quota', () => {
  holds(observe(manyServices(500, 'stuck'), 240, () => HONEST));
});

test('the calls of a watch grow at most in proportion to its services', () => {
  const calls = (count: number) =>
    Object.values(observe(manyServices(count, 'success'), DEADLINE_S, () => HONEST).calls).flat().length;
  expect(calls(500) / 500).toBeLessThan(calls(20) / 20);
});
