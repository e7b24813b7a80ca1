import { z } from 'zod';
import { defineAction, type InputsOf } from '#shared/runtime/define-action';
import { bytes } from '#shared/values/bytes';

/** A glob that cannot lead out of the workspace. */
const glob = z
  .string()
  .min(1)
  .refine((text) => !text.startsWith('/') && !text.split('/').includes('..'), 'a path below the workspace, without ..');
const globs = z.array(glob).min(1);
const count = z.number().int().min(0);
const percent = z.number().min(0).max(100);

/** `console.log`, or a statement such as `debugger`. */
const call = z.string().regex(/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/, 'a name with dots, such as console.log');

const tests = z.strictObject({
  reports: globs.describe('JUnit XML files, as globs'),
  'at-least': z.number().int().min(1).default(1).describe('How many tests must have passed'),
  'at-most-skipped': count.optional().describe('How many may be skipped; any number unless said, and always told'),
});

const findings = z
  .strictObject({
    reports: globs.optional().describe('SARIF files, as globs'),
    command: z.string().min(1).optional().describe('The job in `results` whose exit code counts as well'),
    warnings: count.optional().describe('How many warnings are let through; any number unless said, and always told'),
  })
  .refine(({ reports, command }) => reports !== undefined || command !== undefined, {
    error: 'name reports, a command, or both',
  });

const debugOutput = z
  .strictObject({
    sources: globs.optional().describe('JavaScript and TypeScript files that production runs, as globs'),
    except: z.array(glob).default([]).describe('Files of these that may write to the console'),
    calls: z
      .array(call)
      .min(1)
      .default(['console.log', 'console.debug', 'console.trace', 'debugger'])
      .describe('What must not be called'),
    reports: globs.optional().describe('SARIF files, as globs, instead of or besides sources'),
    rules: z
      .array(z.string().min(1))
      .min(1)
      .default(['no-console', 'no-debugger'])
      .describe('The rules in these that find debugging output'),
  })
  .refine(({ sources, reports }) => sources !== undefined || reports !== undefined, {
    error: 'name sources, reports, or both',
  });

export const definition = defineAction({
  name: 'quality',
  title: 'Golive: quality',
  description: 'Judges the reports of your tests, coverage, linters and type checkers: JUnit, LCOV, Cobertura, SARIF.',
  section: 'quality',
  inputs: z.object({
    mode: z
      .enum(['measure', 'find'])
      .default('measure')
      .describe('measure: judge the reports. find: look for the run that measured this commit before.'),
    unit: tests.optional().describe('The reports of the unit tests.'),
    integration: tests.optional().describe('The reports of the integration tests.'),
    'end-to-end': tests.optional().describe('The reports of the tests in a browser.'),
    coverage: z
      .strictObject({
        reports: globs.describe('LCOV or Cobertura files, as globs; several are added up'),
        lines: percent.default(80).describe('Least share of lines that tests run, in per cent'),
        branches: percent.optional().describe('Least share of branches, in per cent'),
        sources: globs.optional().describe('Files that no report mentions count as not covered'),
        except: z.array(glob).default([]).describe('Files of these that need no tests'),
      })
      .optional()
      .describe('How much of the code the tests must run.'),
    lint: findings.optional().describe('What the linters may find: no errors.'),
    types: findings.optional().describe('What the type checkers may find: no errors.'),
    'debug-output': debugOutput.optional().describe('Where debugging output must not be left.'),
    results: z
      .record(z.string(), z.looseObject({ result: z.enum(['success', 'failure', 'cancelled', 'skipped']) }))
      .default({})
      .describe('The jobs whose commands ran, and how they ended: `toJSON(needs)`'),
    'max-report-size': bytes().default('32MB').describe('A report above this is not read'),
    artifact: z.string().min(1).default('evidence-quality').describe('find: the artifact with the evidence of the run'),
    'github-token': z.string().optional().meta({
      secret: true,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub evaluates it in action.yml
      actionDefault: '${{ github.token }}',
      description: 'find: token that may read actions of this repository; the one of the job will do.',
    }),
  }),
  outputs: {
    verdict: 'pass, warn, skipped, inconclusive or fail',
    'run-id': 'find: the run that measured this commit; empty when there is none',
  },
});

export type Inputs = InputsOf<typeof definition>;
export type TestsAsked = NonNullable<Inputs['unit']>;
export type CoverageAsked = NonNullable<Inputs['coverage']>;
export type FindingsAsked = NonNullable<Inputs['lint']>;
export type DebugOutputAsked = NonNullable<Inputs['debug-output']>;
