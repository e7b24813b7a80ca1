import { judgeTests } from '../src/judges/tests.ts';
import { parseJunit } from '../src/reports/junit.ts';
import { junit, missing, read, sample, tests } from './builders.ts';

test.each([
  ['jest-junit.xml', { passed: 2, failed: 1, skipped: 1, flaky: 0 }],
  ['pytest.xml', { passed: 2, failed: 1, skipped: 2, flaky: 0 }],
  ['go-junit-report.xml', { passed: 2, failed: 0, skipped: 1, flaky: 0 }],
  ['surefire.xml', { passed: 3, failed: 0, skipped: 0, flaky: 1 }],
  ['vitest.xml', { passed: 2, failed: 0, skipped: 0, flaky: 0 }],
  ['node-test.xml', { passed: 3, failed: 0, skipped: 1, flaky: 0 }],
])('the tests in %s are counted as their tool meant them', (name, counts) => {
  const { passed, failed, skipped, flaky } = parseJunit(sample(name));
  expect({ passed, failed: failed.length, skipped: skipped.length, flaky: flaky.length }).toEqual(counts);
});

test('a failed test is named as a person wrote it, with the first line of what was said', () => {
  expect(judgeTests(read(sample('jest-junit.xml')), tests())).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining(
      '1 of 3 tests failed: auth refuses <none> & friends (Error: expect(received).toBe(expected)',
    ),
  });
});

test('a test that could not be set up has failed', () => {
  expect(judgeTests(read(sample('pytest.xml')), tests()).because).toContain('tests.test_db test_rows (failed on setup');
});

test('skipped tests are told by name, and do not close the gate by themselves', () => {
  expect(judgeTests(read(sample('go-junit-report.xml')), tests())).toMatchObject({
    verdict: 'pass',
    because: '2 tests passed, none failed, 1 skipped: example.com/fleet/dispatch TestPostgres',
    measured: 2,
  });
});

test('more skipped tests than are allowed fail', () => {
  expect(judgeTests(read(sample('go-junit-report.xml')), tests({ 'at-most-skipped': 0 }))).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('1 test was skipped, and at most 0 may be'),
  });
});

test('a test that passed only when it was run again is told', () => {
  expect(judgeTests(read(sample('surefire.xml')), tests()).because).toContain('1 passed only when run again');
});

test('reports of several tools add up to the number that must have passed', () => {
  const all = read(sample('vitest.xml'), sample('node-test.xml'));
  expect(judgeTests(all, tests({ 'at-least': 5 }))).toMatchObject({ verdict: 'pass', measured: 5 });
  expect(judgeTests(all, tests({ 'at-least': 6 }))).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('only 5 tests passed, and at least 6 must'),
  });
});

test('a copy of a report counts once, and is told', () => {
  const reading = { ...read(sample('vitest.xml')), copies: ['reports/again.xml'] };
  expect(judgeTests(reading, tests())).toMatchObject({
    measured: 2,
    because: expect.stringContaining('reports/again.xml is a copy and counted once'),
  });
});

test('a report without a test fails', () => {
  expect(judgeTests(read('<testsuites/>'), tests())).toMatchObject({
    verdict: 'fail',
    because: 'the reports hold no test',
  });
});

test('a report in which every test is skipped fails', () => {
  const all = junit('<testcase name="a"><skipped/></testcase>');
  expect(judgeTests(read(all), tests())).toMatchObject({ verdict: 'fail', because: 'all 1 test was skipped' });
});

test('a report that is not there is inconclusive', () => {
  expect(judgeTests(missing, tests())).toMatchObject({
    verdict: 'inconclusive',
    because: missing.kind === 'unreadable' && missing.why,
  });
});

test.each([
  ['cut off', '<testsuites><testsuite name="a"><testcase name="b">', 'not well-formed'],
  ['of another kind', '<coverage/>', 'neither testsuites nor testsuite'],
  ['that is no XML', 'ok 1 - works', 'not'],
  ['with entities of its own', '<!DOCTYPE a [<!ENTITY x "y">]><testsuites/>', 'declares its own'],
  [
    'with entities behind a comment',
    '<?xml version="1.0"?><!-- <a> --><!DOCTYPE a SYSTEM "x" [<!ENTITY x "y">]><testsuites/>',
    'declares its own',
  ],
  ['nested without end', `${'<testsuite>'.repeat(200)}${'</testsuite>'.repeat(200)}`, 'nested'],
  ['that lacks tests', junit('<testcase name="a"/>', 'tests="7"'), 's tells of 7 tests, and holds 1'],
  ['that lacks failures', junit('<testcase name="a"/>', 'tests="1" errors="2"'), 'tells of 2 failures'],
])('a report %s is inconclusive, and says why', (_what, text, why) => {
  expect(judgeTests(read(text), tests())).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining(why),
  });
});

test('a suite that could not be set up fails without any test case', () => {
  expect(judgeTests(read(junit('<error message="no such module"/>', 'tests="0"')), tests())).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('suite s (no such module)'),
  });
});

test('an entity is never expanded twice', () => {
  const { skipped } = parseJunit(junit('<testcase name="&amp;lt;b&#x3e;&unknown;"><skipped/></testcase>'));
  expect(skipped).toEqual(['&lt;b>&unknown;']);
});
