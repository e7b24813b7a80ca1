import { z } from 'zod';
import { verdicts } from '#shared/evidence/check';
import { planFileSchema } from '#shared/release/plan-file';
import { digestOf } from '#shared/values/canonical-json';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What an approval is for. Whatever of it changes afterwards makes the approval void. */
export const materialSchema = z.strictObject({
  commit: z.string().describe('The commit that is released'),
  tag: z.string().describe('The ref that the run was started for, such as refs/tags/v1.4.0'),
  images: z.record(z.string(), z.string()).describe('Image name -> repository@sha256:…'),
  findings: z
    .record(z.string(), z.strictObject({ verdict: z.enum(verdicts), because: z.string() }))
    .describe('Image name -> what its scan found'),
  plans: z.record(z.string(), digest).describe('Action -> SHA-256 of the canonical JSON of its plan'),
  checklist: digest.describe('SHA-256 of the canonical JSON of the checklist in force'),
  waivers: z.array(z.strictObject({ box: z.number(), owner: z.string(), reason: z.string(), until: z.string() })),
  posture: z
    .array(z.strictObject({ check: z.string(), subject: z.string(), verdict: z.enum(verdicts) }))
    .describe('How the gates stood, with every relaxed rule'),
});

const approval = z.strictObject({
  environment: z.string(),
  state: z.string(),
  login: z.string(),
  bot: z.boolean(),
  comment: z.string(),
});

const range = z.strictObject({
  because: z.string().describe('One sentence: what the differences are against'),
  from: z
    .string()
    .exactOptional()
    .describe('The commit that is deployed; absent where nothing is, or nobody could tell'),
  total: z.number().int().describe('Commits since; more than are listed where GitHub lists no more'),
  commits: z.array(z.strictObject({ sha: z.string(), subject: z.string(), author: z.string() })),
  files: z.array(
    z.strictObject({ name: z.string(), status: z.string(), additions: z.number(), deletions: z.number() }),
  ),
});

/** What the roles see before they sign, and what production is held to. */
export const briefSchema = z.strictObject({
  schema: z.literal('golive/brief@1'),
  project: z.string(),
  repository: z.string(),
  run: z.string(),
  attempt: z.number().int(),
  digest: digest.describe('SHA-256 of the canonical JSON of the material'),
  material: materialSchema,
  range,
  plans: z.array(planFileSchema),
  baseline: z.array(approval).describe('Approvals that the run had before this brief was written: they are not for it'),
});

export type Brief = z.infer<typeof briefSchema>;
export type Material = z.infer<typeof materialSchema>;
export type Range = z.infer<typeof range>;

/** A brief under the digest of its material. */
export function sealed(brief: Omit<Brief, 'schema' | 'digest'>): Brief {
  return { schema: 'golive/brief@1', ...brief, digest: digestOf(brief.material) };
}

/** As people compare it: in a job's name, in a comment. */
export const shortDigest = (whole: string): string => whole.slice(0, 12);
