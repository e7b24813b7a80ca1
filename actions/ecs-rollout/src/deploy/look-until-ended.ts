/** Looks at one service again and again until its end is judged: exactly one ending, whatever happens. */
import { kindOfReadError, readErrorOf } from '#shared/ecs/watch/read-error';
import type { Run } from '#shared/runtime/run';
import type { Ending, Verdict } from './verdict.ts';

export interface Looks<Seen> {
  readonly service: string;
  readonly run: Pick<Run, 'now' | 'sleep' | 'log'>;
  /** Ends the watch with `cancelled`. */
  readonly signal: AbortSignal;
  readonly deadline: Date;
  readonly everyMs: number;
  /** Who is asked, for the sentence that says that nobody answered. */
  readonly source: 'CodeDeploy' | 'ECS';
  look(): Promise<Seen>;
  judge(seen: Seen): Verdict;
  /** How long what is over may take to be proven, in milliseconds. */
  settlesWithinMs(seen: Seen): number;
  /** What is left to say when it was not. */
  unsettled(seen: Seen, because: string): Ending;
}

/** Gives the ending, and the last look, when there was one. */
export async function lookUntilEnded<Seen>(looks: Looks<Seen>): Promise<{ ending: Ending; seen?: Seen }> {
  const { service, run, signal, deadline, source } = looks;
  let seen: Seen | undefined;
  let trouble: string | undefined;
  let overSince: number | undefined;
  let said = '';
  const end = (ending: Ending) => (seen === undefined ? { ending } : { ending, seen });
  for (;;) {
    if (signal.aborted) return end({ kind: 'cancelled', because: reasonOf(signal) });
    try {
      seen = await looks.look();
      trouble = undefined;
    } catch (error) {
      const told = readErrorOf(error);
      trouble = `${told.name}: ${told.message}`;
      if (kindOfReadError(told) === 'final') return end({ kind: 'could-not-find-out', ...missing(told) });
    }
    const now = run.now().getTime();
    if (seen !== undefined && !trouble) {
      const verdict = looks.judge(seen);
      if (verdict.kind === 'ended') return end(verdict.ending);
      overSince = verdict.over ? (overSince ?? now) : undefined;
      if (overSince !== undefined && now - overSince >= looks.settlesWithinMs(seen))
        return end(looks.unsettled(seen, verdict.because));
      if (verdict.because !== said) run.log.info(`${service}: ${verdict.because}`);
      said = verdict.because;
    }
    if (now >= deadline.getTime())
      return end(
        trouble
          ? { kind: 'could-not-find-out', because: `${source} was not heard of to the end: ${trouble}` }
          : { kind: 'timed-out', because: `not done in time: ${said}` },
      );
    await rest(looks);
  }
}

/** Until the next look, or until the watch is given up. */
async function rest({ run, signal, everyMs }: Pick<Looks<unknown>, 'run' | 'signal' | 'everyMs'>): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  // A sleep that a cancelled run cuts short ends the wait too: the signal says the rest.
  await Promise.race([run.sleep(everyMs).catch(() => undefined), aborted]);
}

const reasonOf = ({ reason }: AbortSignal): string => (reason instanceof Error ? reason.message : String(reason));

function missing({ name, message }: { readonly name: string; readonly message: string }) {
  const action = /not authorized to perform:? ([a-z-]+:[A-Za-z]+)/.exec(message)?.[1];
  const because = action ? `was denied: the role that runs this needs ${action}` : `was refused (${name}: ${message})`;
  return { because, ...(action ? { action } : {}) };
}
