import fc from 'fast-check';
import { bucket, quotas } from '#shared/ecs/paced-client';

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
        for (const [index, from] of given.entries())
          for (const [later, to] of given.slice(index).entries())
            expect(later + 1).toBeLessThanOrEqual(burst + ((to - from) / 1000) * sustained + 1e-6);
      },
    ),
  );
});

test('no more than half of what an account may do in a minute is taken, and a way back shares the pace of the way there', () => {
  // Burst and sustained a second: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
  const allowed: Readonly<Record<string, readonly [number, number]>> = {
    DescribeServices: [100, 20],
    ListServiceDeployments: [50, 20],
    DescribeTasks: [100, 20],
    DescribeTaskDefinition: [50, 20],
    UpdateService: [50, 5],
    RegisterTaskDefinition: [20, 1],
  };
  for (const { operations, burst, sustained } of quotas) {
    const [most = 0, aSecond = 0] = allowed[operations[0] ?? ''] ?? [];
    expect([operations[0], burst + 60 * sustained <= (most + 60 * aSecond) / 2]).toEqual([operations[0], true]);
  }
  expect(quotas.find(({ operations }) => operations.includes('UpdateService'))?.operations).toContain(
    'StopServiceDeployment',
  );
});
