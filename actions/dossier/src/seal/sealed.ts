import { z } from 'zod';
import { phases } from '#shared/checklist/checklist';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.number().int().nonnegative();

const copy = z.strictObject({
  bytes: bytes.describe('Of the file, unpacked'),
  sha256: digest.describe('SHA-256 of these bytes'),
  copy: z.string().describe('The file itself: gzip, then base64'),
});

/** Everything that the rest of the dossier is computed from. */
export const sealedSchema = z.strictObject({
  about: z.strictObject({
    project: z.string(),
    repository: z.string(),
    ref: z.string(),
    commit: z.string(),
    run: z.string(),
    attempt: z.number().int(),
    server: z
      .string()
      .regex(/^https?:\/\//)
      .exactOptional(),
  }),
  generatedAt: z.string(),
  phases: z.array(z.enum(phases)).describe('Whose boxes are due'),
  jobs: z.record(z.string(), z.enum(['success', 'failure', 'cancelled', 'skipped'])).describe('How each job ended'),
  silent: z.array(z.string()).describe('Jobs that never leave evidence'),
  checklist: copy.describe('The checklist in force, as JSON'),
  record: copy.exactOptional().describe('The release record'),
  evidence: z
    .array(
      copy.extend({
        name: z.string().describe('Path below evidence/'),
        previous: digest.nullable().describe('The link before this one'),
        link: digest.describe('SHA-256 of the canonical JSON of { bytes, name, previous, sha256 }'),
      }),
    )
    .describe('Every evidence file, in the order of the chain'),
});

export type Sealed = z.infer<typeof sealedSchema>;
export type Copy = z.infer<typeof copy>;
