import { type Check, check } from '#shared/evidence/check';
import { md, table } from '#shared/evidence/markdown';
import type { Report } from '#shared/runtime/run';
import type { ServiceOutcome, Trail } from './apply.ts';
import { revision } from './plan.ts';

export interface Proof {
  readonly service: string;
  readonly running: number;
  readonly stray: readonly string[];
}

/** What the rollout means: one check a service, one for its running digests, one for the way back. */
export function report(trail: Trail, proofs: readonly Proof[], at: string): Report {
  const { outcomes, steps } = trail;
  const putBack = outcomes.filter((outcome) => outcome.back);
  return {
    checks: [
      ...outcomes.map((outcome) => deployed(outcome, trail, at)),
      ...proofs.map((proof) => digests(proof, at)),
      ...putBack.map((outcome) => back(outcome, at)),
    ],
    outputs: {
      'task-definitions': JSON.stringify(Object.fromEntries(outcomes.map((o) => [o.service, ends(o)]))),
      deployments: JSON.stringify(
        Object.fromEntries(outcomes.flatMap((o) => (o.deployment ? [[o.service, o.deployment]] : []))),
      ),
      'rolled-back': String(putBack.length > 0 && putBack.every((outcome) => outcome.back?.back)),
    },
    summary: md`## Rollout

${table(
  ['Service', 'From', 'To', 'Result'],
  outcomes.map((o) => [o.service, revision(o.previous), revision(o.definition), sentence(o, trail)]),
)}
`,
    timeline: steps,
  };
}

const ends = (outcome: ServiceOutcome) => (outcome.back?.back ? outcome.previous : outcome.definition);

function sentence({ verdict, log }: ServiceOutcome, { interrupted }: Trail): string {
  if (verdict.kind === 'succeeded') return verdict.because;
  if (verdict.kind === 'waiting' && interrupted) return `interrupted: ${interrupted.message}`;
  const lines = log.length > 0 ? `; last log lines: ${log.slice(-5).join(' | ')}` : '';
  return `${verdict.because}${lines}`;
}

function deployed(outcome: ServiceOutcome, trail: Trail, at: string): Check {
  // Another service's failure leaves this one unfinished: not found out, rather than failed.
  const verdicts = { succeeded: 'pass', failed: 'fail', waiting: 'inconclusive' } as const;
  return check('rollout.deployed', outcome.service, verdicts[outcome.verdict.kind], sentence(outcome, trail), {
    measured: outcome.definition,
    source: 'ecs:DescribeServiceDeployments',
    at,
  });
}

function digests({ service, running, stray }: Proof, at: string): Check {
  const verdict = stray.length > 0 ? 'fail' : running === 0 ? 'warn' : 'pass';
  const because =
    stray.length > 0
      ? stray.join('; ')
      : running === 0
        ? 'no task is running (desired count 0?)'
        : `all ${running} running tasks run the digests of this release`;
  return check('rollout.running-digests', service, verdict, because, {
    measured: running,
    source: 'ecs:DescribeTasks',
    at,
  });
}

function back(outcome: ServiceOutcome, at: string): Check {
  const done = outcome.back?.back ?? false;
  return check(
    'rollout.put-back',
    outcome.service,
    done ? 'pass' : 'fail',
    `${done ? 'is back' : 'did not come back'} at ${revision(outcome.previous)}: ${outcome.back?.because}`,
    { expected: outcome.previous, source: 'ecs:DescribeServices', at },
  );
}
