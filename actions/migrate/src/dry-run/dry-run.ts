// Writes down what a migration would do, from the files of the repository: no call of AWS, no look at the database.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { md, table } from '#shared/evidence/markdown';
import { writePlan } from '#shared/release/plan-file';
import type { InputsOf } from '#shared/runtime/define-action';
import { GoliveError } from '#shared/runtime/golive-error';
import type { Report, Run } from '#shared/runtime/run';
import type { definition } from '../inputs.ts';
import { type MigrationFile, planOfMigration } from './pending.ts';

export async function dryRun(input: InputsOf<typeof definition>, run: Pick<Run, 'paths' | 'log'>): Promise<Report> {
  const { migrations: folder } = input;
  const plan = planOfMigration(
    {
      tool: input.tool,
      command: input.command,
      previousReleaseWorks: input['previous-release-works'],
      folder,
      fromRevision: input['from-revision'],
    },
    folder === undefined
      ? []
      : await filesIn(path.resolve(path.dirname(run.paths.config), folder), run.paths.workspace),
  );
  run.log.info(`${plan.because}; plan in ${await writePlan(run.paths.workspace, plan)}`);
  return {
    checks: [],
    outputs: { snapshot: '', 'from-revision': '', 'to-revision': '', compatibility: '', task: '' },
    summary: md`## Migration: what would be done

${plan.because}.

${table(
  ['Migration', 'Risk'],
  plan.changes.map(({ subject, risk }) => [subject, risk]),
)}
`,
  };
}

// A migration is written by hand: one that is larger than this is a dump, which nobody reads.
const mostBytes = 1_000_000;

async function filesIn(folder: string, workspace: string): Promise<readonly MigrationFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      throw new GoliveError('MIGRATE_NO_MIGRATIONS', `there is no folder ${path.relative(workspace, folder)}`, {
        hint: 'correct migrate.migrations, which is relative to golive.yml',
      });
    },
  );
  const files = entries
    .filter((one) => one.isFile() && !one.name.startsWith('.'))
    .map((one) => path.join(one.parentPath, one.name));
  const named = files.map((file) => ({ file, name: path.relative(workspace, file).replaceAll('\\', '/') }));
  // In the order of their names, which is the one that tools run them in.
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    named.map(async ({ file, name }) => {
      const bytes = await readFile(file);
      return {
        name,
        text: bytes.length > mostBytes ? `(${bytes.length} bytes, too many to be shown)` : bytes.toString('utf8'),
      };
    }),
  );
}
