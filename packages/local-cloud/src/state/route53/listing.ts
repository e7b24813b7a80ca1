import { compareRecords, errors, type RecordSet, type Zone } from './model.ts';
import { absolute, asAnswered, compareNames } from './names.ts';

function sizeOf(input: { readonly MaxItems?: unknown }, most: number): number {
  const size = input.MaxItems === undefined ? most : Number(input.MaxItems);
  if (Number.isInteger(size) && size > 0) return Math.min(size, most);
  throw errors.invalid(`MaxItems must be a whole number above 0, not ${input.MaxItems}`);
}

interface RecordsInput {
  readonly StartRecordName?: string;
  readonly StartRecordType?: string;
  readonly StartRecordIdentifier?: string;
  readonly MaxItems?: unknown;
}

/** One page of a zone's records, in the order of names, from the record that the input names on. */
export function listRecords(all: readonly RecordSet[], input: RecordsInput) {
  if (input.StartRecordType && !input.StartRecordName) throw errors.invalid('type must not be given without name');
  if (input.StartRecordIdentifier && !input.StartRecordType)
    throw errors.invalid('identifier must not be given without type');
  const size = sizeOf(input, 300);
  const first = input.StartRecordName && {
    Name: absolute(input.StartRecordName),
    Type: input.StartRecordType ?? '',
    SetIdentifier: input.StartRecordIdentifier ?? '',
  };
  const sorted = [...all].sort(compareRecords);
  const from = first ? sorted.filter((each) => compareRecords(each, first) >= 0) : sorted;
  const next = from[size];
  return {
    records: from.slice(0, size),
    IsTruncated: next !== undefined,
    ...(next && {
      NextRecordName: asAnswered(next.Name),
      NextRecordType: next.Type,
      NextRecordIdentifier: next.SetIdentifier,
    }),
    MaxItems: size,
  };
}

export function listZones(all: readonly Zone[], input: { readonly Marker?: string; readonly MaxItems?: unknown }) {
  const size = sizeOf(input, 100);
  const from = input.Marker
    ? all.slice(
        Math.max(
          0,
          all.findIndex(({ id }) => id === input.Marker),
        ),
      )
    : all;
  const next = from[size];
  return {
    zones: from.slice(0, size),
    // Required by the API's model, also where the request names none.
    Marker: input.Marker ?? '',
    IsTruncated: next !== undefined,
    ...(next && { NextMarker: next.id }),
    MaxItems: size,
  };
}

interface ByNameInput {
  readonly DNSName?: string;
  readonly HostedZoneId?: string;
  readonly MaxItems?: unknown;
}

export function listZonesByName(all: readonly Zone[], input: ByNameInput) {
  const size = sizeOf(input, 100);
  const order = (a: { name: string; id: string }, b: { name: string; id: string }) =>
    compareNames(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const first = input.DNSName && { name: absolute(input.DNSName), id: input.HostedZoneId ?? '' };
  const from = [...all].sort(order).filter((zone) => !first || order(zone, first) >= 0);
  const next = from[size];
  return {
    zones: from.slice(0, size),
    ...(input.DNSName && { DNSName: input.DNSName }),
    ...(input.HostedZoneId && { HostedZoneId: input.HostedZoneId }),
    IsTruncated: next !== undefined,
    ...(next && { NextDNSName: next.name, NextHostedZoneId: next.id }),
    MaxItems: size,
  };
}
