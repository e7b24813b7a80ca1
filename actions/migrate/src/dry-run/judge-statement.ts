import { type Risk, worstRisk } from '#shared/release/plan-file';
import type { Statement } from './statements.ts';

export interface Judged {
  readonly risk: Risk;
  /** A few words. */
  readonly why: string;
}

type Rule = readonly [pattern: RegExp, risk: Risk, why: string];

/**
 * What one statement may cost a running application, by its first words; the first rule that fits counts, and what
 * fits none is unknown. Locks: https://www.postgresql.org/docs/15/explicit-locking.html
 */
const rules: readonly Rule[] = [
  [
    /^(?:BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|COMMENT ON|ANALYZE)\b/,
    'none',
    'changes no data',
  ],
  [
    /^(?:SET|RESET) (?:LOCAL |SESSION )?(?:LOCK_TIMEOUT|STATEMENT_TIMEOUT|SEARCH_PATH|CLIENT_\w+|CHECK_FUNCTION_BODIES)\b/,
    'none',
    'a setting of the session',
  ],
  [/^CREATE (?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED) )*TABLE\b/, 'adds', 'a new table'],
  [/^CREATE UNIQUE INDEX\b/, 'breaks', 'what was allowed twice is refused'],
  [/^CREATE INDEX CONCURRENTLY\b/, 'adds', 'a new index, built beside the writers'],
  [/^CREATE INDEX\b/, 'locks', 'writers wait until the index is built'],
  [
    /^CREATE (?:TYPE|SCHEMA|SEQUENCE|EXTENSION|DOMAIN|VIEW|MATERIALIZED VIEW|FUNCTION|PROCEDURE|ROLE|STATISTICS)\b/,
    'adds',
    'something new',
  ],
  [/^GRANT\b/, 'adds', 'a new right'],
  [/^REVOKE\b/, 'breaks', 'a right is gone'],
  [/^ALTER TYPE .* ADD VALUE\b/, 'adds', 'a new value'],
  [/^ALTER .* RENAME\b/, 'breaks', 'the old name is gone'],
  [/^DROP (?:TABLE|SCHEMA|DATABASE|MATERIALIZED VIEW)\b/, 'destroys', 'what is in it is gone'],
  [/^DROP INDEX\b/, 'locks', 'others wait for it, and queries lose the index'],
  [/^DROP\b/, 'breaks', 'what uses it fails'],
  [/^TRUNCATE\b/, 'destroys', 'all rows are gone'],
  [/^DELETE FROM\b/, 'destroys', 'rows are gone'],
  [/^(?:INSERT INTO|UPDATE|COPY)\b/, 'writes', 'rows change'],
  [/^(?:VACUUM FULL|CLUSTER|REINDEX|LOCK|REFRESH MATERIALIZED VIEW)\b/, 'locks', 'others wait until it is done'],
  [/^VACUUM\b/, 'none', 'changes no data'],
];

/** What a statement may cost; `unknown` for whatever is not recognised, such as a DO block. */
export function judgeStatement({ plain, broken }: Statement): Judged {
  if (broken) return { risk: 'unknown', why: 'a quote or a comment in it never ends' };
  const [, actions] = /^ALTER TABLE (?:IF EXISTS )?(?:ONLY )?\S+(?: \*)? (.+)$/.exec(plain) ?? [];
  if (actions !== undefined) return judgeAll(partsOf(actions).map(judgeAction));
  const rule = rules.find(([pattern]) => pattern.test(plain));
  return rule ? { risk: rule[1], why: rule[2] } : { risk: 'unknown', why: 'nothing here recognises it' };
}

const column = '(?:COLUMN )?(?:IF NOT EXISTS )?';
const constraint = /^ADD (?:CONSTRAINT|CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY|EXCLUDE)\b/;

const actionRules: readonly Rule[] = [
  [/^DROP (?!CONSTRAINT\b)/, 'destroys', 'the column and what is in it are gone'],
  [/^RENAME\b/, 'breaks', 'the old name is gone'],
  [
    /^ADD .*\b(?:UNIQUE|PRIMARY KEY|EXCLUDE)\b/,
    'breaks',
    'what was allowed twice is refused, and others wait for its index',
  ],
  [constraint, 'breaks', 'what the release before writes may be refused'],
  [/^VALIDATE CONSTRAINT\b/, 'adds', 'reads all rows, and nobody waits'],
  [/^ALTER (?:COLUMN )?\S+ SET NOT NULL$/, 'breaks', 'what the release before leaves empty is refused'],
  [/^ALTER (?:COLUMN )?\S+ (?:SET DATA )?TYPE\b/, 'breaks', 'the type is another, and the table may be written anew'],
  [/^ALTER (?:COLUMN )?\S+ SET DEFAULT\b/, 'adds', 'another value for new rows'],
  [new RegExp(`^ADD ${column}\\S+ (?:SMALL|BIG)?SERIAL\\b`), 'locks', 'the table is written anew'],
  [
    new RegExp(`^ADD ${column}.*\\b(?:GENERATED|REFERENCES|CHECK)\\b`),
    'locks',
    'others wait while all rows are looked at',
  ],
];

/** One action of an ALTER TABLE. */
function judgeAction(action: string): Judged {
  const rule = actionRules.find(([pattern]) => pattern.test(action));
  if (rule) return { risk: rule[1], why: rule[2] };
  if (!/^ADD\b/.test(action)) return { risk: 'unknown', why: 'nothing here recognises it' };
  const [, value] = /\bDEFAULT (.+?)(?: NOT NULL| NULL)?$/.exec(action) ?? [];
  if (/\bNOT NULL\b/.test(action) && value === undefined)
    return { risk: 'breaks', why: 'the release before does not fill the new column' };
  // A default that differs from row to row has to be written into each: https://www.postgresql.org/docs/15/sql-altertable.html
  if (value?.includes('(') && !/^(?:NOW|CURRENT_\w+) ?\( ?\)$/.test(value))
    return { risk: 'locks', why: 'the table may be written anew for its default' };
  return { risk: 'adds', why: 'a new column' };
}

function judgeAll(all: readonly Judged[]): Judged {
  const risk = worstRisk(all.map((one) => one.risk));
  const of = all.filter((one) => one.risk === risk).map(({ why }) => why);
  return { risk, why: [...new Set(of)].join('; ') };
}

/** What stands between the commas that are in no brackets. */
function partsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const one of text) {
    depth += one === '(' ? 1 : one === ')' ? -1 : 0;
    if (one === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${one}`);
  }
  return parts.map((part) => part.trim());
}
