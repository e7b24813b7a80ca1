import { type EffectiveChecklist, effective } from '#shared/checklist/effective';
import type { Check } from '#shared/evidence/check';
import type { Evidence } from '#shared/evidence/evidence-file';
import type { ReleaseRecord } from '#shared/release/record';
import { aReleaseRecord } from '../../../packages/shared/__tests__/release/a-release-record.ts';
import type { SealedDossier } from '../src/dossier.ts';
import { type Material, plan } from '../src/plan.ts';
import { seal } from '../src/seal/seal.ts';
import { unseal } from '../src/seal/unseal.ts';

export function aCheck(change: Partial<Check> & Pick<Check, 'id'>): Check {
  return {
    subject: 'backend',
    verdict: 'pass',
    because: `${change.id} holds`,
    source: 'DescribeImages',
    at: '2026-11-23T12:00:00.000Z',
    ...change,
  };
}

export function aSignature(role: string, change: Partial<Check> = {}): Check {
  const because = `mira signed as ${role}`;
  return aCheck({ id: `sign-off.${role}`, subject: role, measured: 'mira', because, source: 'approvals', ...change });
}

export function anEvidence(change: Partial<Evidence> = {}): Evidence {
  return {
    schema: 'golive/evidence@1',
    action: 'build-scan-push',
    repository: 'acme/fleet',
    commit: 'c0ffee',
    run: '7',
    attempt: 1,
    job: 'images',
    startedAt: '2026-11-23T11:59:00.000Z',
    finishedAt: '2026-11-23T12:01:00.000Z',
    verdict: 'pass',
    checks: [],
    timeline: [],
    previous: null,
    ...change,
  } as Evidence;
}

/** A checklist of three boxes: one measured, one signed, one for a day later. */
export const aChecklist: EffectiveChecklist = effective({
  schema: 'golive/checklist@1',
  title: 'Production deployment',
  steps: [
    {
      step: 'Images',
      phase: 'before',
      owner: 'devops-lead',
      boxes: [
        { box: 1, text: 'No image is too large', measured: [{ check: 'images.size' }] },
        { box: 2, text: 'The plan was read', signed: 'qa-lead', judgement: 'agreeing is a person’s act' },
      ],
    },
    {
      step: 'The first day',
      phase: 'day-1',
      owner: 'devops-lead',
      boxes: [{ box: 3, text: 'Somebody watches', signed: 'qa-lead', judgement: 'watching is done by a person' }],
    },
  ],
});

export function aMaterial(checks: readonly Check[], change: Partial<Material> = {}): Material {
  return {
    about: {
      project: 'fleet',
      repository: 'acme/fleet',
      ref: 'refs/tags/v1.4.0',
      commit: 'c0ffee',
      run: '7',
      attempt: 1,
    },
    checklist: aChecklist,
    evidence: evidenceOf(checks),
    record: undefined,
    jobs: {},
    silent: [],
    phases: ['before', 'release'],
    generatedAt: '2026-11-23T12:05:00.000Z',
    ...change,
  };
}

export function aRecord(change: Partial<ReleaseRecord> = {}): NonNullable<Material['record']> {
  const content = aReleaseRecord({ images: { backend: 'fleet-backend@sha256:1f' }, ...change });
  return { content, sha256: 'f00d' };
}

/** The checks as two jobs left them: what sign-off reports counts from sign-off alone. */
export function evidenceOf(checks: readonly Check[]): Evidence[] {
  const isSignature = ({ id }: Check) => id.startsWith('sign-off.');
  const signed = checks.filter(isSignature);
  const first = anEvidence({ checks: checks.filter((one) => !isSignature(one)) });
  return signed.length === 0 ? [first] : [first, anEvidence({ action: 'sign-off', job: 'collect', checks: signed })];
}

/** A dossier under its seal, made of files with these checks in them. */
export function aSealedDossier(checks: readonly Check[], change: Partial<Parameters<typeof seal>[0]> = {}) {
  return sealedFrom(evidenceOf(checks), change);
}

/** The same of whole evidence files, each following the one before. */
export function sealedFrom(
  evidence: readonly Evidence[],
  change: Partial<Parameters<typeof seal>[0]> = {},
  record?: ReleaseRecord,
  checklist: EffectiveChecklist = aChecklist,
): SealedDossier {
  const { about, generatedAt, phases, silent } = aMaterial([]);
  const said = { about, generatedAt, phases: [...phases], jobs: {}, silent: [...silent], ...change };
  const files = evidence.map((one, index) => ({
    name: `${one.action}-${one.job}-${one.attempt}-${index + 1}.json`,
    content: Buffer.from(`${JSON.stringify(one, null, 2)}\n`),
  }));
  const bytes = record === undefined ? undefined : Buffer.from(JSON.stringify(record));
  const sealed = seal(said, { checklist, record: bytes, evidence: files });
  return { ...plan(unseal(sealed).material), sealed };
}
