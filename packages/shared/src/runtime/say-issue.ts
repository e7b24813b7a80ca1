import type { z } from 'zod';
import { type KeyPath, suggestion } from './mistake.ts';

/**
 * What a schema finds wrong with a value, in words for whoever wrote it: what was expected, and what stands there. A
 * schema's own message stays as it is.
 */
export function sayIssue(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((branch) =>
      branch.map((one) => sayIssue(one, valueAt(value, one.path as KeyPath))),
    );
    return [...new Set(branches.map((branch) => branch.join(', ')))].join(', or ');
  }
  // Zod's own sentences begin so; they are for the programmer.
  if (!/^(Invalid (input|option)|Too (big|small)): expected /.test(issue.message)) return issue.message;
  const expected = expectedBy(issue);
  return expected ? `expected ${expected}, got ${shown(value, issue)}${remedy(issue, value)}` : issue.message;
}

/** The value at a path, undefined where there is none. */
export const valueAt = (value: unknown, path: KeyPath): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);

const kinds: Readonly<Record<string, string>> = {
  record: 'a map',
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function expectedBy(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_type') return kinds[issue.expected];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return values.length === 1 ? values[0] : `one of ${values.join(', ')}`;
  }
  if (issue.code === 'too_big')
    return `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${unit(issue.origin, issue.maximum)}`;
  if (issue.code === 'too_small')
    return `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${unit(issue.origin, issue.minimum)}`;
  return undefined;
}

function unit(origin: string, count: number | bigint): string {
  const [one, many] =
    origin === 'array' ? [' entry', ' entries'] : origin === 'string' ? [' character', ' characters'] : ['', ''];
  return Number(count) === 1 ? one : many;
}

/** What stands there. Text is told only where it should be one of some words: anywhere else it may be a secret. */
function shown(value: unknown, { code }: z.core.$ZodIssue): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string' && code !== 'invalid_value')
    return code === 'invalid_type' ? 'text' : `${value.length}`;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function remedy(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const nearest = suggestion(value, issue.values.map(String));
    return nearest.startsWith('; did you mean') ? nearest : '';
  }
  // YAML reads 7 and yes as a number and a truth.
  const isUnquoted = typeof value === 'number' || typeof value === 'boolean';
  return issue.code === 'invalid_type' && issue.expected === 'string' && isUnquoted ? '; put it in quotes' : '';
}
