import { z } from 'zod';
import { checklistSchema } from '#shared/checklist/checklist';
import { type EffectiveChecklist, effective } from '#shared/checklist/effective';
import { type EvidenceFile, parseEvidence } from '#shared/evidence/evidence-file';
import { releaseRecordSchema } from '#shared/release/record';
import type { Material } from '../plan.ts';
import { unpack } from './pack.ts';
import type { Copy, Sealed } from './sealed.ts';

/** What is under a seal, read and validated. Throws when a copy is not what it has to be. */
export function unseal(sealed: Sealed): { readonly material: Material; readonly files: readonly EvidenceFile[] } {
  const files = sealed.evidence.map((entry) => {
    const content = unpack(entry.copy, entry.bytes);
    return { file: entry.name, content, ...parseEvidence(entry.name, content) };
  });
  // Artifacts of several jobs may hold copies of the same file.
  const once = [...new Map(files.map((file) => [file.sha256, file.evidence])).values()];
  const { about, generatedAt, phases, jobs, silent, record } = sealed;
  const material: Material = {
    about,
    checklist: checklistIn(sealed.checklist),
    evidence: once,
    record:
      record === undefined ? undefined : { content: releaseRecordSchema.parse(jsonIn(record)), sha256: record.sha256 },
    jobs: Object.fromEntries(Object.entries(jobs).map(([job, result]) => [job, { result }])),
    silent,
    phases,
    generatedAt,
  };
  return { material, files };
}

const beside = z.object({
  waivers: z.array(z.strictObject({ box: z.number(), owner: z.string(), reason: z.string(), until: z.string() })),
  removed: z.array(z.strictObject({ box: z.number(), text: z.string(), reason: z.string() })),
  digest: z.string(),
});

function checklistIn(copy: Copy): EffectiveChecklist {
  const content = jsonIn(copy);
  const { waivers, removed, digest, ...checklist } = beside.loose().parse(content);
  const whole = effective(checklistSchema.parse(checklist), waivers, removed);
  if (whole.digest !== digest) throw new Error(`the checklist is ${whole.digest}, and says that it is ${digest}`);
  return whole;
}

function jsonIn(copy: Copy): unknown {
  return JSON.parse(unpack(copy.copy, copy.bytes).toString());
}
