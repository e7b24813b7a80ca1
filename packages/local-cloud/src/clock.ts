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

export function scaledClock(scale: number): StoppableClock {
  const start = Date.now();
  const origin = performance.now();
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;
  const after = (cloudMs: number, fn: () => void) => {
    if (stopped) return () => {};
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        fn();
      },
      Math.max(0, cloudMs / scale),
    );
    timers.add(timer);
    return () => {
      clearTimeout(timer);
      timers.delete(timer);
    };
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
