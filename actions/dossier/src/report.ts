import type { Check } from '#shared/evidence/check';
import type { Markdown } from '#shared/evidence/markdown';
import type { Report } from '#shared/runtime/run';
import { check } from './checks.ts';
import type { Dossier } from './dossier.ts';
import { percent } from './dossier.ts';
import { predicateType } from './statement.ts';

export interface Outcome {
  readonly dossier: Dossier;
  readonly summary: Markdown;
  readonly page: string;
  /** Whether an image is among the statement's subjects. */
  readonly attestable: boolean;
  /** What is wrong with the evidence itself; empty when each file follows from the one before. */
  readonly chainFaults: readonly string[];
  /** Evidence files of another repository or commit, which were left out. */
  readonly foreign: number;
  readonly required: 'nothing' | 'ready';
  readonly at: string;
}

/** The dossier's own checks speak of the dossier; that a release failed does not make it fail. */
export function report(outcome: Outcome): Report {
  const { dossier } = outcome;
  return {
    checks: [chain(outcome), ...jobs(outcome), ...foreign(outcome), ready(outcome)],
    outputs: {
      verdict: dossier.verdict,
      readiness: percent(dossier.readiness.all),
      'readiness-due': percent(dossier.readiness.due),
      why: dossier.why,
      dossier: outcome.page,
      'predicate-type': predicateType,
      attestable: String(outcome.attestable),
    },
    summary: outcome.summary,
  };
}

function chain({ chainFaults, dossier, at }: Outcome): Check {
  const more = { source: 'the evidence files', at };
  const [first] = chainFaults;
  if (first !== undefined) return check('dossier.chain', dossier.run, 'fail', first, more);
  const because = `${dossier.evidence.length} evidence files are whole and follow one another`;
  return check('dossier.chain', dossier.run, 'pass', because, more);
}

function jobs({ dossier, required, at }: Outcome): readonly Check[] {
  const verdict = required === 'ready' ? 'fail' : 'warn';
  return dossier.gaps.map(({ job, because }) =>
    check('dossier.evidence-of-job', job, verdict, because, { source: 'the results of the jobs', at }),
  );
}

function foreign({ foreign, dossier, at }: Outcome): readonly Check[] {
  if (foreign === 0) return [];
  const because = `${foreign} evidence files of another repository or commit were left out`;
  return [check('dossier.foreign-evidence', dossier.run, 'warn', because, { source: 'the evidence files', at })];
}

function ready({ dossier, required, at }: Outcome): Check {
  const { closed, total } = dossier.readiness.due;
  const more = { source: 'the checklist', at, measured: `${closed} of ${total}`, expected: `${total} of ${total}` };
  const verdict = dossier.verdict === 'ready' ? 'pass' : required === 'ready' ? 'fail' : 'warn';
  return check('dossier.ready', dossier.release, verdict, dossier.why, more);
}
