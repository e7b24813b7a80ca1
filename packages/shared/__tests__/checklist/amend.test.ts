import { amend } from '#shared/checklist/amend';
import { boxesOf } from '#shared/checklist/checklist';
import type { ChecklistSection } from '#shared/checklist/section';
import { aChecklist } from './a-checklist.ts';

const amended = (section: ChecklistSection) => amend(aChecklist, section);
const boxIn = (section: ChecklistSection, number: number) =>
  boxesOf(amended(section).checklist).find(({ box }) => box === number);
const mistakes = (section: ChecklistSection) =>
  amended(section).mistakes.map(({ path, message }) => `${path.join('.')}: ${message}`);
const signed = { signed: 'cto', judgement: 'a decision' };
const waiver = { owner: 'mira', reason: 'the vendor mends it', until: '2026-12-31' };

test('a removed box is gone, and its reason is kept with its text', () => {
  const { checklist, removed } = amended({ remove: { 1: 'no images here' } });
  expect(boxesOf(checklist).map(({ box }) => box)).toEqual([2, 3, 4]);
  expect(removed).toEqual([{ box: 1, text: 'The image is small', reason: 'no images here' }]);
});

test('a step whose boxes are all removed is gone too', () => {
  const { checklist } = amended({ remove: { 3: 'no plan', 4: 'nobody to tell' } });
  expect(checklist.steps.map(({ step }) => step)).toEqual(['Images']);
});

test('a checklist of which nothing is left is a mistake', () => {
  const remove = { 1: 'no', 2: 'no', 3: 'no', 4: 'no' };
  expect(mistakes({ remove })).toEqual([expect.stringContaining('remove: every box is removed')]);
});

test('a new box stands at the end of the step that it names', () => {
  const { checklist } = amended({ extend: [{ step: 'Images', boxes: [{ box: 9, text: 'signed', ...signed }] }] });
  expect(checklist.steps[0]?.boxes.map(({ box }) => box)).toEqual([1, 2, 9]);
});

test('a new step comes last, and is due with the release unless it says otherwise', () => {
  const added = { step: 'Law', owner: 'legal', boxes: [{ box: 9, text: 'It is lawful', ...signed }] };
  expect(amended({ extend: [added] }).checklist.steps.at(-1)).toMatchObject({ step: 'Law', phase: 'release' });
  expect(amended({ extend: [{ ...added, phase: 'week-1' }] }).checklist.steps.at(-1)?.phase).toBe('week-1');
});

test('a box bound anew keeps its number and its text', () => {
  expect(boxIn({ rebind: { 1: signed } }, 1)).toEqual({ box: 1, text: 'The image is small', ...signed });
});

test('a bound holds the only check of its box', () => {
  expect(boxIn({ bounds: { 1: { 'at-most': '1GB' } } }, 1)).toMatchObject({
    measured: [{ check: 'images.size', subject: 'backend', bound: { 'at-most': '1GB' } }],
  });
});

test('a bound holds one of several checks by its id', () => {
  expect(boxIn({ bounds: { 2: { 'images.size': { 'at-most': '1GB' } } } }, 2)).toMatchObject({
    measured: [{ bound: { 'at-most': '1GB' } }, { check: 'images.digest-proven' }],
  });
});

test('a bound holds what a box is bound to anew', () => {
  const section = { rebind: { 3: { measured: [{ check: 'images.size' }] } }, bounds: { 3: { 'at-most': 5 } } };
  expect(boxIn(section, 3)).toMatchObject({ measured: [{ check: 'images.size', bound: { 'at-most': 5 } }] });
});

test('a subject of the checklist is called what the repository calls it', () => {
  expect(boxIn({ subjects: { backend: 'api' } }, 1)).toMatchObject({ measured: [{ subject: 'api' }] });
});

test('waivers are in the order of their boxes', () => {
  const { waivers } = amended({
    waive: [
      { box: 4, ...waiver },
      { box: 1, ...waiver },
    ],
  });
  expect(waivers.map(({ box }) => box)).toEqual([1, 4]);
});

test.each<[string, ChecklistSection, string]>([
  ['a box that is not there', { remove: { 7: 'x' } }, 'remove.7: there is no box 7'],
  ['a removed box, bound anew', { remove: { 1: 'x' }, rebind: { 1: signed } }, 'rebind.1: box 1 is removed'],
  ['a removed box, waived', { remove: { 1: 'x' }, waive: [{ box: 1, ...waiver }] }, 'waive.0.box: box 1 is removed'],
  ['a bound on a signature', { bounds: { 3: { equals: 1 } } }, 'bounds.3: box 3 is signed by cto'],
  ['a bound on one of two checks', { bounds: { 2: { equals: 1 } } }, 'images.size, images.digest-proven'],
  ['a bound on another check', { bounds: { 1: { 'dns.ttl': { equals: 1 } } } }, 'bounds.1.dns.ttl: box 1 is not'],
  [
    'a number that is taken',
    { extend: [{ step: 'Images', boxes: [{ box: 1, text: 't', ...signed }] }] },
    'extend.0.boxes.0.box: box 1 is there already',
  ],
  [
    'a number whose box is removed',
    { remove: { 1: 'x' }, extend: [{ step: 'Images', boxes: [{ box: 1, text: 't', ...signed }] }] },
    'box 1 is there already',
  ],
  [
    'a box of extend, removed',
    { remove: { 9: 'x' }, extend: [{ step: 'Images', boxes: [{ box: 9, text: 't', ...signed }] }] },
    'remove.9: box 9 is one of extend',
  ],
  ['a new step without an owner', { extend: [{ step: 'Law', boxes: [{ box: 9, text: 't', ...signed }] }] }, 'owner'],
  [
    'another phase for a step that is there',
    { extend: [{ step: 'Images', phase: 'week-1', boxes: [{ box: 9, text: 't', ...signed }] }] },
    'extend.0.phase: the step is there already, with phase before',
  ],
  [
    'a box waived twice',
    {
      waive: [
        { box: 1, ...waiver },
        { box: 1, ...waiver },
      ],
    },
    'box 1 is waived twice',
  ],
  ['a subject that nothing asks for', { subjects: { worker: 'w' } }, 'there are backend'],
])('%s is a mistake', (_, section, message) => {
  expect(mistakes(section)).toEqual([expect.stringContaining(message)]);
});
