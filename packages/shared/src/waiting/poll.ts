import type { Duration } from '../values/duration.ts';

/** How to ask again and again. */
export interface Polling {
  readonly every: Duration;
  /** How long in all, counted from the first question, or until when. */
  readonly deadline: Duration | Date;
  readonly signal: AbortSignal;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => Date;
  /** Told after every answer that was not the last. */
  readonly progress?: (elapsed: Duration, asked: number) => void;
}

/** How polling ended. */
export type Polled<T> =
  | { readonly kind: 'done'; readonly value: T; readonly elapsed: Duration }
  | { readonly kind: 'late'; readonly elapsed: Duration };

/**
 * Asks until there is an answer: `ask` gives undefined for "not yet". The last question is asked at the deadline
 * itself. Throws the signal's reason when cancelled, and whatever `ask` throws.
 */
export async function poll<T>(
  polling: Polling,
  ask: (signal: AbortSignal) => Promise<T | undefined>,
): Promise<Polled<T>> {
  const { every, deadline, signal, sleep, now, progress } = polling;
  const start = now().getTime();
  const end = deadline instanceof Date ? deadline.getTime() : start + deadline.ms;
  for (let asked = 1; ; asked++) {
    signal.throwIfAborted();
    const askedAt = now().getTime();
    const value = await ask(signal);
    const elapsed = { ms: now().getTime() - start };
    if (value !== undefined) return { kind: 'done', value, elapsed };
    if (askedAt >= end) return { kind: 'late', elapsed };
    progress?.(elapsed, asked);
    await sleep(Math.max(0, Math.min(every.ms, end - now().getTime())));
  }
}
