import { hasExpired, type Waiver } from '#shared/checklist/effective';
import { readChecklist } from '#shared/checklist/read-checklist';
import type { Check } from '#shared/evidence/check';
import { describeError, GoliveError } from '#shared/runtime/golive-error';
import { check } from '../checks.ts';
import type { Tools } from '../mode.ts';

const id = 'gate.waivers';
const source = 'checklist of golive.yml';

/** Whether the checklist in force can be read, and none of its waivers is over. */
export async function proveWaivers({ run, script }: Tools): Promise<readonly Check[]> {
  const { workspace, config } = run.paths;
  try {
    const { waivers } = await readChecklist({ workspace, config, script });
    return judgeWaivers(waivers, run.now());
  } catch (error) {
    if (!(error instanceof GoliveError)) throw error;
    const because = `which waivers hold could not be found out: ${describeError(error)}`;
    return [check(id, 'checklist', 'inconclusive', because, { source, at: run.now().toISOString() })];
  }
}

/** One check for each waiver; one in all where there is none. */
export function judgeWaivers(waivers: readonly Waiver[], now: Date): readonly Check[] {
  const at = now.toISOString();
  if (waivers.length === 0) return [check(id, 'checklist', 'pass', 'no box is waived', { source, at })];
  return waivers.map((waiver) => {
    const { box, owner, reason, until } = waiver;
    const more = { source, at, measured: until, expected: `${at.slice(0, 10)} or later` };
    return hasExpired(waiver, now)
      ? check(
          id,
          `box ${box}`,
          'fail',
          `the waiver of box ${box} by ${owner} (${reason}) ended on ${until}; close the box, or have it waived anew`,
          more,
        )
      : check(id, `box ${box}`, 'pass', `box ${box} is waived by ${owner} until ${until}: ${reason}`, more);
  });
}
