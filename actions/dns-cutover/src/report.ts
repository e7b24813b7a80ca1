import type { Check } from '#shared/evidence/check';
import { md, table } from '#shared/evidence/markdown';
import { checksTable } from '#shared/evidence/summary';
import type { Report, TimelineEvent } from '#shared/runtime/run';
import type { Change } from './apply.ts';
import { holds, type Proof } from './ask-servers.ts';
import { check } from './checks.ts';
import type { Decision } from './plan.ts';
import { withoutDot } from './records.ts';

export interface Facts {
  readonly decisions: readonly Decision[];
  readonly change: Change;
  readonly proofs: readonly Proof[];
  readonly timeline: readonly TimelineEvent[];
  readonly at: string;
}

export function report({ decisions, change, proofs, timeline, at }: Facts): Report {
  const checks = [...decisionChecks(decisions, at), insync(change, proofs, at), ...proofChecks(proofs)];
  return {
    checks,
    outputs: {
      'ready-at': '',
      changed: String(change.kind !== 'none'),
      'change-id': change.kind === 'made' ? change.id : '',
      records: JSON.stringify(Object.fromEntries(decisions.map((one) => [one.record, one.target.name]))),
    },
    summary: md`## DNS cut-over

${table(
  ['Name', 'What', 'Because'],
  decisions.map((one) => [withoutDot(one.name), one.kind === 'swap' ? 'changed' : 'left', one.because]),
)}

${checksTable(checks)}
`,
    timeline,
  };
}

/** One check a name for its TTL and one for its records; of a refusal, the one that it is about fails. */
export function decisionChecks(decisions: readonly Decision[], at: string): Check[] {
  return decisions.flatMap((one) => {
    const more = { source: 'route53:ListResourceRecordSets', at };
    if (one.kind === 'refuse') {
      const id = one.code === 'DNS_EDITED' ? 'dns.records' : 'dns.ttl';
      return [check(id, withoutDot(one.name), 'fail', one.because, more)];
    }
    const fixed = { verdict: 'pass' as const, because: 'an alias to a load balancer has a fixed TTL of 60 s' };
    const ttl = one.kind === 'swap' ? one.ttl : fixed;
    const shown = { ...more, measured: one.current, expected: one.wanted };
    return [
      check('dns.ttl', withoutDot(one.name), ttl.verdict, ttl.because, more),
      check('dns.records', withoutDot(one.name), 'pass', one.because, shown),
    ];
  });
}

/** What each name server said. */
export function proofChecks(proofs: readonly Proof[]): Check[] {
  return proofs.map(({ name, type, server, verdict, because, at }) =>
    check('dns.authoritative', `${withoutDot(name)} at ${server}`, verdict, `${server} ${because}`, {
      source: `DNS query ${type}, RD=0`,
      at,
    }),
  );
}

function insync(change: Change, proofs: readonly Proof[], at: string): Check {
  const more = { source: 'route53:GetChange', at };
  const subject = change.kind === 'made' ? change.id : 'the zone';
  if (change.kind === 'made')
    return change.insync
      ? check('dns.insync', subject, 'pass', 'Route 53 has the change on all its servers', more)
      : check('dns.insync', subject, 'inconclusive', 'the change was still PENDING when the time was over', more);
  const proven = proofs.length > 0 && proofs.every(({ verdict }) => holds(verdict));
  const why = change.kind === 'none' ? 'nothing had to be changed' : "the answer with the change's id was lost";
  return proven
    ? check('dns.insync', subject, 'pass', `${why}, and every authoritative server gives the new answer`, more)
    : check(
        'dns.insync',
        subject,
        'inconclusive',
        `${why}, and not every authoritative server gives the new answer`,
        more,
      );
}
