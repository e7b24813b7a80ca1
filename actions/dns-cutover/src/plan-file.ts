import { md, table } from '#shared/evidence/markdown';
import type { PlanFile } from '#shared/release/plan-file';
import { type RecordSets, tellRecordSets } from '#shared/route53/record-set-changes';
import type { Report } from '#shared/runtime/run';
import type { Decision } from './plan.ts';
import { addressSets, withoutDot } from './records.ts';

/** What a cut-over would do, for whoever approves it. Whether the old TTL has run out by then is asked when it begins. */
export function planFileOf(zone: string, decisions: readonly Decision[]): Omit<PlanFile, 'schema'> {
  const changing = decisions.filter(({ kind }) => kind !== 'leave').length;
  return {
    action: 'dns-cutover',
    because: `${changing} of ${decisions.length} names of ${zone} change where they lead`,
    changes: decisions.map(({ kind, name, current, wanted }) => ({
      subject: withoutDot(name),
      what: kind === 'leave' ? 'none' : current.length === 0 ? 'create' : 'change',
      text: kind === 'leave' ? '' : `- ${told(current)}\n+ ${told(wanted)}`,
    })),
    detail: {
      records: Object.fromEntries(decisions.map((one) => [one.record, one.target.name])),
      // Raw, so that nobody has to trust the words.
      before: Object.fromEntries(decisions.map((one) => [one.record, JSON.stringify(one.current)])),
    },
  };
}

const told = (sets: RecordSets) => tellRecordSets(addressSets(sets));

export function reportPlan({ because, changes }: Omit<PlanFile, 'schema'>, decisions: readonly Decision[]): Report {
  return {
    checks: [],
    outputs: {
      'ready-at': '',
      changed: 'false',
      'change-id': '',
      records: JSON.stringify(Object.fromEntries(decisions.map((one) => [one.record, one.target.name]))),
    },
    summary: md`## DNS: what would be changed

${because}.

${table(
  ['Name', 'What', 'Change', 'Now'],
  changes.map(({ subject, what, text }, index) => [
    subject,
    what,
    text,
    decisions[index]?.kind === 'refuse' ? `it would be refused now: ${decisions[index].because}` : '',
  ]),
)}
`,
  };
}
