import { CADENCE, type Cadence } from './cadence.ts';
import { newlyEnded } from './ended-container.ts';
import { newMoments } from './moments.ts';
import type { Happening } from './outcome.ts';
import { progressOf } from './progress.ts';
import { type BucketName, fullBucket } from './quota.ts';
import { missingAction, sentenceOf } from './read-error.ts';
import { budgetOf, end, settle } from './settle.ts';
import { change, fresh, type ServiceState, unfinished, type WatchedService, type WatchState } from './state.ts';

/** A state, and what this step brought to light. */
export interface Step {
  readonly state: WatchState;
  readonly happenings: readonly Happening[];
}

export interface WatchOptions {
  readonly deadlineMs: number;
  readonly cadence?: Cadence;
  readonly hopeless?: 'stop' | 'end';
  /** Services are to join until `closeWatch`. */
  readonly open?: boolean;
  /** Any number: spreads the retries of several watches. */
  readonly seed?: number;
}

/** A watch before its first question. */
export function beginWatch(services: readonly WatchedService[], options: WatchOptions, nowMs: number): WatchState {
  const { deadlineMs, cadence = CADENCE, hopeless = 'stop', open = false, seed = 1 } = options;
  const names: readonly BucketName[] = ['deployments', 'services', 'tasks', 'definitions'];
  const each = <T>(of: (name: BucketName) => T) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<BucketName, T>;
  return {
    plan: { services, deadlineMs, cadence, hopeless, open },
    beganMs: nowMs,
    services: new Map(services.map((one) => [one.service, fresh(one, nowMs)])),
    buckets: each((name) => fullBucket(name, nowMs)),
    rest: each(() => ({ times: 0, until: nowMs })),
    noSweep: false,
    seed,
  };
}

/** It waits a moment for others with which it can be asked for: each by itself would cost a call. */
function joined(one: WatchedService, { steady }: Cadence, nowMs: number): ServiceState {
  return { ...fresh(one, nowMs), deploymentDueAt: nowMs + steady, serviceDueAt: nowMs + 2 * steady };
}

/** The watch with more services, which are asked for soon; the deadline is the later of its own and theirs. */
export function joinWatch(
  state: WatchState,
  joining: readonly WatchedService[],
  deadlineMs: number,
  nowMs: number,
): WatchState {
  const { plan, services } = state;
  return {
    ...state,
    plan: {
      ...plan,
      services: [...plan.services, ...joining],
      deadlineMs: Math.max(plan.deadlineMs, deadlineMs),
    },
    services: new Map([...services, ...joining.map((one) => [one.service, joined(one, plan.cadence, nowMs)] as const)]),
  };
}

/** No more are to join: what has succeeded meanwhile is proven from now on, and what just joined waits no longer. */
export function closeWatch(state: WatchState, nowMs: number): WatchState {
  const closed = { ...state, plan: { ...state.plan, open: false } };
  return change(closed, unfinished(state).map(nameOf), (one) => ({
    ...one,
    ...(one.successSeenAt === undefined ? {} : { successSeenAt: nowMs }),
    ...(one.deployment ? {} : { deploymentDueAt: nowMs, serviceDueAt: nowMs }),
  }));
}

export const isFinished = (state: WatchState): boolean => unfinished(state).length === 0;

/** What the passing of time means: deadlines, and waits that are over. */
export function tick(state: WatchState, nowMs: number): Step {
  if (nowMs >= state.plan.deadlineMs)
    return conclude(state, unfinished(state).map(nameOf), nowMs, (one) => late(one, nowMs));
  const timed = unfinished(state).filter(({ successSeenAt, endedSeenAt }) => successSeenAt ?? endedSeenAt);
  return settleAll(state, timed.map(nameOf), nowMs);
}

/** Ends all that is still open, at the caller's wish. */
export const cancelWatch = (state: WatchState, reason: string, nowMs: number): Step =>
  conclude(state, unfinished(state).map(nameOf), nowMs, (one) =>
    end(one, { kind: 'cancelled', because: `called off: ${reason}` }, nowMs),
  );

