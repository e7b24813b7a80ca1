import { nextQuestions } from '../../../src/ecs/watch/next-questions.ts';
import type { Happening, Outcome } from '../../../src/ecs/watch/outcome.ts';
import { type Answer, bucketOf, type Question } from '../../../src/ecs/watch/question.ts';
import type { BucketName } from '../../../src/ecs/watch/quota.ts';
import type { WatchedService } from '../../../src/ecs/watch/state.ts';
import { takeAnswer } from '../../../src/ecs/watch/take-answer.ts';
import { beginWatch, closeWatch, isFinished, joinWatch, type Step, tick } from '../../../src/ecs/watch/watcher.ts';
import { PlayedDeployment, type TrueHistory, toMs, toSecond, watchedOf } from './true-history.ts';

/** What becomes of one question on its way. */
export interface Fate {
  readonly kind: 'answered' | 'throttled' | 'broken' | 'empty' | 'partial' | 'hung';
  /** Seconds until the answer arrives. */
  readonly takes: number;
  /** How many seconds old it is when it is made. */
  readonly lag: number;
}

export const HONEST: Fate = { kind: 'answered', takes: 0.15, lag: 0 };

export interface Watched {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly told: readonly Happening[];
  readonly played: ReadonlyMap<string, PlayedDeployment>;
  /** Milliseconds of each call, by the quota it draws on. */
  readonly calls: Readonly<Record<BucketName, readonly number[]>>;
  readonly steps: number;
}

/**
 * Plays histories and lets the watcher watch them, in virtual time, through answers that meet the given fates.
 *
 * @param joins second at which each history is watched from; absent: from the beginning
 */
export function observe(
  histories: readonly TrueHistory[],
  deadlineS: number,
  fateOf: (call: number) => Fate,
  joins: readonly number[] = [],
): Watched {
  const played = new Map(histories.map((one) => [one.name, new PlayedDeployment(one)]));
  const calls: Record<BucketName, number[]> = { deployments: [], services: [], tasks: [], definitions: [] };
  const told: Happening[] = [];
  const options = { deadlineMs: toMs(deadlineS) };
  const joining = histories
    .map((one, i) => ({ at: toMs(joins[i] ?? 0), watched: watchedOf(one) }))
    .sort((a, b) => a.at - b.at);
  const first = joining.filter(({ at }) => at <= toMs(0));
  const later = joining.slice(first.length);
  let state = beginWatch(
    first.map(({ watched }) => watched),
    { ...options, open: later.length > 0 },
    toMs(0),
  );
  let now = toMs(0);
  let asked = 0;
  let steps = 0;
  const under: { at: number; answer: () => Answer }[] = [];
  const stops: { at: number; service: string }[] = [];
  const apply = (step: Step) => {
    state = step.state;
    told.push(...step.happenings);
    for (const happening of step.happenings)
      if (happening.kind === 'decision' && happening.decision.kind === 'stop')
        stops.push({ at: now + 200, service: happening.decision.service });
  };
  while (!isFinished(state) || later.length > 0) {
    if (++steps > 400_000) throw new Error('the watch does not end');
    for (const stop of stops.splice(0))
      if (stop.at <= now) played.get(stop.service)?.stop(toSecond(now));
      else stops.push(stop);
    under.sort((a, b) => a.at - b.at);
    while (under[0] && under[0].at <= now)
      apply(takeAnswer(state, (under.shift() as { answer: () => Answer }).answer(), now));
    while (later[0] && later[0].at <= now)
      state = joinWatch(state, [(later.shift() as { watched: WatchedService }).watched], options.deadlineMs, now);
    if (state.plan.open && later.length === 0) state = closeWatch(state, now);
    apply(tick(state, now));
    const next = nextQuestions(state, now);
    state = next.state;
    for (const question of next.questions) {
      calls[bucketOf(question)].push(now);
      const fate = fateOf(asked++);
      const made = toSecond(now) - fate.lag + fate.takes / 2;
      under.push({ at: now + fate.takes * 1000, answer: () => answerTo(question, fate, played, made) });
    }
    const soonest = Math.min(
      next.wakeAt,
      ...stops.map(({ at }) => at),
      ...under.map(({ at }) => at),
      later[0]?.at ?? next.wakeAt,
    );
    now = Math.max(now + 1, soonest);
  }
  const outcomes = new Map([...state.services].flatMap(([name, { outcome }]) => (outcome ? [[name, outcome]] : [])));
  return { outcomes, told, played, calls, steps };
}

function answerTo(
  question: Question,
  fate: Fate,
  played: ReadonlyMap<string, PlayedDeployment>,
  second: number,
): Answer {
  const error = (name: string, status?: number): Answer => ({
    kind: 'error',
    question,
    error: { name, message: name, ...(status ? { status } : {}) },
  });
  if (fate.kind === 'throttled') return error('ThrottlingException', 400);
  if (fate.kind === 'broken') return error('ServerException', 500);
  if (fate.kind === 'hung') return error('TimeoutError');
  const empty = fate.kind === 'empty';
  /** What of an answer arrives: ECS's lists and descriptions may miss some of what there is. */
  const part = <T>(whole: readonly T[]): T[] =>
    empty ? [] : whole.filter((_, index) => fate.kind !== 'partial' || index % 2 === 0);
  const all = question.services.flatMap((name) => played.get(name) ?? []);
  switch (question.kind) {
    case 'deployments':
      return {
        kind: 'deployments',
        question,
        deployments: part(all.flatMap((one) => one.deployment(second) ?? [])),
      };
    case 'services':
      return { kind: 'services', question, found: part(all.flatMap((one) => one.service(second) ?? [])) };
    case 'list': {
      const arns = all.flatMap((one) => one.list(question.status, second));
      const from = Number(question.token ?? 0);
      const more = from + 100 < arns.length ? { token: String(from + 100) } : {};
      return { kind: 'list', question, arns: part(arns.slice(from, from + 100)), ...(empty ? {} : more) };
    }
    case 'tasks':
      return {
        kind: 'tasks',
        question,
        tasks: part(question.arns.flatMap((arn) => all.flatMap((one) => one.describe(arn, second) ?? []))),
      };
    case 'definition':
      return { kind: 'definition', question, tags: [{ key: 'golive:commit', value: 'c0ffee' }] };
  }
}

/** The most calls in any 60 seconds. */
export function busiestMinute(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  for (let last = 0; last < times.length; last++) {
    while ((times[last] ?? 0) - (times[first] ?? 0) >= 60_000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
