import { setTimeout as delay } from 'node:timers/promises';

// The runner sends SIGINT, 7.5 s later SIGTERM and 2.5 s later kills: what is not over by then leaves no evidence.
const graceMs = 8000;

/** The one signal of a run. */
export interface Cancellation {
  readonly signal: AbortSignal;
  /** Never resolves; rejects when the run was cancelled and its grace is over. */
  readonly graceOver: Promise<never>;
  readonly sleep: (ms: number) => Promise<void>;
  cancel(by: string): void;
  dispose(): void;
}

/** Makes a signal that SIGINT and SIGTERM abort; `dispose` lets go of the process. */
export function listenForCancellation(grace = graceMs): Cancellation {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: NodeJS.Timeout | undefined;
  const { promise: graceOver, reject } = Promise.withResolvers<never>();
  graceOver.catch(() => {});
  const cancel = (by: string) => {
    if (signal.aborted) return;
    const reason = Object.assign(new Error(`cancelled by ${by}`), { name: 'AbortError' });
    controller.abort(reason);
    timer = setTimeout(() => reject(reason), grace);
  };
  process.on('SIGINT', cancel).on('SIGTERM', cancel);
  return {
    signal,
    graceOver,
    cancel,
    sleep: async (ms) => {
      signal.throwIfAborted();
      try {
        await delay(ms, undefined, { signal });
      } catch (error) {
        throw signal.aborted ? signal.reason : error;
      }
    },
    dispose: () => {
      clearTimeout(timer);
      process.off('SIGINT', cancel).off('SIGTERM', cancel);
    },
  };
}