/** The caller has asked ECS to stop a deployment, for this reason: its way back counts as ours. */
export const noteStop = (state: WatchState, service: string, because: string, nowMs: number): Step =>
  settleAll(
    change(state, [service], (one) => (one.stop ? one : { ...one, stop: { because } })),
    [service],
    nowMs,
  );

/** The last lines of the log of a container that was told to have ended. */
export const noteLog = (state: WatchState, service: string, log: readonly string[], nowMs: number): Step =>
  settleAll(
    change(state, [service], (one) => ({ ...one, log })),
    [service],
    nowMs,
  );

/** ECS would not stop it: there is nothing to go back to, or it may not be asked. */
export const stopRefused = (state: WatchState, service: string, why: string, nowMs: number): Step =>
  conclude(state, [service], nowMs, (one) => {
    const because = `${one.stop?.because ?? 'was to be stopped'}, but ECS refused to stop it (${why})`;
    const by = { kind: 'us', why: one.stop?.because ?? 'no reason given' } as const;
    return end(one, { kind: 'failed', by, rollback: 'failed', because }, nowMs);
  });

/** A read that cannot be answered at all ends what it was asked for. */
export const endUnknown = (
  state: WatchState,
  services: readonly string[],
  error: { readonly name: string; readonly message: string },
  operation: string,
  nowMs: number,
): Step =>
  conclude(state, services, nowMs, (one) => {
    const action = missingAction(error, operation);
    const because = `how the deployment stands could not be found out: ${sentenceOf(error, operation)}`;
    return end(one, { kind: 'could-not-find-out', because, ...(action ? { action } : {}) }, nowMs);
  });

/** Settles the named services and tells what is new about them. */
export function settleAll(state: WatchState, names: readonly string[], nowMs: number): Step {
  const happenings: Happening[] = [];
  const next = change(state, names, (before) => {
    if (before.outcome) return before;
    const { one, decisions } = settle(before, state.plan, nowMs);
    happenings.push(...decisions.map((decision): Happening => ({ kind: 'decision', decision })));
    return tell(one, nowMs, happenings);
  });
  return { state: next, happenings };
}

function conclude(
  state: WatchState,
  names: readonly string[],
  nowMs: number,
  how: (one: ServiceState) => ServiceState,
): Step {
  const happenings: Happening[] = [];
  const next = change(state, names, (one) => (one.outcome ? one : tell(how(one), nowMs, happenings)));
  return { state: next, happenings };
}

function tell(one: ServiceState, nowMs: number, happenings: Happening[]): ServiceState {
  const moments = newMoments(one, nowMs);
  happenings.push(...moments.map((moment): Happening => ({ kind: 'moment', moment })));
  const ended = newlyEnded(one);
  if (ended) happenings.push({ kind: 'container-ended', ended });
  const progress = progressOf(one, budgetOf(one), nowMs);
  if (progress.text !== one.said) happenings.push({ kind: 'progress', progress });
  if (one.outcome) happenings.push({ kind: 'outcome', outcome: one.outcome });
  const containerEndTold = one.containerEndTold || ended !== undefined;
  return { ...one, moments: [...one.moments, ...moments], said: progress.text, containerEndTold };
}

/** Silence for this long before the deadline means that ECS was not heard, not that the deployment is slow. */
const SILENCE_MS = 30_000;

function late(one: ServiceState, nowMs: number): ServiceState {
  const { said } = { said: progressOf(one, budgetOf(one), nowMs).text.slice(one.watched.service.length + 2) };
  if (one.successSeenAt !== undefined) {
    const because =
      'ECS reports the deployment SUCCESSFUL, but the deadline came before its running images were proven';
    return end(one, { kind: 'could-not-find-out', because }, nowMs);
  }
  const heard = one.seenAt ?? Number.NEGATIVE_INFINITY;
  if (nowMs - heard > Math.min(SILENCE_MS, (nowMs - one.beganMs) / 2)) {
    const why = one.trouble.last ?? 'ECS did not describe the deployment';
    return end(one, { kind: 'could-not-find-out', because: `the deadline came, and ${why}` }, nowMs);
  }
  const seconds = Math.round((nowMs - one.beganMs) / 1000);
  return end(one, { kind: 'timed-out', because: `not done within ${seconds} s (${said})` }, nowMs);
}

const nameOf = ({ watched }: ServiceState): string => watched.service;
