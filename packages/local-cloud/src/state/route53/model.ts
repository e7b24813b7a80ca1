import { AwsError } from '../../wire/aws-service.ts';
import { compare, compareNames } from './names.ts';

export interface AliasTarget {
  readonly HostedZoneId: string;
  readonly DNSName: string;
  readonly EvaluateTargetHealth: boolean;
}

/** A record set as the API shows it, its name absolute. */
export interface RecordSet {
  readonly Name: string;
  readonly Type: string;
  readonly SetIdentifier?: string;
  readonly Weight?: number;
  readonly TTL?: number;
  readonly ResourceRecords?: readonly { readonly Value: string }[];
  readonly AliasTarget?: AliasTarget;
}

export interface Zone {
  readonly id: string;
  readonly name: string;
  readonly callerReference: string;
  readonly comment: string;
  /** What the API shows. */
  records: readonly RecordSet[];
  /** What the name servers answer from: the records as of the latest change that is INSYNC. */
  served: readonly RecordSet[];
}

export interface Change {
  readonly id: string;
  readonly zoneId: string;
  readonly submittedAt: Date;
  readonly comment: string | undefined;
  /** The records of the zone after this change. */
  readonly records: readonly RecordSet[];
  status: 'PENDING' | 'INSYNC';
}

export const sameKey = (a: RecordSet, b: RecordSet): boolean =>
  a.Name === b.Name && a.Type === b.Type && a.SetIdentifier === b.SetIdentifier;

export const compareRecords = (a: RecordSet, b: RecordSet): number =>
  compareNames(a.Name, b.Name) || compare(a.Type, b.Type) || compare(a.SetIdentifier ?? '', b.SetIdentifier ?? '');

/** The records that every zone is born with. */
export function apexRecords(zone: string, nameServer: string): RecordSet[] {
  return [
    { Name: zone, Type: 'NS', TTL: 172_800, ResourceRecords: [{ Value: `${nameServer}.` }] },
    {
      Name: zone,
      Type: 'SOA',
      TTL: 900,
      ResourceRecords: [{ Value: `${nameServer}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400` }],
    },
  ];
}

export const errors = {
  noZone: (id: string) => new AwsError('NoSuchHostedZone', `No hosted zone found with ID: ${id}`, 404),
  noChange: (id: string) => new AwsError('NoSuchChange', `Could not find resource with ID: ${id}`, 404),
  zoneExists: (reference: string) =>
    new AwsError(
      'HostedZoneAlreadyExists',
      `A hosted zone has already been created with the specified caller reference: ${reference}`,
      409,
    ),
  notEmpty: () =>
    new AwsError(
      'HostedZoneNotEmpty',
      'The specified hosted zone contains non-required resource record sets and so cannot be deleted.',
    ),
  invalid: (message: string) => new AwsError('InvalidInput', `Invalid request: ${message}`),
  batch: (messages: readonly string[]) => new AwsError('InvalidChangeBatch', `[${messages.join(', ')}]`),
};
