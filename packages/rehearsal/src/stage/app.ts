// The version that is released: the app as it is, or a copy with a drill's edits.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Drill } from '../drills/drill.ts';

const LEFT = new Set(['.git', '.golive', 'node_modules']);

export function editedApp(appDir: string, tempDir: string, edits: Drill['edits']): string {
  if (!edits) return appDir;
  const copy = join(tempDir, 'app');
  cpSync(appDir, copy, { recursive: true, filter: (file) => file === appDir || !LEFT.has(basename(file)) });
  for (const [name, change] of Object.entries(edits)) {
    const file = join(copy, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  }
  return copy;
}

/** A commit id for sources without a repository of their own: the same files, the same 40 digits. */
export function commitOf(appDir: string): string {
  const hash = createHash('sha1');
  const visit = (folder: string, path: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (LEFT.has(entry.name)) continue;
      const name = `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(join(folder, entry.name), name);
      else if (entry.isFile()) hash.update(`${name}\0`).update(readFileSync(join(folder, entry.name)));
    }
  };
  visit(appDir, '');
  return hash.digest('hex');
}
