import { type RecordSets, sameRecordSets, tellRecordSets } from '#shared/route53/record-set-changes';

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
  if (sameRecordSets(current, records)) return { kind: 'leave', because: 'has the records from before the release' };
  if (wanted && sameRecordSets(current, wanted))
    return { kind: 'put-back', because: `${tellRecordSets(current)} -> ${tellRecordSets(records)}` };
  if (wanted)
    return {
      kind: 'refuse',
      because: `is ${tellRecordSets(current)}, neither what was before (${tellRecordSets(records)}) nor what the release made (${tellRecordSets(wanted)}): somebody edited it; decide by hand`,
    };
  // A runner killed in the middle of the change leaves a record that does not tell what was wanted.
  return {
    kind: 'put-back',
    because: `${tellRecordSets(current)} -> ${tellRecordSets(records)}`,
    warning: 'the release record does not say what the release wanted here, so an edit by hand would be overwritten',
  };
}
