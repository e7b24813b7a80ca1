import type { Relaxation } from '../relaxations.ts';
import { type Approval, sameLogin } from './approval.ts';

/** Why one approval does not count. */
export interface Objection {
  /** Reads on after “mira approved, but ”. */
  readonly because: string;
  /** The rule that would have to be relaxed; none can be where there is none. */
  readonly unless?: Relaxation;
  /** Nobody could find out whether it applies: it closes the gate all the same. */
  readonly unknown?: true;
}

/** Somebody who had a part in the release, and so does not sign it. */
export interface Barred {
  readonly login: string;
  readonly as: 'author' | 'pusher' | 'starter';
}

/** What could not be found out about who is barred: why, and by which relaxation it does not matter. */
export interface BarredUnknown {
  readonly because: string;
  readonly unless: Relaxation;
}

/** Whether golive.yml or the environment names the person for a role. */
export type Standing =
  | { readonly kind: 'named' | 'member' }
  /** GitHub let them approve, and this token may not ask who is in the teams. */
  | { readonly kind: 'untold'; readonly why: string }
  | { readonly kind: 'stranger'; readonly because: string }
  | { readonly kind: 'unknown'; readonly because: string };

/** What the role's job left when it showed the brief. */
export interface Shown {
  readonly digest: string;
  readonly attempt: number;
}

export interface Circumstances {
  readonly attempt: number;
  readonly brief: { readonly digest: string; readonly attempt: number };
  readonly shown: Shown | undefined;
  /** Whether it is newer than the brief. */
  readonly fresh: boolean;
  readonly barred: readonly Barred[];
  readonly barredUnknown: readonly BarredUnknown[];
  readonly standing: Standing;
}

const parts: Readonly<Record<Barred['as'], { readonly what: string; readonly unless: Relaxation }>> = {
  author: { what: 'wrote the commit that is released', unless: 'author-signs' },
  pusher: { what: 'pushed the tag', unless: 'pusher-signs' },
  starter: { what: 'started this run', unless: 'pusher-signs' },
};

/** Everything that speaks against an approval, whether it is relaxed or not. */
export function objectionsTo(approval: Approval, about: Circumstances): readonly Objection[] {
  return [...ofBot(approval), ...ofPart(approval, about), ...ofStanding(about), ...ofBrief(about)];
}

const ofBot = ({ bot }: Approval): readonly Objection[] =>
  bot ? [{ because: 'it is the account of a program, and a role is signed by a person' }] : [];

function ofPart({ login }: Approval, { barred, barredUnknown }: Circumstances): readonly Objection[] {
  const own = barred.filter((one) => sameLogin(one.login, login)).map(({ as }) => parts[as]);
  return [
    ...own.map(({ what, unless }) => ({ because: `${login} ${what}`, unless })),
    ...barredUnknown.map(({ because, unless }) => ({ because, unless, unknown: true as const })),
  ];
}

function ofStanding({ standing }: Circumstances): readonly Objection[] {
  if (standing.kind === 'stranger') return [{ because: standing.because }];
  return standing.kind === 'unknown' ? [{ because: standing.because, unknown: true }] : [];
}

const again = 're-run all jobs, so that everybody sees the brief and approves it';

/** An approval is for what the approver saw, in this attempt. */
function ofBrief({ attempt, brief, shown, fresh }: Circumstances): readonly Objection[] {
  if (shown !== undefined && shown.digest !== brief.digest)
    return [
      {
        because: `what was shown is ${shown.digest.slice(0, 12)}, and the brief is ${brief.digest.slice(0, 12)}; ${again}`,
      },
    ];
  if (shown === undefined)
    return [{ because: `the job of the role left no evidence that it showed the brief; ${again}` }];
  const unless = 'approval-of-earlier-attempt';
  const old = Math.min(brief.attempt, shown.attempt);
  if (old < attempt)
    return [{ because: `it was given in attempt ${old}, and this is attempt ${attempt}; ${again}`, unless }];
  return fresh ? [] : [{ because: `it was given before this attempt's brief was written; ${again}`, unless }];
}
