// One release whose runner dies again and again: before every step of every job, at the first line that an action
// prints, and just before and just after each change that it makes. After each death the failed jobs are run again, or
// all jobs where somebody had signed and nobody had counted the signatures yet.
import { LOST } from '../runner/steps.ts';
import { type Attempt, type Performed, performRun, type Stage } from '../stage/perform.ts';
import { createHand } from './hand.ts';
import { KillPoints } from './kill-points.ts';
import { startTap } from './tap.ts';

const ATTEMPTS_AT_MOST = 200;

export interface Walked extends Performed {
  /** Where the runner died, in this order. */
  readonly kills: readonly string[];
  readonly attempts: number;
  /** Sentences about what is not as it must be. */
  readonly wrong: readonly string[];
}

/**
 * What was signed in an attempt that is over does not count in the next, until production is changed: after a death
 * from the first signature to the migration all jobs are run again.
 */
export const isSigning = (job: string): boolean => /(?:^|\/ )(?:sign-off|collect|record|migrate)\b/.test(job);

export interface Repetition {
  /** Says after each attempt in which the runner died whether it is run again. */
  readonly again?: (kills: readonly string[]) => Promise<boolean>;
  /** Whether the application lets signatures of an earlier attempt count. */
  readonly signedBefore?: boolean;
}

/** Performs one run to its end. */
export async function killEverywhere(
  stage: Stage,
  given: Omit<Attempt, 'attempt' | 'previous'>,
  points = new KillPoints(),
  { again = async () => true, signedBefore = false }: Repetition = {},
): Promise<Walked> {
  const hand = createHand(points);
  const tap = await startTap(stage.cloud.addresses, hand.listener);
  const tapped: Stage = {
    ...stage,
    cloud: { ...stage.cloud, addresses: tap.addresses },
    emit: (event) => {
      hand.saw(event);
      stage.emit(event);
    },
  };
  const kills: string[] = [];
  let last: Performed | undefined;
  let anew: boolean = false;
  try {
    for (let attempt = 1; attempt <= ATTEMPTS_AT_MOST; attempt++) {
      last = await performRun(tapped, {
        ...given,
        attempt,
        ...(last && !anew && { previous: last.outcomes }),
        stepStarted: hand.stepStarted,
        diesBefore: hand.diesBefore,
      });
      const lost = new Set([...last.outcomes].flatMap(([job, { because }]) => (because === LOST ? [job] : [])));
      // A process that had come to its end before it was killed did not die.
      const now = hand.taken().flatMap(({ job, place }) => (lost.has(job) ? [place] : []));
      kills.push(...now);
      // A migration that died after it began is no longer what was signed: the attempt after says so, and all jobs go again.
      const isVoid: boolean = signedBefore && now.length === 0 && last.outcome.result === 'failure' && !anew;
      if ((now.length === 0 && !isVoid) || stage.signal.aborted || !(await again(now)))
        return { ...last, attempts: attempt, kills, wrong: points.wrong };
      anew = isVoid || (!signedBefore && [...lost].some(isSigning));
    }
  } finally {
    await tap.close();
  }
  const wrong = [...points.wrong, `the run was not over after ${ATTEMPTS_AT_MOST} attempts`];
  return { ...(last as Performed), attempts: ATTEMPTS_AT_MOST, kills, wrong };
}
