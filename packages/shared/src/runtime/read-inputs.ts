import { parseDocument } from 'yaml';
import { z } from 'zod';
import { asWritten } from './as-written.ts';
import { type ActionDefinition, commonInputs } from './define-action.ts';
import { isRecord, type LoadedFile, readAsWritten } from './golive-file.ts';
import { type KeyPath, type Mistake, suggestion } from './mistake.ts';
import { childOf, isList, isSecret, isText } from './schema-shape.ts';

/** Everything the user said to one action, before it is validated. */
export interface Given {
  readonly values: Readonly<Record<string, unknown>>;
  /** Where a value came from: the path in golive.yml, or undefined for an input of the workflow. */
  readonly places: ReadonlyMap<string, KeyPath | undefined>;
  readonly mistakes: readonly Mistake[];
  /** The texts that must be masked before anything is printed. */
  readonly secrets: readonly string[];
}

/** The variable in which the runner passes an input: upper case, spaces to underscores, hyphens kept. */
export function variableOf(input: string): string {
  return `INPUT_${input.replace(/ /g, '_').toUpperCase()}`;
}

/** Gathers the inputs of the workflow and the action's section of golive.yml; a non-empty input wins. */
export function gather(definition: ActionDefinition, loaded: LoadedFile, env: NodeJS.ProcessEnv): Given {
  const { shape } = definition.inputs;
  const values: Record<string, unknown> = {};
  const places = new Map<string, KeyPath | undefined>();
  const mistakes: Mistake[] = [];
  const secrets: string[] = [];
  takeSection(definition, loaded, values, places, mistakes);
  for (const [name, schema] of Object.entries(shape)) {
    const text = env[variableOf(name)]?.trim() ?? '';
    if (text === '') continue;
    if (isSecret(schema, metaOf)) secrets.push(text);
    places.set(name, undefined);
    try {
      values[name] = parseInput(schema, text);
    } catch {
      // The parser's own message quotes the text, which may be a secret.
      delete values[name];
      mistakes.push({ where: `input ${name}`, message: 'is not valid YAML' });
    }
  }
  const known = Object.keys({ ...commonInputs.shape, ...shape });
  for (const variable of Object.keys(env).filter((name) => name.startsWith('INPUT_'))) {
    if (known.some((name) => variableOf(name) === variable)) continue;
    const name = variable.slice('INPUT_'.length).toLowerCase();
    mistakes.push({
      where: `input ${name}`,
      message: `${definition.name} has no such input${suggestion(name, known)}`,
    });
  }
  for (const [name, schema] of Object.entries(shape)) secrets.push(...secretsIn(schema, values[name]));
  return { values, places, mistakes, secrets };
}

function takeSection(
  definition: ActionDefinition,
  { content, written = {}, file, lineOf }: LoadedFile,
  values: Record<string, unknown>,
  places: Map<string, KeyPath | undefined>,
  mistakes: Mistake[],
): void {
  const { section, sectionAs, inputs, name } = definition;
  const said = section === null ? undefined : content[section];
  if (section === null || said === undefined || said === null) return;
  const whole = sectionAs === undefined ? undefined : inputs.shape[sectionAs];
  // A list may stand alone under its section, or beside the action's other keys.
  if (sectionAs !== undefined && whole && !(isList(whole) && isRecord(said))) {
    values[sectionAs] = asWritten(whole, said, written[section]);
    places.set(sectionAs, [section]);
    return;
  }
  const line = lineOf([section]);
  if (!isRecord(said)) {
    mistakes.push({ where: `${file}:${line} ${section}`, message: 'expected a map of settings', file, line });
    return;
  }
  const theirs = isRecord(written[section]) ? written[section] : {};
  for (const [key, value] of Object.entries(said)) {
    const schema = Object.hasOwn(inputs.shape, key) ? inputs.shape[key] : undefined;
    const at = lineOf([section, key], true);
    const message = `${name} has no such setting${suggestion(key, Object.keys(inputs.shape))}`;
    if (!schema) mistakes.push({ where: `${file}:${at} ${section}.${key}`, message, file, line: at });
    else if (value !== null && value !== undefined) {
      values[key] = asWritten(schema, value, theirs[key]);
      places.set(key, [section, key]);
    }
  }
}

function parseInput(schema: z.core.$ZodType, text: string): unknown {
  if (isText(schema)) return text;
  const document = parseDocument(text, { prettyErrors: false });
  const value: unknown = document.errors.length > 0 ? undefined : document.toJS();
  // Lists are commonly given one a line, and globs such as *.yml are no YAML.
  if (isList(schema) && !Array.isArray(value) && !isRecord(value) && !/^(\[|\{|- )/.test(text))
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  if (document.errors.length > 0) throw new SyntaxError('not YAML');
  return asWritten(schema, value, readAsWritten(text));
}

function secretsIn(schema: z.core.$ZodType, value: unknown): string[] {
  if (isSecret(schema, metaOf)) return texts(value);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, one]) => {
    const child = childOf(schema, key);
    return child ? secretsIn(child, one) : [];
  });
}

function texts(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(texts);
  return value === undefined || value === null ? [] : [String(value)];
}

const metaOf = (schema: z.core.$ZodType) => z.globalRegistry.get(schema);
