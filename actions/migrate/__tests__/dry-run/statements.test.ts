import fc from 'fast-check';
import { statementsIn } from '../../src/dry-run/statements.ts';

const texts = (sql: string) => statementsIn(sql).map(({ text }) => text);

test('statements end at semicolons', () => {
  expect(texts('SELECT 1; SELECT 2;\n')).toEqual(['SELECT 1', 'SELECT 2']);
});

test.each([
  ['a literal', "SELECT ';'"],
  ['a literal with a quote in it', "SELECT 'it''s; fine'"],
  ['a literal with escapes', String.raw`SELECT E'it\'s; fine'`],
  ['a quoted name', 'SELECT ";"'],
  ['a dollar-quoted text', 'DO $$ BEGIN; END $$'],
  ['a dollar-quoted text with a tag', 'DO $fn$ $$; $fn$'],
  ['a comment', 'SELECT 1 -- ;'],
  ['a block comment in a block comment', 'SELECT /* /* ; */ ; */ 1'],
])('a semicolon in %s ends no statement', (_, sql) => {
  expect(texts(`${sql}\n; SELECT 2`)).toEqual([sql, 'SELECT 2']);
});

test('a backslash ends a literal as any other character does, where it is no escape', () => {
  expect(texts(String.raw`SELECT '\'; DROP TABLE t`)).toEqual([String.raw`SELECT '\'`, 'DROP TABLE t']);
});

test('a parameter is no dollar quote', () => {
  expect(texts('SELECT a$1; SELECT $1')).toEqual(['SELECT a$1', 'SELECT $1']);
});

test('comments alone are no statement', () => {
  expect(texts('-- nothing\n/* here */;\n')).toEqual([]);
});

test.each(["SELECT 'x", 'DO $$ x', '/* x', 'SELECT "x'])('what never ends is broken: %s', (sql) => {
  expect(statementsIn(sql)).toMatchObject([{ broken: true }]);
});

test('no text is lost, whatever stands in the file', () => {
  const part = fc.constantFrom("'", '"', '$$', '$a$', '--', '/*', '*/', ';', '\n', ' ', 'E', 'x', '1', '\\');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const kept = (text: string) => text.replace(/[\s;]/g, '');
      const sql = parts.join('');
      const comments = statementsIn(`${sql}`);
      return (
        comments.every(({ text }) => sql.includes(text)) &&
        kept(comments.map(({ text }) => text).join('')).length <= kept(sql).length
      );
    }),
  );
});
