import { z } from 'zod';
import { isIPv4, isIPv6 } from './addresses.ts';
import { type AliasTarget, errors, type RecordSet } from './model.ts';
import { absolute } from './names.ts';

const types = ['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SPF', 'SRV', 'TXT'];
const otherRouting = [
  'Region',
  'Failover',
  'GeoLocation',
  'GeoProximityLocation',
  'CidrRoutingConfig',
  'MultiValueAnswer',
];

/** The members that are looked at; XML gives values as text, a caller within gives them typed. */
const form = z.looseObject({
  Name: z.string().min(1).optional(),
  Type: z.string().optional(),
  SetIdentifier: z.coerce.string().optional(),
  ResourceRecords: z.array(z.object({ Value: z.coerce.string().default('') })).default([]),
  AliasTarget: z.looseObject({}).optional(),
});

/**
 * A record set as a client sends it (values as text or already typed) in the form that is stored.
 * @throws InvalidInput, InvalidChangeBatch
 */
export function readRecordSet(value: unknown, action: string): RecordSet {
  const { data: given, error } = form.safeParse(value);
  if (!given)
    throw errors.invalid(`Change with [Action=${action}] has no ResourceRecordSet: ${z.prettifyError(error)}`);
  const where = `Change with [Action=${action}, Name=${given.Name}, Type=${given.Type}, SetIdentifier=${given.SetIdentifier ?? 'null'}]`;
  if (!given.Name || !given.Type || !types.includes(given.Type))
    throw errors.invalid(`Name or Type is missing or unknown in ${where}`);
  for (const field of otherRouting)
    if (given[field] !== undefined) throw errors.invalid(`Unexpected field '${field}' in ${where}`);
  if (given.Weight !== undefined && given.SetIdentifier === undefined)
    throw errors.invalid(`Missing field 'SetIdentifier' in ${where}`);
  if (given.SetIdentifier !== undefined && given.Weight === undefined)
    throw errors.invalid(
      `Missing field 'Weight', 'Region', 'GeoLocation', 'Failover', 'MultiValueAnswer' or 'CidrRoutingConfig' in ${where}`,
    );
  const plain = given.TTL !== undefined && given.ResourceRecords.length > 0;
  const partly = given.TTL !== undefined || given.ResourceRecords.length > 0;
  if (plain === (given.AliasTarget !== undefined) || (partly && !plain))
    throw errors.invalid(
      `Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found ${plain ? 'more than one' : 'none'} in ${where}`,
    );
  return {
    Name: absolute(given.Name),
    Type: given.Type,
    ...(given.SetIdentifier !== undefined && {
      SetIdentifier: given.SetIdentifier,
      Weight: integer(given.Weight, 'Weight', 255),
    }),
    ...(plain
      ? { TTL: integer(given.TTL, 'TTL', 2_147_483_647), ResourceRecords: valuesOf(given.Type, given.ResourceRecords) }
      : { AliasTarget: aliasOf(given.AliasTarget ?? {}, where) }),
  };
}

function integer(value: unknown, name: string, most: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw errors.invalid(`${name} must be a whole number from 0 to ${most}, not ${value}`);
}

function valuesOf(type: string, records: readonly { Value: string }[]): { Value: string }[] {
  const values = records.map(({ Value }) => Value);
  const problem = (value: string): string | undefined => {
    if (type === 'A' && !isIPv4(value)) return 'ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)';
    if (type === 'AAAA' && !isIPv6(value)) return 'AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)';
    if (type === 'TXT' && !/^"(?:[^"\\]|\\.)*"(?: "(?:[^"\\]|\\.)*")*$/.test(value))
      return 'InvalidCharacterString (Value should be enclosed in quotation marks)';
    return value === '' ? 'RRDATANotEmpty (Value must not be empty)' : undefined;
  };
  const messages = values.flatMap((value) => {
    const because = problem(value);
    return because ? [`Invalid Resource Record: 'FATAL problem: ${because} encountered with '${value}''`] : [];
  });
  if (type === 'CNAME' && values.length > 1)
    messages.push(
      "Invalid Resource Record: 'FATAL problem: CNAMERRDATAOnlyOneValue (CNAME record only allows one value)'",
    );
  if (messages.length > 0) throw errors.batch(messages);
  return values.map((Value) => ({ Value }));
}

function aliasOf(given: Partial<Record<keyof AliasTarget, unknown>>, where: string): AliasTarget {
  if (!given.HostedZoneId || !given.DNSName || given.EvaluateTargetHealth === undefined)
    throw errors.invalid(`AliasTarget needs HostedZoneId, DNSName and EvaluateTargetHealth in ${where}`);
  return {
    HostedZoneId: String(given.HostedZoneId),
    DNSName: absolute(String(given.DNSName)),
    EvaluateTargetHealth: String(given.EvaluateTargetHealth) === 'true',
  };
}
