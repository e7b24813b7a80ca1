// Laws that hold for whatever a repository changes.
import fc from 'fast-check';
import { amend } from '#shared/checklist/amend';
import { boxesOf, type Checklist } from '#shared/checklist/checklist';
import { effective } from '#shared/checklist/effective';
import type { ChecklistSection } from '#shared/checklist/section';

const measured = fc.constantFrom('images.size', 'dns.ttl', 'a.b').map((check) => ({ measured: [{ check }] }));
const binding = fc.oneof(
  measured,
  fc.constantFrom('cto', 'ceo').map((signed) => ({ signed, judgement: 'j' })),
);
const bound = fc.integer({ min: 0, max: 9 }).map((most) => ({ 'at-most': most }));

const checklist: fc.Arbitrary<Checklist> = fc
  .array(fc.array(binding, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((steps) => {
    let number = 0;
    return {
      schema: 'golive/checklist@1',
      title: 't',
      steps: steps.map((boxes, index) => ({
        step: `step ${index}`,
        phase: 'release',
        owner: 'cto',
        boxes: boxes.map((one) => ({ box: ++number, text: `box ${number}`, ...one })),
      })),
    };
  });

const number = fc.integer({ min: 1, max: 20 });
const byBox = <Value>(value: fc.Arbitrary<Value>) => fc.dictionary(number.map(String), value, { maxKeys: 5 });
const section: fc.Arbitrary<ChecklistSection> = fc.record({
  remove: byBox(fc.constant('not here')),
  rebind: byBox(binding),
  bounds: byBox(bound),
  extend: fc
    .uniqueArray(fc.tuple(fc.integer({ min: 101, max: 120 }), binding), { selector: ([box]) => box, maxLength: 4 })
    .map((boxes) => boxes.map(([box, how]) => ({ step: 'step 0', boxes: [{ box, text: 'own', ...how }] }))),
  waive: fc
    .uniqueArray(number, { maxLength: 4 })
    .map((boxes) => boxes.map((box) => ({ box, owner: 'mira', reason: 'r', until: '2026-12-31' }))),
});

const numbers = (of: Pick<Checklist, 'steps'>) => boxesOf(of).map(({ box }) => box);
const digest = (base: Checklist, changes: ChecklistSection) => {
  const { checklist, waivers, removed } = amend(base, changes);
  return effective(checklist, waivers, removed).digest;
};
const reversed = <Value>(map: Readonly<Record<string, Value>> = {}) =>
  Object.fromEntries(Object.entries(map).reverse());

test('a repository that changes nothing has the checklist as it is', () => {
  fc.assert(fc.property(checklist, (base) => expect(amend(base, {}).checklist).toEqual(base)));
});

test('every box of the checklist is either in force or removed, and no number stands for two', () => {
  fc.assert(
    fc.property(checklist, section, (base, changes) => {
      const { checklist: after, removed } = amend(base, changes);
      const all = [...numbers(after), ...removed.map(({ box }) => box)];
      expect(new Set(all).size).toBe(all.length);
      expect(all).toEqual(expect.arrayContaining(numbers(base)));
    }),
  );
});

test('boxes that nothing is said of stay as they are, in their order', () => {
  fc.assert(
    fc.property(checklist, section, (base, changes) => {
      const said = new Set([changes.remove, changes.rebind, changes.bounds].flatMap((one) => Object.keys(one ?? {})));
      const untouched = boxesOf(base).filter(({ box }) => !said.has(String(box)));
      const after = boxesOf(amend(base, changes).checklist);
      expect(after.filter(({ box }) => untouched.some((one) => one.box === box))).toEqual(untouched);
    }),
  );
});

test('the order in which removals, bindings, bounds and waivers are written does not change the digest', () => {
  fc.assert(
    fc.property(checklist, section, (base, changes) => {
      const turned: ChecklistSection = {
        waive: [...(changes.waive ?? [])].reverse(),
        bounds: reversed(changes.bounds),
        rebind: reversed(changes.rebind),
        remove: reversed(changes.remove),
        extend: changes.extend ?? [],
      };
      expect(digest(base, turned)).toBe(digest(base, changes));
    }),
  );
});

test('removing and extending at once is removing first and extending then', () => {
  fc.assert(
    fc.property(checklist, section, (base, { remove = {}, extend = [] }) => {
      // A step that loses all its boxes is gone, so extending it afterwards would be making a new one.
      fc.pre(base.steps[0]?.boxes.some(({ box }) => !(box in remove)) ?? false);
      const first = amend(base, { remove }).checklist;
      expect(amend(base, { remove, extend }).checklist).toEqual(amend(first, { extend }).checklist);
    }),
  );
});

test('binding and bounding again changes nothing more', () => {
  fc.assert(
    fc.property(checklist, section, (base, { rebind = {}, bounds = {} }) => {
      const once = amend(base, { rebind, bounds }).checklist;
      expect(amend(once, { rebind, bounds }).checklist).toEqual(once);
    }),
  );
});

test('each change to a box that is not there is a mistake, and changes nothing', () => {
  fc.assert(
    fc.property(checklist, section, (base, changes) => {
      const absent = Object.keys(changes.rebind ?? {}).filter((box) => !numbers(base).includes(Number(box)));
      const { mistakes } = amend(base, { rebind: changes.rebind ?? {} });
      expect(mistakes.map(({ path }) => path[1]).sort()).toEqual(absent.sort());
    }),
  );
});
