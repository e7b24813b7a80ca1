import { type Xml, xml } from '#shared/evidence/xml';
import type { Dossier, FilledBox, FilledStep } from './dossier.ts';

/**
 * The dossier as JUnit XML: a step is a suite, a box a test case. Failed boxes fail; one that is open and due is an
 * error, since a reader of JUnit takes what is skipped for good; what is waived or not due is skipped. Elements and
 * attributes are those that the schema of Jenkins knows:
 * https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export function junit(dossier: Dossier): string {
  const suites = dossier.steps.map((step, index) => ({ text: suite(step, index, dossier), ...countOf(step) }));
  const sum = (what: 'tests' | 'failures' | 'errors') => suites.reduce((total, one) => total + one[what], 0);
  const name = `${dossier.project} ${dossier.release}`;
  const whole = xml`<testsuites name="${name}" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">
${suites.map(({ text }) => text)}</testsuites>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}`;
}

type Result = 'passed' | 'failure' | 'error' | 'skipped';

function resultOf({ state }: FilledBox, due: boolean): Result {
  if (state === 'measured' || state === 'signed') return 'passed';
  if (state === 'failed') return 'failure';
  return state === 'open' && due ? 'error' : 'skipped';
}

function countOf({ boxes, due }: FilledStep): { tests: number; failures: number; errors: number; skipped: number } {
  const of = (wanted: Result) => boxes.filter((box) => resultOf(box, due) === wanted).length;
  return { tests: boxes.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}

function suite(step: FilledStep, index: number, { generatedAt }: Dossier): Xml {
  const { tests, failures, errors, skipped } = countOf(step);
  return xml`  <testsuite name="${step.step}" id="${index}" package="${step.phase}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" timestamp="${generatedAt}">
    <properties><property name="owner" value="${step.owner}"/><property name="due" value="${step.due}"/></properties>
${step.boxes.map((box) => testcase(box, step))}  </testsuite>
`;
}

function testcase(box: FilledBox, { step, due }: FilledStep): Xml {
  const said = [
    `by ${box.by}`,
    ...(box.source === undefined ? [] : [`source: ${box.source}`]),
    ...(box.at === undefined ? [] : [`at: ${box.at}`]),
    ...(box.note === undefined ? [] : [box.note]),
    ...(box.link === undefined ? [] : [`${box.job ?? 'run'}: ${box.link}`]),
  ].join('\n');
  return xml`    <testcase name="${box.box} ${box.text}" classname="${step}">${outcome(box, due)}<system-out>${box.state}: ${box.because}
${said}</system-out></testcase>
`;
}

function outcome(box: FilledBox, due: boolean): Xml | '' {
  const { state: type, because: message } = box;
  const result = resultOf(box, due);
  if (result === 'failure') return xml`<failure type="${type}" message="${message}"/>`;
  if (result === 'error') return xml`<error type="${type}" message="${message}"/>`;
  return result === 'skipped' ? xml`<skipped type="${type}" message="${message}"/>` : '';
}
