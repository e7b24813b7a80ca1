// Concurrency groups, as a repository has them: one holder at a time, and who waits for it.
// https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
import { resolve, type Scope, text } from '../workflow/evaluate.ts';
import { isMap, type Plain, type Value } from '../workflow/value.ts';

export interface Wish {
  readonly group: string;
  readonly cancelInProgress: boolean;
  readonly queue: 'single' | 'max';
}

/** Who wants to enter: a run or a job. */
export interface Entrant {
  readonly name: string;
  /** Aborted when it no longer wants to. */
  readonly signal: AbortSignal;
  /** Told once when somebody newer takes its place while it holds the group. */
  readonly cancel: (because: string) => void;
  /** Told when it has to wait. */
  readonly waiting?: () => void;
}

export type Entry =
  | { readonly kind: 'entered'; readonly leave: () => void }
  | { readonly kind: 'cancelled'; readonly because: string };

interface Waiter {
  readonly entrant: Entrant;
  readonly admit: () => void;
  readonly turnAway: (because: string) => void;
}

interface Group {
  holder: Entrant | undefined;
  readonly waiting: Waiter[];
}

/** "up to 100 jobs or workflow runs can be pending": https://github.blog/changelog/2026-05-07-github-actions-concurrency-groups-now-allow-larger-queues */
const LONGEST_QUEUE = 100;

export class ConcurrencyGroups {
  readonly #groups = new Map<string, Group>();

  enter(wish: Wish, entrant: Entrant): Promise<Entry> {
    const key = keyOf(wish);
    const group = this.#groups.get(key) ?? { holder: undefined, waiting: [] };
    this.#groups.set(key, group);
    if (!group.holder) return Promise.resolve(this.#take(group, entrant));
    const replaced = `Canceling since a higher priority waiting request for '${wish.group}' exists`;
    if (wish.queue === 'single') for (const older of group.waiting.splice(0)) older.turnAway(replaced);
    else if (group.waiting.length >= LONGEST_QUEUE)
      return Promise.resolve({ kind: 'cancelled', because: `${LONGEST_QUEUE} wait for '${wish.group}' already` });
    const entry = this.#queue(group, entrant);
    if (wish.cancelInProgress) group.holder.cancel(replaced);
    entrant.waiting?.();
    return entry;
  }

  #queue(group: Group, entrant: Entrant): Promise<Entry> {
    return new Promise((resolved) => {
      const settle = (entry: Entry): void => {
        entrant.signal.removeEventListener('abort', give);
        resolved(entry);
      };
      const waiter: Waiter = {
        entrant,
        admit: () => settle(this.#take(group, entrant)),
        turnAway: (because) => settle({ kind: 'cancelled', because }),
      };
      const give = (): void => {
        const at = group.waiting.indexOf(waiter);
        if (at >= 0) group.waiting.splice(at, 1);
        waiter.turnAway(String(entrant.signal.reason));
      };
      group.waiting.push(waiter);
      entrant.signal.addEventListener('abort', give, { once: true });
      if (entrant.signal.aborted) give();
    });
  }

  #take(group: Group, entrant: Entrant): Entry {
    group.holder = entrant;
    return {
      kind: 'entered',
      leave: () => {
        if (group.holder !== entrant) return;
        group.holder = undefined;
        group.waiting.shift()?.admit();
      },
    };
  }
}

/** GitHub does not tell upper from lower case in a group's name. */
export function keyOf({ group }: Wish): string {
  return group.toLowerCase();
}

/** What stands at `concurrency:`, evaluated; undefined where nothing does. */
export function wishOf(value: Value | undefined, scope: Scope): Wish | undefined {
  const given = resolve(value, scope);
  if (given === null) return undefined;
  const fields = (isMap(given) ? given : { group: given }) as Readonly<Record<string, Plain>>;
  const group = text(fields.group);
  if (group === '') return undefined;
  return {
    group,
    cancelInProgress: fields['cancel-in-progress'] === true,
    queue: fields.queue === 'max' ? 'max' : 'single',
  };
}
