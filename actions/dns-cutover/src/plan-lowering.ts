import { type RecordSets, tellRecordSets } from '#shared/route53/record-set-changes';
import { type Duration, formatDuration } from '#shared/values/duration';
import { highestTtl } from './plan-soak.ts';
import { addressSets, HIGHEST_TTL, isAddress, withoutDot } from './records.ts';
import { markRecord, readMark, type SoakMark } from './soak-mark.ts';

/** One name and the mark beside it, before its TTL is lowered. */
export interface UnloweredName {
  readonly record: string;
  readonly name: string;
  readonly current: RecordSets;
  /** The record sets under the mark's name. */
  readonly markSets: RecordSets;
}

export type Lowering = UnloweredName & { readonly because: string } & (
    | {
        /** There is nothing that resolvers keep longer than an alias. */
        readonly kind: 'none';
      }
    | {
        /** It was lowered and seen low before. */
        readonly kind: 'done';
        readonly mark: SoakMark;
      }
    | {
        /** `lower` changes the records, `look` finds them low already; both end with the mark. */
        readonly kind: 'lower' | 'look';
        readonly lowered: RecordSets;
        readonly mark: SoakMark;
      }
  );

/** What to do so that a later cut-over can prove the soak. `previousTtl` is taken only where the record tells none. */
export function decideLowering(view: UnloweredName, previousTtl: Duration, now: Date): Lowering {
  const { name, current, markSets } = view;
  const shown = withoutDot(name);
  const highest = highestTtl(current);
  const mark = readMark(markSets);
  if (highest === undefined)
    return { ...view, kind: 'none', because: `${shown} is ${tellRecordSets(addressSets(current))}: nothing to lower` };
  if (highest > HIGHEST_TTL) {
    const previous = Math.max(highest, remaining(mark, now));
    return {
      ...view,
      kind: 'lower',
      lowered: current.map((set) => (tooLong(set) ? { ...set, TTL: HIGHEST_TTL } : set)),
      mark: { previous, asserted: false },
      because: `the TTL of ${shown} goes from ${highest} s to ${HIGHEST_TTL} s`,
    };
  }
  if (mark !== undefined && mark !== 'unreadable')
    return mark.lowered
      ? { ...view, kind: 'done', mark, because: `${shown} was seen with a low TTL at ${mark.lowered.toISOString()}` }
      : { ...view, kind: 'look', lowered: current, mark, because: `the TTL of ${shown} was lowered, and not yet seen` };
  return {
    ...view,
    kind: 'look',
    lowered: current,
    mark: { previous: previousTtl.ms / 1000, asserted: true },
    because: `${shown} has a TTL of ${highest} s already; what it had before is taken from previous-ttl, ${formatDuration(previousTtl)}`,
  };
}

/** When no resolver can hold a longer answer any more; undefined while the low TTL has not been seen. */
export function soakOver({ lowered, previous }: SoakMark): Date | undefined {
  return lowered && new Date(lowered.getTime() + previous * 1000);
}

/** What the name and its mark shall be, each as a swap of its own name. */
export function marked(one: UnloweredName, mark: SoakMark): { name: string; current: RecordSets; wanted: RecordSets } {
  const wanted = markRecord(one.name, mark);
  return { name: wanted.Name ?? '', current: one.markSets, wanted: [wanted] };
}

function tooLong(set: RecordSets[number]): boolean {
  return isAddress(set) && !set.AliasTarget && (set.TTL ?? 0) > HIGHEST_TTL;
}

/** Seconds for which an answer from before an earlier lowering may still be kept. */
function remaining(mark: SoakMark | 'unreadable' | undefined, now: Date): number {
  if (mark === undefined || mark === 'unreadable') return 0;
  const over = soakOver(mark);
  return over ? Math.max(0, Math.ceil((over.getTime() - now.getTime()) / 1000)) : mark.previous;
}
