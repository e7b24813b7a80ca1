import { setTimeout as delay } from 'node:timers/promises';
import { type ECSClient, StopServiceDeploymentCommand } from '@aws-sdk/client-ecs';
import { askEcs } from './ask-ecs.ts';
import type { Cadence } from './cadence.ts';
import { nextQuestions } from './next-questions.ts';
import type { Happening, Outcome } from './outcome.ts';
import type { Answer, Question } from './question.ts';
import { readErrorOf } from './read-error.ts';
import type { WatchedService, WatchState } from './state.ts';
import { takeAnswer } from './take-answer.ts';
import {
  beginWatch,
  cancelWatch,
  closeWatch,
  isFinished,
  joinWatch,
  noteLog,
  noteStop,
  type Step,
  stopRefused,
  tick,
} from './watcher.ts';

export interface WatchTools {
  /** Best with `maxAttempts: 1`: the watch waits and asks again itself, and counts its calls. */
  readonly ecs: ECSClient;
  readonly cluster: string;
  readonly now: () => Date;
  /** Ends the watch with `cancelled`, and leaves the deployments alone. */
  readonly signal?: AbortSignal;
}

export interface WatchSettings {
  readonly deadline: Date;
  readonly cadence?: Cadence;
  /**
   * What happens to a deployment that cannot succeed: `stop` asks ECS to roll it back and watches it go back, `end`
   * gives the outcome `hopeless` and touches nothing. Default `stop`.
   */
  readonly hopeless?: 'stop' | 'end';
  /** Services may join; until `close` failures alone are told, and successes are proven after it. */
  readonly open?: boolean;
  /** Told of everything as it comes to light, outcomes included. Must not throw. */
  readonly onHappening?: (happening: Happening) => void;
}

/** A watch under way. */
export interface Watch {
  /** One outcome for each service, by name; never rejects for what ECS answers. */
  readonly outcomes: Promise<ReadonlyMap<string, Outcome>>;
  /** Asks ECS to roll a deployment back; its outcome will say `by us`. Harmless when it has ended already. */
  stop(service: string, because: string): Promise<void>;
  /** The last lines of the log of a container that was told to have ended: they may tell that no attempt can succeed. */
  heardLog(service: string, lines: readonly string[]): void;
  /** Gives up watching; what is open, or joins later, ends as `cancelled`. */
  cancel(reason: string): void;
  /** Watches one more service, and all of them until this deadline, when it is the later one. */
  join(watched: WatchedService, deadline: Date): void;
  /** No more services are to join. */
  close(): void;
}

/** Watches many service deployments of one cluster together until each has exactly one outcome. */
export function watchServices(tools: WatchTools, watched: readonly WatchedService[], settings: WatchSettings): Watch {
  const { deadline, cadence, hopeless = 'stop', onHappening } = settings;
  const now = () => tools.now().getTime();
  const options = {
    deadlineMs: deadline.getTime(),
    hopeless,
    open: settings.open === true,
    seed: process.pid,
    ...(cadence ? { cadence } : {}),
  };
  let state: WatchState = beginWatch(watched, options, now());
  let wake: () => void = () => undefined;
  let isOpen = settings.open === true;
  let givenUp: string | undefined;
  const answers: Answer[] = [];
  const calls = new AbortController();

  const apply = (step: Step): void => {
    state = step.state;
    for (const happening of step.happenings) {
      onHappening?.(happening);
      if (happening.kind === 'decision' && happening.decision.kind === 'stop' && hopeless === 'stop')
        void requestStop(happening.decision.service);
    }
  };
  const act = (step: Step): void => {
    apply(step);
    wake();
  };
  const requestStop = async (service: string): Promise<void> => {
    const refused = await rollBack(tools.ecs, state.services.get(service)?.watched.deployment ?? '');
    if (refused) act(stopRefused(state, service, refused, now()));
  };
  const ask = async (question: Question): Promise<void> => {
    answers.push(await askEcs(tools.ecs, tools.cluster, question, calls.signal));
    wake();
  };
  const isOver = () => isFinished(state) && !isOpen;
  const giveUp = (reason: string): void => {
    givenUp ??= reason;
    act(cancelWatch(state, reason, now()));
  };
  const rest = async (until: number): Promise<void> => {
    if (answers.length > 0 || isOver()) return;
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const sleep = delay(Math.max(1, until - now()), undefined, { signal: timer.signal }).catch(() => undefined);
    // With nothing to ask for, only a service that joins or the end of joining brings anything new.
    await Promise.race(isFinished(state) ? [woken] : [woken, sleep]);
    timer.abort();
  };
  const run = async (): Promise<ReadonlyMap<string, Outcome>> => {
    const cancelled = () => giveUp(reasonOf(tools.signal));
    if (tools.signal?.aborted) cancelled();
    tools.signal?.addEventListener('abort', cancelled, { once: true });
    try {
      while (!isOver()) {
        for (const answer of answers.splice(0)) apply(takeAnswer(state, answer, now()));
        apply(tick(state, now()));
        const next = nextQuestions(state, now());
        state = next.state;
        for (const question of next.questions) void ask(question);
        await rest(next.wakeAt);
      }
    } finally {
      tools.signal?.removeEventListener('abort', cancelled);
      calls.abort();
    }
    return outcomesOf(state);
  };

  return {
    // A moment later, so that whoever is told of something already holds this watch.
    outcomes: Promise.resolve().then(run),
    async stop(service, because) {
      if (state.services.get(service)?.outcome) return;
      act(noteStop(state, service, because, now()));
      await requestStop(service);
    },
    heardLog: (service, lines) => act(noteLog(state, service, lines, now())),
    cancel: giveUp,
    join(one, until) {
      state = joinWatch(state, [one], until.getTime(), now());
      if (givenUp === undefined) wake();
      else giveUp(givenUp);
    },
    close() {
      isOpen = false;
      state = closeWatch(state, now());
      wake();
    },
  };
}

const outcomesOf = (state: WatchState): ReadonlyMap<string, Outcome> =>
  new Map([...state.services].flatMap(([name, { outcome }]) => (outcome ? [[name, outcome] as const] : [])));

const reasonOf = (signal: AbortSignal | undefined): string =>
  signal?.reason instanceof Error ? signal.reason.message : String(signal?.reason ?? 'cancelled');

/** Tries of a stop that was throttled or lost; ECS takes the same stop twice. */
const STOP_TRIES = 4;

/** How long one try may take. */
const STOP_MS = 10_000;

/**
 * Why ECS will not stop the deployment; undefined when it will, or when it ended meanwhile. Goes on when the watch ends:
 * a stop that was decided is made.
 */
export async function rollBack(ecs: ECSClient, serviceDeploymentArn: string): Promise<string | undefined> {
  const command = new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' });
  for (let tries = 1; ; tries++) {
    try {
      await ecs.send(command, { abortSignal: AbortSignal.timeout(STOP_MS) });
      return undefined;
    } catch (error) {
      const { name, message, status } = readErrorOf(error);
      // It ended between the look and the call: the next look tells how.
      if (name === 'ConflictException' || name === 'ServiceDeploymentNotFoundException') return undefined;
      const passing = status === undefined || status >= 500 || /Throttl|TooMany|Limit/i.test(name);
      if (!passing || tries === STOP_TRIES) return `${name}: ${message}`;
      await delay(400 * tries);
    }
  }
}
