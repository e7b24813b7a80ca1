import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { catalogueSchema } from '#shared/checklist/catalogue';
import { boxesOf, parseChecklist } from '#shared/checklist/checklist';
import { resolveChecklist } from '#shared/checklist/resolve';
import type { LoadedFile } from '#shared/runtime/golive-file';
import { aChecklist } from '../../packages/shared/__tests__/checklist/a-checklist.ts';
import { candidatesOf } from '../checklist/candidates.ts';
import { coverageOf } from '../checklist/coverage.ts';
import { type Ledger, ledgerSchema } from '../checklist/ledger.ts';
import { lostTests } from '../checklist/lost-tests.ts';
import { hasTest } from '../checklist/titles.ts';

const root = path.join(__dirname, '../..');
const text = (file: string) => readFileSync(path.join(root, file), 'utf8');
const read = (file: string): unknown => JSON.parse(text(file));

describe('this repository', () => {
  const catalogue = catalogueSchema.parse(read('checklist/checks.json'));
  const ledger = ledgerSchema.parse(read('checklist/tested-by.json'));
  const checklist = parseChecklist(text('checklist/production.yml'));

  test('every box from 1 to 234 is signed, or measured by checks that tests have seen pass and close', () => {
    expect(coverageOf(checklist, catalogue, ledger, 234).gaps).toEqual([]);
  });

  test('every test that is counted still exists', () => {
    expect(lostTests(ledger, (file) => (existsSync(path.join(root, file)) ? text(file) : undefined))).toEqual([]);
  });

  test('every bound stands on a check that measures what can be compared with it', () => {
    const wrong = boxesOf(checklist).flatMap((box) =>
      ('measured' in box ? box.measured : []).flatMap(({ check, bound }) => {
        if (bound === undefined || 'equals' in bound) return [];
        const [limit] = Object.values(bound);
        const asked = /ms|s|m|h|d$/.test(String(limit).replace(/[0-9.]+/, ''))
          ? ['ms', 'seconds']
          : ['number', 'bytes'];
        const measured = ledger[check]?.passes?.measured ?? 'nothing';
        return asked.includes(measured) ? [] : [`box ${box.box}: ${check} measures ${measured}, asked is ${limit}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

const catalogue = {
  'images.size': { action: 'build-scan-push', asks: 'Is it small?' },
  'images.digest-proven': { action: 'build-scan-push', asks: 'Is it proven?' },
  'sign-off.<role>': { action: 'sign-off', asks: 'Did somebody sign?' },
};
const seen = { file: 'a.test.ts', test: 'it passes', verdict: 'pass' };
const both = { passes: seen, closes: { ...seen, test: 'it fails', verdict: 'fail' } };
const whole: Ledger = { 'images.size': both, 'images.digest-proven': both, 'sign-off.<role>': both };

describe('docs/checklist.md', () => {
  const [, example = ''] = /## Your own checklist.*?```yaml\n(.*?)```/s.exec(text('docs/checklist.md')) ?? [];
  const said = parse(example) as { readonly checklist: unknown };

  test('the example of a section is one without mistakes', () => {
    const file = (content: object): LoadedFile => ({
      file: '',
      exists: true,
      content: content as LoadedFile['content'],
      mistakes: [],
      lineOf: () => 1,
    });
    const catalogue = catalogueSchema.parse(read('checklist/checks.json'));
    const base = file(parse(text('checklist/production.yml')) as object);
    const { checklist, mistakes } = resolveChecklist(base, file(said), catalogue);
    expect(mistakes).toEqual([]);
    expect(checklist).toMatchObject({ waivers: [{ box: 29 }], removed: [{ box: 48 }, { box: 91 }, { box: 116 }] });
  });

  test('the example of a section satisfies golive.schema.json, and a misspelt one does not', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
      read('golive.schema.json') as object,
    );
    const file = { project: 'fleet', ...said };
    expect(validate(file) ? [] : validate.errors).toEqual([]);
    expect(validate({ project: 'fleet', checklist: { waive: [{ box: 29, owner: 'Mira' }] } })).toBe(false);
    expect(validate({ project: 'fleet', checklist: { wave: [] } })).toBe(false);
  });
});

describe('coverage', () => {
  test('a checklist whose checks were all seen both ways has no gap', () => {
    expect(coverageOf(aChecklist, catalogue, whole, 4)).toMatchObject({ measured: 2, proven: 2, judged: 2, gaps: [] });
  });

  test('a check that was never seen to close is a gap, with the boxes that it measures', () => {
    const { gaps, proven } = coverageOf(aChecklist, catalogue, { ...whole, 'images.size': { passes: seen } }, 4);
    expect(gaps).toEqual(['no test proves that images.size closes its gate, which measures boxes 1, 2']);
    expect(proven).toBe(0);
  });

  test('a warning is no closing, except where the box takes none', () => {
    const warned = { ...whole, 'images.size': { passes: seen, closes: { ...seen, verdict: 'warn' } } };
    const strict = { box: 1, text: 't', measured: [{ check: 'images.size', verdict: 'pass' as const }] };
    const step = { step: 's', phase: 'before' as const, owner: 'o' };
    expect(coverageOf({ ...aChecklist, steps: [{ ...step, boxes: [strict] }] }, catalogue, warned, 1).gaps).toEqual([]);
    expect(coverageOf(aChecklist, catalogue, warned, 4).gaps).toHaveLength(1);
  });

  test('signed boxes need signatures that were seen to be refused', () => {
    const { gaps } = coverageOf(aChecklist, catalogue, { ...whole, 'sign-off.<role>': { passes: seen } }, 4);
    expect(gaps).toEqual([expect.stringContaining('2 signed boxes')]);
  });

  test('a number that is missing is a gap', () => {
    expect(coverageOf(aChecklist, catalogue, whole, 5).gaps).toEqual([expect.stringContaining('box 5')]);
  });

  test('a check that no action reports is a gap', () => {
    const { 'images.size': _, ...known } = catalogue;
    expect(coverageOf(aChecklist, known, whole, 4).gaps[0]).toContain('no action reports images.size');
  });
});

describe('candidates', () => {
  const made = (test: string, ...checks: [string, string][]) => ({
    file: `actions/${test.startsWith('own') ? 'build-scan-push' : 'dossier'}/__tests__/x.test.ts`,
    test,
    checks: checks.map(([id, verdict]) => ({ id, verdict })),
  });
  const queue = (seen: ReturnType<typeof made>[], kind: string) =>
    candidatesOf(seen, catalogue)
      .find((one) => one.pattern === 'images.size' && one.kind === kind)
      ?.candidates.map(({ test }) => test);

  test('a failure says more than a warning, an action’s own test more than another’s, few checks more than many', () => {
    const tests = [
      made('own, a warning', ['images.size', 'warn']),
      made('another', ['images.size', 'fail']),
      made('own, of many', ['images.size', 'fail'], ['images.digest-proven', 'pass']),
      made('own', ['images.size', 'fail']),
    ];
    expect(queue(tests, 'closes')).toEqual(['own', 'own, of many', 'another', 'own, a warning']);
    expect(queue(tests, 'passes')).toEqual([]);
  });

  test('the order in which workers tell what they saw does not matter', () => {
    const tests = ['own b', 'own a', 'c'].map((name) => made(name, ['images.size', 'pass']));
    expect(queue(tests, 'passes')).toEqual(queue(tests.reverse(), 'passes'));
  });
});

describe('titles', () => {
  const source = `describe('images', () => {
    test('an image over its limit fails', () => {});
    test.each([1])('%s of %j is kept by it', () => {});
    test.each([1])(\`a \${word} is refused\`, () => {});
  });`;

  test.each([
    ['an image over its limit fails'],
    ['images an image over its limit fails'],
    ['3 of {"a":1} is kept by it'],
    ['a box is refused'],
  ])('the test “%s” is there', (name) => {
    expect(hasTest(source, name)).toBe(true);
  });

  test.each([['an image over its limit'], ['another image over its limit fails not'], ['3 of 4 is broken']])(
    'the test “%s” is not there',
    (name) => {
      expect(hasTest(source, name)).toBe(false);
    },
  );

  test('a test that is gone is told with its check and its file', () => {
    const [first] = lostTests({ 'images.size': both }, () => 'test("it passes", () => {});');
    expect(first).toContain('images.size closes in “it fails” of a.test.ts');
  });
});
