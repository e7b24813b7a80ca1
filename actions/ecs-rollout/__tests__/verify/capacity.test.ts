import type { Candidate } from '#shared/verify/candidate';
import { judgeCapacity } from '../../src/verify/capacity.ts';
import { judgeHealthChecks } from '../../src/verify/health-checks.ts';
import { extraVcpus, vcpus } from '../../src/verify/peak.ts';

const candidate = (change: Partial<Candidate> = {}): Candidate => ({
  service: 'api',
  view: { launchType: 'FARGATE', runningCount: 4 },
  definition: { family: 'api', cpu: '512', containerDefinitions: [{ name: 'api' }] },
  maximumPercent: 200,
  desiredCount: 4,
  sideBySide: false,
  ...change,
});
const usage = (limit: number, used: number) =>
  new Map([['onDemand' as const, { kind: 'found' as const, value: { limit, used } }]]);

test.each([
  ['1024', 1],
  ['.5 vCPU', 0.5],
  ['2 vcpu', 2],
  [undefined, 0],
])('a cpu of %s is %d vCPUs', (text, number) => {
  expect(vcpus(text)).toBe(number);
});

test('a rolling deployment needs what the maximum percent allows beyond what runs', () => {
  expect(extraVcpus(candidate(), 'onDemand')).toBe(2);
  expect(extraVcpus(candidate({ maximumPercent: 150 }), 'onDemand')).toBe(1);
});

test('two sets of tasks need as many again, whatever the maximum percent', () => {
  expect(extraVcpus(candidate({ sideBySide: true, maximumPercent: 100 }), 'onDemand')).toBe(2);
});

test('a peak within the quota passes, one beyond fails with the numbers', () => {
  expect(judgeCapacity([[candidate()]], usage(6, 4))).toMatchObject([{ verdict: 'pass' }]);
  expect(judgeCapacity([[candidate(), candidate()]], usage(6, 4))).toEqual([
    { verdict: 'fail', because: '4 of 6 Fargate vCPUs are in use, and the rollout needs 4 more at its peak' },
  ]);
});

test('groups that go one after another need what the greatest of them needs, and what those before have grown by', () => {
  const grown = candidate({ desiredCount: 6 });
  expect(judgeCapacity([[candidate()], [candidate()]], usage(6, 4))).toMatchObject([{ verdict: 'pass' }]);
  expect(judgeCapacity([[grown], [candidate()]], usage(7, 4))).toMatchObject([{ verdict: 'pass' }]);
  expect(judgeCapacity([[grown], [candidate()]], usage(6.5, 4))).toMatchObject([{ verdict: 'fail' }]);
  const bigger = candidate({ maximumPercent: 150, cpuNow: '256' });
  expect(judgeCapacity([[bigger], [candidate()]], usage(7, 4))).toMatchObject([{ verdict: 'pass' }]);
  expect(judgeCapacity([[bigger], [candidate()]], usage(6.5, 4))).toMatchObject([{ verdict: 'fail' }]);
});

test('a service that runs none has none beside its new tasks', () => {
  expect(extraVcpus(candidate({ view: { runningCount: 0, desiredCount: 0 } }), 'onDemand')).toBe(2);
  expect(extraVcpus(candidate({ view: { runningCount: 0, desiredCount: 4 } }), 'onDemand')).toBe(4);
});

test('tasks that get bigger need most when the last of them has come', () => {
  // Four of a quarter become four of a half, six at a time: 2 + 2 × 0.25 against 1 of today.
  expect(extraVcpus(candidate({ maximumPercent: 150, cpuNow: '256' }), 'onDemand')).toBe(1.5);
});

test('tasks in both markets are counted in each by base and weight', () => {
  const mixed = candidate({
    view: {
      runningCount: 4,
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', base: 1, weight: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 3 },
      ],
    },
  });
  // Of four new ones the first and a quarter of the rest.
  expect(extraVcpus(mixed, 'onDemand')).toBe(1);
  expect(extraVcpus(mixed, 'spot')).toBe(1.5);
  const value = (limit: number) => ({ kind: 'found' as const, value: { limit, used: 0 } });
  const quotas = (onDemand: number, spot: number) =>
    new Map([
      ['onDemand' as const, value(onDemand)],
      ['spot' as const, value(spot)],
    ]);
  const verdicts = (usages: ReturnType<typeof quotas>) =>
    judgeCapacity([[mixed]], usages).map(({ verdict }) => verdict);
  expect(verdicts(quotas(10, 10))).toEqual(['pass', 'pass']);
  expect(verdicts(quotas(0.5, 10))).toEqual(['fail', 'pass']);
  expect(verdicts(quotas(10, 1))).toEqual(['pass', 'fail']);
});

test('a quota that could not be asked for is inconclusive', () => {
  const denied = new Map([['onDemand' as const, { kind: 'unknown' as const, because: 'needs the permission x' }]]);
  expect(judgeCapacity([[candidate()]], denied)).toMatchObject([{ verdict: 'inconclusive' }]);
});

test('tasks on EC2 are not counted against Fargate', () => {
  expect(judgeCapacity([[candidate({ view: { launchType: 'EC2' } })]], new Map())).toMatchObject([
    { verdict: 'skipped' },
  ]);
});

test('a service that nothing checks is warned about, since ECS takes any running task for healthy', () => {
  expect(judgeHealthChecks(candidate())).toMatchObject([{ verdict: 'warn' }]);
  const behind = candidate({ view: { loadBalancers: [{ targetGroupArn: 'arn' }] } });
  expect(judgeHealthChecks(behind)).toMatchObject([{ verdict: 'pass' }]);
});
