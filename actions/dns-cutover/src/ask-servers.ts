import type { Run } from '#shared/runtime/run';
import type { Duration } from '#shared/values/duration';
import { poll } from '#shared/waiting/poll';
import type { Judgement } from './judge-answer.ts';

export interface Pace {
  readonly every: Duration;
  readonly within: Duration;
}

export interface Question<Type extends string = string> {
  readonly name: string;
  readonly type: Type;
  readonly server: string;
}

/** What one authoritative name server says about one name. */
export interface Proof extends Question {
  readonly verdict: Judgement['verdict'];
  readonly because: string;
  readonly at: string;
}

/** Asks every server at once and again until it says what it should, or the time is over. */
export function askServers<One extends Question>(
  questions: readonly One[],
  ask: (question: One, signal: AbortSignal) => Promise<Judgement>,
  pace: Pace,
  run: Pick<Run, 'signal' | 'now' | 'sleep'>,
): Promise<Proof[]> {
  return Promise.all(
    questions.map(async (question) => {
      let last: Pick<Proof, 'verdict' | 'because'> = { verdict: 'inconclusive', because: 'was not asked' };
      await poll(
        { every: pace.every, deadline: pace.within, signal: run.signal, sleep: run.sleep, now: run.now },
        async (signal) => {
          last = await ask(question, signal).catch((error: unknown) => {
            signal.throwIfAborted();
            return { verdict: 'inconclusive' as const, because: (error as Error).message };
          });
          return holds(last.verdict) ? last : undefined;
        },
      );
      const { name, type, server } = question;
      return { name, type, server, ...last, at: run.now().toISOString() };
    }),
  );
}

/** Whether a server's answer is the one that is wanted. */
export function holds(verdict: Proof['verdict']): boolean {
  return verdict === 'pass';
}
