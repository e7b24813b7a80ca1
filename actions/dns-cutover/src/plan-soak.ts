import type { RecordSets } from '#shared/route53/record-set-changes';
import { type Duration, formatDuration } from '#shared/values/duration';
import { addressSets, HIGHEST_TTL } from './records.ts';
import type { SoakMark } from './soak-mark.ts';

/** What is known about when the TTL of the records was lowered. */
export interface Soak {
  /** What the user says: `ttl-lowered-at` and `previous-ttl`. Taken only where nothing was measured. */
  readonly asserted?: { readonly loweredAt: Date; readonly previousTtl: Duration } | undefined;
  readonly now: Date;
}

export type SoakRefusal = 'DNS_TTL_TOO_HIGH' | 'DNS_TTL_UNPROVEN' | 'DNS_TTL_NOT_OVER';

export type SoakDecision =
  | { readonly kind: 'over'; readonly verdict: 'pass' | 'warn'; readonly because: string }
  | { readonly kind: 'refuse'; readonly code: SoakRefusal; readonly because: string; readonly hint: string };

/** Whether no resolver can still hold an answer with a longer TTL than 60 s. */
export function decideSoak(
  name: string,
  current: RecordSets,
  mark: SoakMark | 'unreadable' | undefined,
  { asserted, now }: Soak,
): SoakDecision {
  const highest = highestTtl(current);
  if (highest === undefined)
    return { kind: 'over', verdict: 'pass', because: 'no resolver keeps it longer than an alias, which is 60 s' };
  if (highest > HIGHEST_TTL)
    return {
      kind: 'refuse',
      code: 'DNS_TTL_TOO_HIGH',
      because: `${name} has a TTL of ${highest} s: after the change resolvers may give the old answer that long; at most ${HIGHEST_TTL} s is safe`,
      hint: `run this action with mode: prepare, and release when ${formatDuration({ ms: highest * 1000 })} have passed`,
    };
  if (mark !== undefined && mark !== 'unreadable' && mark.lowered)
    return waitFor(name, mark.lowered, mark.previous, now, told(mark));
  if (asserted && mark === undefined)
    return waitFor(name, asserted.loweredAt, asserted.previousTtl.ms / 1000, now, {
      verdict: 'warn',
      lowered: 'ttl-lowered-at says that it was lowered at',
      previous: 'previous-ttl',
    });
  return {
    kind: 'refuse',
    code: 'DNS_TTL_UNPROVEN',
    because: `${name} has a TTL of ${highest} s, and ${unproven(mark)}: resolvers may still keep an answer with the TTL before`,
    hint: 'run this action with mode: prepare, which measures it; or assert it with dns.ttl-lowered-at and dns.previous-ttl',
  };
}

/** The highest TTL among the address records that are no aliases, seconds; undefined when there are none. */
export function highestTtl(sets: RecordSets): number | undefined {
  const ttls = addressSets(sets).flatMap(({ AliasTarget, TTL }) => (AliasTarget ? [] : [TTL ?? 0]));
  return ttls.length === 0 ? undefined : Math.max(...ttls);
}

interface Told {
  readonly verdict: 'pass' | 'warn';
  readonly lowered: string;
  readonly previous: string;
}

function told({ asserted }: SoakMark): Told {
  const lowered = 'every name server was seen to give the low TTL at';
  return asserted
    ? { verdict: 'warn', lowered, previous: 'previous-ttl' }
    : { verdict: 'pass', lowered, previous: 'the TTL before' };
}

function waitFor(name: string, since: Date, previous: number, now: Date, { verdict, ...said }: Told): SoakDecision {
  const over = new Date(since.getTime() + previous * 1000);
  const because = `${said.lowered} ${since.toISOString()}, and ${said.previous}, ${formatDuration({ ms: previous * 1000 })},`;
  if (over <= now)
    return { kind: 'over', verdict, because: `${because} ran out at ${over.toISOString()}${doubt(verdict)}` };
  return {
    kind: 'refuse',
    code: 'DNS_TTL_NOT_OVER',
    because: `${name}: ${because} runs out at ${over.toISOString()}`,
    hint: `run again in ${formatDuration({ ms: over.getTime() - now.getTime() })}`,
  };
}

const doubt = (verdict: Told['verdict']) => (verdict === 'warn' ? '; asserted, not measured' : '');

function unproven(mark: SoakMark | 'unreadable' | undefined): string {
  if (mark === undefined) return 'nobody measured since when';
  return mark === 'unreadable'
    ? 'the mark beside it is not one that this action wrote'
    : 'its lowering was not seen to the end';
}
