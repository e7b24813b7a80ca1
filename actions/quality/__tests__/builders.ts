import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageAsked, DebugOutputAsked, FindingsAsked, TestsAsked } from '../src/inputs.ts';
import type { Reading } from '../src/reports/report-file.ts';

export const sample = (name: string): string => readFileSync(join(__dirname, 'samples', name), 'utf8');

/** Reports as they were read, each named after its place. */
export const read = (...texts: string[]): Reading => ({
  kind: 'read',
  files: texts.map((text, at) => ({ file: `reports/${at + 1}`, text })),
  copies: [],
});
export const missing: Reading = { kind: 'unreadable', why: 'there is no file reports/unit.xml' };

export const tests = (more: Partial<TestsAsked> = {}): TestsAsked => ({ reports: ['r'], 'at-least': 1, ...more });
export const coverage = (more: Partial<CoverageAsked> = {}): CoverageAsked => ({
  reports: ['r'],
  lines: 80,
  except: [],
  ...more,
});
export const findings = (more: Partial<FindingsAsked> = {}): FindingsAsked => ({ reports: ['r'], ...more });
export const debugOutput = (more: Partial<DebugOutputAsked> = {}): DebugOutputAsked => ({
  except: [],
  calls: ['console.log', 'debugger'],
  rules: ['no-console'],
  ...more,
});

export const junit = (cases: string, attributes = ''): string =>
  `<testsuites><testsuite name="s" ${attributes}>${cases}</testsuite></testsuites>`;
export const sarif = (run: Record<string, unknown>): string =>
  JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Lint' } }, results: [], ...run }] });
