// How a cancellation reaches what runs: GitHub asks each job's condition again, and stops those for which it is false.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation

/** A cancelled job may go on for this long with what runs in spite of it (`if: always()`). */
const FORCED_AFTER_MS = 5 * 60_000;

export interface Cancellation {
  /** Aborted with a sentence when the thing itself is to stop. */
  readonly signal: AbortSignal;
  readonly cancel: (because: string) => void;
  /** Ends the watch over what was above. */
  readonly release: () => void;
}

/** A signal of its own for something below `above`: it follows `above` unless `goesOn` says that it runs in spite of it. */
export function below(above: AbortSignal, goesOn: () => boolean): Cancellation {
  const own = new AbortController();
  const follow = (): void => {
    if (!goesOn()) own.abort(above.reason);
  };
  if (above.aborted) follow();
  else above.addEventListener('abort', follow, { once: true });
  return {
    signal: own.signal,
    cancel: (because) => own.abort(because),
    release: () => above.removeEventListener('abort', follow),
  };
}

/** Aborted when nothing may run any more: at once by `forced`, or five minutes after `cancelled`. */
export function lastWord(cancelled: AbortSignal, forced: AbortSignal): { signal: AbortSignal; release: () => void } {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = setTimeout(() => late.abort('five minutes after it was cancelled'), FORCED_AFTER_MS);
  };
  if (cancelled.aborted) start();
  else cancelled.addEventListener('abort', start, { once: true });
  return {
    signal: AbortSignal.any([forced, late.signal]),
    release: () => {
      cancelled.removeEventListener('abort', start);
      clearTimeout(timer);
    },
  };
}

/** Why a signal was aborted, as a sentence. */
export function reasonOf({ reason }: AbortSignal): string {
  return typeof reason === 'string' ? reason : 'The run was canceled.';
}
