import type { DebugOutputAsked } from '../inputs.ts';
import type { Reading } from '../reports/report-file.ts';
import { parseSarif, sumFindings } from '../reports/sarif.ts';
import type { Scanned } from '../scan/scan-sources.ts';
import { counted, inconclusive, type Judgement, listed, parseAll } from './facts.ts';
import { placed } from './findings.ts';

/** Whether debugging output is left: by a scan of sources, by the rules of linters, or by both. */
export function judgeDebugOutput(
  scanned: Scanned | undefined,
  reading: Reading | undefined,
  asked: DebugOutputAsked,
): Judgement {
  const found = [
    ...(scanned === undefined ? [] : [judgeScan(scanned, asked.calls)]),
    ...(reading === undefined ? [] : [judgeRules(reading, asked.rules)]),
  ];
  const [first] = found;
  return (
    found.find(({ verdict }) => verdict === 'fail') ??
    found.find(({ verdict }) => verdict !== 'pass') ??
    first ??
    inconclusive('neither sources nor reports were named')
  );
}

function judgeScan(scanned: Scanned, calls: readonly string[]): Judgement {
  if (scanned.kind === 'unreadable') return inconclusive(scanned.why);
  const { files, found } = scanned;
  const numbers = { measured: found.length, expected: `none of ${calls.join(', ')}` };
  if (found.length === 0)
    return { verdict: 'pass', because: `none of ${counted(files, 'file')} has ${calls.join(', ')}`, ...numbers };
  const places = listed(found.map(({ call, file, line }) => `${call} in ${file}:${line}`));
  return {
    verdict: 'fail',
    because: `${counted(found.length, 'call')} left in ${counted(files, 'file')}: ${places}`,
    ...numbers,
  };
}

/** A linter that ran says so by its report; that its rules were on is the team's configuration. */
function judgeRules(reading: Reading, rules: readonly string[]): Judgement {
  const parsed = parseAll(reading, parseSarif);
  if (parsed.kind === 'unreadable') return inconclusive(parsed.why);
  const { errors, warnings, suppressed, tools } = sumFindings(parsed.all);
  const known = (rule: string) => rules.some((one) => rule === one || rule.endsWith(`/${one}`));
  const found = [...errors, ...warnings].filter(({ rule }) => known(rule));
  const let_through = suppressed.filter(({ rule }) => known(rule));
  const rest = let_through.length === 0 ? '' : `, ${let_through.length} suppressed: ${placed(let_through)}`;
  const numbers = { measured: found.length, expected: `nothing by ${rules.join(', ')}` };
  return found.length === 0
    ? { verdict: 'pass', because: `${tools.join(', ')} found nothing by ${rules.join(', ')}${rest}`, ...numbers }
    : { verdict: 'fail', because: `${tools.join(', ')} found ${found.length}: ${placed(found)}${rest}`, ...numbers };
}
