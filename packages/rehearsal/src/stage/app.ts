// The application before the release and the version that is released: as it is, or a copy with a drill's edits.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const LEFT = new Set(['.git', '.golive', 'node_modules']);

/** What an edit may need to know of the cloud. */
export interface Place {
  /** Where the listener of `load-balancer.test-port` answers; empty where there is none. */
  readonly testUrl: string;
}

/** File -> its text afterwards; a file that is not there is made. */
export type Edits = Readonly<Record<string, (text: string, place: Place) => string>>;

export const NOWHERE: Place = { testUrl: '' };

export function editedApp(appDir: string, copy: string, edits: Edits | undefined, place: Place = NOWHERE): string {
  if (!edits) return appDir;
  cpSync(appDir, copy, { recursive: true, filter: (file) => file === appDir || !LEFT.has(basename(file)) });
  for (const [name, change] of Object.entries(edits)) {
    const file = join(copy, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(existsSync(file) ? readFileSync(file, 'utf8') : '', place));
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
