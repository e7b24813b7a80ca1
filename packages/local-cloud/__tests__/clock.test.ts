import { scaledClock } from '../src/clock.ts';

const realTime = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('cloud time runs as many times faster as the scale says', async () => {
  const clock = scaledClock(1000);
  const before = clock.now().getTime();
  await clock.sleep(20_000);
  const passed = clock.now().getTime() - before;
  expect(passed).toBeGreaterThanOrEqual(19_000);
  expect(passed).toBeLessThan(120_000);
  clock.stop();
});

test('nothing happens before its time, however early Node fires a timer', async () => {
  const clock = scaledClock(1000);
  const early = Array.from({ length: 200 }, async (_, at) => {
    const due = clock.now().getTime() + 20_000 + at * 100;
    await clock.sleep(20_000 + at * 100);
    return due - clock.now().getTime();
  });
  expect((await Promise.all(early)).filter((ms) => ms > 0)).toEqual([]);
  clock.stop();
});

test('a wait of months does not end at once', async () => {
  const clock = scaledClock(1);
  let ended = false;
  clock.after(90 * 24 * 3_600_000, () => {
    ended = true;
  });
  await realTime(20);
  expect(ended).toBe(false);
  clock.stop();
});

test('what was cancelled, and what a stopped clock was to do, never happens', async () => {
  const clock = scaledClock(1);
  const happened: string[] = [];
  clock.after(5, () => happened.push('cancelled'))();
  clock.after(5, () => happened.push('stopped'));
  clock.stop();
  clock.after(0, () => happened.push('after the stop'));
  await realTime(20);
  expect(happened).toEqual([]);
});
