import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';

export type RecordSets = readonly ResourceRecordSet[];

export interface RecordedDns {
  readonly records: RecordSets;
  readonly wanted?: RecordSets | undefined;
}

export type DnsDecision = {
  readonly kind: 'put-back' | 'leave' | 'refuse';
  readonly because: string;
  readonly warning?: string;
};

/** Whether a name's records may be put back: only what the release made is replaced. */
export function decideDns({ records, wanted }: RecordedDns, current: RecordSets): DnsDecision {
  if (same(current, records)) return { kind: 'leave', because: 'has the records from before the release' };
  if (wanted && same(current, wanted)) return { kind: 'put-back', because: `${tell(current)} -> ${tell(records)}` };
  if (wanted)
    return {
      kind: 'refuse',
      because: `is ${tell(current)}, neither what was before (${tell(records)}) nor what the release made (${tell(wanted)}): somebody edited it; decide by hand`,
    };
  // A runner killed in the middle of the change leaves a record that does not tell what was wanted.
  return {
    kind: 'put-back',
    because: `${tell(current)} -> ${tell(records)}`,
    warning: 'the release record does not say what the release wanted here, so an edit by hand would be overwritten',
  };
}

/** DELETE what is there, to the letter, and CREATE what was: Route 53 refuses all of it when a record changed meanwhile. */
export function swap(current: RecordSets, before: RecordSets): Change[] {
  const stays = (set: ResourceRecordSet, others: RecordSets) => others.some((other) => same([set], [other]));
  return [
    ...current
      .filter((set) => !stays(set, before))
      .map((set): Change => ({ Action: 'DELETE', ResourceRecordSet: set })),
    ...before
      .filter((set) => !stays(set, current))
      .map((set): Change => ({ Action: 'CREATE', ResourceRecordSet: set })),
  ];
}

export function same(a: RecordSets, b: RecordSets): boolean {
  return canonical(a) === canonical(b);
}

function canonical(sets: RecordSets): string {
  return JSON.stringify(sets.map((set) => JSON.stringify(sorted(set))).sort());
}

/** Keys in order; host names in lower case without the dot at the end, as resolvers see them. */
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

function tell(sets: RecordSets): string {
  if (sets.length === 0) return 'no record';
  return sets
    .map((set) => {
      const target = set.AliasTarget?.DNSName ?? set.ResourceRecords?.map((one) => one.Value).join(' ');
      return `${set.Type} ${target}`;
    })
    .join(', ');
}
