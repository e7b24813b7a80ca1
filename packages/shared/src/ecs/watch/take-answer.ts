import type { Service, ServiceDeployment } from '@aws-sdk/client-ecs';
import { untilNextLook, untilNextService, whileOpen } from './cadence.ts';
import { countedFailures, countsOf, isStale, ourEntry, stoppedCounters } from './counters.ts';
import { bakeEndsMs } from './progress.ts';
import { type Answer, bucketOf, OPERATIONS } from './question.ts';
import { backOff, kindOfReadError, sentenceOf } from './read-error.ts';
import { change, type ServiceState, unfinished, type WatchState } from './state.ts';
import { supersederOf } from './superseder.ts';
import { dropReads, takeList, takeTasks } from './take-tasks.ts';
import { endUnknown, type Step, settleAll } from './watcher.ts';

/** What an answer of ECS changes, in whatever order answers come. */
export function takeAnswer(state: WatchState, answer: Answer, nowMs: number): Step {
  const { services } = answer.question;
  if (answer.kind === 'error') return takeError(state, answer, nowMs);
  const bucket = bucketOf(answer.question);
  const rested = { ...state, rest: { ...state.rest, [bucket]: { times: 0, until: nowMs } } };
  const taken = take(rested, answer, nowMs);
  return settleAll(taken, services, nowMs);
}

function take(state: WatchState, answer: Exclude<Answer, { kind: 'error' }>, nowMs: number): WatchState {
  const { services } = answer.question;
  if (answer.kind === 'list') return takeList(state, answer, nowMs);
  if (answer.kind === 'tasks') return takeTasks(state, answer, nowMs);
  if (answer.kind === 'definition') {
    const tags = Object.fromEntries(answer.tags.map(({ key = '', value = '' }) => [key, value]));
    return change(state, services, (one) =>
      one.superseder ? { ...one, superseder: { ...one.superseder, tags } } : one,
    );
  }
  const open = unfinished(state).length;
  if (answer.kind === 'deployments') {
    const said = new Map(answer.deployments.map((one) => [one.serviceDeploymentArn, one]));
    return change(state, services, (one) => takeDeployment(one, said.get(one.watched.deployment), state, open, nowMs));
  }
  const found = new Map(answer.found.map((one) => [one.serviceName, one]));
  return change(state, services, (one) => takeService(one, found.get(one.watched.service), state, open, nowMs));
}

function takeDeployment(
  before: ServiceState,
  said: ServiceDeployment | undefined,
  { plan }: WatchState,
  open: number,
  nowMs: number,
): ServiceState {
  const { deploymentAskedAt: _, ...one } = before;
  // A describe that lags, or misses a deployment that was there, changes nothing but the time of the next look.
  const known = said && !isStale(one.deployment, said) ? said : one.deployment;
  const heard: ServiceState = {
    ...one,
    ...(known ? { deployment: known } : {}),
    ...(said ? { seenAt: nowMs, trouble: { times: 0 } } : {}),
  };
  const counted = withCounters(heard, before, nowMs);
  const baking = counted.deployment?.lifecycleStage === 'BAKE_TIME';
  const next = baking && counted.bakeBeganMs === undefined ? { ...counted, bakeBeganMs: nowMs } : counted;
  const ends = bakeEndsMs(next);
  const wait = untilNextLook(plan.open ? whileOpen(plan.cadence) : plan.cadence, next.deployment, {
    nowMs,
    beganMs: next.beganMs,
    ...(ends === undefined ? {} : { bakeEndsMs: ends }),
    services: open,
  });
  return { ...next, deploymentDueAt: nowMs + wait };
}

