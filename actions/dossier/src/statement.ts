import { z } from 'zod';
import type { SealedDossier } from './dossier.ts';

/** What the predicate means stands in docs/dossier.md. */
export const predicateType = 'urn:golive:dossier:v1';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: digest });
const tally = z.record(z.string(), z.number());

/** https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export const statementSchema = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z
    .array(z.strictObject({ name: z.string(), digest: z.record(z.string(), z.string()) }))
    .min(1)
    .describe('The images by digest; where there are none, the commit'),
  predicateType: z.literal(predicateType),
  predicate: z.strictObject({
    release: z.strictObject({
      project: z.string(),
      repository: z.string(),
      name: z.string(),
      commit: z.string(),
      run: z.string(),
      attempt: z.number().int(),
    }),
    generatedAt: z.string(),
    verdict: z.enum(['ready', 'open', 'failed']),
    readiness: z.strictObject({ all: tally, due: tally }),
    checklist: digest.describe("The checklist's digest"),
    record: digest.exactOptional().describe('SHA-256 of the release record'),
    chain: digest.nullable().describe('The last link of the evidence; null of none'),
    evidence: z.array(file).describe('Every evidence file, in the order of the chain'),
    files: z.array(file).describe('The dossier itself'),
  }),
});

export type Statement = z.infer<typeof statementSchema>;
export type StatedFile = z.infer<typeof file>;

/** The in-toto statement about a dossier, whose own files are given by their hashes. */
export function statementOf(dossier: SealedDossier, files: readonly StatedFile[]): Statement {
  const { sealed, record } = dossier;
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: subjectsOf(dossier),
    predicateType,
    predicate: {
      release: {
        project: dossier.project,
        repository: dossier.repository,
        name: dossier.release,
        commit: dossier.commit,
        run: dossier.run,
        attempt: dossier.attempt,
      },
      generatedAt: dossier.generatedAt,
      verdict: dossier.verdict,
      readiness: dossier.readiness,
      checklist: dossier.checklist.digest,
      ...(record === undefined ? {} : { record: record.sha256 }),
      chain: sealed.evidence.at(-1)?.link ?? null,
      evidence: sealed.evidence.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
      files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    },
  };
}

/** The images that were released; a release that got to none is about its commit. */
function subjectsOf({ images, repository, commit }: SealedDossier): Statement['subject'] {
  const named = images.flatMap(({ name, reference }) => {
    const [repository, digest] = reference.includes('@') ? reference.split('@') : [name, reference];
    const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '') ?? [];
    return hex === undefined ? [] : [{ name: repository ?? name, digest: { sha256: hex } }];
  });
  return named.length > 0 ? named : [{ name: repository, digest: { gitCommit: commit } }];
}

/** The images in the format of sha256sum, as actions/attest takes them; empty when no image is among the subjects. */
export function subjectLines({ subject }: Statement): string {
  return subject
    .flatMap(({ name, digest: { sha256 } }) => (sha256 === undefined ? [] : [`${sha256}  ${name}\n`]))
    .join('');
}
