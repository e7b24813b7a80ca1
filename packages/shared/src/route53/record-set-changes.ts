import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';

export type RecordSets = readonly ResourceRecordSet[];

/** Whether two lists hold the same record sets: order, letter case and the dot at the end of host names do not count. */
export function sameRecordSets(a: RecordSets, b: RecordSets): boolean {
  return canonical(a).join() === canonical(b).join();
}

/**
 * DELETE what is there, to the letter, and CREATE what shall be. Route 53 takes all of it or nothing, so the batch is a
 * compare-and-swap: it is refused when a record changed meanwhile. What is in both lists is left alone.
 */
export function swapRecordSets(current: RecordSets, wanted: RecordSets): Change[] {
  const without = (sets: RecordSets, others: RecordSets) => {
    const there = new Set(canonical(others));
    return sets.filter((set) => !canonical([set]).some((text) => there.has(text)));
  };
  return [
    ...without(current, wanted).map((set): Change => ({ Action: 'DELETE', ResourceRecordSet: set })),
    ...without(wanted, current).map((set): Change => ({ Action: 'CREATE', ResourceRecordSet: set })),
  ];
}

/** Record sets in a few words: `A 192.0.2.10 (TTL 60)`. */
export function tellRecordSets(sets: RecordSets): string {
  if (sets.length === 0) return 'no record';
  return sets
    .map(({ Type, AliasTarget, ResourceRecords, TTL, SetIdentifier }) => {
      const which = SetIdentifier ? ` [${SetIdentifier}]` : '';
      if (AliasTarget) return `${Type}${which} alias ${AliasTarget.DNSName}`;
      return `${Type}${which} ${(ResourceRecords ?? []).map(({ Value }) => Value).join(' ')} (TTL ${TTL})`;
    })
    .join(', ');
}

function canonical(sets: RecordSets): string[] {
  return sets.map((set) => JSON.stringify(sorted(set))).sort();
}

function sorted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => sorted(part, key));
    return key === 'ResourceRecords' ? parts.map((part) => JSON.stringify(part)).sort() : parts;
  }
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, inner]) => [name, sorted(inner, name)]),
    );
  if (typeof value === 'string' && (key === 'Name' || key === 'DNSName')) return value.toLowerCase().replace(/\.$/, '');
  return value;
}
