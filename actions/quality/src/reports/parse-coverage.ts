import { parseCobertura } from './cobertura.ts';
import type { Coverage } from './coverage.ts';
import { parseLcov } from './lcov.ts';
import { ReportError } from './report-file.ts';

/** Throws a ReportError for anything that is neither LCOV nor Cobertura. */
export function parseCoverage(text: string): Coverage {
  const start = text.trimStart();
  if (start.startsWith('<')) return parseCobertura(text);
  if (start.startsWith('{') || start.startsWith('['))
    throw new ReportError(
      'it is JSON; write LCOV or Cobertura, such as --coverage.reporter=lcov or nyc --reporter=lcov',
    );
  return parseLcov(text);
}
