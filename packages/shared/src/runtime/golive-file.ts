import { readFile } from 'node:fs/promises';
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type KeyPath, type Mistake, suggestion } from './mistake.ts';
import { sayIssue, valueAt } from './say-issue.ts';

/** Sections of golive.yml that an action of this repository may own; an action adds its own. */
export const sectionNames = [
  'images',
  'migrate',
  'rollout',
  'smoke',
  'dns',
  'sign-offs',
  'quality',
  'checklist',
  'dossier',
  'record',
  'rollback',
  'preflight',
  'terraform',
  'backup',
  'watch',
  'notify',
] as const;

const image = z.looseObject({ repository: z.string().exactOptional().describe('Name of the ECR repository') });

/** The part of golive.yml that every action reads; each section is checked by the action that owns it. */
export const goliveFileSchema = z.object({
  project: z.string().min(1).describe('Name of the project, for reports and the release record'),
  region: z.string().min(1).exactOptional().describe('AWS region; default: AWS_REGION'),
  images: z.record(z.string(), image).exactOptional(),
});

/** golive.yml as actions see it: what all share, and every other section as it was written. */
export interface GoliveFile {
  readonly project: string;
  /** The region of golive.yml, else of AWS_REGION; empty when neither says. */
  readonly region: string;
  readonly images: Readonly<Record<string, { readonly repository?: string; readonly [setting: string]: unknown }>>;
  readonly [section: string]: unknown;
}

/** golive.yml with the places of everything in it. */
export interface LoadedFile {
  /** Relative to the workspace, as messages name it. */
  readonly file: string;
  readonly exists: boolean;
  readonly content: Readonly<Record<string, unknown>>;
  /** The same with every number, flag and null as its own text; absent where there is none of them to be read. */
  readonly written?: Readonly<Record<string, unknown>>;
  readonly mistakes: readonly Mistake[];
  /** The line of a value, of a key when `ofKey`, or of the nearest thing around it. */
  lineOf(path: KeyPath, ofKey?: boolean): number;
}

/** Reads golive.yml; one that does not exist is empty. Mistakes are collected, never thrown. */
export async function loadGoliveFile(absolute: string, file: string): Promise<LoadedFile> {
  const text = await readFile(absolute, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return { file, exists: false, content: {}, mistakes: [], lineOf: () => 1 };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const at = (offset: number) => lines.linePos(offset).line;
  const lineOf = (path: KeyPath, ofKey = false) => at(offsetOf(document, path, ofKey));
  const mistakes = document.errors.map((error): Mistake => {
    const line = at(error.pos[0]);
    return { where: `${file}:${line}`, message: error.message, file, line };
  });
  if (mistakes.length > 0) return { file, exists: true, content: {}, mistakes, lineOf };
  const content: unknown = document.toJS() ?? {};
  if (!isRecord(content)) {
    const mistake = { where: `${file}:1`, message: 'expected a map of sections', file, line: 1 };
    return { file, exists: true, content: {}, mistakes: [mistake], lineOf };
  }
  const written = readAsWritten(text);
  return { file, exists: true, content, ...(isRecord(written) ? { written } : {}), mistakes, lineOf };
}

/** What YAML or JSON holds, with every number, flag and null as its own text. */
export function readAsWritten(text: string): unknown {
  return parseDocument(text, { prettyErrors: false, merge: true, schema: 'failsafe' }).toJS();
}

/** Checks what all actions share, and that no section is misspelt; `own` is the section of the action that asks. */
export function checkGoliveFile(loaded: LoadedFile, own: string | null): Mistake[] {
  if (!loaded.exists || loaded.mistakes.length > 0) return [...loaded.mistakes];
  const { file, content, lineOf } = loaded;
  const known = [...new Set([...Object.keys(goliveFileSchema.shape), ...sectionNames, ...(own ? [own] : [])])];
  const misspelt = Object.keys(content)
    .filter((key) => !known.includes(key) && !key.startsWith('x-'))
    .map((key): Mistake => {
      const line = lineOf([key], true);
      return {
        where: `${file}:${line} ${key}`,
        message: `there is no such section${suggestion(key, known)}`,
        file,
        line,
      };
    });
  const shared = own === 'images' ? goliveFileSchema.omit({ images: true }) : goliveFileSchema;
  const issues = shared.safeParse(content).error?.issues ?? [];
  const wrong = issues.map((issue): Mistake => {
    const path = issue.path as KeyPath;
    const line = lineOf(path);
    const missing = issue.code === 'invalid_type' && path.length === 1 && !(String(path[0]) in content);
    return {
      where: `${file}:${line} ${path.join('.')}`,
      message: missing ? 'is missing' : sayIssue(issue, valueAt(content, path)),
      file,
      line,
    };
  });
  return [...misspelt, ...wrong];
}

/** What actions get of golive.yml, with the defaults of a repository that has none. */
export function goliveFile(loaded: LoadedFile, defaults: { project: string; region: string }): GoliveFile {
  const given = goliveFileSchema.partial().safeParse(loaded.content).data ?? {};
  return {
    ...loaded.content,
    project: given.project ?? defaults.project,
    region: given.region ?? defaults.region,
    images: given.images ?? {},
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function offsetOf(document: Document, path: KeyPath, ofKey: boolean): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, key] of path.entries()) {
    if (!isCollection(node)) break;
    const pair = isMap(node)
      ? node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key))
      : undefined;
    // A key that is a number in YAML is text once the file is read.
    const next = pair ? pair.value : node.get(key, true);
    if (pair && isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
    if (!isNode(next)) break;
    // A map or a list under a key begins on the next line, but people look for the key.
    if (!(ofKey && depth === path.length - 1) && (isScalar(next) || !pair)) offset = next.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}
