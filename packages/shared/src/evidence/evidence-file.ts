import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Check, checkSchema, type Verdict, verdicts } from './check.ts';

/** Something that happened during an action. */
export interface TimelineEvent {
  /** ISO 8601. */
  readonly at: string;
  readonly what: string;
  readonly subject?: string;
}

/** What one run of one action leaves behind. */
export interface Evidence {
  readonly schema: 'golive/evidence@1';
  readonly action: string;
  readonly repository: string;
  readonly commit: string;
  readonly run: string;
  readonly attempt: number;
  readonly job: string;
  readonly environment?: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly timeline: readonly TimelineEvent[];
  /** SHA-256 of the bytes of the evidence file before this one, null for a first one. */
  readonly previous: string | null;
}

export const evidenceSchema = z.object({
  schema: z.literal('golive/evidence@1'),
  action: z.string(),
  repository: z.string(),
  commit: z.string(),
  run: z.string(),
  attempt: z.number().int(),
  job: z.string(),
  environment: z.string().exactOptional(),
  startedAt: z.string(),
  finishedAt: z.string(),
  verdict: z.enum(verdicts),
  checks: z.array(checkSchema),
  timeline: z.array(z.object({ at: z.string(), what: z.string(), subject: z.string().exactOptional() })),
  previous: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

/** An evidence file as it lies in its folder. */
export interface EvidenceFile {
  readonly file: string;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  /** Its bytes. */
  readonly content: Buffer;
  readonly evidence: Evidence;
}

/**
 * Writes one evidence file named after action, job, subject and attempt, chained to the newest one in the folder,
 * and never over another. `subject` tells apart the legs of a matrix.
 */
export async function writeEvidence(
  folder: string,
  evidence: Omit<Evidence, 'schema' | 'previous'>,
  subject?: string,
): Promise<EvidenceFile> {
  await mkdir(folder, { recursive: true });
  const newest = await newestEvidence(folder);
  const full: Evidence = { schema: 'golive/evidence@1', ...evidence, previous: newest?.sha256 ?? null };
  const content = Buffer.from(`${JSON.stringify(full, null, 2)}\n`);
  const stem = [evidence.action, evidence.job, subject, `${evidence.attempt}`]
    .filter(Boolean)
    .map((part) => plain(part ?? ''));
  for (let number = 1; ; number++) {
    const file = path.join(folder, `${[...stem, number].join('-')}.json`);
    if (await createFile(file, content)) return { file, sha256: sha256(content), content, evidence: full };
  }
}

/** Every evidence file of a folder and the folders in it, oldest first. Throws when one is no evidence. */
export async function readEvidenceDir(folder: string): Promise<EvidenceFile[]> {
  const files = await jsonFiles(folder);
  const read: EvidenceFile[] = [];
  // Hundreds of jobs leave hundreds of files: never all of them open at once.
  for (let from = 0; from < files.length; from += 64)
    read.push(...(await Promise.all(files.slice(from, from + 64).map(readEvidence))));
  return oldestFirst(read);
}

/** What breaks the chain: a file whose predecessor is missing or was changed. Jobs that ran side by side may fork it. */
export function verifyChain(files: readonly EvidenceFile[]): {
  readonly intact: boolean;
  readonly problems: readonly string[];
} {
  const known = new Set(files.map((file) => file.sha256));
  const problems = files
    .filter(({ evidence: { previous } }) => previous !== null && !known.has(previous))
    .map(
      ({ file, evidence }) =>
        `${path.basename(file)} follows a file with SHA-256 ${evidence.previous}, which is missing or was changed`,
    );
  return { intact: problems.length === 0, problems };
}

// A file that somebody spoilt is the reader's to complain about; it must not cost this action its own evidence.
async function newestEvidence(folder: string): Promise<EvidenceFile | undefined> {
  const read = await Promise.allSettled((await jsonFiles(folder)).map(readEvidence));
  return oldestFirst(read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))).at(-1);
}

async function jsonFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.json')).map((name) => path.join(folder, name));
}

function oldestFirst(files: readonly EvidenceFile[]): EvidenceFile[] {
  return files.toSorted((a, b) => order(a.evidence.finishedAt, b.evidence.finishedAt) || order(a.file, b.file));
}

async function readEvidence(file: string): Promise<EvidenceFile> {
  const content = await readFile(file);
  return { file, content, ...parseEvidence(file, content) };
}

/** The evidence that some bytes are, with their SHA-256. Throws when they are none; `name` is who is blamed. */
export function parseEvidence(name: string, content: Buffer): Pick<EvidenceFile, 'sha256' | 'evidence'> {
  const parsed = evidenceSchema.safeParse(json(content));
  if (!parsed.success) throw new Error(`${name} is no evidence file: ${z.prettifyError(parsed.error)}`);
  return { sha256: sha256(content), evidence: parsed.data };
}

function json(content: Buffer): unknown {
  try {
    // Bytes that are no UTF-8 would all be read as the same sign.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content));
  } catch {
    return undefined;
  }
}

async function createFile(file: string, content: Buffer): Promise<boolean> {
  try {
    await using handle = await open(file, 'wx');
    await handle.writeFile(content);
    await handle.sync();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const plain = (text: string) => text.replace(/[^A-Za-z0-9._]+/g, '-').replace(/^[.-]+|-+$/g, '') || 'x';
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
