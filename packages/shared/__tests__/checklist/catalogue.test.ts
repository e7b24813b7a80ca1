import { actionOf, fits, withActions } from '#shared/checklist/catalogue';
import { boxesOf, type Measure } from '#shared/checklist/checklist';
import { aChecklist } from './a-checklist.ts';

const catalogue = {
  'images.size': { action: 'build-scan-push', asks: 'Is it small?' },
  'images.digest-proven': { action: 'build-scan-push', asks: 'Is it proven?' },
  'smoke.<step>': { action: 'smoke-test', asks: 'Did it answer?' },
  'smoke.p95': { action: 'load-test', asks: 'Was it fast?' },
};

const withMeasure = (measure: Measure) => ({
  ...aChecklist,
  steps: [{ step: 's', phase: 'before' as const, owner: 'o', boxes: [{ box: 1, text: 't', measured: [measure] }] }],
});
const judged = (measure: Measure) => withActions(withMeasure(measure), catalogue);

test('a box names the action of each check of Golive’s', () => {
  const [first] = boxesOf(withActions(aChecklist, catalogue).checklist);
  expect(first).toMatchObject({ measured: [{ check: 'images.size', of: 'build-scan-push' }] });
});

test('a pattern stands for each id of its shape, and an id that is named stands for itself', () => {
  expect(actionOf(catalogue, 'smoke.health')).toBe('smoke-test');
  expect(actionOf(catalogue, 'smoke.p95')).toBe('load-test');
  expect(fits('smoke.<step>', 'smoke.')).toBe(false);
});

test('a misspelt check of Golive’s is a mistake that names the one that was meant', () => {
  expect(judged({ check: 'images.sise' }).mistakes).toEqual([
    { box: 1, message: 'no action reports images.sise; did you mean images.size?' },
  ]);
});

test('a check of the repository’s own is taken from whichever action reports it', () => {
  const { checklist, mistakes } = judged({ check: 'law.reviewed' });
  expect(mistakes).toEqual([]);
  expect(boxesOf(checklist)[0]).toMatchObject({ measured: [{ check: 'law.reviewed' }] });
});

test('a check of Golive’s cannot be asked of another action', () => {
  expect(judged({ check: 'images.size', of: 'mine' }).mistakes[0]?.message).toContain('build-scan-push, not by mine');
});
