import { boxesOf } from '#shared/checklist/checklist';
import { type EffectiveChecklist, hasExpired } from '#shared/checklist/effective';
import { readChecklist } from '#shared/checklist/read-checklist';
import type { Check } from '#shared/evidence/check';
import { GoliveError } from '#shared/runtime/golive-error';
import { check } from '../checks.ts';
import type { Tools } from '../mode.ts';

/** Whether each role that signs a box is among those who are asked. */
export async function proveAsked(asked: readonly string[], { run, script }: Tools): Promise<readonly Check[]> {
  const { workspace, config } = run.paths;
  try {
    return judgeUnasked(await readChecklist({ workspace, config, script }), asked, run.now());
  } catch (error) {
    // The check of the waivers closes the gate for a checklist that cannot be read.
    if (error instanceof GoliveError) return [];
    throw error;
  }
}

/**
 * One failed check for each role that boxes of this release wait for and that nobody asks: they would stay open until
 * the dossier says so, when production has long changed. A waived box waits for nobody.
 */
export function judgeUnasked(checklist: EffectiveChecklist, asked: readonly string[], now: Date): readonly Check[] {
  const waived = new Set(checklist.waivers.filter((one) => !hasExpired(one, now)).map(({ box }) => box));
  const due = checklist.steps.filter(({ phase }) => phase === 'before' || phase === 'release');
  const waiting = boxesOf({ steps: due }).flatMap((box) =>
    'signed' in box && !asked.includes(box.signed) && !waived.has(box.box) ? [box] : [],
  );
  return [...Map.groupBy(waiting, ({ signed }) => signed)].map(([role, boxes]) => {
    const [first, ...more] = boxes.map(({ box }) => box);
    const which = more.length === 0 ? `box ${first} waits` : `box ${first} and ${more.length} more wait`;
    const because = `${which} for the signature of ${role}, whom nobody asks: name ${role} under sign-offs, or say under checklist.rebind or checklist.remove what becomes of ${more.length === 0 ? 'it' : 'them'}`;
    const origin = { source: 'checklist and sign-offs of golive.yml', at: now.toISOString() };
    return check('gate.exists', role, 'fail', because, { ...origin, expected: 'asked to sign' });
  });
}
