import { type Check, worst } from '#shared/evidence/check';
import { type Markdown, md } from '#shared/evidence/markdown';
import { checksTable } from '#shared/evidence/summary';
import type { Report } from '#shared/runtime/run';

/** Outputs and job summary of what was measured, or of the run that was found. */
export function report(title: string, checks: readonly Check[], runId = ''): Report {
  const verdict = worst(checks.map((one) => one.verdict));
  return { checks, outputs: { verdict, 'run-id': runId }, summary: summaryOf(title, checks) };
}

function summaryOf(title: string, checks: readonly Check[]): Markdown {
  return md`## ${title}

${checks.length === 0 ? md`Nothing was asked.` : checksTable(checks)}
`;
}
