import fc from 'fast-check';
import { bucket } from '#shared/ecs/paced-client';

/** Takes turns at once, or after pauses; gives the moments at which they were given, in milliseconds. */
async function turns(quota: { burst: number; sustained: number }, pauses: readonly number[]): Promise<number[]> {
  let clock = 0;
  const given: number[] = [];
  const take = bucket(quota, {
    now: () => new Date(clock),
    sleep: async (ms) => {
      clock += ms;
    },
  });
  for (const pause of pauses) {
    clock += pause;
    await take();
    given.push(clock);
  }
  return given;
}

test('as many calls as the burst go at once, and the next waits for a token', async () => {
  expect(await turns({ burst: 3, sustained: 2 }, [0, 0, 0, 0, 0])).toEqual([0, 0, 0, 500, 1000]);
});

test('in no stretch of time are there more calls than burst and rate allow', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 60 }),
      async (burst, sustained, pauses) => {
        const given = await turns({ burst, sustained }, pauses);
        // A clock of whole milliseconds tells the time up to one too early.
        for (const [index, from] of given.entries())
          for (const [later, to] of given.slice(index).entries())
            expect(later + 1).toBeLessThanOrEqual(burst + ((to - from + 1) / 1000) * sustained + 1e-6);
      },
    ),
  );
});
