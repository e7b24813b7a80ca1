import { gantt } from '#shared/ecs/timeline';
import { type Check, isFailure, type Verdict } from '#shared/evidence/check';
import { type Markdown, md, table, trustedMarkdown } from '#shared/evidence/markdown';
import type { Report } from '#shared/runtime/run';
import { formatDuration } from '#shared/values/duration';
import type { Elapsed, Result, Trail } from './apply.ts';
import { check } from './checks.ts';
import { BUDGET_MINUTES, type Level, levels as order, SOURCES } from './levels.ts';
import type { Decision } from './plan.ts';

/** Exit codes, for scripts: each outcome has its own. 130 is what a shell gives for SIGINT. */
const exitCodes = {
  back: 0,
  planned: 0,
  'release-ended': 0,
  failed: 1,
  refused: 3,
  superseded: 4,
  'timed-out': 5,
  'could-not-find-out': 6,
  'smoke-failed': 7,
  cancelled: 130,
} as const;
export type Outcome = keyof typeof exitCodes;

const headlines: Readonly<Record<Outcome, string>> = {
  back: 'everything is back',
  planned: 'dry run',
  'release-ended': 'the release has ended',
  failed: 'not everything is back',
  refused: 'refused, nothing was put back',
  superseded: 'somebody deployed meanwhile',
  'timed-out': 'not back in time',
  'could-not-find-out': 'whether everything is back could not be found out',
  'smoke-failed': 'everything is back, and the smoke suite fails',
  cancelled: 'cancelled',
};

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
      { source: SOURCES[decision.level], at },
    ),
  );
  return {
    checks: [...before, ...checks, ...(smoke ? [smoke] : [])],
    outputs: outputsOf(outcome, decisions, {}, ''),
    summary: md`## Rollback: ${headlines[outcome]}

${planTable(decisions)}

${checksTable(before)}
`,
    ...(outcome === 'refused' ? { exitCode: exitCodes.refused } : {}),
  };
}

/** Of a run that was only to end the release. */
export function reportReleaseEnded(ended: Check): Report {
  const outcome = isFailure(ended.verdict) ? 'refused' : 'release-ended';
  return {
    checks: [ended],
    outputs: outputsOf(outcome, [], {}, ''),
    summary: md`## Rollback: ${outcome === 'refused' ? 'the release has not ended' : headlines[outcome]}

${checksTable([ended])}
`,
    exitCode: exitCodes[outcome],
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
      ...results.map(putBack),
      ...timed.map(([level, took]) => budget(level, took, at)),
      ...(smoke ? [smoke] : []),
    ],
    outputs: outputsOf(outcome, decisions, elapsed, exchanged ? facts.kept : ''),
    summary: md`## Rollback: ${headlines[outcome]}

${table(
  ['Level', 'Subject', 'Back', 'Why'],
  results.map((one) => [one.decision.level, one.decision.subject, wordOf(one), sentence(one)]),
)}

${table(
  ['Level', 'Elapsed', 'Budget', 'By'],
  timed.map(([level, { seconds, clock }]) => [level, told(seconds), `${BUDGET_MINUTES[level]}m`, clock]),
)}

${gantt(services, moments)}

${checksTable([...before, ...(smoke ? [smoke] : [])])}
`,
    timeline: timelineOf(results),
    exitCode: exitCodes[outcome],
  };
}

/** The worst of what happened; what could not be found out hides what failed, since nobody knows. */
export function outcomeOf({ results }: Trail, smoke: Check | undefined): Outcome {
  if (results.some(({ cancelled }) => cancelled)) return 'cancelled';
  const bad = results.filter(({ back, decision }) => !back && decision.kind !== 'skip');
  const has = (kind: string) => bad.some(({ way }) => way?.outcome?.kind === kind);
  if (has('could-not-find-out')) return 'could-not-find-out';
  if (has('superseded')) return 'superseded';
  if (bad.some(({ because }) => /^not (back|done) within /.test(because))) return 'timed-out';
  if (bad.length > 0) return 'failed';
  return smoke && isFailure(smoke.verdict) ? 'smoke-failed' : 'back';
}

function outputsOf(
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

function putBack(one: Result): Check {
  const { decision, back, at } = one;
  const warned = back && decision.warning && decision.kind === 'put-back';
  const because = warned ? `${sentence(one)} (${decision.warning})` : sentence(one);
  const took = one.way?.took;
  return check(`rollback.${decision.level}`, decision.subject, verdictOf(one, warned ? 'warn' : 'pass'), because, {
    ...(took ? { measured: { seconds: Math.round((took.to.getTime() - took.from.getTime()) / 1000) } } : {}),
    source: SOURCES[decision.level],
    at,
  });
}

function verdictOf({ back, decision, cancelled, way }: Result, good: Verdict): Verdict {
  if (decision.kind === 'skip') return 'skipped';
  if (back) return good;
  return cancelled || way?.outcome?.kind === 'could-not-find-out' ? 'inconclusive' : 'fail';
}

const wordOf = ({ back, decision }: Result) => (decision.kind === 'skip' ? 'skipped' : back ? 'yes' : 'no');

/** What happened; for a deployment that did not bring it back its cause and its remedy too. */
function sentence({ because, way }: Result): string {
  const explanation = way?.outcome?.explanation;
  return explanation ? `${because}. ${explanation.cause} ${explanation.remedy}` : because;
}

function budget(level: Level, { seconds, clock }: Elapsed, at: string): Check {
  const minutes = BUDGET_MINUTES[level];
  const because = `took ${told(seconds)} of ${minutes} minutes`;
  return check('rollback.within-budget', level, seconds <= minutes * 60 ? 'pass' : 'warn', because, {
    measured: Math.round(seconds),
    expected: minutes * 60,
    source: clock,
    at,
  });
}

function timelineOf(results: readonly Result[]): NonNullable<Report['timeline']> {
  return results.flatMap(({ decision: { subject }, because, at, way }) => [
    ...(way?.steps ?? []).map((step) => ({ at: step.at.toISOString(), subject, what: step.what })),
    ...(way?.took
      ? [
          { at: way.took.from.toISOString(), subject, what: 'began to go back (by ECS)' },
          { at: way.took.to.toISOString(), subject, what: 'was back (by ECS)' },
        ]
      : []),
    { at, subject, what: because },
  ]);
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

const checksTable = (checks: readonly Check[]): Markdown =>
  checks.length === 0
    ? trustedMarkdown('')
    : table(
        ['Check', 'Subject', 'Verdict', 'Because'],
        checks.map(({ id, subject, verdict, because }) => [id, subject, verdict, because]),
      );

const told = (seconds: number) => formatDuration({ ms: seconds * 1000 });
