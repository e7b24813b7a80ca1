import type { Box, Phase, SignedBox, Step } from '#shared/checklist/checklist';
import { type EffectiveChecklist, hasExpired, type Waiver } from '#shared/checklist/effective';
import type { FilledBox, FilledStep, Signature, Tally } from './dossier.ts';
import { fillMeasured, type Reported } from './measured-box.ts';

/** Each step with its boxes filled in. Steps of later phases are not due, and no signature reaches them. */
export function fillSteps(
  checklist: EffectiveChecklist,
  reported: readonly Reported[],
  signed: readonly Signature[],
  phases: readonly Phase[],
  now: Date,
): readonly FilledStep[] {
  const byId = Map.groupBy(reported, ({ check }) => check.id);
  const waivers = new Map(checklist.waivers.map((one) => [one.box, one]));
  const wentBack = reported.some(({ check }) => check.id.startsWith('rollback.'));
  const fill = (box: Box, step: Step, due: boolean): FilledBox => {
    const filled = 'measured' in box ? fillMeasured(box, byId) : sign(box, step, due, signed);
    const waiver = waivers.get(box.box);
    return waiver === undefined ? filled : waive(filled, waiver, now);
  };
  return checklist.steps.map((step) => {
    const due = phases.includes(step.phase) || (step.phase === 'rollback' && wentBack);
    const boxes = step.boxes.map((box) => fill(box, step, due));
    return { step: step.step, phase: step.phase, owner: step.owner, due, tally: tallyOf(boxes), boxes };
  });
}

/** How many boxes are in which state. */
export function tallyOf(boxes: readonly FilledBox[]): Tally {
  const of = (state: FilledBox['state']) => boxes.filter((box) => box.state === state).length;
  const [measured, signed] = [of('measured'), of('signed')];
  return {
    total: boxes.length,
    closed: measured + signed,
    measured,
    signed,
    waived: of('waived'),
    failed: of('failed'),
    open: of('open'),
  };
}

/** A waiver keeps a box that is not closed out of the way until its last day, and fails afterwards until it is gone. */
function waive(box: FilledBox, waiver: Waiver, now: Date): FilledBox {
  const { owner, reason, until } = waiver;
  if (hasExpired(waiver, now))
    return { ...box, state: 'failed', because: `the waiver of ${owner} ended with ${until}: ${reason}` };
  if (box.state === 'measured' || box.state === 'signed') return box;
  return { ...box, state: 'waived', because: `waived by ${owner} until ${until}: ${reason} (${box.because})` };
}

function sign(box: SignedBox, step: Step, due: boolean, signed: readonly Signature[]): FilledBox {
  const note = box.judgement ?? `would be measured by ${box['would-measure']}`;
  const filled = { box: box.box, text: box.text, by: box.signed, note };
  if (!due) return { ...filled, state: 'open', because: later[step.phase] };
  const own = signed.find((one) => one.role === box.signed);
  const because = own?.because ?? `nobody was asked to sign as ${box.signed}`;
  const isClosed = own?.state === 'signed' || own?.state === 'quorum';
  const state = isClosed ? 'signed' : own?.state === 'refused' ? 'failed' : 'open';
  if (own?.at === undefined) return { ...filled, state, because };
  const { source, at, job, link } = own;
  return {
    ...filled,
    state,
    because,
    at,
    ...(source === undefined ? {} : { source }),
    ...(job === undefined ? {} : { job }),
    ...(link === undefined ? {} : { link }),
  };
}

const later: Readonly<Record<Phase, string>> = {
  before: 'not asked for in this run',
  release: 'not asked for in this run',
  'day-1': 'due a day after the release',
  'week-1': 'due a week after the release',
  'month-1': 'due a month after the release',
  rollback: 'asked for only when a release is taken back',
};
