import { z } from 'zod';
import { type ActionDefinition, descriptionOf } from './define-action.ts';
import type { LoadedFile } from './golive-file.ts';
import { dotted, type KeyPath, type Mistake, suggestion } from './mistake.ts';
import type { Given } from './read-inputs.ts';
import { sayIssue, valueAt } from './say-issue.ts';
import { childOf, keysOf } from './schema-shape.ts';

/** Validates what was gathered: every mistake with its place, or the values. */
export function validate<Inputs extends z.ZodObject>(
  definition: ActionDefinition<Inputs>,
  loaded: LoadedFile,
  given: Given,
): { readonly input?: z.output<Inputs>; readonly mistakes: readonly Mistake[] } {
  // Of a file that cannot be read nothing can be told that is or is not in it.
  if (loaded.mistakes.length > 0) return { mistakes: given.mistakes };
  const mistakes = [...given.mistakes];
  const told = new Set<string>();
  const tell = (path: KeyPath, message: string, ofKey = false) => {
    const place = placeOf(loaded, given, path, ofKey);
    if (told.has(`${place.where}: ${message}`)) return;
    told.add(`${place.where}: ${message}`);
    mistakes.push({ ...place, message });
  };
  for (const [name, schema] of Object.entries(definition.inputs.shape))
    for (const { path, message } of misspeltKeys(schema, given.values[name], [name])) tell(path, message, true);
  const parsed = definition.inputs.safeParse(given.values);
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path as KeyPath;
    if (issue.code === 'unrecognized_keys') {
      const known = keysOf(
        path.reduce<z.core.$ZodType | undefined>((at, key) => at && childOf(at, key), definition.inputs) ?? z.any(),
      );
      for (const key of issue.keys) tell([...path, key], `there is no such key${suggestion(key, known ?? [])}`, true);
    } else if (path.length === 1 && valueAt(given.values, path) === undefined) {
      // An input that could not be read at all was told already.
      if (!given.mistakes.some(({ where }) => where === `input ${path[0]}`))
        tell(path, missing(definition, String(path[0])));
    } else {
      const value = valueAt(given.values, path);
      tell(path, value === undefined ? 'is missing' : sayIssue(issue, value));
    }
  }
  return mistakes.length === 0 && parsed.success ? { input: parsed.data, mistakes } : { mistakes };
}

/** Where the value of an input stands: its place in golive.yml, or the input's name. */
export function placeOf(loaded: LoadedFile, given: Given, path: KeyPath, ofKey: boolean): Omit<Mistake, 'message'> {
  const [name = '', ...rest] = path;
  const from = given.places.get(String(name));
  if (from === undefined) return { where: `input ${dotted(path)}` };
  const full = [...from, ...rest];
  const line = loaded.lineOf(full, ofKey);
  return { where: `${loaded.file}:${line} ${dotted(full)}`, file: loaded.file, line };
}

function missing({ section, sectionAs, inputs }: ActionDefinition, name: string): string {
  const key =
    section === null ? undefined : sectionAs === name ? section : sectionAs ? undefined : `${section}.${name}`;
  // Descriptions are Markdown, for the README: of a link only its text is for a log.
  const description = descriptionOf(inputs.shape[name])?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return `is missing (${description?.replace(/\.$/, '')}); give it as an input${key ? `, or as ${key} in golive.yml` : ''}`;
}

function misspeltKeys(schema: z.core.$ZodType, value: unknown, path: KeyPath): { path: KeyPath; message: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const known = Array.isArray(value) ? undefined : keysOf(schema);
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, one]) => {
    if (known && !known.includes(String(key)))
      return [{ path: [...path, key], message: `there is no such key${suggestion(String(key), known)}` }];
    const child = childOf(schema, key);
    return child ? misspeltKeys(child, one, [...path, key]) : [];
  });
}
