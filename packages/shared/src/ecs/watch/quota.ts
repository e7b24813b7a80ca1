/** What an account may ask ECS, and how much of it a watch takes. */
export type BucketName = 'deployments' | 'services' | 'tasks' | 'definitions';

/**
 * Burst and sustained calls a second of the buckets that the watcher's reads share.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export const QUOTAS: Readonly<Record<BucketName, { readonly burst: number; readonly sustained: number }>> = {
  deployments: { burst: 50, sustained: 20 },
  services: { burst: 100, sustained: 20 },
  tasks: { burst: 100, sustained: 20 },
  definitions: { burst: 50, sustained: 20 },
};

/** The part of a quota that a watch takes: other pipelines and consoles share the account. */
const SHARE = 0.5;

/** Calls that a watch may make of a bucket within any 60 seconds: half of what the sustained rate allows. */
export const callsPerMinute = (name: BucketName): number => QUOTAS[name].sustained * 60 * SHARE;

/** Tokens that can be spent at once. */
export const capacity = (name: BucketName): number => QUOTAS[name].burst * SHARE;

/** Tokens a second: with a full bucket at the start of a minute, this still ends at `callsPerMinute`. */
export const refill = (name: BucketName): number => (callsPerMinute(name) - capacity(name)) / 60;

export interface Bucket {
  readonly tokens: number;
  /** When `tokens` was right, in milliseconds. */
  readonly at: number;
}

export const fullBucket = (name: BucketName, nowMs: number): Bucket => ({ tokens: capacity(name), at: nowMs });

/** The bucket after `calls` more at `nowMs`; the caller asks `available` first. */
export const spend = (name: BucketName, bucket: Bucket, calls: number, nowMs: number): Bucket => ({
  tokens: level(name, bucket, nowMs) - calls,
  at: Math.max(nowMs, bucket.at),
});

export const available = (name: BucketName, bucket: Bucket, nowMs: number): number =>
  Math.max(0, Math.floor(level(name, bucket, nowMs) + 1e-9));

/** When the next call can be made, in milliseconds. */
export function nextTokenAt(name: BucketName, bucket: Bucket, nowMs: number): number {
  const missing = 1 - level(name, bucket, nowMs);
  return missing <= 0 ? nowMs : nowMs + Math.ceil((missing / refill(name)) * 1000);
}

function level(name: BucketName, bucket: Bucket, nowMs: number): number {
  const passed = Math.max(0, nowMs - bucket.at) / 1000;
  return Math.min(capacity(name), bucket.tokens + passed * refill(name));
}

/** The shortest time between two rounds of `calls` calls that the bucket bears for ever, in milliseconds. */
export const shortestRound = (name: BucketName, calls: number): number => Math.ceil((calls / refill(name)) * 1000);
