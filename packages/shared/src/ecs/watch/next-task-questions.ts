import { afford, LOST_AFTER_MS } from './afford.ts';
import { BATCH, type Cadence } from './cadence.ts';
import { countsOf, isOurs, runningCounters, stoppedCounters } from './counters.ts';
import type { Question } from './question.ts';
import {
  change,
  type ServiceState,
  type TaskRead,
  type TaskStatus,
  unfinished,
  type WatchPlan,
  type WatchState,
} from './state.ts';
import { beginSweep, dropLostSweep, nextSweepQuestions } from './sweep.ts';
import { idle, readOf, withRead } from './task-read.ts';

/** A task whose health is to be told on the timeline: one that runs, as long as none is known to be healthy. */
function unhealthyTask(one: ServiceState): string | undefined {
  if (!one.watched.healthChecked || one.successSeenAt !== undefined || one.endedSeenAt !== undefined) return undefined;
  if (one.moments.some(({ what }) => what === 'first healthy')) return undefined;
  const running = [...one.tasks.values()].filter((task) => task.lastStatus === 'RUNNING' && isOurs(one, task));
  return running[0]?.taskArn;
}

/** From this many lists on, one listing of the whole cluster is tried first. */
const SWEEP_FROM = 15;

/** What `stoppedCounters` says while no task ended. */
const NOTHING_STOPPED = '0/0/0/0';

/** ListTasks and DescribeTasks, only where counters changed since the last look; what decides soonest goes first. */
export function nextTaskQuestions(before: WatchState, nowMs: number) {
  const state = dropLost(before, nowMs);
  const describe = describeQuestions(state, nowMs);
  const described = afford(state, 'tasks', describe, nowMs);
  const marked = markDescribed(described.state, described.questions, nowMs);
  const swept = nextSweepQuestions(marked, nowMs);
  const listed = listQuestions(swept.state, nowMs);
  return {
    state: listed.state,
    questions: [...described.questions, ...swept.questions, ...listed.questions],
  };
}

/** Whether the list could tell something new. */
export function wantsList(one: ServiceState, status: TaskStatus, open = false): boolean {
  const read = readOf(one, status);
  if (read.busySince !== undefined || one.outcome || !one.deployment) return false;
  if (status === 'STOPPED') {
    const sinceEnd = one.endedSeenAt === undefined || (read.askedAt ?? 0) >= one.endedSeenAt;
    return (read.forCounters ?? NOTHING_STOPPED) !== stoppedCounters(one) || read.short > 0 || !sinceEnd;
  }
  if (open || one.endedSeenAt !== undefined || Object.keys(one.watched.digests).length === 0) return false;
  if (one.successSeenAt !== undefined) return true;
  return countsOf(one).running > 0 && read.forCounters !== runningCounters(one);
}

/** When a wanted list may be asked for. */
export function listDueAt(one: ServiceState, status: TaskStatus, cadence: Cadence): number {
  const { dueAt, askedAt = 0 } = readOf(one, status);
  if (status === 'STOPPED') return dueAt;
  // What was seen before the success need not hold any more: the first look after it waits for nothing.
  if (one.successSeenAt !== undefined) return askedAt < one.successSeenAt ? one.successSeenAt : dueAt;
  // Counters that still change are let come to rest first.
  return Math.max(dueAt, one.countersChangedAt + cadence.steady);
}

export function taskWakeUps(one: ServiceState, { cadence, open }: WatchPlan, nowMs: number): number[] {
  const health = unhealthyTask(one) ? [one.healthDueAt] : [];
  const lists = (['RUNNING', 'STOPPED'] as const).flatMap((status) => {
    const { busySince, missing, token } = readOf(one, status);
    if (busySince !== undefined) return missing.length > 0 || token ? [nowMs] : [busySince + LOST_AFTER_MS];
    return wantsList(one, status, open) ? [listDueAt(one, status, cadence)] : [];
  });
  return [...health, ...lists];
}

function listQuestions(state: WatchState, nowMs: number) {
  const more = unfinished(state).flatMap((one) => nextPages(one));
  const wanting = (['STOPPED', 'RUNNING'] as const).flatMap((status) =>
    unfinished(state)
      .filter((one) => wantsList(one, status, state.plan.open) && listDueAt(one, status, state.plan.cadence) <= nowMs)
      .map((one) => ({ one, status })),
  );
  const urgent = (a: { one: ServiceState; status: TaskStatus }) =>
    a.one.successSeenAt !== undefined || a.one.endedSeenAt !== undefined ? 0 : a.status === 'STOPPED' ? 1 : 2;
  wanting.sort((a, b) => urgent(a) - urgent(b));
  for (const status of ['STOPPED', 'RUNNING'] as const) {
    const names = wanting.filter((one) => one.status === status).map(({ one }) => one.watched.service);
    if (names.length >= SWEEP_FROM && !state.sweep && !state.noSweep)
      return nextSweepQuestions(
        beginSweep(
          change(state, names, (one) => beginRead(one, status, nowMs)),
          status,
          names,
          nowMs,
        ),
        nowMs,
      );
  }
  const wanted = wanting.map(({ one, status }) => listQuestion(one, status));
  const step = afford(state, 'tasks', [...more, ...wanted], nowMs);
  return { state: markListing(step.state, step.questions, nowMs), questions: step.questions };
}

