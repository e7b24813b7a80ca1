import { afford, LOST_AFTER_MS } from './afford.ts';
import { BATCH } from './cadence.ts';
import { nextTaskQuestions, taskWakeUps } from './next-task-questions.ts';
import type { Question } from './question.ts';
import { type BucketName, nextTokenAt } from './quota.ts';
import { change, type ServiceState, unfinished, type WatchState } from './state.ts';

/** How early a service may be asked for, to fill a call that is made anyway. */
const FILL_MS = 400;
/** While services still join their looks fall at all times, and few would share a call. */
const OPEN_FILL_MS = 2000;

export interface Next {
  readonly state: WatchState;
  readonly questions: readonly Question[];
  /** When to ask again, unless an answer comes first; in milliseconds. */
  readonly wakeAt: number;
}

/** What to ask now, within the quotas; the state remembers that it was asked. */
export function nextQuestions(state: WatchState, nowMs: number): Next {
  const asked: Question[] = [];
  let now = state;
  for (const ask of [nextDeployments, nextTaskQuestions, nextServices, nextDefinitions]) {
    const step = ask(now, nowMs);
    now = step.state;
    asked.push(...step.questions);
  }
  return { state: now, questions: asked, wakeAt: wakeAt(now, nowMs) };
}

const waiting = (askedAt: number | undefined, nowMs: number) =>
  askedAt !== undefined && nowMs - askedAt < LOST_AFTER_MS;

/** Those of which something is to be heard: what has succeeded rests until no more join. */
const watched = (state: WatchState): ServiceState[] =>
  unfinished(state).filter(({ successSeenAt }) => !(state.plan.open && successSeenAt !== undefined));

function nextDeployments(state: WatchState, nowMs: number) {
  const free = watched(state).filter((one) => !waiting(one.deploymentAskedAt, nowMs) && !one.endedSeenAt);
  const groups = batches(free, (one) => one.deploymentDueAt, BATCH.deployments, state, nowMs);
  const wanted = groups.map(
    (group): Question => ({
      kind: 'deployments',
      arns: group.map(({ watched: { deployment } }) => deployment),
      services: group.map(({ watched: { service } }) => service),
    }),
  );
  const step = afford(state, 'deployments', wanted, nowMs);
  const names = step.questions.flatMap(({ services }) => services);
  return {
    state: change(step.state, names, (one) => ({ ...one, deploymentAskedAt: nowMs })),
    questions: step.questions,
  };
}

function nextServices(state: WatchState, nowMs: number) {
  const free = watched(state).filter((one) => !waiting(one.serviceAskedAt, nowMs));
  const groups = batches(free, (one) => one.serviceDueAt, BATCH.services, state, nowMs);
  const wanted = groups.map(
    (group): Question => ({ kind: 'services', services: group.map(({ watched: { service } }) => service) }),
  );
  const step = afford(state, 'services', wanted, nowMs);
  const names = step.questions.flatMap(({ services }) => services);
  return {
    state: change(step.state, names, (one) => ({ ...one, serviceAskedAt: nowMs })),
    questions: step.questions,
  };
}

function nextDefinitions(state: WatchState, nowMs: number) {
  const wanted = unfinished(state)
    .filter((one) => one.superseder && !one.superseder.tags && one.tagsAskedAt === undefined)
    .map(({ superseder, watched }): Question => {
      const arn = superseder?.taskDefinition ?? '';
      return { kind: 'definition', arn, services: [watched.service] };
    });
  const step = afford(state, 'definitions', wanted, nowMs);
  const names = step.questions.flatMap(({ services }) => services);
  return { state: change(step.state, names, (one) => ({ ...one, tagsAskedAt: nowMs })), questions: step.questions };
}

/** Groups of those that are due, filled up with those that soon will be. */
function batches(
  services: readonly ServiceState[],
  dueAt: (one: ServiceState) => number,
  size: number,
  { plan }: WatchState,
  nowMs: number,
): ServiceState[][] {
  const fill = plan.open ? OPEN_FILL_MS : FILL_MS;
  const soon = services.filter((one) => dueAt(one) <= nowMs + fill).sort((a, b) => dueAt(a) - dueAt(b));
  const groups = Array.from({ length: Math.ceil(soon.length / size) }, (_, i) => soon.slice(i * size, (i + 1) * size));
  return groups.filter(([first]) => first !== undefined && dueAt(first) <= nowMs);
}

function wakeAt(state: WatchState, nowMs: number): number {
  const not = (name: BucketName, at: number) =>
    Math.max(at, state.rest[name].until, nextTokenAt(name, state.buckets[name], nowMs));
  const lost = (askedAt: number | undefined, dueAt: number) =>
    waiting(askedAt, nowMs) ? (askedAt ?? nowMs) + LOST_AFTER_MS : dueAt;
  const times = watched(state).flatMap((one) => [
    ...(one.endedSeenAt ? [] : [not('deployments', lost(one.deploymentAskedAt, one.deploymentDueAt))]),
    not('services', lost(one.serviceAskedAt, one.serviceDueAt)),
    ...taskWakeUps(one, state.plan, nowMs).map((at) => not('tasks', at)),
    ...(one.endedSeenAt || one.successSeenAt ? [nowMs + Math.min(1000, state.plan.cadence.explain / 3)] : []),
  ]);
  const soonest = times.reduce((least, at) => Math.min(least, at), state.plan.deadlineMs);
  return Math.max(nowMs + 1, soonest);
}
