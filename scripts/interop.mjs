// Runs every interop suite by itself and counts its tests:
// `npm run test:interop -- [PART OF A PATH…] [--totals FILE] [--lanes N]`. Most of a suite is waiting, so two go at once.
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SUITE_WITHIN_MS = 20 * 60_000;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { totals: { type: 'string' }, lanes: { type: 'string', default: '2' } },
});
const suites = globSync('{actions,packages}/*/__tests__/**/*.interop.test.ts')
  .filter((suite) => positionals.length === 0 || positionals.some((part) => suite.includes(part)))
  .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
if (suites.length === 0) {
  console.error(`no interop suite has ${positionals.join(' or ')} in its path`);
  process.exit(2);
}

const lanes = Number(values.lanes);
if (!Number.isInteger(lanes) || lanes < 1) {
  console.error(`--lanes takes a whole number from 1, not ${values.lanes}`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'golive-interop-run-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const queue = suites.entries();
const lane = async () => {
  for (const [index, suite] of queue) {
    console.log(`== interop: ${suite}`);
    const began = Date.now();
    const { said, ...counted } = await run(suite, join(scratch, `result-${index}.json`));
    // What a suite says is shown when it ends: two at once would mix their lines.
    console.log(`${said}${suite}: ${tell(counted)} (${Math.round((Date.now() - began) / 1000)} s)\n`);
    for (const key of Object.keys(total)) total[key] += counted[key];
  }
};
await Promise.all(Array.from({ length: lanes }, lane));
rmSync(scratch, { recursive: true, force: true });
if (values.totals) writeFileSync(values.totals, `${total.passed} ${total.failed} ${total.skipped}\n`);
console.log(`\ninterop tests: ${tell(total)}`);
process.exit(total.failed === 0 ? 0 : 1);

/** The longest suite goes first. */
function rank(suite) {
  const order = ['runner-killed', 'rehearsal', 'beside', 'gates', 'canary'].map((name) => `/${name}.interop`);
  const at = order.findIndex((part) => suite.includes(part));
  return at < 0 ? order.length : at;
}

function tell({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** One jest process for one suite, and what it said; a suite that could not tell counts as one failure. */
async function run(suite, file) {
  rmSync(file, { force: true });
  const jest = ['node_modules/jest/bin/jest.js', '--config', 'jest.interop.config.js', '--runInBand', '--verbose'];
  const child = spawn(process.execPath, [...jest, '--json', '--outputFile', file, '--runTestsByPath', suite], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: SUITE_WITHIN_MS,
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once('exit', (status, signal) => resolve(signal ?? status)));
  try {
    const told = JSON.parse(readFileSync(file, 'utf8'));
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = told;
    // jest does not name the tests of a suite that is skipped whole.
    for (const { status, fullName } of told.testResults.flatMap(({ assertionResults }) => assertionResults))
      if (status === 'pending' || status === 'todo') said += `SKIPPED: ${fullName}\n`;
    const failed = Math.max(numFailedTests, success ? 0 : 1);
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, said };
  } catch {
    said += `${suite} ended with ${code} before it could tell its results\n`;
    return { passed: 0, failed: 1, skipped: 0, said };
  }
}
