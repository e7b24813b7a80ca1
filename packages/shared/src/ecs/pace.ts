import type { Duration } from '../values/duration.ts';

/** How a wait goes on: how often it asks, when it gives up, what it says meanwhile. */
export interface Pace {
  readonly every: Duration;
  readonly within: Duration;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly progress: (line: string) => void;
}

/** Asks until there is an answer; undefined when the time ran out. Says each new progress line once. */
export async function ask<T>(
  pace: Pace,
  once: () => Promise<{ done: T } | { waiting: string }>,
): Promise<T | undefined> {
  const end = pace.now().getTime() + pace.within.ms;
  let said = '';
  for (;;) {
    const answer = await once();
    if ('done' in answer) return answer.done;
    if (answer.waiting !== said) pace.progress(answer.waiting);
    said = answer.waiting;
    if (pace.now().getTime() >= end) return undefined;
    await pace.sleep(pace.every.ms);
  }
}