function takeService(
  before: ServiceState,
  said: Service | undefined,
  { plan }: WatchState,
  open: number,
  nowMs: number,
): ServiceState {
  const { serviceAskedAt: _, ...one } = before;
  const wait = untilNextService(plan.cadence, open) * (plan.open ? 2 : 1);
  // Without the deployment's entry an answer is from before it began: asked again soon, not too soon.
  const known = said && isOlder(one.service, said) ? one.service : (said ?? one.service);
  const entry = known && ourEntry(one, known);
  const dueAt = nowMs + (entry ? wait : Math.max(plan.cadence.early, Math.min(wait, plan.cadence.steady)));
  const heard: ServiceState = {
    ...one,
    ...(known ? { service: known } : {}),
    ...(said ? { serviceSeenAt: nowMs } : {}),
    ...(one.startedBy === undefined && entry?.id ? { startedBy: entry.id } : {}),
    serviceDueAt: dueAt,
  };
  const by = supersederOf(heard);
  const superseder = by?.superseder.taskDefinition;
  const named = superseder && !heard.superseder ? { superseder: { taskDefinition: superseder } } : {};
  return withCounters({ ...heard, ...named }, before, nowMs);
}

/** Events only grow: an answer whose newest event is older than one that was seen lags. */
function isOlder(known: Service | undefined, said: Service): boolean {
  const newest = (service: Service) =>
    Math.max(
      ...(service.events ?? []).map(({ createdAt }) => createdAt?.getTime() ?? 0),
      ...(service.deployments ?? []).map(({ updatedAt, createdAt }) => (updatedAt ?? createdAt)?.getTime() ?? 0),
      0,
    );
  return known !== undefined && newest(said) < newest(known);
}

/** Notes that the counters changed, and that a task ended: then the service and its stopped tasks are looked at. */
function withCounters(one: ServiceState, before: ServiceState, nowMs: number): ServiceState {
  const sum = (state: ServiceState) => countsOf(state).running + countsOf(state).pending;
  const going = one.deployment?.status === 'PENDING' || one.deployment?.status === 'IN_PROGRESS';
  const dropped = going && before.deployment && sum(one) < sum(before);
  const changed =
    countedFailures(one) !== countedFailures(before) ||
    countsOf(one).running !== countsOf(before).running ||
    stoppedCounters(one) !== stoppedCounters(before);
  return {
    ...one,
    ...(dropped ? { drops: one.drops + 1, serviceDueAt: Math.min(one.serviceDueAt, nowMs) } : {}),
    ...(changed || dropped ? { countersChangedAt: nowMs } : {}),
  };
}

function takeError(state: WatchState, answer: Answer & { kind: 'error' }, nowMs: number): Step {
  const { question, error } = answer;
  const operation = OPERATIONS[question.kind];
  if (question.kind === 'definition') {
    // Whose it is is good to know, and no more than that.
    const next = change(state, question.services, (one) =>
      one.superseder ? { ...one, superseder: { ...one.superseder, tags: {} } } : one,
    );
    return settleAll(next, question.services, nowMs);
  }
  if (kindOfReadError(error) === 'final') return endUnknown(state, question.services, error, operation, nowMs);
  const bucket = bucketOf(question);
  const times = state.rest[bucket].times + 1;
  // https://en.wikipedia.org/wiki/Linear_congruential_generator, the constants of Numerical Recipes
  const seed = (Math.imul(state.seed, 1664525) + 1013904223) >>> 0;
  const until = nowMs + backOff(times, seed / 2 ** 32);
  const last = sentenceOf(error, operation);
  const rested = { ...state, seed, rest: { ...state.rest, [bucket]: { times, until } } };
  const freed = change(dropReads(rested, question, nowMs), question.services, (one) => {
    const { deploymentAskedAt, serviceAskedAt, ...others } = one;
    return {
      ...others,
      ...(question.kind !== 'deployments' && deploymentAskedAt !== undefined ? { deploymentAskedAt } : {}),
      ...(question.kind !== 'services' && serviceAskedAt !== undefined ? { serviceAskedAt } : {}),
      trouble: { times: one.trouble.times + 1, last },
    };
  });
  return { state: freed, happenings: [] };
}
