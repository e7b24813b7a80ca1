import type { NameServerAnswer } from '#shared/probe/dns';
import { HIGHEST_TTL } from './records.ts';

/** What one name server should say about one name. */
export interface Expected {
  readonly type: 'A' | 'AAAA';
  /** Addresses of the load balancer; empty when its name could not be resolved from here. */
  readonly addresses: readonly string[];
  /** Addresses from before the change. */
  readonly old: readonly string[];
}

export interface Judgement {
  readonly verdict: 'pass' | 'inconclusive' | 'fail';
  readonly because: string;
}

/** Whether a name server gives the new answer, from its own knowledge. */
export function judgeAnswer(answer: NameServerAnswer, { type, addresses, old }: Expected): Judgement {
  const records = answer.records.filter((record) => record.type === type);
  const given = records.map(({ value }) => value).sort();
  const told = given.join(' ');
  const fail = (because: string): Judgement => ({ verdict: 'fail', because });
  if (answer.rcode !== 'NOERROR') return fail(`answers ${answer.rcode}`);
  if (!answer.authoritative) return fail('answers without authority (AA is not set)');
  if (given.length === 0) return fail(`has no ${type} record`);
  const ttl = Math.max(...records.map((record) => record.ttl));
  if (ttl > HIGHEST_TTL) return fail(`gives ${told} with a TTL of ${ttl} s`);
  const stale = given.filter((address) => old.includes(address) && !addresses.includes(address));
  if (stale.length > 0) return fail(`still gives ${stale.join(' ')}`);
  if (addresses.length === 0)
    return {
      verdict: 'inconclusive',
      because: `gives ${told}; the load balancer's own name could not be resolved to compare`,
    };
  // A load balancer with many nodes gives some of them at a time.
  if (!given.some((address) => addresses.includes(address)))
    return fail(`gives ${told}, and the load balancer has ${addresses.join(' ')}`);
  return { verdict: 'pass', because: `gives ${told}, the load balancer's, with a TTL of ${ttl} s` };
}

/** Whether a name server gives one of the name's records with a TTL that is low enough. */
export function judgeTtl({ rcode, authoritative, records }: NameServerAnswer): Judgement {
  if (rcode !== 'NOERROR') return { verdict: 'fail', because: `answers ${rcode}` };
  if (!authoritative) return { verdict: 'fail', because: 'answers without authority (AA is not set)' };
  if (records.length === 0) return { verdict: 'fail', because: 'has no such record' };
  const ttl = Math.max(...records.map((record) => record.ttl));
  return { verdict: ttl > HIGHEST_TTL ? 'fail' : 'pass', because: `gives a TTL of ${ttl} s` };
}
