import type { Service, ServiceDeployment, Task } from '@aws-sdk/client-ecs';
import type { Explanation } from '../causes/explanation.ts';
import type { Cadence } from './cadence.ts';
import type { Moment, Outcome } from './outcome.ts';
import type { Bucket, BucketName } from './quota.ts';

/** One service deployment to watch. */
export interface WatchedService {
  readonly service: string;
  /** Service deployment ARN: ours, whatever else the service does. */
  readonly deployment: string;
  /** Task definition ARN that it leads to. */
  readonly taskDefinition: string;
  /**
   * Digests that a container may run, by container name: the one deployed, and for an image of several platforms
   * those of its platforms too. A container that is not named here is not looked at.
   */
  readonly digests: Readonly<Record<string, readonly string[]>>;
  /** Whether a container has a health check: then a task is looked at again until it is HEALTHY. */
  readonly healthChecked?: boolean;
  /** Failed tasks at which it is stopped. Default 2; Infinity leaves it to the circuit breaker. */
  readonly maxFailedTasks?: number;
}

export interface WatchPlan {
  readonly services: readonly WatchedService[];
  readonly deadlineMs: number;
  readonly cadence: Cadence;
  /** What to do about one that cannot succeed: ask for its stop and watch it go back, or end there. */
  readonly hopeless: 'stop' | 'end';
  /**
   * More services are to join. Until then only failures matter: nobody can act on a success, and proving what runs
   * costs the fewest calls when it is done for all together.
   */
  readonly open?: boolean;
}

/** Where a kind of task list stands for one service. */
export interface TaskRead {
  /** What the counters said when the last complete list was asked for. */
  readonly forCounters?: string;
  /** When that list was asked for. */
  readonly askedAt?: number;
  /** When the list under way was. */
  readonly busyFrom?: number;
  /** When the next may be asked for. */
  readonly dueAt: number;
  /** Since when a list or its tasks are under way. */
  readonly busySince?: number;
  /** What the counters said when the list that is under way was asked for. */
  readonly busyFor?: string;
  /** Where the list under way goes on, when it has more pages. */
  readonly token?: string;
  /** Tasks of the list under way that are still to be asked for. */
  readonly missing: readonly string[];
  /** Those that were asked for. */
  readonly awaited: readonly string[];
  /** Arns of the last complete list. */
  readonly listed: readonly string[];
  /** The list under way, and whether its last page was read. */
  readonly listing: readonly string[];
  readonly whole: boolean;
  /** Lists in a row that showed fewer failures than the counters. */
  readonly short: number;
}

export interface ServiceState {
  readonly watched: WatchedService;
  readonly beganMs: number;
  readonly deployment?: ServiceDeployment;
  readonly service?: Service;
  /** `ecs-svc/…`: what the tasks of this deployment carry in startedBy. */
  readonly startedBy?: string;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly deploymentDueAt: number;
  readonly deploymentAskedAt?: number;
  readonly serviceDueAt: number;
  readonly serviceAskedAt?: number;
  /** When DescribeServices was last answered for it. */
  readonly serviceSeenAt?: number;
  /** When the health of a running task may be asked for. */
  readonly healthDueAt: number;
  readonly running: TaskRead;
  readonly stopped: TaskRead;
  /** When ECS was last heard of this deployment. */
  readonly seenAt?: number;
  readonly countersChangedAt: number;
  /** How often fewer tasks ran or were pending than before: one of them ended. */
  readonly drops: number;
  readonly bakeBeganMs?: number;
  readonly successSeenAt?: number;
  readonly endedSeenAt?: number;
  /** Set once the budget is spent, or by the caller. */
  readonly stop?: { readonly because: string; readonly explanation?: Explanation; readonly refused?: string };
  readonly goingBackTold: boolean;
  readonly containerEndTold: boolean;
  /** Last lines of that container's log, once they were heard: untrusted text. */
  readonly log?: readonly string[];
  readonly pausesTold: readonly string[];
  readonly superseder?: { readonly taskDefinition: string; readonly tags?: Readonly<Record<string, string>> };
  readonly tagsAskedAt?: number;
  readonly trouble: { readonly times: number; readonly last?: string };
  readonly moments: readonly Moment[];
  readonly said: string;
  readonly outcome?: Outcome;
}

export interface WatchState {
  readonly plan: WatchPlan;
  readonly beganMs: number;
  readonly services: ReadonlyMap<string, ServiceState>;
  readonly buckets: Readonly<Record<BucketName, Bucket>>;
  /** Reads of a kind that failed in a row, and until when it rests. */
  readonly rest: Readonly<Record<BucketName, { readonly times: number; readonly until: number }>>;
  readonly sweep?: Sweep;
  /** Cluster-wide listings turned out longer than one list for each service. */
  readonly noSweep: boolean;
  readonly seed: number;
}

/** A listing of the whole cluster for many services at once: pages first, then the tasks on them. */
export interface Sweep {
  readonly status: TaskStatus;
  readonly services: readonly string[];
  readonly token?: string;
  readonly pages: number;
  /** Whether the last page was read. */
  readonly whole: boolean;
  readonly arns: readonly string[];
  readonly missing: readonly string[];
  readonly awaited: readonly string[];
  /** Whether a page is asked for, and when the last question of it was. */
  readonly asked: boolean;
  readonly since: number;
}

export type TaskStatus = 'RUNNING' | 'STOPPED';

/** A service as long as nothing has been heard of it. */
export function fresh(watched: WatchedService, nowMs: number): ServiceState {
  const read: TaskRead = { dueAt: nowMs, missing: [], awaited: [], listed: [], listing: [], whole: false, short: 0 };
  return {
    watched,
    beganMs: nowMs,
    tasks: new Map(),
    deploymentDueAt: nowMs,
    serviceDueAt: nowMs,
    healthDueAt: nowMs,
    running: read,
    stopped: read,
    countersChangedAt: nowMs,
    drops: 0,
    goingBackTold: false,
    containerEndTold: false,
    pausesTold: [],
    trouble: { times: 0 },
    moments: [],
    said: '',
  };
}

export function change(
  state: WatchState,
  names: readonly string[],
  how: (service: ServiceState) => ServiceState,
): WatchState {
  if (names.length === 0) return state;
  const services = new Map(state.services);
  for (const name of names) {
    const service = services.get(name);
    if (service) services.set(name, how(service));
  }
  return { ...state, services };
}

export const unfinished = (state: WatchState): ServiceState[] =>
  [...state.services.values()].filter(({ outcome }) => !outcome);
