import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { UsageError } from '#shared/runtime/command';
import type { Found } from './verify.ts';

const own = [
  'dossier.json',
  'dossier.md',
  'dossier.html',
  'dossier.junit.xml',
  'dossier.intoto.json',
  'dossier.predicate.json',
  'dossier.subjects.txt',
];

/** A dossier by its folder, or by its dossier.json alone. Throws a UsageError when there is none. */
export async function readDossier(path: string): Promise<Found> {
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) throw new UsageError(`${path} does not exist`);
  if (kind.isFile()) return { json: await readFile(path) };
  const files = new Map<string, Buffer>();
  for (const name of own) {
    const content = await readIfThere(join(path, name));
    if (content !== undefined) files.set(name, content);
  }
  const json = files.get('dossier.json');
  if (json === undefined) throw new UsageError(`there is no dossier.json in ${basename(path)}`);
  const [evidence, record] = [
    await readEvidence(join(path, 'evidence')),
    await readIfThere(join(path, 'release-record.json')),
  ];
  return { json, files, ...(evidence ? { evidence } : {}), ...(record ? { record } : {}) };
}

async function readEvidence(folder: string): Promise<Map<string, Buffer> | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
  if (entries === undefined) return undefined;
  // What does not end so is no evidence, and the dossier has not looked at it either.
  const paths = entries
    .filter(({ name }) => name.endsWith('.json'))
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(folder, path).replaceAll('\\', '/'), await readFile(path)] as const),
  );
  return new Map(files);
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
