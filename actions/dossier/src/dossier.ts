import { z } from 'zod';
import { phases } from '#shared/checklist/checklist';
import { sealedSchema } from './seal/sealed.ts';

export const states = ['measured', 'signed', 'waived', 'failed', 'open'] as const;

const count = z.number().int().nonnegative();

/** Boxes by their state; `closed` is measured and signed together. A waived box is neither closed nor in the way. */
const tally = z.strictObject({
  total: count,
  closed: count,
  measured: count,
  signed: count,
  waived: count,
  failed: count,
  open: count,
});

const box = z.strictObject({
  box: z.number().int().positive(),
  text: z.string(),
  state: z.enum(states),
  because: z.string(),
  /** The role that signs it, or the checks that measure it. */
  by: z.string(),
  source: z.string().optional(),
  at: z.string().optional(),
  /** Of a signed box: what would measure it, or why it takes a person. */
  note: z.string().optional(),
  /** The job that the fact comes from, and where its run is shown. */
  job: z.string().optional(),
  link: z.string().optional(),
});

const step = z.strictObject({
  step: z.string(),
  phase: z.enum(phases),
  owner: z.string(),
  due: z.boolean(),
  tally,
  boxes: z.array(box),
});

const signature = z.strictObject({
  role: z.string(),
  /** `quorum`: nobody had to, since enough others of its quorum have signed. */
  state: z.enum(['signed', 'quorum', 'refused', 'missing']),
  by: z.string().optional(),
  because: z.string(),
  at: z.string().optional(),
  source: z.string().optional(),
  job: z.string().optional(),
  link: z.string().optional(),
  /** Digest of the brief that was approved. */
  brief: z.string().optional(),
  /** What the person said with it. */
  comment: z.string().optional(),
  /** Rules that had to be relaxed for this signature to count. */
  relaxed: z.array(z.string()).optional(),
});

const filled = z.strictObject({
  schema: z.literal('golive/dossier@1'),
  title: z.string(),
  project: z.string(),
  repository: z.string(),
  release: z.string(),
  commit: z.string(),
  run: z.string(),
  attempt: z.number().int(),
  runUrl: z.string().optional(),
  generatedAt: z.string(),
  verdict: z.enum(['ready', 'open', 'failed']),
  why: z.string(),
  readiness: z.strictObject({ all: tally, due: tally }),
  steps: z.array(step),
  signatures: z.array(signature),
  /** Rules of sign-off that this repository has relaxed. */
  relaxations: z.array(z.strictObject({ name: z.string(), because: z.string() })),
  /** The checklist in force, and what keeps boxes out of it. */
  checklist: z.strictObject({
    digest: z.string(),
    waivers: z.array(z.strictObject({ box: count, owner: z.string(), reason: z.string(), until: z.string() })),
    removed: z.array(z.strictObject({ box: count, text: z.string(), reason: z.string() })),
  }),
  timeline: z.array(
    z.strictObject({ at: z.string(), action: z.string(), what: z.string(), subject: z.string().optional() }),
  ),
  /** The release record that images and versions come from. */
  record: z.strictObject({ sha256: z.string(), createdAt: z.string(), runId: z.string() }).optional(),
  /** Jobs that ended in a way that no evidence tells. */
  gaps: z.array(z.strictObject({ job: z.string(), result: z.string(), because: z.string() })),
  images: z.array(z.strictObject({ name: z.string(), reference: z.string() })),
  evidence: z.array(
    z.strictObject({
      action: z.string(),
      job: z.string(),
      environment: z.string().optional(),
      run: z.string(),
      attempt: z.number().int(),
      link: z.string().optional(),
      verdict: z.string(),
      /** Why it did not simply pass: its warnings and failures, the worst first. */
      because: z.array(z.string()),
      startedAt: z.string(),
      finishedAt: z.string(),
      checks: count,
    }),
  ),
});

/** dossier.json: the checklist filled in, and under `sealed` what all of it is computed from. */
export const dossierSchema = filled.extend({ sealed: sealedSchema });

/** The checklist filled in. */
export type Dossier = z.infer<typeof filled>;
export type SealedDossier = z.infer<typeof dossierSchema>;
export type Tally = z.infer<typeof tally>;
export type FilledStep = z.infer<typeof step>;
export type FilledBox = z.infer<typeof box>;
export type Signature = z.infer<typeof signature>;

/** Closed boxes of all, in per cent with one decimal, rounded down: 100 means every single one. */
export function percent(tally: Tally): string {
  return tally.total === 0 ? '0.0' : (Math.floor((tally.closed / tally.total) * 1000) / 10).toFixed(1);
}
