import { type Check, isFailure } from '#shared/evidence/check';
import type { Evidence } from '#shared/evidence/evidence-file';
import type { FilledStep, Tally } from './dossier.ts';
import type { Gap } from './jobs.ts';

export interface Cause {
  readonly action: string;
  readonly check: Check;
}

/** The check that closed the release first: later failures usually follow from it. */
export function firstCause(evidence: readonly Evidence[]): Cause | undefined {
  return evidence
    .flatMap((one) => one.checks.map((check) => ({ action: one.action, check })))
    .filter(({ check }) => isFailure(check.verdict))
    .sort((a, b) => Date.parse(a.check.at) - Date.parse(b.check.at) || weight(a) - weight(b))[0];
}

function weight(cause: Cause): number {
  return cause.check.verdict === 'fail' ? 0 : 1;
}

/** What a verdict is made from. */
export interface Findings {
  readonly evidence: readonly Evidence[];
  readonly gaps: readonly Gap[];
  readonly steps: readonly FilledStep[];
  readonly due: Tally;
}

/** The verdict and what a stranger gets to read about it. */
export function verdictOf({ evidence, gaps, steps, due }: Findings): {
  readonly verdict: 'ready' | 'open' | 'failed';
  readonly why: string;
} {
  const cause = firstCause(evidence);
  const dark = gaps.filter((gap) => !gap.silent);
  if (cause !== undefined)
    return {
      verdict: 'failed',
      why: `${told(cause)}${wentBack(evidence)}${dark.length > 0 ? ` Besides, ${toldGaps(dark)}.` : ''}`,
    };
  if (gaps.length > 0) return { verdict: 'failed', why: gapWhy(dark.length > 0 ? dark : gaps) };
  const broken = evidence.find((one) => isFailure(one.verdict));
  if (broken !== undefined) return { verdict: 'failed', why: `Stopped by ${broken.action}, which gave no reason.` };
  const refused = dueBoxes(steps).find((box) => box.state === 'failed');
  if (refused !== undefined)
    return {
      verdict: 'failed',
      why: `Box ${refused.box} failed, “${refused.text}”: ${finished(refused.because)}`,
    };
  if (due.closed + due.waived === due.total)
    return {
      verdict: 'ready',
      why: `All ${due.total} boxes due by now are closed: ${due.measured} measured, ${due.signed} signed${due.waived > 0 ? `, ${due.waived} waived` : ''}.`,
    };
  return { verdict: 'open', why: whatIsOpen(steps, due) };
}

function told({ action, check }: Cause): string {
  const subject = check.subject === '' || names(check.because, check.subject) ? '' : `, ${check.subject}`;
  return `Stopped by ${action}${subject}: ${finished(check.because)}`;
}

function toldGaps(gaps: readonly Gap[]): string {
  return gaps.map(({ because }) => `job ${because}`).join('; ');
}

/** Nobody can say what a job without evidence did, so the release is not known to be good. */
function gapWhy(gaps: readonly Gap[]): string {
  if (gaps.every((gap) => gap.silent)) return `Stopped: ${toldGaps(gaps)}.`;
  return `Stopped: ${toldGaps(gaps)}, so nobody knows what it did: run it again, or put the release back.`;
}

/** Whether a sentence names the subject by itself, not only as a part of a longer identifier such as an ARN. */
function names(sentence: string, subject: string): boolean {
  const literal = subject.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w/:.-])${literal}(?![\\w/-]|:\\w)`).test(sentence);
}

function wentBack(evidence: readonly Evidence[]): string {
  const back = evidence.flatMap((one) => one.checks).filter(({ id }) => isReturn(id));
  if (back.length === 0) return '';
  return back.every((one) => one.verdict === 'pass' || one.verdict === 'warn')
    ? ' What had been changed was put back.'
    : ' Not everything that had been changed was put back.';
}

function isReturn(id: string): boolean {
  return id.endsWith('.put-back') || (id.startsWith('rollback.') && id !== 'rollback.within-budget');
}

const dueBoxes = (steps: readonly FilledStep[]) => steps.filter((step) => step.due).flatMap((step) => step.boxes);

function whatIsOpen(steps: readonly FilledStep[], due: Tally): string {
  const first = dueBoxes(steps).find((box) => box.state === 'open');
  const example =
    first === undefined ? '' : ` The first is box ${first.box}, “${first.text}”: ${finished(first.because)}`;
  const open = due.total - due.closed - due.waived;
  return `${open} of ${due.total} boxes due by now ${open === 1 ? 'is' : 'are'} open.${example}`;
}

function finished(because: string): string {
  return /[.!?]$/.test(because) ? because : `${because}.`;
}
