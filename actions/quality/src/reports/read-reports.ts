import { createHash } from 'node:crypto';
import { glob, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Bytes, formatBytes } from '#shared/values/bytes';
import type { Reading, ReportFile } from './report-file.ts';

const MOST_FILES = 20_000;

/** The files that the globs name below a folder; each glob must lead to one at least, and none out of the folder. */
export async function readReports(folder: string, patterns: readonly string[], atMost: Bytes): Promise<Reading> {
  const found = await findFiles(folder, patterns);
  if (found.kind === 'unreadable') return found;
  const seen = new Set<string>();
  const files: ReportFile[] = [];
  const copies: string[] = [];
  for (const file of found.files) {
    const read = await readText(path.join(folder, file), atMost);
    if (read.kind === 'unreadable') return { kind: 'unreadable', why: `${file} ${read.why}` };
    if (seen.has(read.sha256)) copies.push(file);
    else files.push({ file, text: read.text });
    seen.add(read.sha256);
  }
  return { kind: 'read', files, copies };
}

/** Paths below the folder, sorted. */
export async function findFiles(
  folder: string,
  patterns: readonly string[],
  except: readonly string[] = [],
): Promise<
  { readonly kind: 'found'; readonly files: readonly string[] } | { readonly kind: 'unreadable'; readonly why: string }
> {
  const root = await realpath(folder);
  const files = new Set<string>();
  for (const pattern of patterns) {
    let matches = 0;
    for await (const entry of glob(pattern, {
      cwd: folder,
      exclude: [...except, '**/node_modules/**', '**/.git/**'],
    })) {
      const file = entry.split(path.sep).join('/');
      const real = await realpath(path.join(folder, file));
      if (real !== root && !real.startsWith(root + path.sep))
        return { kind: 'unreadable', why: `${file} leads out of the workspace` };
      if (!(await stat(real)).isFile()) continue;
      matches += 1;
      files.add(file);
    }
    if (matches === 0) return { kind: 'unreadable', why: `there is no file ${pattern}` };
    if (files.size > MOST_FILES) return { kind: 'unreadable', why: `${pattern} names more than ${MOST_FILES} files` };
  }
  return { kind: 'found', files: [...files].sort() };
}

export type Text =
  | { readonly kind: 'read'; readonly text: string; readonly sha256: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** One file as text, unless it is too large or no text. */
export async function readText(file: string, atMost: Bytes): Promise<Text> {
  const { size } = await stat(file);
  if (size > atMost.bytes)
    return {
      kind: 'unreadable',
      why: `has ${formatBytes({ bytes: size })}, and at most ${formatBytes(atMost)} is read`,
    };
  const content = await readFile(file);
  // What PowerShell redirects to a file is UTF-16.
  const encoding = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    return { kind: 'read', text, sha256: createHash('sha256').update(content).digest('hex') };
  } catch {
    return { kind: 'unreadable', why: `is not ${encoding}` };
  }
}
