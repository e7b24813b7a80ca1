// What stands between a job that may run and its runner: its concurrency group, then its environment.
import { resolve, text } from '../workflow/evaluate.ts';
import type { Job } from '../workflow/model.ts';
import { isMap, type Plain } from '../workflow/value.ts';
import { type Cancellation, reasonOf } from './cancellation.ts';
import { type Entry, keyOf, type Wish, wishOf } from './concurrency.ts';
import type { Contexts } from './job.ts';
import type { JobOutcome, Run } from './run.ts';

export type Admission =
  | { readonly kind: 'admitted'; readonly leave: () => void; readonly held: readonly string[] }
  | { readonly kind: 'refused'; readonly outcome: JobOutcome };

/** Groups by key that the job's workflow and callers hold, so that nobody waits for himself. */
export type Held = readonly string[];

/**
 * The group comes first: a job that waits for its approval holds its group, and cancels who waited for it before
 * (https://github.com/hypothesis/lms/pull/4533 tells how that surprises people).
 */
export async function admit(
  run: Run,
  path: string,
  job: Job,
  given: Contexts,
  stop: Cancellation,
  held: Held,
): Promise<Admission> {
  const entered = await enterGroup(run, path, wishOf(job.concurrency, { contexts: given }), stop, held);
  if (entered.kind === 'refused') return entered;
  const environment = resolve(job.environment, { contexts: given });
  const name = text(isMap(environment) ? (environment.name as Plain) : environment);
  if (!name) return entered;
  const refuse = (outcome: JobOutcome): Admission => {
    entered.leave();
    return { kind: 'refused', outcome };
  };
  const deploys = !isMap(environment) || environment.deployment !== false;
  // GitHub evaluates the url at the end of the job, when its steps are known; the workflows here need none of them.
  const url = isMap(environment) ? text(environment.url as Plain) : '';
  const wanted = { environment: name, job: path, deploys, ...(url !== '' && { url }) };
  const answer = await run.gate(wanted, stop.signal);
  if (stop.signal.aborted) return refuse(cancelled(reasonOf(stop.signal)));
  run.emit({ kind: 'gate', job: path, environment: name, answer });
  return answer.open ? entered : refuse({ result: 'failure', outputs: {}, because: `${name} was ${answer.because}` });
}

export async function enterGroup(
  run: Run,
  path: string,
  wish: Wish | undefined,
  stop: Cancellation,
  held: Held,
): Promise<Admission> {
  if (stop.signal.aborted) return { kind: 'refused', outcome: cancelled(reasonOf(stop.signal)) };
  if (!wish) return { kind: 'admitted', leave: () => undefined, held };
  const entry: Entry = held.includes(keyOf(wish))
    ? {
        kind: 'cancelled',
        because: `Canceling since a deadlock was detected for concurrency group: '${wish.group}' between a top level workflow and '${path}'`,
      }
    : await run.groups.enter(wish, {
        name: path,
        signal: stop.signal,
        cancel: stop.cancel,
        waiting: () => run.emit({ kind: 'waiting', job: path, group: wish.group }),
      });
  if (entry.kind === 'entered') return { kind: 'admitted', leave: entry.leave, held: [...held, keyOf(wish)] };
  run.emit({ kind: 'annotation', job: path, level: 'error', text: entry.because });
  return { kind: 'refused', outcome: cancelled(entry.because) };
}

function cancelled(because: string): JobOutcome {
  return { result: 'cancelled', outputs: {}, because };
}
