import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { type RecordSets, sameRecordSets, tellRecordSets } from '#shared/route53/record-set-changes';
import { decideSoak, type Soak, type SoakRefusal } from './plan-soak.ts';
import { addressSets, isAddress, withoutDot } from './records.ts';
import { readMark } from './soak-mark.ts';

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
  /** The record sets under the name of its soak mark. */
  readonly markSets: RecordSets;
  readonly target: Target;
}

export type Refusal = 'DNS_EDITED' | SoakRefusal;

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
    | { readonly kind: 'swap'; readonly ttl: { readonly verdict: 'pass' | 'warn'; readonly because: string } }
    | { readonly kind: 'refuse'; readonly code: Refusal; readonly hint: string }
  );

/** What to do about one name. Whatever is refused, nothing is changed under any name. */
export function decide(view: NameView, soak: Soak): Decision {
  const { record, name, current, recorded, target } = view;
  const shown = withoutDot(name);
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
  const ttl = decideSoak(shown, current, readMark(view.markSets), soak);
  if (ttl.kind === 'refuse') return { ...about, ...ttl };
  const because = `${tellRecordSets(addressSets(current))} -> ${tellRecordSets(addressSets(wanted))}`;
  return { ...about, kind: 'swap', because, ttl };
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
  const others = current.filter((set) => !isAddress(set));
  return [...others, alias('A'), ...(target.dualstack ? [alias('AAAA')] : [])];
}
