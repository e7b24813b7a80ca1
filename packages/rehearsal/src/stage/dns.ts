import {
  ChangeResourceRecordSetsCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import type { clientSettings } from './observe.ts';

/** Points every address record of every zone at `address`, as somebody in the console would. */
export async function pointEverythingAt(address: string, settings: ReturnType<typeof clientSettings>): Promise<void> {
  const route53 = new Route53Client(settings);
  for (const { Id } of (await route53.send(new ListHostedZonesCommand({}))).HostedZones ?? []) {
    const { ResourceRecordSets = [] } = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: Id }));
    const Changes = ResourceRecordSets.filter((set) => set.Type === 'A').map((set) => ({
      Action: 'UPSERT' as const,
      ResourceRecordSet: { Name: set.Name, Type: set.Type, TTL: 60, ResourceRecords: [{ Value: address }] },
    }));
    if (Changes.length > 0)
      await route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: Id, ChangeBatch: { Changes } }));
  }
}
