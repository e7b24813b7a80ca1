interface Bucket {
  readonly operations: readonly string[];
  /** Calls at once, and calls a second after that. */
  readonly burst: number;
  readonly sustained: number;
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
const ECS: readonly Bucket[] = [
  { operations: ['DescribeServices'], burst: 100, sustained: 20 },
  {
    operations: ['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'],
    burst: 50,
    sustained: 20,
  },
  { operations: ['DescribeTasks', 'ListTasks'], burst: 100, sustained: 20 },
  { operations: ['UpdateService'], burst: 50, sustained: 5 },
  { operations: ['RegisterTaskDefinition', 'DeregisterTaskDefinition'], burst: 20, sustained: 1 },
];

export interface Quotas {
  /** Takes one token in real time; false when the bucket is empty. */
  take(service: string, operation: string): boolean;
}

/** Token buckets, in real time because clients wait in real time. `nowMs` is a monotonic clock. */
export function tokenBuckets(nowMs: () => number): Quotas {
  const levels = new Map<Bucket, { tokens: number; at: number }>();
  return {
    take(service, operation) {
      const bucket = service === 'ecs' ? ECS.find((each) => each.operations.includes(operation)) : undefined;
      if (!bucket) return true;
      const at = nowMs();
      const before = levels.get(bucket) ?? { tokens: bucket.burst, at };
      const filled = Math.min(bucket.burst, before.tokens + ((at - before.at) / 1000) * bucket.sustained);
      levels.set(bucket, { tokens: filled >= 1 ? filled - 1 : filled, at });
      return filled >= 1;
    },
  };
}
