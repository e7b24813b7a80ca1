import fc from 'fast-check';
import { md } from '#shared/evidence/markdown';
import { fitted, type Part, summaryLimit, waterline } from '../../src/summary/fit.ts';
import { summary } from '../../src/summary/summary.ts';
import { aCheck, anEvidence, sealedFrom } from '../builders.ts';

const aPart = (heading: string, rows: number, cell = 'x'.repeat(40)): Part => ({
  heading,
  head: ['One'],
  rows: Array.from({ length: rows }, (_, index) => [`${index} ${cell}`]),
});
const bytes = (text: unknown) => Buffer.byteLength(String(text));

test('what fits is not cut', () => {
  const text = String(fitted(md`# Head`, [aPart('A', 3), aPart('B', 3)], 4000));
  expect(text).toContain('2 xxx');
  expect(text).not.toContain('left out');
});

test('the longest part loses its rows, and says how many and where they are; the short one keeps all', () => {
  const text = String(fitted(md`# Head`, [aPart('Long', 500), aPart('Short', 5)], 4000));
  expect(bytes(text)).toBeLessThanOrEqual(4000);
  expect(text).toMatch(/\n4\d\d of 500 rows are left out here: dossier.html in the artifact dossier has them all.\n/);
  expect(text.split('## Short')[1]).toContain('| 4 x');
  expect(text.split('## Short')[1]).not.toContain('left out');
});

test('the limit holds in bytes of UTF-8, whatever the text', () => {
  const part = fc.record({
    heading: fc.constant('P'),
    head: fc.constant(['One']),
    rows: fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 300 })), { maxLength: 60 }),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      expect(bytes(fitted(md`# Head`, parts, 3000))).toBeLessThanOrEqual(3000);
    }),
    { numRuns: 50 },
  );
});

test('what is over goes from the longest alone, as far down as the next one', () => {
  expect(waterline([10, 20, 70], 100)).toBe(Number.POSITIVE_INFINITY);
  expect(waterline([10, 20, 70], 60)).toBe(30);
  expect(waterline([10, 20, 70], 30)).toBe(10);
});

test('the summary of a release with very many checks stays within what GitHub takes', () => {
  const many = Array.from({ length: 4000 }, (_, index) => ({
    at: '2026-11-23T12:00:00.000Z',
    what: `${index} happened: ${'é'.repeat(300)}`,
  }));
  const because = '✕'.repeat(400_000);
  const checks = [aCheck({ id: 'images.size', verdict: 'fail', because })];
  const text = summary(sealedFrom([anEvidence({ checks, timeline: many })]));
  expect(bytes(text)).toBeLessThanOrEqual(summaryLimit);
  expect(bytes(text)).toBeGreaterThan(summaryLimit - 8192);
  expect(String(text)).toContain('Boxes that need somebody');
});
