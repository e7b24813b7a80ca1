const EVERY_MS = 15_000;

/** Tells every 15 seconds who is still under way. */
export function telling(names: readonly string[]) {
  const began = Date.now();
  const running = new Set<string>();
  let done = 0;
  const timer = setInterval(() => {
    const passed = Math.round((Date.now() - began) / 1000);
    console.log(`${passed} s: ${done} of ${names.length} ended; waiting for ${[...running].join(', ') || 'nobody'}`);
  }, EVERY_MS);
  return {
    started: (name: string) => void running.add(name),
    ended: (name: string) => {
      running.delete(name);
      done += 1;
    },
    stop: () => clearInterval(timer),
  };
}
