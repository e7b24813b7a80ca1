import { soundsSecret } from '../../evidence/likely-secrets.ts';
import type { ParsedSuite } from './parse-suite.ts';
import type { Step, Suite } from './suite.ts';
import { environmentNames } from './template.ts';

/** One test: its steps run one after another, and share what they captured. */
export interface PlannedTest {
  /** `Suite / test`. */
  readonly name: string;
  readonly env: Suite['env'];
  readonly steps: readonly PlannedStep[];
}

export type PlannedStep = Step & { readonly id: string };

export type Plan =
  | { readonly kind: 'refuse'; readonly because: string; readonly mistakes: readonly string[] }
  | {
      readonly kind: 'ask';
      readonly because: string;
      readonly tests: readonly PlannedTest[];
      /** Names of the environment variables that the suites read. */
      readonly variables: readonly string[];
    };

/** What will be asked; refuses when a suite has a mistake, or when there is nothing to ask. */
export function plan(suites: readonly ParsedSuite[]): Plan {
  const mistakes = suites.flatMap((one) => (one.kind === 'mistakes' ? one.mistakes : []));
  if (mistakes.length > 0)
    return {
      kind: 'refuse',
      because: `${mistakes.length} mistake${mistakes.length === 1 ? '' : 's'} in the suites`,
      mistakes: mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`),
    };
  const tests = suites.flatMap((one) => (one.kind === 'suite' ? testsOf(one.suite) : []));
  if (tests.length === 0) return { kind: 'refuse', because: 'no suite was found', mistakes: [] };
  const steps = tests.reduce((sum, test) => sum + test.steps.length, 0);
  const because = `${steps} steps in ${tests.length} tests of ${suites.length} suites`;
  return { kind: 'ask', because, tests, variables: [...new Set(environmentNames(JSON.stringify(tests)))] };
}

function testsOf(suite: Suite): PlannedTest[] {
  return Object.entries(suite.tests).map(([key, test]) => ({
    name: `${suite.name} / ${test.name ?? key}`,
    env: suite.env,
    steps: test.steps.map((step) => ({ ...step, id: step.id ?? slug(step.name) })),
  }));
}

/** Lower-case words joined by hyphens, for a check's name. */
export function slug(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-') || 'step';
}

/** Whether what a step captured is hidden from here on: as the suite says, else by its name. */
export function isSecretCapture(name: string, secret: boolean | undefined): boolean {
  return secret ?? soundsSecret(name);
}

/** A suite's URL behind the base URL: its path is kept, an absolute URL stands for itself. */
export function joinUrl(base: string, url: string): string {
  if (/^[a-z]+:\/\//i.test(url)) return url;
  return `${base.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}
