import type { Task } from '@aws-sdk/client-ecs';
import { hasStopped } from '../causes/explain-failure.ts';
import { afford, LOST_AFTER_MS } from './afford.ts';
import { BATCH } from './cadence.ts';
import { isOurs } from './counters.ts';
import { proofOfTask } from './proof.ts';
import type { Answer, Question } from './question.ts';
import { change, type ServiceState, type Sweep, type TaskStatus, type WatchState } from './state.ts';
import { idle, readOf, withRead } from './task-read.ts';

export function beginSweep(
  state: WatchState,
  status: TaskStatus,
  services: readonly string[],
  nowMs: number,
): WatchState {
  const empty = { arns: [], missing: [], awaited: [], pages: 0, whole: false, asked: false };
  return { ...state, sweep: { status, services, ...empty, since: nowMs } };
}

/** The next page of a listing of the whole cluster, and the tasks of the pages before. */
export function nextSweepQuestions(before: WatchState, nowMs: number) {
  const { sweep } = before;
  if (!sweep) return { state: before, questions: [] };
  const { status, services, missing, token } = sweep;
  const page: Question = { kind: 'list', status, by: 'cluster', services, ...(token ? { token } : {}) };
  const parts = Array.from({ length: Math.ceil(missing.length / BATCH.tasks) }, (_, i) =>
    missing.slice(i * BATCH.tasks, (i + 1) * BATCH.tasks),
  );
  const describe = parts.map((arns): Question => ({ kind: 'tasks', arns, services, sweep: true }));
  const step = afford(before, 'tasks', [...(sweep.whole || sweep.asked ? [] : [page]), ...describe], nowMs);
  if (step.questions.length === 0) return step;
  const asked = new Set(step.questions.flatMap((question) => (question.kind === 'tasks' ? question.arns : [])));
  const next: Sweep = {
    ...sweep,
    asked: sweep.asked || step.questions[0]?.kind === 'list',
    missing: missing.filter((arn) => !asked.has(arn)),
    awaited: [...sweep.awaited, ...asked],
    since: nowMs,
  };
  return { state: { ...step.state, sweep: next }, questions: step.questions };
}

/** One page. A cluster that runs far more than these services is left: one list for each of them costs less. */
export function takePage(state: WatchState, answer: Answer & { kind: 'list' }, nowMs: number): WatchState {
  const { sweep, ...rest } = state;
  if (!sweep || answer.question.kind !== 'list' || sweep.status !== answer.question.status) return state;
  const pages = sweep.pages + 1;
  if (answer.token !== undefined && pages >= sweep.services.length)
    return change({ ...rest, noSweep: true }, sweep.services, (one) =>
      withRead(one, sweep.status, idle(readOf(one, sweep.status), nowMs)),
    );
  const arns = [...new Set([...sweep.arns, ...answer.arns])];
  const known = knownTasks(state, sweep);
  const fresh = answer.arns.filter((arn) => !known.has(arn) && !sweep.arns.includes(arn));
  const { token: _, ...others } = sweep;
  return finishSweep({
    ...rest,
    sweep: {
      ...others,
      ...(answer.token === undefined ? {} : { token: answer.token }),
      pages,
      arns,
      missing: [...sweep.missing, ...fresh],
      whole: answer.token === undefined,
      asked: false,
      since: nowMs,
    },
  });
}

/** Tasks of which everything is known. */
function knownTasks(state: WatchState, { services, status }: Sweep): Set<string> {
  const known = new Set<string>();
  for (const name of services) {
    const one = state.services.get(name);
    for (const [arn, task] of one?.tasks ?? []) if (one && isKnown(one, status, task)) known.add(arn);
  }
  return known;
}

export function isKnown(one: ServiceState, status: TaskStatus, task: Task | undefined): boolean {
  if (!task) return false;
  if (status === 'STOPPED') return hasStopped(task);
  return task.lastStatus === 'RUNNING' && proofOfTask(task, one.watched.digests).kind === 'right';
}

export function takeSweptTasks(state: WatchState, answer: Answer & { kind: 'tasks' }): WatchState {
  const { sweep } = state;
  if (!sweep || answer.question.kind !== 'tasks') return state;
  const asked = new Set(answer.question.arns);
  const byId = new Map(
    [...state.services.values()].flatMap((one) => (one.startedBy ? [[one.startedBy, one] as const] : [])),
  );
  const kept = new Map<string, Task[]>();
  for (const task of answer.tasks) {
    // A service's tasks are in the group service:NAME.
    const one = byId.get(task.startedBy ?? '') ?? state.services.get(task.group?.replace(/^service:/, '') ?? '');
    if (!one || !isOurs(one, task)) continue;
    const name = one.watched.service;
    kept.set(name, [...(kept.get(name) ?? []), task]);
  }
  const next = change(state, [...kept.keys()], (one) => keepTasks(one, kept.get(one.watched.service) ?? []));
  return finishSweep({ ...next, sweep: { ...sweep, awaited: sweep.awaited.filter((arn) => !asked.has(arn)) } });
}

/** The tasks of a service with newer answers in place of older ones. */
export function keepTasks(one: ServiceState, said: readonly Task[]): ServiceState {
  const tasks = new Map(one.tasks);
  for (const task of said) {
    const known = tasks.get(task.taskArn ?? '');
    // Versions of a task only grow; a lower one is from before.
    const goesBack = known && ((task.version ?? 0) < (known.version ?? 0) || (hasStopped(known) && !hasStopped(task)));
    if (!goesBack) tasks.set(task.taskArn ?? '', task);
  }
  return { ...one, tasks };
}

/** A sweep that has read all is handed to the services that it was made for. */
function finishSweep(state: WatchState): WatchState {
  const { sweep, ...rest } = state;
  if (!sweep?.whole || sweep.missing.length > 0 || sweep.awaited.length > 0) return state;
  const listed = new Set(sweep.arns);
  return change(rest, sweep.services, (one) => {
    const listing = [...one.tasks.keys()].filter((arn) => listed.has(arn));
    return withRead(one, sweep.status, { ...readOf(one, sweep.status), listing, whole: true });
  });
}

export function dropSweptQuestion({ sweep, ...rest }: WatchState, question: Question): WatchState {
  if (!sweep) return rest;
  if (question.kind === 'list') return { ...rest, sweep: { ...sweep, asked: false } };
  const asked = new Set(question.kind === 'tasks' ? question.arns : []);
  const back = sweep.awaited.filter((arn) => asked.has(arn));
  const awaited = sweep.awaited.filter((arn) => !asked.has(arn));
  return { ...rest, sweep: { ...sweep, awaited, missing: [...sweep.missing, ...back] } };
}

/** Questions whose answer never came are asked again. */
export function dropLostSweep(state: WatchState, nowMs: number): WatchState {
  const { sweep } = state;
  if (!sweep || nowMs - sweep.since < LOST_AFTER_MS) return state;
  const missing = [...sweep.missing, ...sweep.awaited];
  return { ...state, sweep: { ...sweep, asked: false, awaited: [], missing, since: nowMs } };
}
