import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GoliveError } from '#shared/runtime/golive-error';
import { type LoadedFile, loadGoliveFile } from '#shared/runtime/golive-file';
import { type Catalogue, catalogueSchema } from './catalogue.ts';

/** What Golive brings itself. */
export interface OwnFiles {
  readonly checklist: LoadedFile;
  readonly catalogue: Catalogue;
}

/**
 * Golive's own checklist and the checks that its actions report, found from the script that runs: some folders above
 * it, whether that is the bundle in dist/ or the source. Throws CHECKLIST_NOT_FOUND.
 */
export async function readOwnFiles(script: string): Promise<OwnFiles> {
  for (let folder = dirname(script); ; folder = dirname(folder)) {
    const file = join('checklist', 'production.yml');
    const checklist = await loadGoliveFile(join(folder, file), file);
    if (checklist.exists) {
      const text = await readFile(join(folder, 'checklist', 'checks.json'), 'utf8');
      return { checklist, catalogue: catalogueSchema.parse(JSON.parse(text)) };
    }
    if (folder === dirname(folder))
      throw new GoliveError('CHECKLIST_NOT_FOUND', `no ${file} stands above ${script}`, {
        hint: 'use the action from a full checkout of its repository',
      });
  }
}
