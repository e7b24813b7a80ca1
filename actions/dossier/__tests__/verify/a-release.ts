import { createHash } from 'node:crypto';
import type { Check } from '#shared/evidence/check';
import type { Evidence } from '#shared/evidence/evidence-file';
import type { SealedDossier } from '../../src/dossier.ts';
import { filesOf } from '../../src/files.ts';
import { contentOf } from '../../src/verify/sealed-copies.ts';
import type { Found } from '../../src/verify/verify.ts';
import { aCheck, anEvidence, aRecord, aSignature, sealedFrom } from '../builders.ts';

/** Evidence of three jobs, each following the one before, as a release leaves it. */
export function aReleasesEvidence(change: { readonly size?: Partial<Check> } = {}): readonly Evidence[] {
  const digest = `sha256:${'1f'.repeat(32)}`;
  const first = anEvidence({
    checks: [aCheck({ id: 'images.size', ...change.size }), aCheck({ id: 'images.digest-proven', measured: digest })],
  });
  const second = anEvidence({
    action: 'sign-off',
    job: 'collect',
    checks: [aSignature('qa-lead')],
    previous: hashOf(first),
  });
  const third = anEvidence({ action: 'smoke-test', job: 'smoke', previous: hashOf(second) });
  return [first, second, third];
}

export function aReleasesDossier(evidence = aReleasesEvidence()): SealedDossier {
  const images = { backend: `fleet-backend@sha256:${'1f'.repeat(32)}` };
  return sealedFrom(evidence, {}, aRecord({ images }).content);
}

/** A dossier's folder as `readDossier` finds it. */
export function foundFrom(dossier: SealedDossier): Required<Found> & { files: Map<string, Buffer> } {
  const files = new Map([...filesOf(dossier)].map(([name, text]) => [name, Buffer.from(text)] as const));
  const evidence = new Map(dossier.sealed.evidence.map((entry) => [entry.name, contentOf(entry) ?? Buffer.of()]));
  const record = dossier.sealed.record && contentOf(dossier.sealed.record);
  return { json: files.get('dossier.json') ?? Buffer.of(), files, evidence, record: record ?? Buffer.of() };
}

/** The bytes with one of them changed by `by`, 1 to 255. */
export function changed(content: Buffer, at: number, by = 1): Buffer {
  const copy = Buffer.from(content);
  copy[at] = ((copy[at] ?? 0) + by) % 256;
  return copy;
}

const hashOf = (evidence: Evidence) =>
  createHash('sha256')
    .update(`${JSON.stringify(evidence, null, 2)}\n`)
    .digest('hex');
