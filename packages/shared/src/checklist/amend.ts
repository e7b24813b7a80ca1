import type { KeyPath } from '#shared/runtime/mistake';
import { type Bound, boundSchema } from './bound.ts';
import { type Box, boxesOf, type Checklist, type Measure, type Step } from './checklist.ts';
import type { Removal, Waiver } from './effective.ts';
import type { ChecklistSection } from './section.ts';

/** A checklist with a section's changes made, as far as they can be, and what cannot be. */
export interface Amended {
  readonly checklist: Checklist;
  readonly waivers: readonly Waiver[];
  readonly removed: readonly Removal[];
  /** Paths begin below `checklist`. */
  readonly mistakes: readonly { readonly path: KeyPath; readonly message: string }[];
}

/**
 * Makes the changes of golive.yml to a checklist. The order in which they are written does not matter: subjects are
 * named first, then boxes are added, removed, bound anew, bounded and waived.
 */
export function amend(base: Checklist, section: ChecklistSection): Amended {
  const mistakes: { path: KeyPath; message: string }[] = [];
  const tell = (message: string, ...path: KeyPath) => void mistakes.push({ path, message });
  const named = rename(base, section, tell);
  const whole = extend(named, section, tell);
  const known = new Set(boxesOf(whole).map(({ box }) => box));
  const own = new Set(boxesOf(base).map(({ box }) => box));
  const gone = new Map(Object.entries(section.remove ?? {}).map(([box, reason]) => [Number(box), reason]));
  const isThere = (box: number, ...path: KeyPath) => {
    if (known.has(box) && !gone.has(box)) return true;
    tell(known.has(box) ? `box ${box} is removed` : `there is no box ${box} in the checklist`, ...path);
    return false;
  };
  for (const box of gone.keys())
    if (!known.has(box)) tell(`there is no box ${box} in the checklist`, 'remove', String(box));
    else if (!own.has(box)) tell(`box ${box} is one of extend: take it out there`, 'remove', String(box));

  const bindings = Object.entries(section.rebind ?? {}).filter(([box]) => isThere(Number(box), 'rebind', box));
  const rebound = mapBoxes(whole, (box) => {
    const binding = bindings.find(([number]) => Number(number) === box.box)?.[1];
    return binding === undefined ? box : { box: box.box, text: box.text, ...binding };
  });
  const bounds = Object.entries(section.bounds ?? {}).filter(([box]) => isThere(Number(box), 'bounds', box));
  const bounded = mapBoxes(rebound, (box) => {
    const bound = bounds.find(([number]) => Number(number) === box.box)?.[1];
    return bound === undefined ? box : withBound(box, bound, tell);
  });
  const waivers = (section.waive ?? []).filter(({ box }, index, all) => {
    if (!isThere(box, 'waive', index, 'box')) return false;
    const first = all.findIndex((one) => one.box === box) === index;
    if (!first) tell(`box ${box} is waived twice`, 'waive', index, 'box');
    return first;
  });
  const steps = bounded.steps
    .map((step) => ({ ...step, boxes: step.boxes.filter(({ box }) => !gone.has(box)) }))
    .filter((step) => step.boxes.length > 0);
  if (steps.length === 0) tell('every box is removed: a release that nothing is asked of proves nothing', 'remove');
  const removed = boxesOf(base)
    .filter(({ box }) => gone.has(box))
    .map(({ box, text }) => ({ box, text, reason: gone.get(box) ?? '' }));
  const byBox = (a: { box: number }, b: { box: number }) => a.box - b.box;
  return { checklist: { ...base, steps }, waivers: waivers.sort(byBox), removed: removed.sort(byBox), mistakes };
}

type Tell = (message: string, ...path: KeyPath) => void;

function rename(base: Checklist, { subjects = {} }: ChecklistSection, tell: Tell): Checklist {
  const used = new Set(
    boxesOf(base).flatMap((box) => ('measured' in box ? box.measured.flatMap(({ subject }) => subject ?? []) : [])),
  );
  for (const name of Object.keys(subjects))
    if (!used.has(name))
      tell(`the checklist asks for no subject ${name}; there are ${[...used].join(', ') || 'none'}`, 'subjects', name);
  return mapBoxes(base, (box) =>
    'measured' in box
      ? {
          ...box,
          measured: box.measured.map((one) => {
            const here = one.subject === undefined ? undefined : ownValue(subjects, one.subject);
            return here === undefined ? one : { ...one, subject: here };
          }),
        }
      : box,
  );
}

function extend(base: Checklist, { extend = [] }: ChecklistSection, tell: Tell): Checklist {
  const taken = new Set(boxesOf(base).map(({ box }) => box));
  const steps = base.steps.map((step) => ({ ...step, boxes: [...step.boxes] }));
  for (const [index, added] of extend.entries()) {
    const boxes = added.boxes.filter(({ box }, at) => {
      const fresh = !taken.has(box);
      if (!fresh) tell(`box ${box} is there already: give it a number of its own`, 'extend', index, 'boxes', at, 'box');
      taken.add(box);
      return fresh;
    });
    const there = steps.find((step) => step.step === added.step);
    if (there) {
      for (const key of ['phase', 'owner'] as const)
        if (added[key] !== undefined && added[key] !== there[key])
          tell(`the step is there already, with ${key} ${there[key]}`, 'extend', index, key);
      there.boxes.push(...boxes);
    } else {
      if (added.owner === undefined) tell('a new step needs an owner', 'extend', index, 'step');
      steps.push(newStep(added, boxes));
    }
  }
  return { ...base, steps };
}

function newStep(
  { step, phase = 'release', owner = '' }: NonNullable<ChecklistSection['extend']>[number],
  boxes: Box[],
): Step {
  return { step, phase, owner, boxes };
}

function withBound(box: Box, asked: Bound | Readonly<Record<string, Bound>>, tell: Tell): Box {
  const path = ['bounds', String(box.box)];
  if (!('measured' in box)) {
    tell(`box ${box.box} is signed by ${box.signed}: nothing is measured that a bound could hold`, ...path);
    return box;
  }
  const ids = [...new Set(box.measured.map(({ check }) => check))];
  const single = boundSchema.safeParse(asked).data;
  if (single !== undefined && ids.length > 1) {
    tell(`several checks measure box ${box.box}: give the bound below one of ${ids.join(', ')}`, ...path);
    return box;
  }
  const byCheck = single === undefined ? (asked as Readonly<Record<string, Bound>>) : { [ids[0] ?? '']: single };
  for (const id of Object.keys(byCheck))
    if (!ids.includes(id)) tell(`box ${box.box} is not measured by ${id}, but by ${ids.join(', ')}`, ...path, id);
  const held = (one: Measure): Measure => {
    const bound = ownValue(byCheck, one.check);
    return bound === undefined ? one : { ...one, bound };
  };
  return { ...box, measured: box.measured.map(held) };
}

function mapBoxes(checklist: Checklist, change: (box: Box) => Box): Checklist {
  return { ...checklist, steps: checklist.steps.map((step) => ({ ...step, boxes: step.boxes.map(change) })) };
}

function ownValue<Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
