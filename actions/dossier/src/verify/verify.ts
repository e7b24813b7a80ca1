import { z } from 'zod';
import { dossierSchema, type SealedDossier } from '../dossier.ts';
import { dossierText, stated } from '../files.ts';
import { plan } from '../plan.ts';
import { sha256 } from '../seal/pack.ts';
import type { Sealed } from '../seal/sealed.ts';
import { unseal } from '../seal/unseal.ts';
import { statementSchema } from '../statement.ts';
import { differs, type Finding } from './finding.ts';
import { contentOf, findInSeal, repacked } from './sealed-copies.ts';
import { findInFiles } from './statement-files.ts';

/** A dossier as it was found. */
export interface Found {
  readonly json: Buffer;
  /** The dossier's own files, dossier.json among them; undefined when that one is all there is. */
  readonly files?: ReadonlyMap<string, Buffer>;
  /** The evidence beside it, by its path below evidence/; undefined when there is no such folder. */
  readonly evidence?: ReadonlyMap<string, Buffer>;
  /** The release record beside it. */
  readonly record?: Buffer;
}

export interface Verified {
  /** Absent when dossier.json cannot be read as one. */
  readonly dossier?: SealedDossier;
  /** Empty when everything is as it was written. */
  readonly findings: readonly Finding[];
}

/** Compares everything with everything: files with their copies, copies with their chain, the rest with what they come to. */
export function verify(found: Found): Verified {
  const read = readDossier(found.json);
  if ('finding' in read) return { findings: [read.finding] };
  const { dossier } = read;
  const { sealed } = dossier;
  const findings = [...findInEvidence(found, sealed), ...findInSeal(sealed)];
  const computed = compute(sealed);
  if (computed === undefined) {
    const what = 'what is sealed in it comes to no dossier';
    return { dossier, findings: findings.length > 0 ? findings : [{ file: 'dossier.json', what }] };
  }
  const off = findInJson(found, computed);
  return {
    dossier,
    findings: [...findings, ...off, ...(found.files === undefined ? [] : findInFiles(found.files, computed))],
  };
}

function readDossier(json: Buffer): { readonly dossier: SealedDossier } | { readonly finding: Finding } {
  const file = 'dossier.json';
  let content: unknown;
  try {
    content = JSON.parse(json.toString());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { finding: { file, what: `is no JSON: ${why}` } };
  }
  const { data, error } = dossierSchema.safeParse(content);
  return data ? { dossier: data } : { finding: { file, what: `is no dossier: ${z.prettifyError(error)}` } };
}

function compute(sealed: Sealed): SealedDossier | undefined {
  try {
    return { ...plan(unseal(sealed).material), sealed };
  } catch {
    return undefined;
  }
}

/** Verdict, tally and all the rest, computed anew from the evidence, beside what dossier.json says. */
function findInJson({ json, files }: Found, computed: SealedDossier): readonly Finding[] {
  const text = (dossier: SealedDossier) => Buffer.from(dossierText(dossier));
  const off = differs('dossier.json', json, text(computed));
  if (off !== undefined) return [off];
  // Two texts can unpack to the same bytes: which of them was written, the statement knows.
  const again = text({ ...computed, sealed: repacked(computed.sealed) });
  const listed = statedSha256(files);
  const written = [...stated(new Map([['dossier.json', again]]))].some(({ sha256 }) => sha256 === listed);
  return written ? [differs('dossier.json', json, again) ?? []].flat() : [];
}

function statedSha256(files: Found['files']): string | undefined {
  try {
    const statement = statementSchema.parse(JSON.parse(files?.get('dossier.intoto.json')?.toString() ?? ''));
    return statement.predicate.files.find(({ name }) => name === 'dossier.json')?.sha256;
  } catch {
    return undefined;
  }
}

/** Each file beside its copy; those that are gone, and those that nobody listed. */
function findInEvidence({ evidence, record }: Found, sealed: Sealed): readonly Finding[] {
  const findings: Finding[] = [];
  if (record !== undefined) {
    const copy = sealed.record === undefined ? undefined : contentOf(sealed.record);
    const file = 'release-record.json';
    if (sealed.record === undefined) findings.push({ file, what: 'is not the dossier’s, which has none' });
    else if (copy !== undefined) findings.push(...[differs(file, record, copy) ?? []].flat());
  }
  if (evidence === undefined) return findings;
  for (const entry of sealed.evidence) {
    const file = `evidence/${entry.name}`;
    const [content, copy] = [evidence.get(entry.name), contentOf(entry)];
    if (content === undefined) findings.push({ file, what: 'is missing' });
    else if (copy !== undefined) findings.push(...[differs(file, content, copy) ?? []].flat());
    else if (sha256(content) !== entry.sha256) findings.push({ file, what: `has not the SHA-256 ${entry.sha256}` });
  }
  const listed = new Set(sealed.evidence.map(({ name }) => name));
  for (const name of evidence.keys())
    if (!listed.has(name))
      findings.push({ file: `evidence/${name}`, what: 'was not there when the dossier was written' });
  return findings;
}
