interface Bucket {
  readonly operations: readonly string[];
  /** Calls at once, and calls a second after that. */
  readonly burst: number;
  readonly sustained: number;
}

// Burst and sustained rate of each group of operations:
// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html#throttling-quotas
// RunTask on Fargate: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/throttling.html
const ECS: readonly Bucket[] = [
  { operations: ['DescribeClusters', 'ListClusters'], burst: 50, sustained: 20 },
  { operations: ['CreateCluster', 'DeleteCluster', 'PutClusterCapacityProviders'], burst: 20, sustained: 1 },
  { operations: ['DescribeServices', 'ListServices'], burst: 100, sustained: 20 },
  { operations: ['ListServiceDeployments', 'DescribeServiceDeployments'], burst: 50, sustained: 20 },
  { operations: ['DescribeServiceRevisions'], burst: 50, sustained: 20 },
  // The page does not name the last two; they change services.
  {
    operations: [
      'CreateService',
      'UpdateService',
      'DeleteService',
      'StopServiceDeployment',
      'ContinueServiceDeployment',
    ],
    burst: 50,
    sustained: 5,
  },
  { operations: ['DescribeTasks', 'ListTasks'], burst: 100, sustained: 20 },
  { operations: ['RunTask'], burst: 20, sustained: 20 },
  { operations: ['StopTask'], burst: 100, sustained: 40 },
  {
    operations: ['DescribeTaskDefinition', 'ListTaskDefinitions', 'ListTaskDefinitionFamilies'],
    burst: 50,
    sustained: 20,
  },
  { operations: ['RegisterTaskDefinition', 'DeregisterTaskDefinition'], burst: 20, sustained: 1 },
];

export interface Quotas {
  /** Takes one token; false when the bucket is empty. */
  take(service: string, operation: string): boolean;
}

/** Token buckets that fill by `nowMs`: the cloud's clock, so that a client which is in time on AWS is in time here. */
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
