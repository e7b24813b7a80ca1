// The artifacts of runs, as folders: <root>/<run id>/<name>.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface ArtifactStore {
  readonly root: string;
  create(runId: string, name: string, attempt: number, overwrite: boolean): string;
  find(runId: string, name: string): string | undefined;
  names(runId: string): readonly string[];
  /** Takes over the artifacts of a run from the folder where another store has them. */
  adopt(runId: string, folder: string): void;
}

export function openArtifacts(root: string): ArtifactStore {
  const attempts = new Map<string, number>();
  return {
    root,
    create(runId, name, attempt, overwrite) {
      if (/["<>|*?:\\/\r\n]/.test(name)) throw new Error(`The artifact name is not valid: ${name}`);
      const folder = join(root, runId, name);
      // One attempt cannot write a name twice; a later attempt replaces what an earlier one left.
      if (existsSync(folder) && attempts.get(folder) === attempt && !overwrite)
        throw new Error(`an artifact with this name already exists on the workflow run: ${name}`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      attempts.set(folder, attempt);
      return folder;
    },
    find: (runId, name) => {
      const folder = join(root, runId, name);
      return existsSync(folder) ? folder : undefined;
    },
    adopt: (runId, folder) => cpSync(folder, join(root, runId), { recursive: true }),
    names: (runId) => (existsSync(join(root, runId)) ? readdirSync(join(root, runId)).sort() : []),
  };
}
