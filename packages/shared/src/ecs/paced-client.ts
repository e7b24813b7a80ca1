/** Keeps an ECS client inside the account's quotas, so that a release of hundreds of services is never throttled. */
import type { ECSClient } from '@aws-sdk/client-ecs';

interface Quota {
  readonly operations: readonly string[];
  /** Calls at once, and calls a second after that. */
  readonly burst: number;
  readonly sustained: number;
}

/**
 * Half of what https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html lets an account do
 * within any minute, which is the burst and sixty seconds of the sustained rate: other pipelines and consoles share
 * the account. Changes are made once and keep most of their burst, so that few services do not wait at all.
 */
export const quotas: readonly Quota[] = [
  { operations: ['DescribeServices'], burst: 50, sustained: 10 },
  {
    operations: ['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions'],
    burst: 25,
    sustained: 10,
  },
  { operations: ['DescribeTasks', 'ListTasks'], burst: 50, sustained: 10 },
  { operations: ['DescribeTaskDefinition', 'ListTaskDefinitions'], burst: 25, sustained: 10 },
  // 175 of 350 a minute.
  { operations: ['UpdateService', 'StopServiceDeployment'], burst: 40, sustained: 2.25 },
  // 40 of 80 a minute.
  { operations: ['RegisterTaskDefinition'], burst: 16, sustained: 0.4 },
];

export interface Waiting {
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Every call of this client waits for its turn from here on; a call without a quota of its own goes at once. */
export const keepWithinQuotas = (ecs: ECSClient, waiting: Waiting): ECSClient => sharedQuotas(waiting)(ecs);

/** The same for several clients, which take their turns from one another: together they stay within the quotas. */
export function sharedQuotas(waiting: Waiting): (ecs: ECSClient) => ECSClient {
  const buckets = new Map<string, () => Promise<void>>();
  for (const quota of quotas) {
    const take = bucket(quota, waiting);
    for (const operation of quota.operations) buckets.set(operation, take);
  }
  return (ecs) => {
    ecs.middlewareStack.add(
      (next, context) => async (input) => {
        await buckets.get((context.commandName ?? '').replace(/Command$/, ''))?.();
        return next(input);
      },
      { step: 'initialize', name: 'withinQuotas' },
    );
    return ecs;
  };
}

/** Gives one turn after another, each at the moment at which the bucket has a token for it. */
export function bucket({ burst, sustained }: Omit<Quota, 'operations'>, { now, sleep }: Waiting): () => Promise<void> {
  // Whole milliseconds, as the clock tells them: a part of one less would let a call come too early.
  const gap = Math.ceil(1000 / sustained);
  // The moment at which the bucket will be full again; it may lie ahead by at most `burst` tokens without a wait.
  let full = Number.NEGATIVE_INFINITY;
  return async () => {
    const at = now().getTime();
    full = Math.max(full, at) + gap;
    const wait = full - at - burst * gap;
    if (wait > 0) await sleep(wait);
  };
}
