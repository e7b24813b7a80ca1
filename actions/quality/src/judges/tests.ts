import type { TestsAsked } from '../inputs.ts';
import { parseJunit, sum, type TestTotals } from '../reports/junit.ts';
import type { Reading } from '../reports/report-file.ts';
import { counted, inconclusive, type Judgement, listed, parseAll } from './facts.ts';

/** Whether every test passed, and there were as many as asked for. `measured` is the number that passed. */
export function judgeTests(reading: Reading, asked: TestsAsked): Judgement {
  const parsed = parseAll(reading, parseJunit);
  if (parsed.kind === 'unreadable') return inconclusive(parsed.why);
  const all = sum(parsed.all);
  const expected = `at least ${asked['at-least']} passed, none failed`;
  const numbers = { measured: all.passed, expected };
  const told = `${skippedTold(all)}${flakyTold(all)}${parsed.remark}`;
  const [count, failed, skipped] = [all.passed + all.failed.length, all.failed.length, all.skipped.length];
  if (failed > 0) {
    const names = listed(all.failed.map(({ name, said }) => (said === '' ? name : `${name} (${said})`)));
    return { verdict: 'fail', because: `${failed} of ${counted(count, 'test')} failed: ${names}${told}`, ...numbers };
  }
  if (all.passed === 0) {
    const because =
      skipped === 0 ? 'the reports hold no test' : `all ${counted(skipped, 'test was', 'tests were')} skipped`;
    return { verdict: 'fail', because: `${because}${parsed.remark}`, ...numbers };
  }
  if (all.passed < asked['at-least'])
    return {
      verdict: 'fail',
      because: `only ${counted(all.passed, 'test')} passed, and at least ${asked['at-least']} must${told}`,
      ...numbers,
    };
  const most = asked['at-most-skipped'];
  if (most !== undefined && skipped > most)
    return {
      verdict: 'fail',
      because: `${counted(skipped, 'test was', 'tests were')} skipped, and at most ${most} may be: ${listed(all.skipped)}${parsed.remark}`,
      ...numbers,
    };
  return { verdict: 'pass', because: `${counted(all.passed, 'test')} passed, none failed${told}`, ...numbers };
}

function skippedTold({ skipped }: TestTotals): string {
  return skipped.length === 0 ? '' : `, ${skipped.length} skipped: ${listed(skipped)}`;
}

function flakyTold({ flaky }: TestTotals): string {
  return flaky.length === 0 ? '' : `; ${flaky.length} passed only when run again: ${listed(flaky)}`;
}
