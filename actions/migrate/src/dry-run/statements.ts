/** One SQL statement of a file. */
export interface Statement {
  /** As it was written, without the semicolon and what stands around it. */
  readonly text: string;
  /** In upper case, one space between words, without comments; what stands in quotes is `''` or `"NAME"`. */
  readonly plain: string;
  /** Whether a quote or a comment never ended, so that nothing can be said of it. */
  readonly broken: boolean;
}

interface Piece {
  readonly kind: 'text' | 'literal' | 'name' | 'comment' | 'end';
  readonly source: string;
  readonly broken?: boolean;
}

/**
 * The statements of a PostgreSQL file, cut at semicolons outside of quotes and comments:
 * https://www.postgresql.org/docs/15/sql-syntax-lexical.html
 */
export function statementsIn(sql: string): readonly Statement[] {
  const groups: Piece[][] = [[]];
  for (const piece of pieces(sql)) {
    if (piece.kind === 'end') groups.push([]);
    else groups.at(-1)?.push(piece);
  }
  return groups.map(statementOf).filter(({ plain, broken }) => plain !== '' || broken);
}

function statementOf(all: readonly Piece[]): Statement {
  return {
    text: all
      .map(({ source }) => source)
      .join('')
      .trim(),
    plain: all.map(plainOf).join('').replace(/\s+/g, ' ').trim(),
    broken: all.some(({ broken }) => broken === true),
  };
}

function plainOf({ kind, source }: Piece): string {
  if (kind === 'comment') return ' ';
  if (kind === 'literal') return "''";
  return kind === 'name' ? '"NAME"' : source.toUpperCase();
}

function* pieces(sql: string): Generator<Piece> {
  let from = 0;
  for (let at = 0; at < sql.length; ) {
    const special = specialAt(sql, at);
    if (special === undefined) {
      at += 1;
      continue;
    }
    if (at > from) yield { kind: 'text', source: sql.slice(from, at) };
    yield special;
    at += special.source.length;
    from = at;
  }
  if (from < sql.length) yield { kind: 'text', source: sql.slice(from) };
}

function specialAt(sql: string, at: number): Piece | undefined {
  const two = sql.slice(at, at + 2);
  if (sql[at] === ';') return { kind: 'end', source: ';' };
  if (two === '--') return { kind: 'comment', source: sql.slice(at).split('\n', 1)[0] ?? '' };
  if (two === '/*') return blockComment(sql, at);
  if (sql[at] === '"') return upTo('name', sql, at, /^"(?:[^"]|"")*"/);
  const escapes = /[eE]/.test(sql[at - 1] ?? '') && !/\w/.test(sql[at - 2] ?? '');
  if (sql[at] === "'") return upTo('literal', sql, at, escapes ? /^'(?:[^'\\]|\\[\s\S]|'')*'/ : /^'(?:[^']|'')*'/);
  const isWord = /[\w$]/.test(sql[at - 1] ?? '');
  const [tag] = sql[at] === '$' && !isWord ? (/^\$(?:[A-Za-z_]\w*)?\$/.exec(sql.slice(at, at + 80)) ?? []) : [];
  if (tag === undefined) return undefined;
  const end = sql.indexOf(tag, at + tag.length);
  return end < 0
    ? { kind: 'literal', source: sql.slice(at), broken: true }
    : { kind: 'literal', source: sql.slice(at, end + tag.length) };
}

function upTo(kind: 'name' | 'literal', sql: string, at: number, pattern: RegExp): Piece {
  const [source] = pattern.exec(sql.slice(at)) ?? [];
  return source === undefined ? { kind, source: sql.slice(at), broken: true } : { kind, source };
}

/** Block comments nest. */
function blockComment(sql: string, at: number): Piece {
  let depth = 0;
  for (const { index, 0: mark } of sql.slice(at).matchAll(/\/\*|\*\//g)) {
    depth += mark === '/*' ? 1 : -1;
    if (depth === 0) return { kind: 'comment', source: sql.slice(at, at + index + 2) };
  }
  return { kind: 'comment', source: sql.slice(at), broken: true };
}
