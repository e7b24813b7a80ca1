import type { Check } from '#shared/evidence/check';
import { md, table } from '#shared/evidence/markdown';
import { checksTable } from '#shared/evidence/summary';
import type { Report, TimelineEvent } from '#shared/runtime/run';
import { formatDuration } from '#shared/values/duration';
import { check } from './checks.ts';
import type { Lowered, Trail } from './lower.ts';
import { soakOver } from './plan-lowering.ts';
import { withoutDot } from './records.ts';
import { proofChecks } from './report.ts';

export interface Facts extends Trail {
  readonly timeline: readonly TimelineEvent[];
  readonly at: string;
}

/** What `prepare` has to say: from when on each name can be cut over. */
export function reportLowering({ change, proofs, names, timeline, at }: Facts): Report {
  const checks = [...names.map((one) => lowered(one, at)), ...proofChecks(proofs)];
  const readyAt = names.map(readyOf).reduce((a, b) => (a === undefined || b === undefined || a > b ? a : b), at);
  return {
    checks,
    outputs: {
      'ready-at': readyAt ?? '',
      changed: String(change.kind !== 'none'),
      'change-id': change.kind === 'made' ? change.id : '',
      records: '{}',
    },
    summary: md`## DNS: the TTL ahead of the cut-over

${table(
  ['Name', 'Because', 'Can be cut over from'],
  names.map((one) => [withoutDot(one.lowering.name), one.lowering.because, readyOf(one) ?? 'not known yet']),
)}

${checksTable(checks)}
`,
    timeline,
  };
}

function lowered({ lowering, mark }: Lowered, at: string): Check {
  const subject = withoutDot(lowering.name);
  const more = { source: 'DNS queries, RD=0, and route53:ChangeResourceRecordSets', at };
  if (mark === undefined) return check('dns.ttl-lowered', subject, 'pass', lowering.because, more);
  if (!mark.lowered) {
    const because = 'not every name server was seen to give the low TTL: the time until the cut-over has not begun';
    return check('dns.ttl-lowered', subject, 'inconclusive', because, more);
  }
  const before = `${mark.asserted ? 'previous-ttl' : 'the TTL before'}, ${formatDuration({ ms: mark.previous * 1000 })},`;
  const because = `every name server gave the low TTL at ${mark.lowered.toISOString()}; ${before} runs out at ${soakOver(mark)?.toISOString()}`;
  return check('dns.ttl-lowered', subject, mark.asserted ? 'warn' : 'pass', because, { ...more, measured: mark });
}

function readyOf({ mark, lowering }: Lowered): string | undefined {
  if (lowering.kind === 'none') return '';
  return mark && soakOver(mark)?.toISOString();
}
