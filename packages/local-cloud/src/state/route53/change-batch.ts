import { compareRecords, errors, type RecordSet, sameKey } from './model.ts';
import { absolute, asAnswered, liesIn } from './names.ts';
import { readRecordSet } from './record-set.ts';

export interface RequestedChange {
  readonly Action: string;
  /** As the client sent it; readRecordSet validates it. */
  readonly ResourceRecordSet: unknown;
}

/**
 * The zone's records after all changes, made in their order.
 * @throws InvalidInput for a change that makes no sense by itself, InvalidChangeBatch with every change that the
 * records do not allow; none is made then
 */
export function applyBatch(
  zone: { readonly name: string; readonly records: readonly RecordSet[] },
  changes: readonly RequestedChange[],
): RecordSet[] {
  if (changes.length === 0) throw errors.invalid('Expected length of at least 1 in Changes');
  const wanted = changes.map(({ Action, ResourceRecordSet }) => {
    if (Action !== 'CREATE' && Action !== 'DELETE' && Action !== 'UPSERT')
      throw errors.invalid(`Action ${Action} is none of CREATE, DELETE, UPSERT`);
    return { action: Action, record: readRecordSet(ResourceRecordSet, Action) } as const;
  });
  let records = [...zone.records];
  const messages: string[] = [];
  for (const { action, record } of wanted) {
    const present = records.find((each) => sameKey(each, record));
    const problem =
      action === 'DELETE'
        ? whyNotDelete(record, present, zone.name)
        : whyNotPut(action, record, present, records, zone.name);
    if (problem) messages.push(problem);
    else {
      records = records.filter((each) => each !== present);
      if (action !== 'DELETE') records.push(record);
    }
  }
  messages.push(...unequalSiblings(records));
  if (messages.length > 0) throw errors.batch(messages);
  return records.sort(compareRecords);
}

const label = ({ Name, Type, SetIdentifier }: RecordSet) =>
  `[name='${asAnswered(Name)}', type='${Type}'${SetIdentifier === undefined ? '' : `, set-identifier='${SetIdentifier}'`}]`;

const isApexRecord = ({ Name, Type }: RecordSet, zone: string) => Name === zone && (Type === 'NS' || Type === 'SOA');

function whyNotDelete(record: RecordSet, present: RecordSet | undefined, zone: string): string | undefined {
  if (isApexRecord(record, zone))
    return `A HostedZone must contain at least one NS record for the zone itself and exactly one SOA record: ${label(record)}`;
  if (!present) return `Tried to delete resource record set ${label(record)} but it was not found`;
  if (!sameContent(record, present))
    return `Tried to delete resource record set ${label(record)} but the values provided do not match the current values`;
  return undefined;
}

function whyNotPut(
  action: 'CREATE' | 'UPSERT',
  record: RecordSet,
  present: RecordSet | undefined,
  records: readonly RecordSet[],
  zone: string,
): string | undefined {
  const { Name, Type, SetIdentifier } = record;
  const shown = asAnswered(Name);
  if (!liesIn(Name, zone)) return `RRSet with DNS name ${shown} is not permitted in zone ${zone}`;
  if (present && action === 'CREATE')
    return `Tried to create resource record set ${label(record)} but it already exists`;
  if (Type === 'CNAME' && Name === zone)
    return `RRSet of type CNAME with DNS name ${shown} is not permitted at apex in zone ${zone}`;
  const beside = records.filter((each) => each.Name === Name && each.Type !== Type);
  if (Type === 'CNAME' && beside.length > 0)
    return `RRSet of type CNAME with DNS name ${shown} is not permitted as it conflicts with other records with the same DNS name in zone ${zone}`;
  if (beside.some((each) => each.Type === 'CNAME'))
    return `RRSet of type ${Type} with DNS name ${shown} is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${zone}`;
  const siblings = records.filter((each) => each.Name === Name && each.Type === Type && each !== present);
  if (SetIdentifier !== undefined && siblings.some((each) => each.SetIdentifier === undefined))
    return `RRSet with DNS name ${shown}, type ${Type}, SetIdentifier ${SetIdentifier} cannot be created because a non multianswer rrset exists with the same name and type.`;
  if (SetIdentifier === undefined && siblings.length > 0)
    return `RRSet with DNS name ${shown}, type ${Type} cannot be created as other RRSets exist with the same name and type.`;
  return aliasProblem(record, records, zone);
}

function aliasProblem({ Name, Type, AliasTarget }: RecordSet, records: readonly RecordSet[], zone: string) {
  if (!AliasTarget || !liesIn(AliasTarget.DNSName, zone)) return undefined;
  const found = records.some((each) => each.Name === AliasTarget.DNSName && each.Type === Type);
  if (found && AliasTarget.DNSName !== Name) return undefined;
  return `Tried to create an alias that targets ${AliasTarget.DNSName}, type ${Type} in zone ${AliasTarget.HostedZoneId}, but that target was not found`;
}

/** Weighted siblings share one TTL; judged after the whole batch, which may change them all. */
function unequalSiblings(records: readonly RecordSet[]): string[] {
  const unequal = records.filter(
    (record, index) =>
      record.SetIdentifier !== undefined &&
      records
        .slice(0, index)
        .some(
          (each) =>
            each.Name === record.Name &&
            each.Type === record.Type &&
            each.TTL !== undefined &&
            record.TTL !== undefined &&
            each.TTL !== record.TTL,
        ),
  );
  return unequal.map(
    ({ Name, Type, SetIdentifier }) =>
      `RRSet with DNS name ${asAnswered(Name)}, type ${Type}, SetIdentifier ${SetIdentifier} must have the same TTL as the other weighted RRSets with that name and type.`,
  );
}

/** The order of values and the case of an alias target do not matter; everything else does. */
function sameContent(a: RecordSet, b: RecordSet): boolean {
  const content = ({ TTL, Weight, ResourceRecords, AliasTarget }: RecordSet) =>
    JSON.stringify([
      TTL,
      Weight,
      ResourceRecords?.map(({ Value }) => Value).sort(),
      AliasTarget && [AliasTarget.HostedZoneId, absolute(AliasTarget.DNSName), AliasTarget.EvaluateTargetHealth],
    ]);
  return content(a) === content(b);
}
