/** What follows a release that did not succeed: it is explained, told, and taken back. */
import type { Pace } from '#shared/ecs/pace';
import type { WayBack } from '#shared/ecs/way-back';
import { explain } from './deploy/explain.ts';
import { putBack, type ToPutBack, wayBackOf } from './deploy/put-back.ts';
import type { Tools } from './tools.ts';
import type { ServiceEnd } from './trail.ts';

/** The runner ends a cancelled step 7.5 s after SIGINT; evidence and summary need their part of that. */
const GRACE_MS = 4500;

/** What has to go back goes back; the log of what failed is read first, while it is there. */
export async function settle(
  tools: Tools,
  groups: readonly (readonly ServiceEnd[])[],
  broke: Error | undefined,
  note: (subject: string, what: string) => void,
): Promise<readonly ServiceEnd[]> {
  const ends = groups.flat();
  const failed = broke !== undefined || ends.some(({ outcome }) => outcome && outcome.kind !== 'succeeded');
  if (!failed) return ends;
  const cancelled = tools.run.signal.aborted;
  const told = cancelled ? ends : await Promise.all(ends.map((end) => explained(tools, end)));
  tools.failed(told);
  if ((cancelled ? tools.onCancel : tools.onFailure) === 'leave') return told;
  const toPutBack = groups.map((group) =>
    group.filter(hasToGoBack).map(({ decision }) => wayBackOf(decision, tools.run.github.runId)),
  );
  if (toPutBack.flat().length > 0) note('release', 'goes back');
  const ways = await takeBack(tools, toPutBack);
  for (const [service, way] of ways) for (const step of way.steps) note(service, step.what);
  return told.map((end) => {
    const back = ways.get(end.service);
    return back ? { ...end, back } : end;
  });
}

/**
 * Group after group. A run that is cancelled, before that or meanwhile, has no time for it: all that is still to be
 * asked for is asked for at once and within one grace, and the post step sees to the end.
 */
async function takeBack(
  tools: Tools,
  groups: readonly (readonly ToPutBack[])[],
): Promise<ReadonlyMap<string, WayBack>> {
  const { signal } = tools.run;
  if (!signal.aborted) {
    try {
      const ways = await putBack(tools, groups, paceUntilCancelled(tools));
      if (!signal.aborted || [...ways.values()].every(({ back }) => back)) return ways;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
  return putBack(tools, [groups.flat()], paceOfGrace(tools));
}

/** The pace of a way back whose waits end with the run. */
function paceUntilCancelled({ paceBack, run: { signal } }: Tools): Pace {
  const cancelled = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  cancelled.catch(() => undefined);
  return { ...paceBack, sleep: (ms) => Promise.race([paceBack.sleep(ms), cancelled]) };
}

/** A service that somebody else has deployed since is theirs: to put it back would undo what they did. */
const hasToGoBack = ({ touched, outcome }: ServiceEnd): boolean => touched && outcome?.kind !== 'superseded';

/** What is left of the grace, which began with the signal and not with the end of what was under way then. */
function paceOfGrace({ paceBack, cancelledAt, run }: Tools): Pace {
  const since = run.now().getTime() - (cancelledAt() ?? run.now()).getTime();
  return { ...paceBack, within: { ms: Math.max(0, GRACE_MS - since) } };
}

async function explained({ ecs, cluster, logs, elb, logLines }: Tools, end: ServiceEnd): Promise<ServiceEnd> {
  const { outcome, decision } = end;
  if (!outcome || outcome.kind === 'succeeded' || outcome.kind === 'cancelled') return end;
  return { ...end, ...(await explain({ ecs, cluster, logs, elb }, outcome, decision.view, logLines)) };
}
