// Runs every interop suite by itself and counts its tests: `npm run test:interop -- [PART OF A PATH…] [--totals FILE]`.
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SUITE_WITHIN_MS = 20 * 60_000;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { totals: { type: 'string' } } });
const suites = globSync('{actions,packages}/*/__tests__/**/*.interop.test.ts')
  .filter((suite) => positionals.length === 0 || positionals.some((part) => suite.includes(part)))
  .sort();
if (suites.length === 0) {
  console.error(`no interop suite has ${positionals.join(' or ')} in its path`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'golive-interop-run-'));
const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  console.log(`\n== interop: ${suite}`);
  const counted = await run(suite, join(scratch, 'result.json'));
  console.log(`${suite}: ${tell(counted)}`);
  for (const key of Object.keys(total)) total[key] += counted[key];
}
rmSync(scratch, { recursive: true, force: true });
if (values.totals) writeFileSync(values.totals, `${total.passed} ${total.failed} ${total.skipped}\n`);
console.log(`\ninterop tests: ${tell(total)}`);
process.exit(total.failed === 0 ? 0 : 1);

function tell({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** One jest process for one suite; a suite that could not tell counts as one failure. */
async function run(suite, file) {
  rmSync(file, { force: true });
  const jest = ['node_modules/jest/bin/jest.js', '--config', 'jest.interop.config.js', '--runInBand', '--verbose'];
  const child = spawn(process.execPath, [...jest, '--json', '--outputFile', file, '--runTestsByPath', suite], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: SUITE_WITHIN_MS,
  });
  const code = await new Promise((resolve) => child.once('exit', (status, signal) => resolve(signal ?? status)));
  try {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = told;
    // jest does not name the tests of a suite that is skipped whole.
    for (const { status, fullName } of told.testResults.flatMap(({ assertionResults }) => assertionResults))
      if (status === 'pending' || status === 'todo') console.log(`SKIPPED: ${fullName}`);
    const failed = Math.max(numFailedTests, success ? 0 : 1);
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  } catch {
    console.error(`${suite} ended with ${code} before it could tell its results`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
