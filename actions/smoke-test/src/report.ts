import type { Check } from '#shared/evidence/check';
import { type Markdown, md, table } from '#shared/evidence/markdown';
import { checksTable } from '#shared/evidence/summary';
import type { StepResult } from '#shared/probe/suite/ask';
import type { Report } from '#shared/runtime/run';
import { type Duration, formatDuration } from '#shared/values/duration';
import { check } from './checks.ts';

export interface Facts {
  readonly results: readonly StepResult[];
  readonly baseUrl: string;
  readonly maxP95?: Duration | undefined;
  readonly at: string;
}

export function report({ results, baseUrl, maxP95, at }: Facts): Report {
  const times = results.flatMap(({ ms }) => (ms === undefined ? [] : [ms]));
  const p95 = percentile(times, 95);
  const count = (kind: StepResult['kind']) => results.filter((one) => one.kind === kind).length;
  const failed = count('failed');
  const checks = [...results.map(stepCheck), ...speedCheck(p95, maxP95, times.length, baseUrl, at)];
  const verdict = checks.some((one) => one.verdict === 'fail') ? 'fail' : 'pass';
  return {
    checks,
    outputs: {
      verdict,
      passed: String(count('passed')),
      failed: String(failed),
      skipped: String(count('skipped')),
      p95: p95 === undefined ? '' : String(Math.round(p95)),
    },
    summary: md`## Smoke test of ${baseUrl}

${headline(results, failed)}

${checksTable(checks)}

${slowest(results)}
`,
    timeline: [{ at, what: `${count('passed')} of ${results.length} steps passed`, subject: baseUrl }],
  };
}

function stepCheck(result: StepResult): Check {
  const verdict = { passed: 'pass', failed: 'fail', skipped: 'skipped' } as const;
  const tries = result.attempts > 1 ? ` after ${result.attempts} attempts` : '';
  const took = result.ms === undefined ? '' : ` in ${formatDuration({ ms: result.ms })}`;
  const because =
    result.kind === 'passed' ? `answered as expected${took}${tries}` : `${result.problems.join('; ')}${tries}`;
  return check(`smoke.${result.id}`, `${result.test}: ${result.name}`, verdict[result.kind], because, {
    ...(result.ms === undefined ? {} : { measured: { ms: Math.round(result.ms) } }),
    source: result.asked,
    at: result.at,
  });
}

function speedCheck(
  p95: number | undefined,
  allowed: Duration | undefined,
  asked: number,
  subject: string,
  at: string,
) {
  if (!allowed) return [];
  const more = { measured: p95 ?? null, expected: { ms: allowed.ms }, source: 'times of the steps', at };
  if (p95 === undefined) return [check('smoke.p95', subject, 'inconclusive', 'nothing was answered', more)];
  const verdict = p95 <= allowed.ms ? 'pass' : 'fail';
  const because = `p95 of ${asked} answers is ${formatDuration({ ms: p95 })}, allowed ${formatDuration(allowed)}`;
  return [check('smoke.p95', subject, verdict, because, more)];
}

function headline(results: readonly StepResult[], failed: number): Markdown {
  if (failed === 0) return md`All ${results.length} steps answered as expected.`;
  const first = results.find((one) => one.kind === 'failed');
  return md`**${failed} of ${results.length} steps failed.** First: ${first?.test}, ${first?.name}: ${first?.problems.join('; ')}`;
}

function slowest(results: readonly StepResult[]): Markdown {
  const sorted = results.filter((one) => one.ms !== undefined).sort((a, b) => (b.ms ?? 0) - (a.ms ?? 0));
  const rows = sorted.slice(0, 5).map((one) => [one.name, formatDuration({ ms: one.ms ?? 0 })]);
  return rows.length === 0 ? md`` : md`Slowest:\n\n${table(['Step', 'Time'], rows)}`;
}

/** Nearest rank; undefined of nothing. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}
