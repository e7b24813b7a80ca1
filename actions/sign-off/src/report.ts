import { type Check, worst } from '#shared/evidence/check';
import { type Markdown, md, table } from '#shared/evidence/markdown';
import type { Report } from '#shared/runtime/run';

/** Outputs and job summary of what was found out; `more` stands below the table. */
export function report(
  title: string,
  { because }: { readonly because: string },
  checks: readonly Check[],
  more: Markdown = md``,
): Report {
  const rows = checks.map((one) => [one.verdict, one.id, one.subject, one.because]);
  return {
    checks,
    outputs: outputsOf(checks),
    summary: md`## ${title}\n\n${because}.\n\n${table(['verdict', 'check', 'of', 'because'], rows)}\n${more}`,
  };
}

/** The outputs that every mode has. */
export function outputsOf(checks: readonly Check[]): Record<string, string> {
  return { verdict: worst(checks.map((one) => one.verdict)), approvals: JSON.stringify(approvals(checks)) };
}

/** Who signed, of what a role's check has measured. */
function signerIn(measured: unknown): string {
  return typeof measured === 'object' && measured !== null && 'by' in measured ? String(measured.by) : '';
}

function approvals(checks: readonly Check[]): Record<string, string> {
  const signed = checks.filter((one) => one.id.startsWith('sign-off.') && one.verdict === 'pass');
  return Object.fromEntries(
    signed.flatMap(({ id, subject, measured }) =>
      id === `sign-off.${subject}` ? [[subject, signerIn(measured)]] : [],
    ),
  );
}
