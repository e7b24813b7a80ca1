import { dossierSchema, type SealedDossier } from './dossier.ts';
import { junit } from './junit.ts';
import { page } from './page/page.ts';
import { sha256 } from './seal/pack.ts';
import { type StatedFile, type Statement, statementOf, statementSchema, subjectLines } from './statement.ts';
import { summary } from './summary/summary.ts';

/** The dossier's own files, by name, as they are written. The statement names the first four by their hashes. */
export function filesOf(dossier: SealedDossier): ReadonlyMap<string, string> {
  const told = renderings(dossier);
  return new Map([...told, ...statementFiles(statementOf(dossier, stated(told)))]);
}

/** The dossier for programs, for the job summary, as a page, and for readers of JUnit. */
export function renderings(dossier: SealedDossier): ReadonlyMap<string, string> {
  return new Map([
    ['dossier.json', dossierText(dossier)],
    ['dossier.md', String(summary(dossier))],
    ['dossier.html', page(dossier)],
    ['dossier.junit.xml', junit(dossier)],
  ]);
}

/** The statement, and its two parts as actions/attest takes them. */
export function statementFiles(statement: Statement): ReadonlyMap<string, string> {
  const whole = statementSchema.parse(statement);
  return new Map([
    ['dossier.intoto.json', jsonText(whole)],
    ['dossier.predicate.json', jsonText(whole.predicate)],
    ['dossier.subjects.txt', subjectLines(statement)],
  ]);
}

export function stated(files: ReadonlyMap<string, string | Buffer>): readonly StatedFile[] {
  return [...files].map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), sha256: sha256(text) }));
}

/** dossier.json. Validating puts the keys in the order of the schema, whoever made the object. */
export function dossierText(dossier: SealedDossier): string {
  return jsonText(dossierSchema.parse(dossier));
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
