import path from 'node:path';
import type { Bytes } from '#shared/values/bytes';
import { findFiles, readText } from '../reports/read-reports.ts';
import { type FoundCall, findCalls } from './find-calls.ts';

export type Scanned =
  | { readonly kind: 'scanned'; readonly files: number; readonly found: readonly FoundCall[] }
  | { readonly kind: 'unreadable'; readonly why: string };

const KNOWN = new Set(['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx']);

/** Every file that the globs name, read and searched. A file of another language is not guessed at. */
export async function scanSources(
  folder: string,
  { sources, except, calls }: { sources: readonly string[]; except: readonly string[]; calls: readonly string[] },
  atMost: Bytes,
): Promise<Scanned> {
  const listed = await findFiles(folder, sources, except);
  if (listed.kind === 'unreadable') return listed;
  const found: FoundCall[] = [];
  for (const file of listed.files) {
    if (!KNOWN.has(path.extname(file)))
      return {
        kind: 'unreadable',
        why: `${file} is neither JavaScript nor TypeScript: give a SARIF report of its linter`,
      };
    const read = await readText(path.join(folder, file), atMost);
    if (read.kind === 'unreadable') return { kind: 'unreadable', why: `${file} ${read.why}` };
    found.push(...findCalls(file, read.text, calls));
  }
  return { kind: 'scanned', files: listed.files.length, found };
}
