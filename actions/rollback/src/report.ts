import type { Check } from '#shared/evidence/check';
import { type Markdown, md, table } from '#shared/evidence/markdown';
import type { Report } from '#shared/runtime/run';
import type { Result, Trail } from './apply.ts';
import { check } from './checks.ts';
import { BUDGET_MINUTES, type Decision, type Level } from './plan.ts';

const SOURCES: Record<Level, string> = {
  application: 'ecs:DescribeServiceDeployments',
  dns: 'route53:ListResourceRecordSets',
  database: 'rds:DescribeDBInstances',
};

export function reportPlan(decisions: readonly Decision[], at: string): Report {
  return {
    checks: decisions.map((decision) =>
      check(
        `rollback.${decision.level}`,
        decision.subject,
        decision.kind === 'refuse' ? 'fail' : 'skipped',
        `dry run: ${decision.kind}: ${decision.because}`,
        {
          source: SOURCES[decision.level],
          at,
        },
      ),
    ),
    outputs: { plan: JSON.stringify(decisions), 'elapsed-seconds': '0', 'kept-database': '' },
    summary: md`## Rollback (dry run)

${planTable(decisions)}
`,
  };
}

export function report(decisions: readonly Decision[], trail: Trail, kept: string, at: string): Report {
  const { results, elapsed } = trail;
  const seconds = Object.values(elapsed).reduce((sum, one) => sum + one, 0);
  const exchanged = results.some(
    ({ decision, back }) => decision.level === 'database' && decision.kind === 'put-back' && back,
  );
  return {
    checks: [
      ...results.map(putBack),
      ...(Object.keys(elapsed) as Level[]).map((level) => budget(level, elapsed[level] ?? 0, at)),
    ],
    outputs: {
      plan: JSON.stringify(decisions),
      'elapsed-seconds': String(Math.round(seconds)),
      'kept-database': exchanged ? kept : '',
    },
    summary: md`## Rollback

${table(
  ['Level', 'Subject', 'Back', 'Why'],
  results.map(({ decision, back, because }) => [decision.level, decision.subject, back ? 'yes' : 'no', because]),
)}

${table(
  ['Level', 'Elapsed', 'Budget'],
  (Object.keys(elapsed) as Level[]).map((level) => [level, told(elapsed[level] ?? 0), `${BUDGET_MINUTES[level]} min`]),
)}
`,
    timeline: results.map(({ decision, because, at: when }) => ({
      at: when,
      subject: decision.subject,
      what: because,
    })),
  };
}

function putBack({ decision, back, because, at }: Result): Check {
  const warned = back && decision.warning && decision.kind === 'put-back';
  const sentence = warned ? `${because} (${decision.warning})` : because;
  return check(`rollback.${decision.level}`, decision.subject, back ? (warned ? 'warn' : 'pass') : 'fail', sentence, {
    source: SOURCES[decision.level],
    at,
  });
}

function budget(level: Level, seconds: number, at: string): Check {
  const minutes = BUDGET_MINUTES[level];
  const within = seconds <= minutes * 60;
  return check(
    'rollback.within-budget',
    level,
    within ? 'pass' : 'warn',
    `took ${told(seconds)} of ${minutes} minutes`,
    {
      measured: Math.round(seconds),
      expected: minutes * 60,
      source: 'the clock of this run',
      at,
    },
  );
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

const told = (seconds: number) => (seconds < 60 ? `${Math.round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`);