const listQuestion = (one: ServiceState, status: TaskStatus): Question => ({
  kind: 'list',
  status,
  by: one.startedBy ? { startedBy: one.startedBy } : { service: one.watched.service },
  services: [one.watched.service],
});

/** A list of more than 100 tasks goes on where its last page ended. */
const nextPages = (one: ServiceState): Question[] =>
  (['STOPPED', 'RUNNING'] as const).flatMap((status) => {
    const { token } = readOf(one, status);
    return token === undefined ? [] : [{ ...listQuestion(one, status), token } as Question];
  });

function markListing(state: WatchState, questions: readonly Question[], nowMs: number): WatchState {
  return questions.reduce((before, question) => {
    if (question.kind !== 'list') return before;
    const goOn = (one: ServiceState) => {
      const { token: _, ...read } = readOf(one, question.status);
      return withRead(one, question.status, { ...read, busySince: nowMs });
    };
    return change(before, question.services, (one) =>
      question.token === undefined ? beginRead(one, question.status, nowMs) : goOn(one),
    );
  }, state);
}

function beginRead(one: ServiceState, status: TaskStatus, nowMs: number): ServiceState {
  const busyFor = status === 'RUNNING' ? runningCounters(one) : stoppedCounters(one);
  const fresh = { busySince: nowMs, busyFrom: nowMs, busyFor, listing: [], whole: false, missing: [], awaited: [] };
  return withRead(one, status, { ...readOf(one, status), ...fresh });
}

/** Tasks still to be described, of all services together, in calls of 100. */
function describeQuestions(state: WatchState, nowMs: number): Question[] {
  const wanted = new Map<string, Set<string>>();
  // One that is due takes all others along, or each would cost calls of its own.
  const isDue = unfinished(state).some((one) => one.healthDueAt <= nowMs && unhealthyTask(one) !== undefined);
  for (const one of unfinished(state)) {
    const looked = isDue ? unhealthyTask(one) : undefined;
    for (const arn of [...one.stopped.missing, ...one.running.missing, ...(looked ? [looked] : [])])
      wanted.set(arn, (wanted.get(arn) ?? new Set()).add(one.watched.service));
  }
  const arns = [...wanted.keys()];
  return Array.from({ length: Math.ceil(arns.length / BATCH.tasks) }, (_, i) => {
    const part = arns.slice(i * BATCH.tasks, (i + 1) * BATCH.tasks);
    return {
      kind: 'tasks',
      arns: part,
      services: [...new Set(part.flatMap((arn) => [...(wanted.get(arn) ?? [])]))],
      sweep: false,
    };
  });
}

/** Tasks that were asked for are no longer missing; the read stays busy until their answer. */
function markDescribed(state: WatchState, questions: readonly Question[], nowMs: number): WatchState {
  return questions.reduce((before, question) => {
    if (question.kind !== 'tasks') return before;
    const asked = new Set(question.arns);
    const rest = (read: TaskRead): TaskRead =>
      read.missing.some((arn) => asked.has(arn))
        ? {
            ...read,
            missing: read.missing.filter((arn) => !asked.has(arn)),
            awaited: [...read.awaited, ...read.missing.filter((arn) => asked.has(arn))],
            busySince: nowMs,
          }
        : read;
    return change(before, question.services, (one) => ({
      ...one,
      // Lost or not, it is asked for again, and nothing waits for it.
      ...(asked.has(unhealthyTask(one) ?? '') ? { healthDueAt: nowMs + before.plan.cadence.waiting } : {}),
      running: rest(one.running),
      stopped: rest(one.stopped),
    }));
  }, state);
}

/** Lists and tasks whose answer never came are asked for again. */
function dropLost(state: WatchState, nowMs: number): WatchState {
  const lost = (read: TaskRead) =>
    read.busySince !== undefined &&
    read.missing.length === 0 &&
    read.token === undefined &&
    nowMs - read.busySince >= LOST_AFTER_MS;
  const names = unfinished(state)
    .filter((one) => (lost(one.running) || lost(one.stopped)) && !isSwept(state, one))
    .map(({ watched }) => watched.service);
  return change(dropLostSweep(state, nowMs), names, (one) => ({
    ...one,
    running: lost(one.running) ? idle(one.running, nowMs) : one.running,
    stopped: lost(one.stopped) ? idle(one.stopped, nowMs) : one.stopped,
  }));
}

const isSwept = ({ sweep }: WatchState, one: ServiceState): boolean =>
  sweep?.services.includes(one.watched.service) ?? false;
