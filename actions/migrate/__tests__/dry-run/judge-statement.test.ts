import { judgeStatement } from '../../src/dry-run/judge-statement.ts';
import { statementsIn } from '../../src/dry-run/statements.ts';

const riskOf = (sql: string) => statementsIn(sql).map((one) => judgeStatement(one).risk)[0];

test.each([
  ['BEGIN', 'none'],
  ["SET lock_timeout = '5s'", 'none'],
  ['CREATE TABLE t (id int PRIMARY KEY)', 'adds'],
  ['CREATE INDEX CONCURRENTLY i ON t (a)', 'adds'],
  ['ALTER TABLE t ADD COLUMN a int', 'adds'],
  ['alter table if exists only public."T x" add a numeric(4,1)', 'adds'],
  ['ALTER TABLE t ADD a int NOT NULL DEFAULT 0', 'adds'],
  ['ALTER TABLE t ADD a timestamptz DEFAULT now() NOT NULL', 'adds'],
  ['ALTER TABLE t VALIDATE CONSTRAINT c', 'adds'],
  ["ALTER TYPE mood ADD VALUE 'fine'", 'adds'],
  ["INSERT INTO t VALUES ('DROP TABLE t')", 'writes'],
  ['UPDATE t SET a = 1', 'writes'],
  ['CREATE INDEX i ON t (a)', 'locks'],
  ['ALTER TABLE t ADD id bigserial', 'locks'],
  ['ALTER TABLE t ADD a uuid DEFAULT gen_random_uuid()', 'locks'],
  ['ALTER TABLE t ADD a int REFERENCES u', 'locks'],
  ['CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)', 'breaks'],
  ['ALTER TABLE t ADD a int NOT NULL', 'breaks'],
  ['ALTER TABLE t ALTER a SET NOT NULL', 'breaks'],
  ['ALTER TABLE t ALTER COLUMN a TYPE text', 'breaks'],
  ['ALTER TABLE t RENAME COLUMN a TO b', 'breaks'],
  ['ALTER TABLE t RENAME TO u', 'breaks'],
  ['ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID', 'breaks'],
  ['ALTER TABLE t ADD UNIQUE (a)', 'breaks'],
  ['DROP VIEW v', 'breaks'],
  ['ALTER TABLE t ADD b int, DROP COLUMN a', 'destroys'],
  ['ALTER TABLE t DROP a', 'destroys'],
  ['DROP TABLE t', 'destroys'],
  ['TRUNCATE t', 'destroys'],
  ['DELETE FROM t WHERE a = 1', 'destroys'],
  ['DO $$ BEGIN CREATE TABLE t (); END $$', 'unknown'],
  ['SELECT rebuild()', 'unknown'],
  ['WITH gone AS (DELETE FROM t RETURNING *) SELECT 1', 'unknown'],
  ['CREATE OR REPLACE FUNCTION f() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql', 'unknown'],
  ['ALTER TABLE t DROP CONSTRAINT c', 'unknown'],
  ['ALTER TABLE t ALTER a DROP NOT NULL', 'unknown'],
  [String.raw`\i other.sql`, 'unknown'],
  ["INSERT INTO t VALUES ('never ends", 'unknown'],
  ['/* CREATE TABLE */ DROP TABLE t', 'destroys'],
])('%s: %s', (sql, risk) => {
  expect(riskOf(sql)).toBe(risk);
});
