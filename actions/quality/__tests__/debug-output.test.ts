// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code that is searched
import { judgeDebugOutput } from '../src/judges/debug-output.ts';
import { findCalls } from '../src/scan/find-calls.ts';
import { debugOutput, missing, read, sample, sarif } from './builders.ts';

const linesOf = (text: string) => findCalls('a.js', text, ['console.log', 'debugger']).map(({ line }) => line);

test.each([
  ['a call', 'go();\nconsole.log(1);'],
  ['a call over several lines', 'go();\nconsole\n  .log(1);'],
  ['a call of the global', '\nglobalThis.console.log(1)'],
  ['an optional call', '\nconsole?.log(1)'],
  ['a function handed on', '\nlist.forEach(console.log)'],
  ['a statement', '\ndebugger;'],
  ['code in a template', '\n`${console.log(1)}`'],
  ['code behind a template', '`a ${b({ c: `d` })} e`\n;console.log(1)'],
  ['code behind a regular expression with a quote', "const a = /'/;\nconsole.log(1)"],
  ['code behind a division', 'const a = b / c;\nconsole.log(1 / 2)'],
  ['code behind the text of JSX', "\n<p>Don't {console.log(1)}</p>"],
  ['code between tags', '\n<b></b> {console.log(1)} <i></i>'],
  ['code behind a comment', '/* // */\nconsole.log(1) // no'],
])('%s is found on its line', (_what, text) => {
  expect(linesOf(text)).toEqual([2]);
});

test.each([
  ['a comment', '// console.log(1)\n/* debugger */'],
  ['a text', 'const a = "console.log"; const b = \'debugger\';'],
  ['the text of a template', '`console.log(${a})`'],
  ['a regular expression', 'const a = /console.log/;'],
  ['another object of that name', 'my.console.log(1)'],
  ['another function of the console', 'console.error(1); console.logs(1)'],
  ['a longer name', 'myconsole.log(1); debuggers()'],
  ['a key', 'const a = { debugger: 1 };'],
])('%s is no debugging output', (_what, text) => {
  expect(linesOf(text)).toEqual([]);
});

test('what is left is told with file and line', () => {
  const found = findCalls('src/a.js', '\nconsole.log(1)', ['console.log']);
  expect(judgeDebugOutput({ kind: 'scanned', files: 3, found }, undefined, debugOutput())).toMatchObject({
    verdict: 'fail',
    because: '1 call left in 3 files: console.log in src/a.js:2',
  });
});

test('sources that cannot be read are inconclusive', () => {
  const scanned = { kind: 'unreadable', why: 'there is no file dist/*.js' } as const;
  expect(judgeDebugOutput(scanned, undefined, debugOutput())).toMatchObject({ verdict: 'inconclusive' });
});

test('the rule of a linter is enough, at any level, under the name of its plugin too', () => {
  expect(judgeDebugOutput(undefined, read(sample('eslint.sarif')), debugOutput())).toMatchObject({
    verdict: 'fail',
    because: 'ESLint found 1: no-console in src/map.js:3',
  });
  const plugin = sarif({ results: [{ ruleId: 'suspicious/no-console' }] });
  expect(judgeDebugOutput(undefined, read(plugin), debugOutput())).toMatchObject({ verdict: 'fail' });
});

test('a clean scan does not make up for a report that is not there', () => {
  const scanned = { kind: 'scanned', files: 3, found: [] } as const;
  expect(judgeDebugOutput(scanned, missing, debugOutput())).toMatchObject({ verdict: 'inconclusive' });
});
