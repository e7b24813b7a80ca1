import {
  DescribeLoadBalancersCommand,
  type ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetHostedZoneCommand, type Route53Client } from '@aws-sdk/client-route-53';
import type { ReleaseRecord } from '#shared/release/record';
import { findZone, fullName, recordSetsNamed } from '#shared/route53/record-sets';
import { GoliveError } from '#shared/runtime/golive-error';
import type { NameView, Target } from './plan.ts';
import type { UnloweredName } from './plan-lowering.ts';
import { markName } from './soak-mark.ts';

export interface Zone {
  readonly zoneId: string;
  readonly nameServers: readonly string[];
}

export interface World extends Zone {
  readonly names: readonly NameView[];
}

/** Reads the zone, its delegation, the records with their soak marks, and the load balancers. */
export async function observe(
  route53: Route53Client,
  elb: ElasticLoadBalancingV2Client,
  asked: { readonly zone: string; readonly records: Readonly<Record<string, string>> },
  release: ReleaseRecord | undefined,
): Promise<World> {
  const [zone, targets] = await Promise.all([
    observeZone(route53, asked.zone),
    findTargets(elb, [...new Set(Object.values(asked.records))]),
  ]);
  const names = await Promise.all(
    Object.entries(asked.records).map(async ([record, balancer]): Promise<NameView> => {
      const target = targets.get(balancer);
      if (!target) throw notFound(balancer);
      const seen = await observeName(route53, zone.zoneId, record, asked.zone);
      return { ...seen, recorded: release?.dns[record]?.records, target };
    }),
  );
  return { ...zone, names };
}

/** The zone and the name servers that answer for it. */
export async function observeZone(route53: Route53Client, name: string): Promise<Zone> {
  const zoneId = await findZone(route53, name);
  if (!zoneId)
    throw new GoliveError('DNS_ZONE_NOT_FOUND', `Route 53 has no public zone ${name}`, { hint: 'correct dns.zone' });
  const zone = await route53.send(new GetHostedZoneCommand({ Id: zoneId }));
  const nameServers = zone.DelegationSet?.NameServers ?? [];
  if (nameServers.length === 0)
    throw new GoliveError('DNS_NO_NAME_SERVERS', `zone ${name} has no name servers that could be asked`);
  return { zoneId, nameServers };
}

/** The record sets of one name and of the mark beside it. */
export async function observeName(
  route53: Route53Client,
  zoneId: string,
  record: string,
  zone: string,
): Promise<UnloweredName> {
  const name = fullName(record, zone);
  const [current, markSets] = await Promise.all([
    recordSetsNamed(route53, zoneId, name),
    recordSetsNamed(route53, zoneId, markName(name)),
  ]);
  return { record, name, current, markSets };
}

async function findTargets(elb: ElasticLoadBalancingV2Client, names: string[]): Promise<Map<string, Target>> {
  const found = new Map<string, Target>();
  for (const name of names) {
    const answer = await elb.send(new DescribeLoadBalancersCommand({ Names: [name] })).catch((error: unknown) => {
      if ((error as Error).name === 'LoadBalancerNotFoundException') throw notFound(name);
      throw error;
    });
    const one = answer.LoadBalancers?.[0];
    if (!one?.DNSName || !one.CanonicalHostedZoneId) throw notFound(name);
    const state = one.State?.Code;
    if (state !== 'active' && state !== 'active_impaired')
      throw new GoliveError('DNS_TARGET_NOT_ACTIVE', `load balancer ${name} is ${state}, not active`, {
        hint: 'wait until it is active',
      });
    const dualstack = one.IpAddressType?.startsWith('dualstack') ?? false;
    found.set(name, { name, dnsName: one.DNSName, zoneId: one.CanonicalHostedZoneId, dualstack });
  }
  return found;
}

function notFound(balancer: string): GoliveError {
  return new GoliveError('DNS_TARGET_NOT_FOUND', `there is no load balancer ${balancer} in this region and account`, {
    hint: 'correct dns.records, or the region',
  });
}
