import type { CoverageAsked, DebugOutputAsked, FindingsAsked, Inputs, TestsAsked } from './inputs.ts';

/** One question of the seven, with what it is measured by. */
export type Question =
  | { readonly id: TestsId; readonly subject: string; readonly kind: 'tests'; readonly asked: TestsAsked }
  | {
      readonly id: 'quality.coverage';
      readonly subject: string;
      readonly kind: 'coverage';
      readonly asked: CoverageAsked;
    }
  | {
      readonly id: 'quality.lint' | 'quality.types';
      readonly subject: string;
      readonly kind: 'findings';
      readonly asked: FindingsAsked;
    }
  | {
      readonly id: 'quality.debug-output';
      readonly subject: string;
      readonly kind: 'debug-output';
      readonly asked: DebugOutputAsked;
    };

type TestsId = 'quality.unit-tests' | 'quality.integration-tests' | 'quality.end-to-end-tests';

export type Plan =
  | { readonly kind: 'measure'; readonly questions: readonly Question[]; readonly because: string }
  | { readonly kind: 'find'; readonly artifact: string; readonly because: string }
  /** Nothing is asked, and so nothing was measured before. */
  | { readonly kind: 'leave'; readonly because: string }
  | { readonly kind: 'refuse'; readonly because: string; readonly hint: string };

/** What the reports are asked, from what golive.yml says of them. */
export function plan(input: Inputs): Plan {
  const questions = questionsOf(input);
  if (input.mode === 'find')
    return questions.length === 0
      ? { kind: 'leave', because: 'golive.yml asks nothing about quality, so no run has measured it' }
      : {
          kind: 'find',
          artifact: input.artifact,
          because: `${questions.length} questions were asked before the release`,
        };
  if (questions.length === 0)
    return {
      kind: 'refuse',
      because: 'no report is named: neither unit, integration, end-to-end, coverage, lint, types nor debug-output',
      hint: 'name the reports of your tools in the section quality of golive.yml; the README shows how',
    };
  return { kind: 'measure', questions, because: `${questions.length} questions about the code` };
}

function questionsOf(input: Inputs): readonly Question[] {
  const { unit, integration, coverage, lint, types } = input;
  const browser = input['end-to-end'];
  const debug = input['debug-output'];
  const all: (Question | undefined)[] = [
    unit && { id: 'quality.unit-tests', subject: 'unit tests', kind: 'tests', asked: unit },
    integration && { id: 'quality.integration-tests', subject: 'integration tests', kind: 'tests', asked: integration },
    browser && { id: 'quality.end-to-end-tests', subject: 'end-to-end tests', kind: 'tests', asked: browser },
    coverage && { id: 'quality.coverage', subject: 'coverage', kind: 'coverage', asked: coverage },
    lint && { id: 'quality.lint', subject: 'linters', kind: 'findings', asked: lint },
    types && { id: 'quality.types', subject: 'types', kind: 'findings', asked: types },
    debug && { id: 'quality.debug-output', subject: 'production code', kind: 'debug-output', asked: debug },
  ];
  return all.filter((one) => one !== undefined);
}
