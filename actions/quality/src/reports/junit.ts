// JUnit XML, as jest-junit, vitest, node:test, pytest, go-junit-report, Surefire and GoogleTest write it: there is no
// standard, so what counts is the test cases; totals in attributes only serve to notice a report that lacks some.
import { z } from 'zod';
import { ReportError } from './report-file.ts';
import { parseXml, plainText } from './safe-xml.ts';

export interface TestTotals {
  readonly passed: number;
  readonly failed: readonly FailedTest[];
  readonly skipped: readonly string[];
  /** Passed only when they were run again. */
  readonly flaky: readonly string[];
}

export interface FailedTest {
  readonly name: string;
  /** The first line of what the tool said; may be empty. */
  readonly said: string;
}

const attribute = z.string().optional();
/** Of an element without attributes the parser only gives its text. */
const element = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((given) => (typeof given === 'string' ? { '#text': given } : given), z.looseObject(shape));
const outcome = z.array(element({ '@message': attribute, '#text': z.string().optional() })).optional();

const testcase = element({
  '@name': attribute,
  '@classname': attribute,
  '@status': attribute,
  failure: outcome,
  error: outcome,
  skipped: outcome,
  flakyFailure: outcome,
  flakyError: outcome,
});

interface Suite {
  '@name'?: string | undefined;
  '@tests'?: string | undefined;
  '@failures'?: string | undefined;
  '@errors'?: string | undefined;
  testcase?: z.output<typeof testcase>[] | undefined;
  testsuite?: Suite[] | undefined;
  failure?: z.output<typeof outcome>;
  error?: z.output<typeof outcome>;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  element({
    '@name': attribute,
    '@tests': attribute,
    '@failures': attribute,
    '@errors': attribute,
    testcase: z.array(testcase).optional(),
    testsuite: z.array(suite).optional(),
    failure: outcome,
    error: outcome,
  }),
);

const document = z.union([
  z.looseObject({ testsuites: z.array(suite).length(1) }),
  z.looseObject({ testsuite: z.array(suite).length(1) }),
]);

/** Throws a ReportError for anything else, and for a report that tells of more tests or failures than it holds. */
export function parseJunit(text: string): TestTotals {
  const parsed = document.safeParse(parseXml(text));
  if (!parsed.success) throw new ReportError('it is XML, but not JUnit: its root is neither testsuites nor testsuite');
  const [root] = 'testsuites' in parsed.data ? (parsed.data.testsuites as Suite[]) : (parsed.data.testsuite as Suite[]);
  return total(root ?? {});
}

function total(one: Suite): TestTotals {
  const cases = (one.testcase ?? []).map(caseTotals);
  const own = suiteFailures(one);
  const inner = (one.testsuite ?? []).map(total);
  const all = sum([...cases, ...inner, { ...NONE, failed: own }]);
  refuseLost(one, all);
  return all;
}

function caseTotals(one: z.output<typeof testcase>): TestTotals {
  const name = nameOf(one);
  const wrong = one.error?.[0] ?? one.failure?.[0];
  if (wrong !== undefined) return { ...NONE, failed: [{ name, said: firstLine(wrong) }] };
  // GoogleTest: status="notrun" for what is disabled.
  if (one.skipped !== undefined || one['@status'] === 'notrun' || one['@status'] === 'disabled')
    return { ...NONE, skipped: [name] };
  const flaky = one.flakyFailure !== undefined || one.flakyError !== undefined;
  return { ...NONE, passed: 1, flaky: flaky ? [name] : [] };
}

/** A suite that could not be set up at all says so without a test case. */
function suiteFailures(one: Suite): readonly FailedTest[] {
  return [...(one.error ?? []), ...(one.failure ?? [])].map((each) => ({
    name: `suite ${plainText(one['@name'] ?? '')}`.trim(),
    said: firstLine(each),
  }));
}

/** Tools differ in whether a suite's totals include those of suites inside, so only too few cases are a sign. */
function refuseLost(one: Suite, { passed, failed, skipped }: TestTotals): void {
  const declared = numberIn(one['@tests']);
  const held = passed + failed.length + skipped.length;
  const name = plainText(one['@name'] ?? 'the report');
  // node:test counts the suites inside as tests of their own.
  const more = held + countSuites(one);
  if (declared > more) throw new ReportError(`${name} tells of ${declared} tests, and holds ${held}`);
  const wrong = numberIn(one['@failures']) + numberIn(one['@errors']);
  if (wrong > 0 && failed.length === 0)
    throw new ReportError(`${name} tells of ${wrong} failures, and no test case has one`);
}

function countSuites(one: Suite): number {
  return (one.testsuite ?? []).reduce((count, inner) => count + 1 + countSuites(inner), 0);
}

const NONE: TestTotals = { passed: 0, failed: [], skipped: [], flaky: [] };

export function sum(all: readonly TestTotals[]): TestTotals {
  return {
    passed: all.reduce((count, { passed }) => count + passed, 0),
    failed: all.flatMap(({ failed }) => failed),
    skipped: all.flatMap(({ skipped }) => skipped),
    flaky: all.flatMap(({ flaky }) => flaky),
  };
}

const numberIn = (text: string | undefined): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;

function nameOf(one: z.output<typeof testcase>): string {
  const [group, name] = [plainText(one['@classname'] ?? ''), plainText(one['@name'] ?? 'a test without a name')];
  return group === '' || group === 'test' || name.startsWith(group) ? name : `${group} ${name}`;
}

function firstLine(given: { '@message'?: string | undefined; '#text'?: string | undefined }): string {
  const text = plainText(given['@message'] || given['#text'] || '');
  return (text.trim().split('\n')[0] ?? '').trim().slice(0, 160);
}
