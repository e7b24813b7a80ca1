import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { type RecordSets, sameRecordSets, tellRecordSets } from '#shared/route53/record-set-changes';
import { type Duration, formatDuration } from '#shared/values/duration';

/** An Application or Network Load Balancer as DescribeLoadBalancers tells it. */
export interface Target {
  readonly name: string;
  readonly dnsName: string;
  readonly zoneId: string;
  readonly dualstack: boolean;
}

/** What is known about one name before anything changes. */
export interface NameView {
  /** As in golive.yml. */
  readonly record: string;
  /** Absolute, with the dot at the end. */
  readonly name: string;
  readonly current: RecordSets;
  /** What the release record says was there before the release; absent without one. */
  readonly recorded?: RecordSets | undefined;
  readonly target: Target;
}

export interface Soak {
  readonly loweredAt?: Date | undefined;
  readonly previousTtl: Duration;
  readonly now: Date;
}

export type Refusal = 'DNS_EDITED' | 'DNS_TTL_TOO_HIGH' | 'DNS_TTL_UNPROVEN' | 'DNS_TTL_NOT_OVER';

interface Decided {
  readonly record: string;
  readonly name: string;
  readonly because: string;
  readonly current: RecordSets;
  readonly wanted: RecordSets;
  readonly target: Target;
}
export type Decision = Decided &
  (
    | { readonly kind: 'leave' }
    | { readonly kind: 'swap'; readonly ttl: string }
    | { readonly kind: 'refuse'; readonly code: Refusal; readonly hint: string }
  );

/** Resolvers may keep the old answer this long after the change, seconds; an alias to a load balancer has it fixed. */
export const HIGHEST_TTL = 60;

const ADDRESS_TYPES: readonly (string | undefined)[] = ['A', 'AAAA', 'CNAME'];

/** What to do about one name. Whatever is refused, nothing is changed under any name. */
export function decide(view: NameView, soak: Soak): Decision {
  const { record, name, current, recorded, target } = view;
  const shown = name.replace(/\.$/, '');
  const wanted = wantedRecords(name, current, target);
  const about = { record, name, current, wanted, target };
  if (sameRecordSets(current, wanted))
    return { ...about, kind: 'leave', because: `${shown} already leads to ${target.name}` };
  if (recorded && !sameRecordSets(current, recorded))
    return {
      ...about,
      kind: 'refuse',
      code: 'DNS_EDITED',
      because: `${shown} was ${tellRecordSets(recorded)} when the release began and is ${tellRecordSets(current)} now: somebody edited it meanwhile`,
      hint: 'find out who changed it and why; then start a new release, which records it anew',
    };
  const ttl = decideTtl(shown, current, soak);
  if (ttl.kind === 'refuse') return { ...about, ...ttl };
  const because = `${tellRecordSets(addressSets(current))} -> ${tellRecordSets(addressSets(wanted))}`;
  return { ...about, kind: 'swap', because, ttl: ttl.because };
}

type TtlDecision =
  | { readonly kind: 'ready'; readonly because: string }
  | { readonly kind: 'refuse'; readonly code: Refusal; readonly because: string; readonly hint: string };

function decideTtl(name: string, current: RecordSets, { loweredAt, previousTtl, now }: Soak): TtlDecision {
  const ttls = addressSets(current).flatMap(({ AliasTarget, TTL }) => (AliasTarget ? [] : [TTL ?? 0]));
  if (ttls.length === 0) return { kind: 'ready', because: 'no resolver keeps it longer than an alias, which is 60 s' };
  const highest = Math.max(...ttls);
  if (highest > HIGHEST_TTL)
    return {
      kind: 'refuse',
      code: 'DNS_TTL_TOO_HIGH',
      because: `${name} has a TTL of ${highest} s: after the change resolvers may give the old answer that long; at most ${HIGHEST_TTL} s is safe`,
      hint: `lower it to ${HIGHEST_TTL}, set dns.ttl-lowered-at and dns.previous-ttl, and release when ${formatDuration({ ms: highest * 1000 })} have passed`,
    };
  if (!loweredAt)
    return {
      kind: 'refuse',
      code: 'DNS_TTL_UNPROVEN',
      because: `${name} has a TTL of ${highest} s, and nobody says since when: resolvers may still keep an answer with the TTL before`,
      hint: 'set dns.ttl-lowered-at to when it was lowered, and dns.previous-ttl to what it was',
    };
  const over = new Date(loweredAt.getTime() + previousTtl.ms);
  if (over > now)
    return {
      kind: 'refuse',
      code: 'DNS_TTL_NOT_OVER',
      because: `the TTL of ${name} was lowered at ${loweredAt.toISOString()}, and answers with the previous ${formatDuration(previousTtl)} are kept until ${over.toISOString()}`,
      hint: `run again in ${formatDuration({ ms: over.getTime() - now.getTime() })}`,
    };
  return {
    kind: 'ready',
    because: `TTL is ${highest} s since ${loweredAt.toISOString()}; the previous ${formatDuration(previousTtl)} ran out at ${over.toISOString()}`,
  };
}

/** Everything under the name after the change: aliases for what leads somewhere, the rest (TXT, CAA …) as it is. */
export function wantedRecords(name: string, current: RecordSets, target: Target): RecordSets {
  const alias = (Type: 'A' | 'AAAA'): ResourceRecordSet => ({
    Name: name,
    Type,
    AliasTarget: {
      HostedZoneId: target.zoneId,
      DNSName: `${target.dnsName.toLowerCase().replace(/\.$/, '')}.`,
      EvaluateTargetHealth: true,
    },
  });
  const others = current.filter(({ Type }) => !ADDRESS_TYPES.includes(Type));
  return [...others, alias('A'), ...(target.dualstack ? [alias('AAAA')] : [])];
}

/** The record sets that lead to a place. */
export function addressSets(sets: RecordSets): RecordSets {
  return sets.filter(({ Type }) => ADDRESS_TYPES.includes(Type));
}
