import { relative, resolve } from 'node:path';
import { GoliveError } from '#shared/runtime/golive-error';
import { type LoadedFile, loadGoliveFile } from '#shared/runtime/golive-file';
import type { Mistake } from '#shared/runtime/mistake';
import type { EffectiveChecklist } from './effective.ts';
import { readOwnFiles } from './own-files.ts';
import { resolveChecklist, sectionFile } from './resolve.ts';

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

/**
 * The checklist in force: Golive's own or the repository's, with what golive.yml says under `checklist`.
 * Throws CHECKLIST_NOT_FOUND, and CHECKLIST_INVALID with every mistake in it, each with its file and line.
 */
export async function readChecklist(source: ChecklistSource): Promise<EffectiveChecklist> {
  const own = await readOwnFiles(source.script);
  const config = await loadGoliveFile(source.config, named(source.workspace, source.config));
  const file = source.file ?? sectionFile(config);
  const base = file === undefined ? own.checklist : await readTheirs(resolve(source.workspace, file), file);
  const { checklist, mistakes } = resolveChecklist(base, config, own.catalogue);
  if (checklist === undefined || mistakes.length > 0) throw invalid(mistakes);
  return checklist;
}

async function readTheirs(absolute: string, file: string): Promise<LoadedFile> {
  const loaded = await loadGoliveFile(absolute, file);
  if (loaded.exists) return loaded;
  throw new GoliveError('CHECKLIST_NOT_FOUND', `the checklist ${file} does not exist`, {
    hint: 'check out the repository before this step, and give a path from its root',
  });
}

function invalid(mistakes: readonly Mistake[]): GoliveError {
  const all = mistakes.map(({ where, message }) => `${where}: ${message}`).join('; ');
  const count = mistakes.length === 1 ? 'there is a mistake' : `there are ${mistakes.length} mistakes`;
  return new GoliveError('CHECKLIST_INVALID', `${count} in the checklist: ${all}`, {
    hint: 'docs/checklist.md shows what may stand there',
  });
}

function named(workspace: string, file: string): string {
  return relative(workspace, file).replaceAll('\\', '/');
}
