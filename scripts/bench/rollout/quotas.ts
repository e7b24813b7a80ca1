/** How much of the account's quotas a run takes. */
import type { CallSeen } from './wire.ts';

/**
 * Sustained calls a second that ECS lets an account make of each group of operations:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
const groups: readonly { readonly operations: RegExp; readonly sustained: number; readonly burst: number }[] = [
  { operations: /^(DescribeServices|ListServices)$/, sustained: 20, burst: 100 },
  {
    operations: /^(ListServiceDeployments|DescribeServiceDeployments|DescribeServiceRevisions)$/,
    sustained: 20,
    burst: 50,
  },
  { operations: /^(DescribeTasks|ListTasks)$/, sustained: 20, burst: 100 },
  { operations: /^(DescribeTaskDefinition|ListTaskDefinitions)$/, sustained: 20, burst: 50 },
  { operations: /^(CreateService|UpdateService|(Stop|Continue)ServiceDeployment)$/, sustained: 5, burst: 50 },
  { operations: /^(Register|Deregister)TaskDefinition$/, sustained: 1, burst: 20 },
];

const MINUTE_MS = 60_000;

/**
 * The largest share of a group's quota that the calls of any 60 seconds are, from 0 on. The quota of a minute is what
 * a full bucket lets through in it: the burst, and sixty seconds of the sustained rate.
 */
export function quotaShare(calls: readonly CallSeen[]): number {
  return Math.max(
    ...groups.map(({ operations, sustained, burst }) => {
      const times = calls.filter(({ operation }) => operations.test(operation)).map(({ at }) => at);
      return busiestMinute(times) / (burst + sustained * 60);
    }),
  );
}

/** The most calls within any 60 seconds. */
export function busiestMinute(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [index, at] of sorted.entries()) {
    while (at - (sorted[first] ?? at) >= MINUTE_MS) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
