import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type EvidenceFile, readEvidenceDir } from '#shared/evidence/evidence-file';
import { readReleaseRecord } from '#shared/release/record';
import { GoliveError } from '#shared/runtime/golive-error';

/** Every evidence file, oldest first, each named by its path below the folder. */
export async function readEvidence(folder: string): Promise<readonly (EvidenceFile & { readonly name: string })[]> {
  try {
    const files = await readEvidenceDir(folder);
    return files.map((file) => ({ ...file, name: relative(folder, file.file).replaceAll('\\', '/') }));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GoliveError('DOSSIER_EVIDENCE_UNREADABLE', `the evidence in ${folder} cannot be read: ${why}`, {
      hint: 'the folder may hold evidence files only; download each artifact once, and change nothing',
      cause,
    });
  }
}

/** The bytes of the release record; undefined when there is none. Throws when it is not one. */
export async function readRecord(file: string): Promise<Buffer | undefined> {
  return (await readReleaseRecord(file)) === undefined ? undefined : await readFile(file);
}

/** Writes the dossier's files; returns the folder's path of the page. */
export async function writeDossier(folder: string, files: ReadonlyMap<string, string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await put(join(folder, name), text);
  return join(folder, 'dossier.html');
}

/** Whole or not at all: a cancelled job leaves no half a dossier. */
async function put(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}
