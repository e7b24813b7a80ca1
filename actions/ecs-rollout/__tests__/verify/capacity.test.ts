import type { Candidate } from '#shared/verify/candidate';
import { extraVcpus, judgeCapacity, vcpus } from '../../src/verify/capacity.ts';
import { judgeHealthChecks } from '../../src/verify/health-checks.ts';

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
  expect(extraVcpus(candidate())).toBe(2);
  expect(extraVcpus(candidate({ maximumPercent: 150 }))).toBe(1);
});

test('two sets of tasks need as many again, whatever the maximum percent', () => {
  expect(extraVcpus(candidate({ sideBySide: true, maximumPercent: 100 }))).toBe(2);
});

test('a peak within the quota passes, one beyond fails with the numbers', () => {
  expect(judgeCapacity([candidate()], usage(6, 4))).toMatchObject([{ verdict: 'pass' }]);
  expect(judgeCapacity([candidate(), candidate()], usage(6, 4))).toEqual([
    { verdict: 'fail', because: '4 of 6 Fargate vCPUs are in use, and the rollout needs 4 more at its peak' },
  ]);
});

test('a quota that could not be asked for is inconclusive', () => {
  const denied = new Map([['onDemand' as const, { kind: 'unknown' as const, because: 'needs the permission x' }]]);
  expect(judgeCapacity([candidate()], denied)).toMatchObject([{ verdict: 'inconclusive' }]);
});

test('tasks on EC2 are not counted against Fargate', () => {
  expect(judgeCapacity([candidate({ view: { launchType: 'EC2' } })], new Map())).toMatchObject([
    { verdict: 'skipped' },
  ]);
});

test('a service that nothing checks is warned about, since ECS takes any running task for healthy', () => {
  expect(judgeHealthChecks(candidate())).toMatchObject([{ verdict: 'warn' }]);
  const behind = candidate({ view: { loadBalancers: [{ targetGroupArn: 'arn' }] } });
  expect(judgeHealthChecks(behind)).toMatchObject([{ verdict: 'pass' }]);
});
