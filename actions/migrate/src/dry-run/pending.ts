import { hideLikelySecrets } from '#shared/evidence/likely-secrets';
import { type PlanFile, type PlannedChange, worstRisk } from '#shared/release/plan-file';
import { judgeStatement } from './judge-statement.ts';
import { statementsIn } from './statements.ts';

/** A file of the repository that may be a migration. */
export interface MigrationFile {
  /** From the root of the repository, with slashes. */
  readonly name: string;
  readonly text: string;
}

export interface Asked {
  readonly tool: string;
  readonly command: readonly string[];
  readonly previousReleaseWorks: boolean | undefined;
  /** Where the migrations are; undefined where nobody said. */
  readonly folder: string | undefined;
  /** The revision that the database is at; undefined where nobody said. */
  readonly fromRevision: string | undefined;
}

/** What a migration would do, as far as the files of the repository tell. */
export function planOfMigration(asked: Asked, files: readonly MigrationFile[]): Omit<PlanFile, 'schema'> {
  const { tool, command, previousReleaseWorks, folder } = asked;
  const works =
    previousReleaseWorks === undefined
      ? 'nobody says whether'
      : previousReleaseWorks
        ? 'golive.yml says that'
        : 'golive.yml says that NOT';
  const { pending, because } = range(
    asked,
    files.filter(({ name }) => !isDown(name)),
  );
  return {
    action: 'migrate',
    because: `${because}; ${works} the release before works with the new schema`,
    changes: folder === undefined ? [unseen(command)] : pending.map(changeOf),
    // `files` tells a brief that each subject is a file, which is old where the release before had it already.
    detail: { files: true, tool, command: [...command], 'previous-release-works': previousReleaseWorks ?? null },
  };
}

const unseen = (command: readonly string[]): PlannedChange => ({
  subject: command.join(' '),
  what: 'change',
  text: '',
  risk: 'unknown',
});

function range({ tool, folder, fromRevision }: Asked, files: readonly MigrationFile[]) {
  if (folder === undefined)
    return {
      pending: [],
      because: `what ${tool} would do is not known here: migrate.migrations does not say where its files are`,
    };
  const at = fromRevision === undefined ? -1 : files.findIndex(({ name }) => isRevision(name, fromRevision));
  if (at >= 0) {
    const pending = files.slice(at + 1);
    return { pending, because: `${counted(pending.length)} after ${fromRevision}, at which the database is` };
  }
  const why =
    fromRevision === undefined
      ? 'which of them the database has already is decided when it runs'
      : `none of them is ${fromRevision}, at which the database is`;
  return { pending: files, because: `${counted(files.length)} in ${folder}; ${why}` };
}

const counted = (count: number) => (count === 1 ? 'one migration' : `${count} migrations`);

const stem = (name: string) =>
  name
    .split('/')
    .at(-1)
    ?.replace(/(?:\.up)?\.\w+$/, '') ?? name;
const isRevision = (name: string, revision: string) => stem(name) === revision || stem(name).startsWith(`${revision}_`);

/** Files that only go back: golang-migrate's `1_x.down.sql`, Flyway's `U1__x.sql`. */
const isDown = (name: string) => /\.down\.\w+$|(?:^|\/)U[\d.]+__[^/]*\.sql$/.test(name);

function changeOf({ name, text }: MigrationFile): PlannedChange {
  if (!name.endsWith('.sql'))
    return { subject: name, what: 'create', text: `${program}\n${shown(text)}`, risk: 'unknown' };
  const judged = statementsIn(upward(text)).map((statement) => ({ statement, ...judgeStatement(statement) }));
  const lines = judged.map(({ statement, risk, why }) => `-- ${risk}: ${why}\n${shown(statement.text)};`);
  return { subject: name, what: 'create', text: lines.join('\n\n'), risk: worstRisk(judged.map(({ risk }) => risk)) };
}

const program = 'This is a program, and what it does to the database is not judged here:';
const shown = (text: string) => hideLikelySecrets(text.trim());

/**
 * Of a file for both directions, what goes up: `-- migrate:up` of dbmate, `-- +goose Up`, `-- +migrate Up` of
 * sql-migrate, `-- Up Migration` of node-pg-migrate.
 */
function upward(text: string): string {
  const down = /^[ \t]*--[ \t]*(?:migrate:down|\+goose[ \t]+down|\+migrate[ \t]+down|down migration)\b/im.exec(text);
  return down ? text.slice(0, down.index) : text;
}
