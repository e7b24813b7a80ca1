import type { Cadence } from './cadence.ts';
import { countedFailures, failedTasks, isOurs } from './counters.ts';
import type { Answer, Question } from './question.ts';
import { change, type ServiceState, type TaskRead, type TaskStatus, type WatchState } from './state.ts';
import { dropSweptQuestion, isKnown, keepTasks, takePage, takeSweptTasks } from './sweep.ts';
import { idle, readOf, withRead } from './task-read.ts';

/** Lists that show fewer failures than ECS counts are asked for again this often: tasks show up late. */
const MOST_SHORT = 3;

export function takeList(state: WatchState, answer: Answer & { kind: 'list' }, nowMs: number): WatchState {
  const { question } = answer;
  if (question.kind !== 'list') return state;
  const { services, status } = question;
  if (question.by === 'cluster') return finishAll(takePage(state, answer, nowMs), services, nowMs);
  return change(state, services, (one) => {
    const read = readOf(one, status);
    if (read.busySince === undefined) return one;
    const listing = [...new Set([...read.listing, ...answer.arns])];
    const asked = new Set([...read.awaited, ...read.missing]);
    const fresh = listing.filter((arn) => !isKnown(one, status, one.tasks.get(arn)) && !asked.has(arn));
    const next: TaskRead = {
      ...read,
      listing,
      missing: [...read.missing, ...fresh],
      ...(answer.token === undefined ? { whole: true } : { token: answer.token }),
    };
    return finish(withRead(one, status, next), status, state.plan.cadence, nowMs);
  });
}

export function takeTasks(state: WatchState, answer: Answer & { kind: 'tasks' }, nowMs: number): WatchState {
  const { question } = answer;
  if (question.kind !== 'tasks') return state;
  if (question.sweep) return finishAll(takeSweptTasks(state, answer), question.services, nowMs);
  const asked = new Set(question.arns);
  return change(state, question.services, (before) => {
    const concern = new Set([...before.running.awaited, ...before.stopped.awaited, ...before.tasks.keys()]);
    const said = answer.tasks.filter((task) => concern.has(task.taskArn ?? '') && isOurs(before, task));
    const less = (read: TaskRead): TaskRead => ({ ...read, awaited: read.awaited.filter((arn) => !asked.has(arn)) });
    const kept = keepTasks(before, said);
    const one = { ...kept, running: less(before.running), stopped: less(before.stopped) };
    return finishBoth(one, state.plan.cadence, nowMs);
  });
}

const finishAll = (state: WatchState, services: readonly string[], nowMs: number): WatchState =>
  change(state, services, (one) => finishBoth(one, state.plan.cadence, nowMs));

const finishBoth = (one: ServiceState, cadence: Cadence, nowMs: number): ServiceState =>
  finish(finish(one, 'RUNNING', cadence, nowMs), 'STOPPED', cadence, nowMs);

/** Closes a read of which nothing is missing any more. */
function finish(one: ServiceState, status: TaskStatus, cadence: Cadence, nowMs: number): ServiceState {
  const read = readOf(one, status);
  if (!read.whole || read.missing.length > 0 || read.awaited.length > 0) return one;
  const { busyFor, busyFrom } = read;
  const again = status === 'STOPPED' ? cadence.relist : one.successSeenAt ? cadence.early : cadence.reprove;
  const isShort = status === 'STOPPED' && failedTasks(one).length < countedFailures(one);
  const closed: TaskRead = {
    ...idle(read, nowMs + again),
    ...(busyFor === undefined ? {} : { forCounters: busyFor }),
    ...(busyFrom === undefined ? {} : { askedAt: busyFrom }),
    listed: read.listing,
    short: isShort && read.short < MOST_SHORT ? read.short + 1 : 0,
  };
  return withRead(one, status, closed);
}

/** Reads whose question failed are as if they had not been asked. */
export function dropReads(state: WatchState, question: Question, nowMs: number): WatchState {
  if (question.kind === 'list' && question.by === 'cluster') return dropSweptQuestion(state, question);
  if (question.kind === 'list')
    return change(state, question.services, (one) =>
      withRead(one, question.status, idle(readOf(one, question.status), nowMs)),
    );
  if (question.kind !== 'tasks') return state;
  if (question.sweep) return dropSweptQuestion(state, question);
  const asked = new Set(question.arns);
  const back = (read: TaskRead): TaskRead => ({
    ...read,
    awaited: read.awaited.filter((arn) => !asked.has(arn)),
    missing: [...read.missing, ...read.awaited.filter((arn) => asked.has(arn))],
  });
  return change(state, question.services, (one) => ({
    ...one,
    running: back(one.running),
    stopped: back(one.stopped),
  }));
}
