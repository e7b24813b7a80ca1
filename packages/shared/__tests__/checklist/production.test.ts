import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checklist, parseChecklist } from '#shared/checklist/checklist';

const file = join(__dirname, '../../../../checklist/production.yml');
const checklist: Checklist = parseChecklist(readFileSync(file, 'utf8'));
const boxes = checklist.steps.flatMap((step) => step.boxes);

// The document that the checklist follows, section by section: how many boxes each step of it has.
const document = [6, 5, 6, 6, 6, 7, 5, 9, 5, 6, 6, 7, 8, 6, 13, 10, 6, 8, 8, 8, 6, 10, 6, 15, 11, 8, 6, 10, 7, 6, 8];

test('every box from 1 to 234 stands there exactly once, in order', () => {
  expect(boxes.map((box) => box.box)).toEqual(Array.from({ length: 234 }, (_, index) => index + 1));
});

test('the steps are cut where the document cuts them', () => {
  expect(checklist.steps.map((step) => step.boxes.length)).toEqual(document);
});

test('who signs is one of eight roles', () => {
  const roles = new Set(boxes.flatMap((box) => ('signed' in box ? [box.signed] : [])));
  expect([...roles].sort()).toEqual(
    [
      'backend-lead',
      'ceo',
      'cto',
      'devops-lead',
      'frontend-lead',
      'project-manager',
      'qa-lead',
      'security-lead',
    ].sort(),
  );
});

test('no two boxes of a step ask in the same words', () => {
  for (const step of checklist.steps) expect(new Set(step.boxes.map((box) => box.text)).size).toBe(step.boxes.length);
});

const lines = (box: string) =>
  `schema: golive/checklist@1\ntitle: t\nsteps:\n  - { step: s, phase: before, owner: o, boxes: [${box}] }\n`;

test.each([
  ['neither measured nor signed', '{ box: 1, text: t }'],
  ['signed without saying what would measure it', '{ box: 1, text: t, signed: cto }'],
  ['measured by nothing', '{ box: 1, text: t, measured: [] }'],
  ['both measured and signed', '{ box: 1, text: t, measured: [a.b], signed: cto, judgement: j }'],
  ['there twice', '{ box: 1, text: t, measured: [a.b] }, { box: 1, text: u, measured: [a.b] }'],
])('a box that is %s is refused', (_, box) => {
  expect(() => parseChecklist(lines(box))).toThrow();
});
