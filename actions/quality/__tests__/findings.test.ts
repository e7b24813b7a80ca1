import { judgeFindings } from '../src/judges/findings.ts';
import { findings, missing, read, sample, sarif } from './builders.ts';

test('an error of ESLint fails, and says where it is and what was suppressed', () => {
  expect(judgeFindings(read(sample('eslint.sarif')), findings(), {})).toMatchObject({
    verdict: 'fail',
    because: 'ESLint found 1 error: no-unused-vars in src/auth.js:12, 1 suppressed: no-unused-vars',
  });
});

test('a note of Pylint is no error, whatever its exit code', () => {
  expect(judgeFindings(read(sample('pylint.sarif')), findings(), {})).toMatchObject({ verdict: 'pass' });
});

test('a finding of CodeQL has the level of its rule in the query pack', () => {
  expect(judgeFindings(read(sample('codeql.sarif')), findings(), {})).toMatchObject({
    verdict: 'fail',
    because: 'CodeQL found 1 error: js/sql-injection in src/dispatches.js:41',
  });
});

const warning = sarif({ results: [{ ruleId: 'a', message: { text: 'b' } }] });

test('a finding without a level is a warning, which is told', () => {
  expect(judgeFindings(read(warning), findings(), {})).toMatchObject({
    verdict: 'warn',
    because: 'Lint found no errors, and 1 warning: a',
  });
});

test('more warnings than are allowed fail', () => {
  expect(judgeFindings(read(warning), findings({ warnings: 0 }), {})).toMatchObject({ verdict: 'fail' });
});

test.each([
  ['something that passed', { kind: 'pass' }],
  ['what is gone since the baseline', { baselineState: 'absent' }],
  ['what was accepted', { suppressions: [{ status: 'accepted' }] }],
])('%s is no finding', (_what, more) => {
  const text = sarif({ results: [{ ruleId: 'a', level: 'error', ...more }] });
  expect(judgeFindings(read(text), findings(), {})).toMatchObject({ verdict: 'pass' });
});

test.each(['underReview', 'rejected'])('a suppression that is %s suppresses nothing', (status) => {
  const text = sarif({ results: [{ ruleId: 'a', level: 'error', suppressions: [{ status }] }] });
  expect(judgeFindings(read(text), findings(), {})).toMatchObject({ verdict: 'fail' });
});

test.each([
  ['whose tool broke off', sarif({ invocations: [{ executionSuccessful: false }] }), 'did not come to its end'],
  ['whose tool scanned nothing', sarif({ results: null }), 'not even of none'],
  ['without a run', '{"version":"2.1.0","runs":[]}', 'no tool has run'],
  ['of another version', '{"version":"1.0.0","runs":[]}', 'not SARIF 2.1.0'],
  ['that is no JSON', 'All files pass linting', 'not JSON'],
])('a report %s is inconclusive', (_what, text, why) => {
  expect(judgeFindings(read(text), findings(), {})).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining(why),
  });
});

test('a report that is not there is inconclusive, even when the command ended well', () => {
  const results = { lint: { result: 'success' } } as const;
  expect(judgeFindings(missing, findings({ command: 'lint' }), results)).toMatchObject({ verdict: 'inconclusive' });
});

test.each([
  ['success', 'pass'],
  ['failure', 'fail'],
  ['skipped', 'inconclusive'],
  ['cancelled', 'inconclusive'],
] as const)('a command that ended in %s is %s', (result, verdict) => {
  const asked = { command: 'types' };
  expect(judgeFindings(undefined, asked, { types: { result } })).toMatchObject({ verdict });
});

test('a command of which nobody tells how it ended is inconclusive', () => {
  expect(judgeFindings(undefined, { command: 'types' }, {})).toMatchObject({ verdict: 'inconclusive' });
});

test('a command that failed closes the gate though its report is clean', () => {
  const results = { lint: { result: 'failure' } } as const;
  expect(judgeFindings(read(sarif({})), findings({ command: 'lint' }), results)).toMatchObject({
    verdict: 'fail',
    because: 'the command of job lint failed',
  });
});
