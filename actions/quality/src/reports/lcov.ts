// https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1 describes the tracefile.
import { type Coverage, coverageOf, type FileCoverage, mark } from './coverage.ts';
import { ReportError } from './report-file.ts';

/** Throws a ReportError with the line that is wrong, and for a report that was cut off. */
export function parseLcov(text: string): Coverage {
  const coverage: Coverage = new Map();
  let record: TraceRecord | undefined;
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [, key, rest = ''] = /^([A-Z0-9]+|end_of_record)(?::(.*))?$/.exec(line.trim()) ?? [];
    if (key === undefined) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      throw new ReportError(`line ${at + 1} is not LCOV`);
    }
    if (key === 'SF') record = { into: coverageOf(coverage, rest), found: 0, hit: 0, seen: 0 };
    else if (key === 'end_of_record') {
      if (record) close(record);
      record = undefined;
    } else if (record) take(record, key, rest, at + 1);
  }
  if (record) throw new ReportError('it was cut off: its last record has no end');
  return coverage;
}

interface TraceRecord {
  readonly into: FileCoverage;
  found: number;
  hit: number;
  seen: number;
}

function take(record: TraceRecord, key: string, rest: string, at: number): void {
  const parts = rest.split(',');
  if (key === 'DA') {
    mark(record.into.lines, whole(parts[0], at), Number(parts[1]) > 0);
    record.seen += 1;
  }
  if (key === 'BRDA') mark(record.into.branches, parts.slice(0, 3).join(':'), Number(parts[3]) > 0);
  if (key === 'LF') record.found = whole(rest, at);
  if (key === 'LH') record.hit = whole(rest, at);
}

/** Some tools write totals only: so many lines, of which the first so many ran. */
function close({ into, found, hit, seen }: TraceRecord): void {
  if (seen > 0) return;
  if (found > MOST_LINES) throw new ReportError(`a file of ${found} lines`);
  for (let line = 1; line <= found; line++) mark(into.lines, line, line <= hit);
}

const MOST_LINES = 1_000_000;

function whole(text: string | undefined, at: number): number {
  if (text === undefined || !/^\d{1,9}$/.test(text))
    throw new ReportError(`line ${at} has no number where LCOV has one`);
  return Number(text);
}
