import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { measure } from '../src/apply.ts';
import { definition } from '../src/inputs.ts';
import { plan } from '../src/plan.ts';
import { readReports } from '../src/reports/read-reports.ts';
import { sample } from './builders.ts';

const MB = { bytes: 1_000_000 };

function workspace(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'golive-quality-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

async function measured(files: Readonly<Record<string, string>>, section: Record<string, unknown>) {
  const input = definition.inputs.parse(section);
  const decision = plan(input);
  if (decision.kind !== 'measure') throw new Error(decision.because);
  const checks = await measure(decision.questions, { workspace: workspace(files), input, at: '2026-11-23T10:00:00Z' });
  return Object.fromEntries(checks.map(({ id, verdict, because }) => [id, `${verdict}: ${because}`]));
}

test('each question of golive.yml is answered by its own check', async () => {
  const files = {
    'reports/unit/a.xml': sample('vitest.xml'),
    'reports/lcov.info': sample('nyc.lcov'),
    'reports/lint.sarif': sample('pylint.sarif'),
    'src/auth.js': 'export const a = 1;\n',
    'src/log.js': 'console.log(1);\n',
  };
  const section = {
    unit: { reports: ['reports/unit/*.xml'] },
    integration: { reports: ['reports/integration/*.xml'] },
    coverage: { reports: ['reports/lcov.info'] },
    lint: { reports: ['reports/*.sarif'] },
    types: { command: 'types' },
    'debug-output': { sources: ['src/**/*.js'], except: ['src/log.js'] },
    results: { types: { result: 'success', outputs: {} } },
  };
  expect(await measured(files, section)).toEqual({
    'quality.unit-tests': expect.stringMatching(/^pass/),
    'quality.integration-tests': 'inconclusive: there is no file reports/integration/*.xml',
    'quality.coverage': expect.stringMatching(/^pass/),
    'quality.lint': expect.stringMatching(/^pass/),
    'quality.types': expect.stringMatching(/^pass/),
    'quality.debug-output': expect.stringMatching(/^pass: none of 1 file /),
  });
});

test('a source that no test loads counts with the lines on which code stands', async () => {
  const files = { 'lcov.info': sample('nyc.lcov'), 'src/b.js': '// nothing\n\nconst a = 1;\nconst b = 2;\n}\n' };
  const section = { coverage: { reports: ['lcov.info'], sources: ['src/*.js'] } };
  expect(await measured(files, section)).toEqual({
    'quality.coverage': expect.stringMatching(/^fail: 62.5 % \(5 of 8 lines\).*no test loads src\/b.js/),
  });
});

test('sources of another language are not guessed at', async () => {
  const section = { 'debug-output': { sources: ['*.py'] } };
  expect(await measured({ 'a.py': 'print(1)' }, section)).toEqual({
    'quality.debug-output': expect.stringMatching(/^inconclusive: a\.py is neither JavaScript nor TypeScript/),
  });
});

test('the same bytes under two names are one report and a copy', async () => {
  const folder = workspace({ 'a.xml': '<a/>', 'b.xml': '<a/>' });
  expect(await readReports(folder, ['*.xml'], MB)).toMatchObject({ files: [{ file: 'a.xml' }], copies: ['b.xml'] });
});

test('UTF-16, as PowerShell writes it, is read', async () => {
  const folder = workspace({ 'a.xml': Buffer.from('\uFEFF<a/>', 'utf16le') });
  expect(await readReports(folder, ['a.xml'], MB)).toMatchObject({ files: [{ text: '<a/>' }] });
});

test.each([
  ['too large', { 'a.xml': 'x'.repeat(1_000_001) }, 'a.xml has 1MB, and at most 1MB is read'],
  ['no text', { 'a.xml': Buffer.from([0x80, 0x81]) }, 'a.xml is not utf-8'],
  ['not there', {}, 'there is no file a.xml'],
])('a report that is %s is not read', async (_what, files, why) => {
  expect(await readReports(workspace(files), ['a.xml'], MB)).toEqual({ kind: 'unreadable', why });
});

test('a link that leads out of the workspace is not followed', async () => {
  const folder = workspace({});
  symlinkSync('/etc/hostname', join(folder, 'a.xml'));
  expect(await readReports(folder, ['*.xml'], MB)).toMatchObject({ why: 'a.xml leads out of the workspace' });
});

test.each(['/etc/passwd', '../a.xml', 'a/../../b'])('the glob %s is refused before anything is read', (glob) => {
  expect(definition.inputs.safeParse({ unit: { reports: [glob] } }).success).toBe(false);
});

test('a golive.yml that asks nothing is refused, with what to write', () => {
  expect(plan(definition.inputs.parse({}))).toMatchObject({ kind: 'refuse', hint: expect.stringContaining('quality') });
});

const passed = sample('vitest.xml');
const failed = sample('jest-junit.xml');
const reports = { reports: ['report'] };
test.each<[check: string, section: Record<string, unknown>, good: string, bad: string]>([
  ['quality.unit-tests', { unit: reports }, passed, failed],
  ['quality.integration-tests', { integration: reports }, passed, failed],
  ['quality.end-to-end-tests', { 'end-to-end': reports }, passed, failed],
  ['quality.coverage', { coverage: reports }, 'SF:a.ts\nDA:1,1\nend_of_record\n', 'SF:a.ts\nDA:1,0\nend_of_record\n'],
  ['quality.lint', { lint: reports }, sample('pylint.sarif'), sample('codeql.sarif')],
  ['quality.types', { types: reports }, sample('pylint.sarif'), sample('codeql.sarif')],
])('%s passes on a good report, and fails on a bad one', async (check, section, good, bad) => {
  expect(await measured({ report: good }, section)).toEqual({ [check]: expect.stringMatching(/^pass/) });
  expect(await measured({ report: bad }, section)).toEqual({ [check]: expect.stringMatching(/^fail/) });
});
