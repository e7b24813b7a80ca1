import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { RecordSets } from '#shared/route53/record-set-changes';

/**
 * What `prepare` saw, kept in the zone beside the name it is about: a TXT record is written in the same batch as the
 * TTL that it speaks of, and is there on any later day for any runner. ExternalDNS keeps its notes the same way:
 * https://kubernetes-sigs.github.io/external-dns/latest/docs/registry/txt/
 */
export interface SoakMark {
  /** When every name server of the zone was seen to give the low TTL; absent until then. */
  readonly lowered?: Date;
  /** How long an answer from before may be kept, seconds. */
  readonly previous: number;
  /** Whether `previous` is the user's word, and not what the record had when it was lowered. */
  readonly asserted: boolean;
}

const PREFIX = 'golive-soak=1';

/** `api.example.com.` -> `_golive-soak.api.example.com.` */
export function markName(name: string): string {
  return `_golive-soak.${name}`;
}

export function markRecord(name: string, { lowered, previous, asserted }: SoakMark): ResourceRecordSet {
  const parts = [
    PREFIX,
    `previous=${previous}`,
    ...(asserted ? ['by=assertion'] : []),
    ...(lowered ? [`lowered=${lowered.toISOString()}`] : []),
  ];
  return { Name: markName(name), Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: `"${parts.join(' ')}"` }] };
}

/** The mark in the record sets of its name; undefined when there is none, `unreadable` when it is not one of ours. */
export function readMark(sets: RecordSets): SoakMark | 'unreadable' | undefined {
  const values = sets.flatMap(({ Type, ResourceRecords }) => (Type === 'TXT' ? (ResourceRecords ?? []) : []));
  if (values.length === 0) return undefined;
  const [prefix, ...parts] = (values[0]?.Value ?? '').replace(/^"|"$/g, '').split(' ');
  const { previous = '', lowered, by } = Object.fromEntries(parts.map((part) => part.split('=', 2)));
  const at = lowered === undefined ? undefined : new Date(lowered);
  if (values.length > 1 || prefix !== PREFIX || !/^\d{1,10}$/.test(previous) || Number.isNaN(at?.getTime() ?? 0))
    return 'unreadable';
  return { previous: Number(previous), asserted: by === 'assertion', ...(at ? { lowered: at } : {}) };
}
