import type { Phase } from '#shared/checklist/checklist';
import type { EffectiveChecklist } from '#shared/checklist/effective';
import type { Check } from '#shared/evidence/check';
import type { Evidence } from '#shared/evidence/evidence-file';
import type { ReleaseRecord } from '#shared/release/record';
import { fillSteps, tallyOf } from './boxes.ts';
import type { Dossier } from './dossier.ts';
import { gapsOf, type JobResults } from './jobs.ts';
import type { Reported } from './measured-box.ts';
import { relaxations, signatures } from './signatures.ts';
import { verdictOf } from './why.ts';

/** What identifies the run that the dossier speaks of. */
export interface About {
  readonly project: string;
  readonly repository: string;
  readonly ref: string;
  readonly commit: string;
  readonly run: string;
  readonly attempt: number;
  /** Where GitHub shows its pages, `https://github.com`. */
  readonly server?: string;
}

/** Everything a dossier is made of, already read and validated. */
export interface Material {
  readonly about: About;
  /** The checklist in force. */
  readonly checklist: EffectiveChecklist;
  readonly evidence: readonly Evidence[];
  /** The release record, and the SHA-256 of its bytes. */
  readonly record: { readonly content: ReleaseRecord; readonly sha256: string } | undefined;
  readonly jobs: JobResults;
  /** Jobs that never leave evidence. */
  readonly silent: readonly string[];
  readonly phases: readonly Phase[];
  readonly generatedAt: string;
}

/** The checklist filled in. */
export function plan(material: Material): Dossier {
  const { about, checklist } = material;
  // One of another commit tells of another release.
  const kept = material.record?.content.commit === about.commit ? material.record : undefined;
  const record = kept?.content;
  const evidence = evidenceOfRelease(material);
  const reported = evidence.flatMap((one) => reportedBy(one, linkTo(about, one.run, one.attempt)));
  const signed = signatures(checklist, reported);
  const gaps = gapsOf(
    material.jobs,
    evidence.filter((one) => one.run === about.run),
    material.silent,
  );
  const steps = fillSteps(checklist, reported, signed, material.phases, new Date(material.generatedAt));
  const all = tallyOf(steps.flatMap((step) => step.boxes));
  const due = tallyOf(steps.filter((step) => step.due).flatMap((step) => step.boxes));
  return {
    schema: 'golive/dossier@1',
    title: checklist.title,
    project: about.project,
    repository: about.repository,
    release: record?.release ?? about.ref.replace(/^refs\/(tags|heads)\//, ''),
    commit: about.commit,
    run: about.run,
    attempt: about.attempt,
    ...(about.server === undefined ? {} : { runUrl: linkTo(about, about.run, about.attempt).link }),
    generatedAt: material.generatedAt,
    ...verdictOf({ evidence, gaps, steps, due }),
    readiness: { all, due },
    steps: [...steps],
    signatures: [...signed],
    relaxations: relaxations(reported),
    checklist: {
      digest: checklist.digest,
      waivers: checklist.waivers.map((one) => ({ ...one })),
      removed: checklist.removed.map((one) => ({ ...one })),
    },
    timeline: timeline(evidence),
    ...(kept && record ? { record: { sha256: kept.sha256, createdAt: record.createdAt, runId: record.runId } } : {}),
    gaps: gaps.map(({ job, result, because }) => ({ job, result, because })),
    images: images(
      reported.map(({ check }) => check),
      record,
    ),
    evidence: evidence.map((one) => ({
      action: one.action,
      job: one.job,
      ...(one.environment === undefined ? {} : { environment: one.environment }),
      run: one.run,
      attempt: one.attempt,
      ...linkTo(about, one.run, one.attempt),
      verdict: one.verdict,
      because: reservations(one),
      startedAt: one.startedAt,
      finishedAt: one.finishedAt,
      checks: one.checks.length,
    })),
  };
}

function reportedBy({ action, job, checks }: Evidence, link: { link?: string }): readonly Reported[] {
  return checks.map((check) => ({ action, check, job, ...link }));
}

/** Where GitHub shows one attempt of a run. */
function linkTo({ server, repository }: About, run: string, attempt: number): { link?: string } {
  if (server === undefined) return {};
  return { link: `${server}/${encodeURI(repository)}/actions/runs/${encodeURIComponent(run)}/attempts/${attempt}` };
}

/** What tells of the release: of its commit, by other actions, each job's newest attempt, in the order of time. */
export function evidenceOfRelease({ evidence, about }: Pick<Material, 'evidence' | 'about'>): readonly Evidence[] {
  const others = evidence.filter((one) => one.action !== 'dossier');
  return latest(ofThisRelease(others, about));
}

/** Evidence of another repository or commit says nothing about this release. */
export function ofThisRelease(evidence: readonly Evidence[], about: About): readonly Evidence[] {
  return evidence.filter((one) => one.repository === about.repository && one.commit === about.commit);
}

/** When a job ran again, its newest attempt stands; the order is that of time. */
function latest(evidence: readonly Evidence[]): readonly Evidence[] {
  const groups = Map.groupBy(evidence, (one) => JSON.stringify([one.run, one.action, one.job, one.environment ?? '']));
  return [...groups.values()]
    .flatMap((group) => {
      const newest = Math.max(...group.map((one) => one.attempt));
      return group.filter((one) => one.attempt === newest);
    })
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

/** The digests that the registry proved, or the references of the release record, which say more. */
function images(checks: readonly Check[], record: ReleaseRecord | undefined): Dossier['images'] {
  const proven = checks.filter((one) => one.id === 'images.digest-proven' && one.verdict === 'pass');
  const digests = Object.fromEntries(proven.map((one) => [one.subject, String(one.measured)]));
  return Object.entries({ ...digests, ...record?.images }).map(([name, reference]) => ({ name, reference }));
}

/** What a reader has to know of an action that warned or failed; a skipped check is told by its box. */
function reservations({ checks }: Evidence): string[] {
  const told = (['fail', 'inconclusive', 'warn'] as const).flatMap((verdict) =>
    checks.filter((one) => one.verdict === verdict).map(({ because }) => because),
  );
  const once = [...new Set(told)];
  return once.length <= mostReservations
    ? once
    : [...once.slice(0, mostReservations), `and ${once.length - mostReservations} more`];
}

/** More than these are to be read in the evidence itself. */
const mostReservations = 5;

/** An action tells of nothing that came after its end: where a time is later, it is that of another clock. */
function timeline(evidence: readonly Evidence[]): Dossier['timeline'] {
  return evidence
    .flatMap((one) => {
      const ended = Date.parse(one.finishedAt);
      const all = [
        { at: one.startedAt, what: 'started' },
        ...one.timeline,
        { at: one.finishedAt, what: `finished: ${one.verdict}` },
      ];
      return all.map((event) => ({ event, action: one.action, place: Math.min(Date.parse(event.at), ended) }));
    })
    .sort((a, b) => a.place - b.place)
    .map(({ event: { at, what, ...event }, action }) => ({
      at,
      action,
      what,
      ...('subject' in event && event.subject !== undefined ? { subject: event.subject } : {}),
    }));
}
