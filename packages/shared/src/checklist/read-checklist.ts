import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { GoliveError } from '#shared/runtime/golive-error';
import { type Checklist, parseChecklist } from './checklist.ts';
import { type EffectiveChecklist, effective } from './effective.ts';

/** Where a repository's checklist comes from. */
export interface ChecklistSource {
  /** Absolute path of the repository that is released. */
  readonly workspace: string;
  /** Absolute path of golive.yml, whether it exists or not. */
  readonly config: string;
  /** The script that runs, `process.argv[1]`: Golive's own checklist stands some folders above it. */
  readonly script: string;
  /** A checklist of the repository's own, relative to the workspace; it wins over `checklist.file` of golive.yml. */
  readonly file?: string | undefined;
}

const ownChecklist = join('checklist', 'production.yml');

/**
 * The checklist in force: Golive's own or the repository's, with what golive.yml says under `checklist`.
 * Throws CHECKLIST_NOT_FOUND, and CHECKLIST_INVALID with every mistake in it and its line.
 */
export async function readChecklist(source: ChecklistSource): Promise<EffectiveChecklist> {
  const base =
    source.file === undefined
      ? await readOwnChecklist(source.script)
      : await readChecklistFile(resolve(source.workspace, source.file));
  return effective(base);
}

/**
 * Golive's own checklist, found from the script that runs: some folders above it, whether that is the
 * bundle in dist/ or the source.
 */
export async function readOwnChecklist(script: string): Promise<Checklist> {
  for (let folder = dirname(script); ; folder = dirname(folder)) {
    const file = join(folder, ownChecklist);
    const text = await readIfThere(file);
    if (text !== undefined) return checked(file, text);
    if (folder === dirname(folder))
      throw new GoliveError('CHECKLIST_NOT_FOUND', `no ${ownChecklist} stands above ${script}`, {
        hint: 'use the action from a full checkout of its repository, or name a checklist of your own',
      });
  }
}

async function readChecklistFile(file: string): Promise<Checklist> {
  const text = await readIfThere(file);
  if (text !== undefined) return checked(file, text);
  throw new GoliveError('CHECKLIST_NOT_FOUND', `the checklist ${file} does not exist`, {
    hint: 'check out the repository before this step, and give a path from its root',
  });
}

function checked(file: string, text: string): Checklist {
  try {
    return parseChecklist(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GoliveError('CHECKLIST_INVALID', `${file} is not a checklist: ${why}`, {
      hint: 'checklist/production.yml of Golive shows the shape',
      cause,
    });
  }
}

/** Whether the file exists is answered by reading it, so that nothing can change in between. */
async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}
