import { breachOf, told } from '#shared/checklist/bound';
import type { Measure, MeasuredBox } from '#shared/checklist/checklist';
import { type Check, isFailure, worst } from '#shared/evidence/check';
import type { FilledBox } from './dossier.ts';

/** A check, and the evidence that it stands in. */
export interface Reported {
  readonly action: string;
  readonly check: Check;
  readonly job?: string;
  /** Where the run of that job is shown. */
  readonly link?: string;
}

/**
 * A measured box by the worst of its checks: each of them has to be reported by its own action, about the subject asked
 * for, and what it measured has to keep to its bound.
 */
export function fillMeasured(box: MeasuredBox, byId: ReadonlyMap<string, readonly Reported[]>): FilledBox {
  const answers = box.measured.map((one) => answersTo(one, byId.get(one.check) ?? []));
  const found = answers.flatMap((one) => ('missing' in one ? [] : one.reported));
  const missing = answers.flatMap((one) => ('missing' in one ? [one.missing] : []));
  const { box: number, text } = box;
  const filled = { box: number, text, by: box.measured.map(asked).join(', ') };
  const verdict = worst(found.map(({ check }) => check.verdict));
  const decisive = found.find(({ check }) => check.verdict === verdict);
  if (decisive === undefined || (missing.length > 0 && !isFailure(verdict)))
    return { ...filled, state: 'open', because: missing.join('; ') };
  const state = isFailure(verdict) ? 'failed' : verdict === 'skipped' ? 'open' : 'measured';
  const fact = withSubject(decisive.check);
  const because = state === 'measured' && found.length > 1 ? `${fact} (and ${found.length - 1} more)` : fact;
  return { ...filled, state, because, ...originOf(decisive) };
}

/** Where a fact comes from, and where that is shown. */
export function originOf({ check, job, link }: Reported): Pick<FilledBox, 'source' | 'at' | 'job' | 'link'> {
  const where = { ...(job === undefined ? {} : { job }), ...(link === undefined ? {} : { link }) };
  return { source: check.source, at: check.at, ...where };
}

/** A fact read far from its check has to say what it is about. */
export function withSubject({ subject, because }: Check): string {
  return subject === '' || because.includes(subject) ? because : `${subject}: ${because}`;
}

function answersTo(
  measure: Measure,
  reported: readonly Reported[],
): { readonly reported: readonly Reported[] } | { readonly missing: string } {
  const about = reported.filter(({ check }) => measure.subject === undefined || check.subject === measure.subject);
  const believed = about.filter(({ action }) => measure.of === undefined || action === measure.of);
  const name = measure.subject === undefined ? measure.check : `${measure.check} of ${measure.subject}`;
  if (believed.length > 0) return { reported: believed.map((one) => ({ ...one, check: within(one.check, measure) })) };
  const [other] = about;
  if (other !== undefined)
    return { missing: `${name} was reported by ${other.action}, and counts only from ${measure.of}` };
  return { missing: `no action has reported ${name}` };
}

/** A check that passed beyond the bound has failed: a bound tightens, and mends nothing. */
function within(check: Check, { bound, verdict }: Measure): Check {
  if (check.verdict === 'warn' && verdict === 'pass') return { ...check, verdict: 'skipped' };
  if (bound === undefined || isFailure(check.verdict) || check.verdict === 'skipped') return check;
  const breach = breachOf(bound, check.measured);
  return breach === undefined ? check : { ...check, verdict: 'fail', because: `${check.because}; ${breach}` };
}

function asked({ check, subject, bound, verdict }: Measure): string {
  const about = subject === undefined ? [] : [`of ${subject}`];
  const within = bound === undefined ? [] : [told(bound)];
  return [check, ...about, ...within, ...(verdict === undefined ? [] : ['without a warning'])].join(' ');
}
