// Ctrl-C: the first cancels the run as GitHub would, the second ends everything at once.

/** One press reaches this process up to three times: from the terminal, from npm, and from the script that starts Node. */
const ONE_PRESS_MS = 1_000;

export interface Interrupts {
  readonly cancel: AbortSignal;
  readonly force: AbortSignal;
}

export function watchInterrupts(say: (text: string) => void, now: () => number = () => performance.now()): Interrupts {
  const cancel = new AbortController();
  const force = new AbortController();
  let last = Number.NEGATIVE_INFINITY;
  const press = (): void => {
    const again = now() - last > ONE_PRESS_MS;
    last = now();
    if (!again) return;
    if (!cancel.signal.aborted) {
      say(
        'cancelling: running steps are stopped as GitHub stops them, within 10 s (once more ends everything at once)',
      );
      cancel.abort('The run was canceled at the terminal.');
    } else if (!force.signal.aborted) {
      say('ending everything at once');
      force.abort('The run was ended at the terminal.');
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, press);
  return { cancel: cancel.signal, force: force.signal };
}
