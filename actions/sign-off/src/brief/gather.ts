import type { EffectiveChecklist } from '#shared/checklist/effective';
import { type Check, isFailure } from '#shared/evidence/check';
import type { EvidenceFile } from '#shared/evidence/evidence-file';
import type { Answer } from '#shared/github/rest';
import type { PlanFile } from '#shared/release/plan-file';
import { digestOf } from '#shared/values/canonical-json';
import { check } from '../checks.ts';
import type { Material } from './brief.ts';

/** What a material is made of, already read. */
export interface Gathered {
  readonly commit: string;
  readonly ref: string;
  readonly images: Readonly<Record<string, string>>;
  readonly findings: Material['findings'];
  readonly plans: readonly PlanFile[];
  readonly checklist: Pick<EffectiveChecklist, 'digest' | 'waivers'>;
  /** The checks of the gates. */
  readonly gates: readonly Check[];
}

export function materialOf({ commit, ref, images, findings, plans, checklist, gates }: Gathered): Material {
  return {
    commit,
    tag: ref,
    images: { ...images },
    findings,
    plans: Object.fromEntries(plans.map((plan) => [plan.action, digestOf(plan)])),
    checklist: checklist.digest,
    waivers: checklist.waivers.map(({ box, owner, reason, until }) => ({ box, owner, reason, until })),
    posture: gates
      .filter(({ id }) => id.startsWith('gate.'))
      .map(({ id, subject, verdict }) => ({ check: id, subject, verdict }))
      .sort((a, b) => (a.check + a.subject < b.check + b.subject ? -1 : 1)),
  };
}

const scan = 'images.no-critical-vulnerabilities';

/** What the scans found, image by image, in the newest evidence of this commit. */
export function findingsIn(
  evidence: readonly EvidenceFile[],
  { repository, sha }: { readonly repository: string; readonly sha: string },
): Material['findings'] {
  const checks = evidence
    .filter(
      ({ evidence: one }) => one.action === 'build-scan-push' && one.repository === repository && one.commit === sha,
    )
    .flatMap(({ evidence: one }) => one.checks.filter(({ id }) => id === scan));
  return Object.fromEntries(checks.map(({ subject, verdict, because }) => [subject, { verdict, because }]));
}

/** What keeps a brief from saying all that it must: one check for each of its parts. */
export function completeness(
  gathered: Gathered,
  unread: Readonly<Record<string, Answer<unknown>>>,
  at: string,
): Check[] {
  const say = (subject: string, verdict: Check['verdict'], because: string) =>
    check('sign-off.brief-written', subject, verdict, because, { source: 'evidence, plans and GitHub', at });
  const unscanned = Object.keys(gathered.images).filter((name) => gathered.findings[name] === undefined);
  return [
    ...Object.entries(unread).map(([subject, answer]) => {
      if (answer.kind === 'found') return say(subject, 'pass', `${subject} could be read`);
      const why = answer.kind === 'unreadable' ? answer.why : 'GitHub does not know it, or not for this token';
      return say(subject, 'inconclusive', `${subject} could not be read: ${why}`);
    }),
    Object.keys(gathered.images).length === 0
      ? say('images', 'inconclusive', 'no images were given: pass the output images of build-scan-push')
      : unscanned.length > 0
        ? say('images', 'inconclusive', `no evidence tells what the scan of ${unscanned.join(', ')} found`)
        : say('images', 'pass', `${Object.keys(gathered.images).length} images, each with what its scan found`),
    gathered.plans.length === 0
      ? say('plans', 'inconclusive', 'no dry run has left a plan: run each changing action with dry-run first')
      : say('plans', 'pass', `plans of ${gathered.plans.map(({ action }) => action).join(', ')}`),
    ...gathered.gates
      .filter(({ verdict }) => isFailure(verdict))
      .map(({ id, subject, because }) =>
        say(`${id} ${subject}`, 'fail', `nobody is asked to sign behind an open gate: ${because}`),
      ),
  ];
}
