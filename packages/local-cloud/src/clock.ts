/** Cloud time: starts at the real time and runs `scale` times as fast. All durations are cloud milliseconds. */
export interface Clock {
  readonly scale: number;
  now(): Date;
  sleep(cloudMs: number): Promise<void>;
  /** Calls `fn` once after `cloudMs`; the function it returns cancels that. */
  after(cloudMs: number, fn: () => void): () => void;
}

export interface StoppableClock extends Clock {
  /** Forgets every timer; sleepers never wake. */
  stop(): void;
}

/** Node fires a timer that is longer than this at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function scaledClock(scale: number): StoppableClock {
  const start = Date.now();
  const origin = performance.now();
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;
  const after = (cloudMs: number, fn: () => void) => {
    const due = performance.now() + cloudMs / scale;
    let timer: NodeJS.Timeout | undefined;
    const cancel = () => {
      clearTimeout(timer);
      if (timer) timers.delete(timer);
    };
    const wait = () => {
      cancel();
      if (stopped) return;
      timer = setTimeout(fire, Math.min(Math.max(0, due - performance.now()), LONGEST_TIMER_MS));
      timers.add(timer);
    };
    // Node counts from the time at which its loop began to turn, and so fires up to a few milliseconds early.
    const fire = () => {
      if (performance.now() < due) return wait();
      cancel();
      fn();
    };
    wait();
    return cancel;
  };
  return {
    scale,
    now: () => new Date(start + (performance.now() - origin) * scale),
    sleep: (cloudMs) => new Promise((resolve) => after(cloudMs, resolve)),
    after,
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
