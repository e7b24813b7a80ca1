import { z } from 'zod';
import type { LoadedFile } from '#shared/runtime/golive-file';
import { dotted, type KeyPath, type Mistake, suggestion } from '#shared/runtime/mistake';
import { childOf, keysOf } from '#shared/runtime/schema-shape';

/** What a part of a YAML file says by a schema: the value, or every mistake in it with its line. */
export function judge<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  loaded: LoadedFile,
  at: KeyPath = [],
): { readonly value?: z.output<Schema>; readonly mistakes: readonly Mistake[]; readonly paths: readonly KeyPath[] } {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, mistakes: [], paths: [] };
  const told = parsed.error.issues.flatMap((issue) => tellings(issue, [], schema, value));
  return {
    mistakes: told.map(({ path, message, ofKey }) => mistakeAt(loaded, [...at, ...path], message, ofKey)),
    paths: told.map(({ path }) => path),
  };
}

/** A mistake with its place in a file. */
export function mistakeAt(loaded: LoadedFile, path: KeyPath, message: string, ofKey = false): Mistake {
  const line = loaded.lineOf(path, ofKey);
  return { where: `${loaded.file}:${line} ${dotted(path)}`.trimEnd(), message, file: loaded.file, line };
}

interface Telling {
  readonly path: KeyPath;
  readonly message: string;
  readonly ofKey?: boolean;
}

function tellings(issue: z.core.$ZodIssue, above: KeyPath, schema: z.ZodType, value: unknown): readonly Telling[] {
  const path = [...above, ...(issue.path as KeyPath)];
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(
      path.reduce<z.core.$ZodType | undefined>((at, key) => at && childOf(at, key), schema) ?? z.any(),
    );
    return issue.keys.map((key) => {
      const message = `there is no such key${suggestion(key, known ?? [])}`;
      return { path: [...path, key], message, ofKey: true };
    });
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue.errors);
    if (nearest) return nearest.flatMap((one) => tellings(one, path, schema, value));
  }
  if (issue.code === 'invalid_key') {
    const [first] = issue.issues;
    return [{ path, message: first?.message ?? issue.message, ofKey: true }];
  }
  const missing = issue.code === 'invalid_type' && valueAt(value, path) === undefined;
  return [{ path, message: missing ? 'is missing' : issue.message }];
}

/** The alternative that was plainly meant: the one whose keys are all known, where that is one alone. */
function nearestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const meant = branches.filter((branch) =>
    branch.every(({ code, path }) => !(path.length === 0 && (code === 'unrecognized_keys' || code === 'invalid_type'))),
  );
  const [only] = meant;
  if (meant.length !== 1 || only === undefined) return undefined;
  return only;
}

const valueAt = (value: unknown, path: KeyPath) =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
