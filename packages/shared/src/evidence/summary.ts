import { type Check, isFailure, type Verdict } from './check.ts';
import type { TimelineEvent } from './evidence-file.ts';
import { type Markdown, md, table } from './markdown.ts';

/** The mark of a verdict; always beside its word, never instead of it. */
export const marks: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  warn: '!',
  skipped: '–',
  inconclusive: '?',
  fail: '✗',
};

// GitHub refuses a step's summary above 1 MiB; so many rows stay far below it.
const mostRows = 300;

/** The checks as a table, the worst first. */
export function checksTable(checks: readonly Check[]): Markdown {
  const rank: readonly Verdict[] = ['fail', 'inconclusive', 'warn', 'skipped', 'pass'];
  const sorted = [...checks].sort((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict));
  const rows = sorted
    .slice(0, mostRows)
    .map((one) => [`${marks[one.verdict]} ${one.verdict}`, one.subject, one.because, one.id]);
  const left = sorted.length - rows.length;
  return md`${table(['Verdict', 'Subject', 'Because', 'Check'], rows)}${left > 0 ? md`\n\nAnd ${left} more, in the evidence file.` : ''}`;
}

/** The timeline as a table. */
export function timelineTable(events: readonly TimelineEvent[]): Markdown {
  return table(
    ['At', 'What', 'Subject'],
    events.slice(-mostRows).map((event) => [event.at.slice(11, 19), event.what, event.subject]),
  );
}

/** The job summary of an action that could not write its own: what went wrong, then what had been found out. */
export function failureSummary(
  title: string,
  checks: readonly Check[],
  timeline: readonly TimelineEvent[] = [],
): Markdown {
  const bad = checks.filter((one) => isFailure(one.verdict));
  const reasons = bad.map((one) => md`- **${one.subject}**: ${one.because}\n`);
  const happened = timeline.length > 0 ? md`\n### Timeline\n\n${timelineTable(timeline)}\n` : '';
  return md`## ✗ ${title}\n\n${reasons}\n${checksTable(checks)}\n${happened}`;
}
