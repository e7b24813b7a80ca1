// Knows which checks each test makes, with which verdict. A test that checklist/tested-by.json counts for a check has to
// make that check with that verdict; `npm run checklist -- --prove` writes down what it sees here, and turns verdicts
// around to see whether the test notices.
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const source = path.join(root, 'packages/shared/src/evidence/check.ts');
const { GOLIVE_CHECKS_RECORD: record, GOLIVE_CHECKS_TURNED: turned } = process.env;
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

// Only what concerns this test file, so that a test costs no more than a look into a small map.
const file = path.relative(root, expect.getState().testPath ?? '').replaceAll('\\', '/');
const turns = turned === undefined ? [] : read(turned).filter((one) => one.file === file);
const counted =
  record || turned
    ? []
    : Object.entries(read(path.join(root, 'checklist/tested-by.json'))).flatMap(([pattern, proofs]) =>
        ['passes', 'closes'].flatMap((kind) => (proofs[kind]?.file === file ? [{ pattern, ...proofs[kind] }] : [])),
      );

const named = turns.length + counted.length > 0 ? read(path.join(root, 'checklist/checks.json')) : {};
// `smoke.<step>` stands for every id of that shape but those that have a name of their own.
const fits = (pattern, id) => {
  const [head, tail] = pattern.split(/<[^>]*>/);
  return tail === undefined || id in named ? pattern === id : id.startsWith(head) && id.endsWith(tail);
};
const testNow = () => expect.getState().currentTestName;

let made = [];

jest.mock(source, () => {
  const actual = jest.requireActual(source);
  return {
    ...actual,
    check: (...said) => {
      const one = actual.check(...said);
      made.push({ id: one.id, verdict: one.verdict, measured: one.measured });
      const turn = turns.find(
        ({ test, pattern, verdict }) => test === testNow() && fits(pattern, one.id) && verdict === one.verdict,
      );
      return turn ? { ...one, verdict: turn.verdict === 'pass' ? 'fail' : 'pass' } : one;
    },
  };
});

beforeEach(() => {
  made = [];
});

afterEach(() => {
  const test = testNow();
  if (record && made.length > 0) {
    const line = JSON.stringify({ file, test, checks: made });
    appendFileSync(path.join(record, `${process.env.JEST_WORKER_ID ?? 0}.jsonl`), `${line}\n`);
  }
  for (const { pattern, verdict } of counted.filter((one) => one.test === test))
    if (!made.some((one) => fits(pattern, one.id) && one.verdict === verdict))
      throw new Error(
        `checklist/tested-by.json counts on this test for ${pattern} with the verdict ${verdict}, and it made no such check: npm run checklist -- --prove`,
      );
});
