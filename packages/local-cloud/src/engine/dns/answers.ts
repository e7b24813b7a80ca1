import type { Answer } from 'dns-packet';
import type { RecordSet } from '../../state/route53/model.ts';
import { absolute, liesIn } from '../../state/route53/names.ts';
import { dnsAnswer } from './record-data.ts';

export interface ServedZone {
  readonly name: string;
  readonly served: readonly RecordSet[];
}

export interface Authority {
  readonly zones: readonly ServedZone[];
  /** The addresses behind a name outside all zones that an alias or CNAME may lead to: a load balancer's. */
  readonly addressesOf: (name: string) => readonly string[] | undefined;
  /** From 0 to 1: chooses among weighted siblings. */
  readonly random: () => number;
}

export type Rcode = 'NOERROR' | 'NXDOMAIN' | 'REFUSED';

export interface Reply {
  readonly rcode: Rcode;
  readonly authoritative: boolean;
  readonly answers: readonly Answer[];
  readonly authorities: readonly Answer[];
}

/** Aliases to load balancers have a fixed TTL: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html */
const aliasTtl = 60;

const mostLinks = 8;

/** What the name servers say to one question. */
export function reply(authority: Authority, question: { name: string; type: string }): Reply {
  const answers: Answer[] = [];
  let name = absolute(question.name);
  for (let links = 0; links <= mostLinks; links++) {
    const zone = zoneOf(authority, name);
    if (!zone) return outside(authority, name, question.type, answers);
    const found = recordsAt(zone, name);
    if (!found) return { rcode: 'NXDOMAIN', authoritative: true, answers, authorities: soa(zone) };
    const cname = choose(
      found.filter((each) => each.Type === 'CNAME'),
      authority,
    );
    if (!cname || question.type === 'CNAME' || question.type === 'ANY') {
      const own = answersOf(authority, name, question.type, found, links);
      return {
        rcode: 'NOERROR',
        authoritative: true,
        answers: [...answers, ...own],
        authorities: own.length > 0 ? [] : soa(zone),
      };
    }
    answers.push(...valuesOf(name, cname));
    name = absolute(cname.ResourceRecords?.[0]?.Value ?? cname.AliasTarget?.DNSName ?? '');
  }
  return { rcode: 'NOERROR', authoritative: true, answers, authorities: [] };
}

function outside(authority: Authority, name: string, type: string, answers: readonly Answer[]): Reply {
  const addresses = authority.addressesOf(name);
  if (!addresses && answers.length === 0) return { rcode: 'REFUSED', authoritative: false, answers, authorities: [] };
  const own = type === 'A' ? (addresses ?? []) : [];
  return {
    rcode: 'NOERROR',
    authoritative: true,
    answers: [...answers, ...own.flatMap((address) => dnsAnswer(name, 'A', aliasTtl, address) ?? [])],
    authorities: [],
  };
}

function zoneOf({ zones }: Authority, name: string): ServedZone | undefined {
  return zones
    .filter((zone) => zone.served.length > 0 && liesIn(name, zone.name))
    .reduce<ServedZone | undefined>(
      (best, zone) => (best && best.name.length >= zone.name.length ? best : zone),
      undefined,
    );
}

/** The record sets of a name, a wildcard's where it has none; `[]` where only names below it exist; undefined: no such name. */
function recordsAt(zone: ServedZone, name: string): readonly RecordSet[] | undefined {
  const at = (owner: string) => zone.served.filter((each) => each.Name === owner);
  const exists = (owner: string) => zone.served.some((each) => liesIn(each.Name, owner));
  if (exists(name)) return at(name);
  // https://www.rfc-editor.org/rfc/rfc4592: only the wildcard of the closest name that exists counts.
  for (let parent = name; parent !== zone.name; ) {
    parent = parent.slice(parent.indexOf('.') + 1);
    if (exists(`*.${parent}`)) return at(`*.${parent}`);
    if (exists(parent)) return undefined;
  }
  return undefined;
}

function answersOf(
  authority: Authority,
  owner: string,
  type: string,
  found: readonly RecordSet[],
  depth: number,
): Answer[] {
  const types = type === 'ANY' ? [...new Set(found.map((each) => each.Type))] : [type];
  return types.flatMap((each) => {
    const chosen = choose(
      found.filter((record) => record.Type === each),
      authority,
    );
    if (!chosen) return [];
    return chosen.AliasTarget
      ? aliasAnswers(authority, owner, each, chosen.AliasTarget.DNSName, depth)
      : valuesOf(owner, chosen);
  });
}

/** An alias answers under its own name with what its target answers now. */
function aliasAnswers(authority: Authority, owner: string, type: string, target: string, depth: number): Answer[] {
  const zone = zoneOf(authority, target);
  if (zone && depth < mostLinks) return answersOf(authority, owner, type, recordsAt(zone, target) ?? [], depth + 1);
  const addresses = type === 'A' ? (authority.addressesOf(target) ?? []) : [];
  return addresses.flatMap((address) => dnsAnswer(owner, 'A', aliasTtl, address) ?? []);
}

const valuesOf = (owner: string, { Type, TTL = aliasTtl, ResourceRecords = [] }: RecordSet): Answer[] =>
  ResourceRecords.flatMap(({ Value }) => dnsAnswer(owner, Type, TTL, Value) ?? []);

/** By weight; siblings that all weigh nothing are chosen alike, as in Route 53. */
function choose(siblings: readonly RecordSet[], { random }: Authority): RecordSet | undefined {
  const weights = siblings.map(({ Weight = 1 }) => Weight);
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return siblings[Math.floor(random() * siblings.length)];
  let point = random() * sum;
  return siblings.find((_, index) => {
    point -= weights[index] ?? 0;
    return point < 0;
  });
}

/** The SOA of a negative answer, with the TTL that says how long to remember it. */
function soa(zone: ServedZone): Answer[] {
  const record = zone.served.find((each) => each.Type === 'SOA');
  return record ? valuesOf(zone.name, record) : [];
}
