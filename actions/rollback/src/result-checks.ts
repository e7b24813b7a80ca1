/** What became of each decision: as checks, as words, and on the timeline. */
import type { Check, Verdict } from '#shared/evidence/check';
import type { Report } from '#shared/runtime/run';
import { formatDuration } from '#shared/values/duration';
import { check } from './checks.ts';
import { BUDGET_MINUTES, type Level, SOURCES } from './levels.ts';
import type { Decision } from './plan.ts';
import type { Elapsed, Result } from './result.ts';

export const sourceOf = ({ level, by }: Decision): string => (by ? 'codedeploy:GetDeployment' : SOURCES[level]);

export function resultCheck(one: Result): Check {
  const { decision, back, at } = one;
  const warned = back && decision.warning && decision.kind === 'put-back';
  const because = warned ? `${sentence(one)} (${decision.warning})` : sentence(one);
  const took = one.way?.took;
  return check(`rollback.${decision.level}`, decision.subject, verdictOf(one, warned ? 'warn' : 'pass'), because, {
    ...(took ? { measured: { seconds: Math.round((took.to.getTime() - took.from.getTime()) / 1000) } } : {}),
    source: sourceOf(decision),
    at,
  });
}

function verdictOf({ back, decision, cancelled, unknown, way }: Result, good: Verdict): Verdict {
  if (decision.kind === 'skip') return 'skipped';
  if (back) return good;
  return cancelled || unknown || way?.outcome?.kind === 'could-not-find-out' ? 'inconclusive' : 'fail';
}

export const wordOf = ({ back, decision }: Result) => (decision.kind === 'skip' ? 'skipped' : back ? 'yes' : 'no');

/** What happened; for a deployment that did not bring it back its cause and its remedy too. */
export function sentence({ because, way }: Result): string {
  const explanation = way?.outcome?.explanation;
  return explanation ? `${because}. ${explanation.cause} ${explanation.remedy}` : because;
}

export function budgetCheck(level: Level, { seconds, clock }: Elapsed, at: string): Check {
  const minutes = BUDGET_MINUTES[level];
  const because = `took ${told(seconds)} of ${minutes} minutes`;
  return check('rollback.within-budget', level, seconds <= minutes * 60 ? 'pass' : 'warn', because, {
    measured: Math.round(seconds),
    expected: minutes * 60,
    source: clock,
    at,
  });
}

export function timelineOf(results: readonly Result[]): NonNullable<Report['timeline']> {
  return results.flatMap(({ decision: { subject, by = 'ECS' }, because, at, way }) => [
    ...(way?.steps ?? []).map((step) => ({ at: step.at.toISOString(), subject, what: step.what })),
    ...(way?.took
      ? [
          { at: way.took.from.toISOString(), subject, what: `began to go back (by ${by})` },
          { at: way.took.to.toISOString(), subject, what: `was back (by ${by})` },
        ]
      : []),
    { at, subject, what: because },
  ]);
}

export const told = (seconds: number) => formatDuration({ ms: seconds * 1000 });
