import { judgeCoverage } from '../src/judges/coverage.ts';
import { coverage, missing, read, sample } from './builders.ts';

test('lines and branches of LCOV are counted', () => {
  expect(judgeCoverage(read(sample('nyc.lcov')), coverage(), undefined)).toMatchObject({
    verdict: 'pass',
    because: '83.33 % (5 of 6 lines), 33.33 % (1 of 3 branches) of 2 files were run',
    measured: 83.33,
  });
});

test('lines of Cobertura are counted one by one, and its own rate is not believed', () => {
  expect(judgeCoverage(read(sample('coverage-py.xml')), coverage(), undefined)).toMatchObject({
    verdict: 'fail',
    because: '75 % (3 of 4 lines), 50 % (1 of 2 branches) of 2 files were run',
    expected: 'at least 80 % of lines',
  });
});

test('a share just below the bound is not rounded up to it', () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `DA:${at + 1},${at < 79_999 ? 1 : 0}`).join('\n');
  expect(judgeCoverage(read(`SF:a\n${lines}\nend_of_record\n`), coverage(), undefined)).toMatchObject({
    verdict: 'fail',
    measured: 79.99,
  });
});

test('branches count where golive.yml asks for them', () => {
  const asked = coverage({ branches: 50 });
  expect(judgeCoverage(read(sample('nyc.lcov')), asked, undefined)).toMatchObject({ verdict: 'fail' });
});

test('a report without branches cannot answer for them', () => {
  const text = 'SF:a\nDA:1,1\nend_of_record\n';
  expect(judgeCoverage(read(text), coverage({ branches: 50 }), undefined)).toMatchObject({ verdict: 'inconclusive' });
});

test('a line that one of two reports saw run has run', () => {
  const one = 'SF:a\nDA:1,1\nDA:2,0\nend_of_record\n';
  const other = 'SF:a\nDA:1,0\nDA:2,3\nend_of_record\n';
  expect(judgeCoverage(read(one, other), coverage(), undefined)).toMatchObject({ measured: 100 });
});

test('a source that no test loads counts as not run, and is told', () => {
  const sources = [
    { file: 'src/auth.js', lines: [1] },
    { file: 'src/forgotten.js', lines: [1, 2, 3, 5] },
  ];
  expect(judgeCoverage(read(sample('nyc.lcov')), coverage(), sources)).toMatchObject({
    verdict: 'fail',
    because: expect.stringMatching(/^50 % \(5 of 10 lines\).*no test loads src\/forgotten\.js$/),
  });
});

test.each(['/home/runner/work/app/app/src/a.js', './src/a.js', 'a.js', 'src\\a.js'])(
  'the source src/a.js is recognised when the report names it %s',
  (name) => {
    const text = `SF:${name}\nDA:1,1\nend_of_record\n`;
    expect(judgeCoverage(read(text), coverage(), [{ file: 'src/a.js', lines: [1, 2] }])).toMatchObject({
      measured: 100,
    });
  },
);

test('totals count where a tool writes nothing else', () => {
  expect(judgeCoverage(read('SF:a\nLF:4\nLH:3\nend_of_record\n'), coverage(), undefined)).toMatchObject({
    measured: 75,
  });
});

test('a report without a line of code fails', () => {
  expect(judgeCoverage(read('TN:\n'), coverage(), undefined)).toMatchObject({ verdict: 'fail', measured: 0 });
});

test.each([
  ['cut off', 'SF:a\nDA:1,1\n', 'cut off'],
  ['of another kind', 'everything is fine', 'line 1 is not LCOV'],
  ['with a line that is no number', 'SF:a\nDA:x,1\nend_of_record', 'line 2'],
  ['in JSON', '{"total":{}}', 'write LCOV or Cobertura'],
  ['of tests', '<testsuites/>', 'not Cobertura'],
])('a report %s is inconclusive, and says why', (_what, text, why) => {
  expect(judgeCoverage(read(text), coverage(), undefined)).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining(why),
  });
});

test('a report that is not there is inconclusive', () => {
  expect(judgeCoverage(missing, coverage(), undefined)).toMatchObject({ verdict: 'inconclusive' });
});
