import { md, table } from '#shared/evidence/markdown';
import type { ReleaseRecord } from '#shared/release/record';
import type { Report } from '#shared/runtime/run';
import { canonicalJson } from '#shared/values/canonical-json';
import { check } from './checks.ts';
import type { Decision } from './plan.ts';

/** `kept` is what the file holds once it has been written, read again: a rollback will have nothing else. */
export function report(
  decision: Decision,
  record: ReleaseRecord,
  kept: ReleaseRecord | undefined,
  file: string,
  at: string,
): Report {
  const services = Object.entries(record.services);
  const names = Object.entries(record.dns);
  const parts = [
    `${services.length} services`,
    record.database ? `database ${record.database.instance}` : 'no database',
    `${names.length} DNS names`,
  ];
  const earlier = decision.kind === 'keep' ? `; kept: ${decision.because}` : '';
  const isWritten = canonicalJson(kept) === canonicalJson(record);
  const because = isWritten
    ? `${parts.join(', ')} are written down${earlier}`
    : `${file}, read again, does not hold what was written to it: run this job again before anything changes`;
  return {
    checks: [
      check('record.written', record.release, isWritten ? 'pass' : 'inconclusive', because, {
        measured: file,
        source: 'ecs:DescribeServices, rds:DescribeDBInstances, route53:ListResourceRecordSets',
        at,
      }),
    ],
    outputs: { record: JSON.stringify(record), file, snapshot: record.database?.snapshot ?? '' },
    summary: md`## Before the release

${table(
  ['What', 'State'],
  [
    ...services.map(([name, one]) => [name, `${one.taskDefinition.split('/').at(-1)} × ${one.desiredCount}`]),
    ...(record.database ? [[record.database.instance, `snapshot will be ${record.database.snapshot}`]] : []),
    ...names.map(([name, { records }]) => [name, records.map((one) => `${one.Type}`).join(', ') || 'no record']),
  ],
)}
`,
    timeline: [{ at: record.createdAt, subject: record.release, what: 'state before the release recorded' }],
  };
}
