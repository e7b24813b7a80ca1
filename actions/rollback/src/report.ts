import { gantt } from '#shared/ecs/timeline';
import { type Check, isFailure } from '#shared/evidence/check';
import { type Markdown, md, table } from '#shared/evidence/markdown';
import { checksTable, marks } from '#shared/evidence/summary';
import type { Report } from '#shared/runtime/run';
import { check } from './checks.ts';
import { BUDGET_MINUTES, type Level, levels as order } from './levels.ts';
import { exitCodes, headlines, type Outcome, outcomeOf } from './outcome.ts';
import { type Decision, isFatal } from './plan.ts';
import type { Elapsed, Trail } from './result.ts';
import { budgetCheck, resultCheck, sourceOf, timelineOf, told, wordOf } from './result-checks.ts';

export interface Facts {
  readonly decisions: readonly Decision[];
  /** What was checked before: release run, preconditions, schema. */
  readonly before: readonly Check[];
  readonly smoke?: Check;
  readonly kept: string;
  readonly at: string;
}

/** What a dry run, or a rollback that was refused, has to say. */
export function reportPlan({ decisions, before, smoke, at }: Facts, outcome: 'planned' | 'refused'): Report {
  const checks = decisions.map((decision) =>
    check(
      `rollback.${decision.level}`,
      decision.subject,
      decision.kind === 'refuse' ? 'fail' : 'skipped',
      `${outcome === 'planned' ? 'dry run' : 'not begun'}: ${decision.kind}: ${decision.because}`,
      { source: sourceOf(decision), at },
    ),
  );
  const reasons = reasonsAgainst(before, decisions);
  return {
    checks: [...before, ...checks, ...(smoke ? [smoke] : [])],
    outputs: outputsOf(outcome, decisions, {}, ''),
    summary: md`## Rollback: ${headlines[outcome]}${outcome === 'planned' && reasons.length > 0 ? ', and it would be refused' : ''}

${reasonsList(reasons)}${planTable(decisions)}

${checksTable(before)}
`,
    ...(outcome === 'refused' ? { exitCode: exitCodes.refused } : {}),
  };
}

export function report(facts: Facts, trail: Trail): Report {
  const { decisions, before, smoke, at } = facts;
  const { results, elapsed, moments } = trail;
  const outcome = outcomeOf(trail, smoke);
  const exchanged = results.some(
    ({ decision, back }) => decision.level === 'database' && decision.kind === 'put-back' && back,
  );
  const timed = order.flatMap((level): [Level, Elapsed][] => {
    const took = elapsed[level];
    return took ? [[level, took]] : [];
  });
  const services = [...new Set(moments.map(({ service }) => service))];
  return {
    checks: [
      ...before,
      ...results.map(resultCheck),
      ...timed.map(([level, took]) => budgetCheck(level, took, at)),
      ...(smoke ? [smoke] : []),
    ],
    outputs: outputsOf(outcome, decisions, elapsed, exchanged ? facts.kept : ''),
    summary: md`## Rollback: ${headlines[outcome]}

${table(
  ['Level', 'Subject', 'Back', 'Why'],
  results.map((one) => {
    const { verdict, because } = resultCheck(one);
    return [one.decision.level, one.decision.subject, `${marks[verdict]} ${wordOf(one)}`, because];
  }),
)}

${table(
  ['Level', 'Elapsed', 'Budget', 'By'],
  timed.map(([level, took]) => [
    level,
    `${marks[budgetCheck(level, took, at).verdict]} ${told(took.seconds)}`,
    `${BUDGET_MINUTES[level]}m`,
    took.clock,
  ]),
)}

${gantt(services, moments)}

${checksTable([...before, ...(smoke ? [smoke] : [])])}
`,
    timeline: timelineOf(results),
    exitCode: exitCodes[outcome],
  };
}

export function outputsOf(
  outcome: Outcome,
  decisions: readonly Decision[],
  elapsed: Trail['elapsed'],
  kept: string,
): Record<string, string> {
  const seconds = Object.entries(elapsed).map(([level, one]) => [level, Math.round(one.seconds)] as const);
  return {
    outcome,
    plan: JSON.stringify(decisions),
    elapsed: JSON.stringify(Object.fromEntries(seconds)),
    'elapsed-seconds': String(seconds.reduce((sum, [, one]) => sum + one, 0)),
    'kept-database': kept,
  };
}

const planTable = (decisions: readonly Decision[]): Markdown =>
  table(
    ['Level', 'Subject', 'Plan', 'Why'],
    decisions.map((one) => [
      one.level,
      one.subject,
      one.kind,
      one.warning ? `${one.because} (${one.warning})` : one.because,
    ]),
  );

/** Everything that speaks against touching production: what was found out beforehand, and what cannot be planned. */
export const reasonsAgainst = (
  before: readonly Check[],
  decisions: readonly Decision[],
): readonly Pick<Check, 'subject' | 'because'>[] => [
  ...before.filter(({ verdict }) => isFailure(verdict)),
  ...decisions.filter(isFatal),
];

const reasonsList = (reasons: ReturnType<typeof reasonsAgainst>): Markdown =>
  reasons.length === 0 ? md`` : md`${reasons.map(({ subject, because }) => md`- **${subject}**: ${because}\n`)}\n`;
