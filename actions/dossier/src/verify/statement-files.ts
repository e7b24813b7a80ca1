import type { SealedDossier } from '../dossier.ts';
import { renderings, stated, statementFiles } from '../files.ts';
import { sha256 } from '../seal/pack.ts';
import { type StatedFile, type Statement, statementOf, statementSchema } from '../statement.ts';
import { differs, type Finding } from './finding.ts';

const own = 'dossier.intoto.json';
const secondCopy = 'dossier.predicate.json';

/**
 * The dossier's own files against the statement that names them. `dossier` is what the evidence comes to: where a file
 * is not the one that the statement names, it tells which of the two is off, and where.
 */
export function findInFiles(found: ReadonlyMap<string, Buffer>, dossier: SealedDossier): readonly Finding[] {
  const text = found.get(own);
  if (text === undefined) return [missing(own)];
  const rendered = renderings(dossier);
  const parts = statementFiles(statementOf(dossier, stated(rendered)));
  // The predicate lies in two files. Where the other one is what all the rest comes to, the statement is the one to look into.
  if (found.get(secondCopy)?.equals(Buffer.from(parts.get(secondCopy) ?? '')))
    return [...rendered, ...parts].flatMap(([name, wanted]) => differsOrMissing(name, found.get(name), wanted));
  const statement = parse(text);
  if (statement === undefined)
    return [differs(own, text, Buffer.from(parts.get(own) ?? '')) ?? { file: own, what: 'is no statement' }];
  const listed = new Map(statement.predicate.files.map((one) => [one.name, one]));
  const files = [...rendered].flatMap(([name, wanted]) =>
    findInFile(name, found.get(name), Buffer.from(wanted), listed.get(name)),
  );
  return [...files, ...findInStatement(found, text, statement, dossier)];
}

function findInFile(
  name: string,
  found: Buffer | undefined,
  wanted: Buffer,
  listed: StatedFile | undefined,
): readonly Finding[] {
  if (found === undefined) return [missing(name)];
  if (listed === undefined) return [{ file: own, what: `does not name ${name}` }];
  const hash = sha256(found);
  if (hash === listed.sha256 && found.length === listed.bytes) return [];
  const off = differs(name, found, wanted);
  if (off !== undefined && sha256(wanted) === listed.sha256) return [off];
  return [{ file: name, what: `has the SHA-256 ${hash}, and ${own} names ${listed.sha256}` }];
}

/** The statement by itself, and its two parts, which have to say the same. */
function findInStatement(
  found: ReadonlyMap<string, Buffer>,
  text: Buffer,
  statement: Statement,
  dossier: SealedDossier,
): readonly Finding[] {
  const wanted = statementFiles(statementOf(dossier, statement.predicate.files));
  return [...wanted].flatMap(([name, says]) => differsOrMissing(name, name === own ? text : found.get(name), says));
}

function differsOrMissing(name: string, found: Buffer | undefined, wanted: string): readonly Finding[] {
  if (found === undefined) return [missing(name)];
  return [differs(name, found, Buffer.from(wanted)) ?? []].flat();
}

function parse(text: Buffer): Statement | undefined {
  try {
    return statementSchema.safeParse(JSON.parse(text.toString())).data;
  } catch {
    return undefined;
  }
}

const missing = (file: string): Finding => ({ file, what: 'is missing' });
