import { isFailure, type Verdict } from '#shared/evidence/check';
import type { Risk } from '#shared/release/plan-file';
import { type PlanFile, type PlannedChange, worstRisk } from '#shared/release/plan-file';
import type { Brief } from './brief.ts';

/** A plan as a brief shows it. */
export interface PlanView {
  readonly plan: PlanFile;
  readonly title: string;
  /** What is shown in full. */
  readonly shown: readonly PlannedChange[];
  /** What is the same as in the release that is deployed, or changes nothing: only its name is shown. */
  readonly rest: readonly PlannedChange[];
  /** The worst of what is shown; undefined where the plan judges no risks. */
  readonly risk: Risk | undefined;
}

const titles: Readonly<Record<string, string>> = {
  migrate: 'Database migration',
  'ecs-rollout': 'Services',
  'dns-cutover': 'DNS',
};

/** What each risk means, in words for whoever reads SQL seldom. */
export const meanings: Readonly<Record<Risk, string>> = {
  none: 'changes nothing',
  adds: 'only adds',
  writes: 'changes rows',
  locks: 'makes others wait',
  breaks: 'breaks the release before',
  destroys: 'destroys data',
  unknown: 'could not be judged: read it',
};

/** The plans with what is new in them first: files that the release before had already are only named. */
export function planViews({ plans, range }: Brief): readonly PlanView[] {
  const touched = new Set(range.files.map(({ name }) => name));
  // Where GitHub lists no more files, or none at all, one that is not listed may have changed as well.
  const told = range.from !== undefined && range.files.length > 0 && range.files.length < 300;
  return plans.map((plan) => {
    const isOld = ({ subject, what }: PlannedChange) =>
      what === 'none' || (plan.detail.files === true && told && !touched.has(subject));
    const shown = plan.changes.filter((one) => !isOld(one));
    const risks = shown.flatMap(({ risk }) => (risk === undefined ? [] : [risk]));
    return {
      plan,
      title: titles[plan.action] ?? plan.action,
      shown,
      rest: plan.changes.filter(isOld),
      risk: risks.length === 0 ? undefined : worstRisk(risks),
    };
  });
}

/** What the database has already, only it knows: of its files no more is said than that they are the same. */
const nothingIn = ({ detail }: PlanFile) => (detail.files === true ? 'no file is another' : 'nothing changes');

/** How the part of a plan is called that is only named. */
export const restOf = ({ detail }: PlanFile): string =>
  detail.files === true ? 'The same as in the deployed release' : 'Not changed';

/** The worst risk of all plans. */
export function riskOf(brief: Brief): Risk {
  return worstRisk(planViews(brief).flatMap(({ risk }) => risk ?? []));
}

/** Gates of one kind, so that nineteen that stand need one line. */
export interface PostureLine {
  readonly check: string;
  readonly verdict: Verdict;
  readonly subjects: readonly string[];
}

export function postureLines({ material }: Brief): readonly PostureLine[] {
  const groups = Map.groupBy(material.posture, ({ check, verdict }) => `${verdict} ${check}`);
  const lines = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ check: first.check, verdict: first.verdict, subjects: group.map(({ subject }) => subject) }] : [];
  });
  const rank = ({ verdict }: PostureLine) => (isFailure(verdict) ? 0 : verdict === 'pass' ? 2 : 1);
  return lines.sort((a, b) => rank(a) - rank(b));
}

/** The tag, or the whole ref where the run is of none. */
export const tagOf = ({ material }: Brief): string => material.tag.replace(/^refs\/(?:tags|heads)\//, '');

export const sentenceOf = (brief: Brief): string => {
  const images = Object.keys(brief.material.images).length;
  const waived = brief.material.waivers.length;
  const parts = [
    brief.range.because,
    `${images} ${images === 1 ? 'image' : 'images'}`,
    ...planViews(brief).map(({ plan, title, shown, risk }) => {
      const of =
        risk === undefined || risk === 'none'
          ? ''
          : `, the worst of which ${risk === 'unknown' ? 'nobody could judge' : meanings[risk]}`;
      return `${title}: ${shown.length === 0 ? nothingIn(plan) : `${shown.length} ${shown.length === 1 ? 'change' : 'changes'}`}${of}`;
    }),
    waived === 0 ? 'no box is waived' : `${waived} ${waived === 1 ? 'box is' : 'boxes are'} waived`,
  ];
  return `${parts.join('; ')}.`;
};
