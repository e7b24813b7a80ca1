import type { FindingsAsked, Inputs } from '../inputs.ts';
import type { Reading } from '../reports/report-file.ts';
import { type Finding, parseSarif, sumFindings } from '../reports/sarif.ts';
import { counted, inconclusive, type Judgement, listed, parseAll } from './facts.ts';

/** Whether linters or type checkers found nothing: by their reports, by how their command ended, or by both. */
export function judgeFindings(
  reading: Reading | undefined,
  asked: FindingsAsked,
  results: Inputs['results'],
): Judgement {
  const command = asked.command === undefined ? undefined : judgeCommand(asked.command, results);
  const report = reading === undefined ? undefined : judgeReports(reading, asked.warnings);
  const [first, second] = [report, command].filter((one) => one !== undefined);
  if (first === undefined) return inconclusive('neither a report nor a command was named');
  if (second === undefined) return first;
  if (first.verdict === 'fail' || second.verdict === 'pass') return first;
  return second.verdict === 'fail' || first.verdict !== 'inconclusive' ? { ...first, ...second } : first;
}

/** A command that was left out has not found nothing: nobody has looked. */
export function judgeCommand(job: string, results: Inputs['results']): Judgement {
  const result = results[job]?.result;
  const numbers = { measured: result ?? 'not run', expected: 'success' };
  if (result === undefined) return { ...inconclusive(`nobody said how the command of job ${job} ended`), ...numbers };
  if (result === 'success') return { verdict: 'pass', because: `the command of job ${job} ended well`, ...numbers };
  if (result === 'failure') return { verdict: 'fail', because: `the command of job ${job} failed`, ...numbers };
  return { ...inconclusive(`the command of job ${job} was ${result}`), ...numbers };
}

function judgeReports(reading: Reading, most: number | undefined): Judgement {
  const parsed = parseAll(reading, parseSarif);
  if (parsed.kind === 'unreadable') return inconclusive(parsed.why);
  const { errors, warnings, suppressed, tools } = sumFindings(parsed.all);
  const expected = `no errors${most === undefined ? '' : `, at most ${counted(most, 'warning')}`}`;
  const numbers = { measured: errors.length, expected };
  const names = tools.join(', ');
  const let_through = suppressed.length === 0 ? '' : `, ${suppressed.length} suppressed: ${placed(suppressed)}`;
  const told = `${let_through}${parsed.remark}`;
  if (errors.length > 0)
    return {
      verdict: 'fail',
      because: `${names} found ${counted(errors.length, 'error')}: ${placed(errors)}${told}`,
      ...numbers,
    };
  if (most !== undefined && warnings.length > most)
    return {
      verdict: 'fail',
      because: `${names} found ${counted(warnings.length, 'warning')}, and at most ${most} may stand: ${placed(warnings)}${told}`,
      ...numbers,
    };
  if (warnings.length > 0)
    return {
      verdict: 'warn',
      because: `${names} found no errors, and ${counted(warnings.length, 'warning')}: ${placed(warnings)}${told}`,
      ...numbers,
    };
  return { verdict: 'pass', because: `${names} found nothing${told}`, ...numbers };
}

export function placed(findings: readonly Finding[]): string {
  return listed(
    findings.map(
      ({ rule, file, line }) =>
        `${rule}${file === undefined ? '' : ` in ${file}${line === undefined ? '' : `:${line}`}`}`,
    ),
  );
}
