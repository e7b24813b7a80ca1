import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EvidenceFile, readEvidenceDir } from '#shared/evidence/evidence-file';
import { type ReleaseRecord, readReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';
import { type Dossier, dossierSchema } from './dossier.ts';
import { page } from './page/page.ts';

/** Whether the file exists is answered by reading it, so that nothing can change in between. */
async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}

/** Every evidence file once: artifacts of several jobs may hold copies of the same one. */
export async function readEvidence(folder: string): Promise<readonly EvidenceFile[]> {
  try {
    const files = await readEvidenceDir(folder);
    return [...new Map(files.map((file) => [file.sha256, file])).values()];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GoliveError('DOSSIER_EVIDENCE_UNREADABLE', `the evidence in ${folder} cannot be read: ${why}`, {
      hint: 'the folder may hold evidence files only; download each artifact once, and change nothing',
      cause,
    });
  }
}

/** The release record with the SHA-256 of its bytes; undefined when there is none. */
export async function readRecord(file: string): Promise<{ content: ReleaseRecord; sha256: string } | undefined> {
  const [content, text] = [await readReleaseRecord(file), await readIfThere(file)];
  if (content === undefined || text === undefined) return undefined;
  return { content, sha256: createHash('sha256').update(text).digest('hex') };
}

/** Writes dossier.json, dossier.md and dossier.html; returns the page's path. */
export async function writeDossier(folder: string, dossier: Dossier, summary: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await put(join(folder, 'dossier.json'), `${JSON.stringify(dossierSchema.parse(dossier), undefined, 2)}\n`);
  await put(join(folder, 'dossier.md'), summary);
  const file = join(folder, 'dossier.html');
  await put(file, page(dossier));
  return file;
}

/** Whole or not at all: a cancelled job leaves no half a dossier. */
async function put(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}
