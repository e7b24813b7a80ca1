import { type Check, worst } from '#shared/evidence/check';
import { md, table } from '#shared/evidence/markdown';
import type { Report } from '#shared/runtime/run';
import type { Plan } from './plan.ts';

/** Outputs and job summary of what was found out. */
export function report(plan: Plan, checks: readonly Check[]): Report {
  const title = plan.kind === 'verify' ? 'Gates' : 'Signatures';
  const rows = checks.map((one) => [one.verdict, one.id, one.subject, one.because]);
  return {
    checks,
    outputs: { verdict: worst(checks.map((one) => one.verdict)), approvals: JSON.stringify(approvals(checks)) },
    summary: md`## ${title}\n\n${plan.because}.\n\n${table(['verdict', 'check', 'of', 'because'], rows)}\n`,
  };
}

function approvals(checks: readonly Check[]): Record<string, string> {
  const signed = checks.filter((one) => one.id.startsWith('sign-off.') && one.verdict === 'pass');
  return Object.fromEntries(signed.map((one) => [one.subject, String(one.measured)]));
}
