import {
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  type Route53Client,
} from '@aws-sdk/client-route-53';

/** `api` in zone `example.com` -> `api.example.com.`; `@` is the zone itself; a full name stays. */
export function fullName(record: string, zone: string): string {
  const suffix = zone.replace(/\.$/, '').toLowerCase();
  const name = record.replace(/\.$/, '').toLowerCase();
  if (name === '@' || name === suffix) return `${suffix}.`;
  return name.endsWith(`.${suffix}`) ? `${name}.` : `${name}.${suffix}.`;
}

/** Id (without the `/hostedzone/` in front) of the public zone of that name. */
export async function findZone(route53: Route53Client, zone: string): Promise<string | undefined> {
  const name = fullName('@', zone);
  const answer = await route53.send(new ListHostedZonesByNameCommand({ DNSName: name }));
  const found = answer.HostedZones?.find((one) => one.Name === name && !one.Config?.PrivateZone);
  return found?.Id?.replace('/hostedzone/', '');
}

/** The record sets of exactly that name, raw: a change batch must repeat them to the letter to delete them. */
export async function recordSetsNamed(
  route53: Route53Client,
  zoneId: string,
  name: string,
): Promise<ResourceRecordSet[]> {
  const found: ResourceRecordSet[] = [];
  let next: { StartRecordName: string; StartRecordType?: ResourceRecordSet['Type']; StartRecordIdentifier?: string } = {
    StartRecordName: name,
  };
  for (;;) {
    const page = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: zoneId, ...next }));
    const sets = page.ResourceRecordSets ?? [];
    // NS and SOA of the zone itself are no release's business.
    found.push(...sets.filter((set) => set.Name === name && set.Type !== 'NS' && set.Type !== 'SOA'));
    if (!page.IsTruncated || page.NextRecordName !== name) return found;
    next = {
      StartRecordName: page.NextRecordName,
      ...(page.NextRecordType ? { StartRecordType: page.NextRecordType } : {}),
      ...(page.NextRecordIdentifier ? { StartRecordIdentifier: page.NextRecordIdentifier } : {}),
    };
  }
}
