import type { Cloud } from '../cloud.ts';
import type { World } from './world.ts';

export async function createZones(cloud: Cloud, world: World): Promise<void> {
  for (const [zone, names] of Object.entries(world.zones)) {
    const { HostedZone } = await cloud.call('route53', 'CreateHostedZone', {
      Name: zone,
      CallerReference: `seed-${zone}`,
    });
    const Changes = Object.entries(names).map(([name, { type, ttl, values }]) => ({
      Action: 'CREATE',
      ResourceRecordSet: {
        Name: `${name}.${zone}.`,
        Type: type,
        TTL: ttl,
        ResourceRecords: values.map((Value) => ({ Value })),
      },
    }));
    await cloud.call('route53', 'ChangeResourceRecordSets', {
      HostedZoneId: String(HostedZone.Id).split('/').at(-1),
      ChangeBatch: { Changes },
    });
  }
}
