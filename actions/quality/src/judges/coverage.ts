import type { CoverageAsked } from '../inputs.ts';
import { type Coverage, coverageOf, merge } from '../reports/coverage.ts';
import { parseCoverage } from '../reports/parse-coverage.ts';
import type { Reading } from '../reports/report-file.ts';
import { counted, inconclusive, type Judgement, listed, parseAll } from './facts.ts';

/** A source file, and on which of its lines something stands. */
export interface Source {
  readonly file: string;
  readonly lines: readonly number[];
}

/** Whether enough of the code was run. `measured` is the share of lines in per cent. */
export function judgeCoverage(
  reading: Reading,
  asked: CoverageAsked,
  sources: readonly Source[] | undefined,
): Judgement {
  const parsed = parseAll(reading, parseCoverage);
  if (parsed.kind === 'unreadable') return inconclusive(parsed.why);
  const seen = merge(parsed.all);
  const unseen = sources === undefined ? [] : addUnseen(seen, sources);
  const files = [...seen.values()];
  const lines = shareOf(files.flatMap((file) => [...file.lines.values()]));
  const branches = shareOf(files.flatMap((file) => [...file.branches.values()]));
  const expected = `at least ${asked.lines} % of lines${asked.branches === undefined ? '' : ` and ${asked.branches} % of branches`}`;
  if (lines.of === 0) return { verdict: 'fail', because: 'the reports hold no line of code', measured: 0, expected };
  const measured = rounded(lines.percent);
  const rest = unseen.length === 0 ? '' : `; no test loads ${listed(unseen)}`;
  const because = `${told(lines, 'line')}${branches.of === 0 ? '' : `, ${told(branches, 'branch', 'branches')}`} of ${counted(files.length, 'file')} were run${rest}${parsed.remark}`;
  if (asked.branches !== undefined && branches.of === 0)
    return inconclusive(`the reports tell of no branches, and ${asked.branches} % of them must have been run`);
  const short = lines.percent < asked.lines || branches.percent < (asked.branches ?? 0);
  return { verdict: short ? 'fail' : 'pass', because, measured, expected };
}

interface Share {
  readonly hit: number;
  readonly of: number;
  readonly percent: number;
}

function shareOf(taken: readonly boolean[]): Share {
  const hit = taken.filter(Boolean).length;
  return { hit, of: taken.length, percent: taken.length === 0 ? 0 : (100 * hit) / taken.length };
}

/** Never rounded up over a bound. */
const rounded = (percent: number): number => Math.floor(percent * 100) / 100;

function told({ hit, of, percent }: Share, one: string, many?: string): string {
  return `${rounded(percent)} % (${hit} of ${counted(of, one, many)})`;
}

/** Counts as not run what no report mentions: coverage tools tell of loaded files only. Gives back their names. */
function addUnseen(seen: Coverage, sources: readonly Source[]): readonly string[] {
  const reported = [...seen.keys()].map((file) => file.replaceAll('\\', '/'));
  const unseen = sources.filter(({ file }) => !reported.some((one) => isSame(one, file)));
  for (const { file, lines } of unseen) for (const line of lines) coverageOf(seen, file).lines.set(line, false);
  return unseen.map(({ file }) => file);
}

/** Reports name files from the root of the disk, of the repository or of a package in it. */
function isSame(reported: string, file: string): boolean {
  const plain = reported.replace(/^\.\//, '');
  return plain === file || plain.endsWith(`/${file}`) || file.endsWith(`/${plain}`);
}
