import { stringify } from 'yaml';
import { z } from 'zod';
import type { Checks } from '../evidence/checks.ts';
import { type Markdown, table, trustedMarkdown } from '../evidence/markdown.ts';
import { type ActionDefinition, commonInputs, descriptionOf } from './define-action.ts';
import { goliveFileSchema } from './golive-file.ts';
import { coreOf, isList, isText } from './schema-shape.ts';

type Json = Record<string, unknown>;
type Schema = z.core.$ZodType;

const doNotEdit = 'Written by `npm run docs` from src/inputs.ts.';

/** The text of action.yml. Defaults stand in descriptions, since one in `default:` would win over golive.yml. */
export function toActionYml(definition: ActionDefinition): string {
  const { name, title, description, outputs } = definition;
  const main = `../../dist/${name}/index.js`;
  const action = {
    name: title,
    description,
    inputs: Object.fromEntries(
      allInputs(definition).map(([key, schema]) => [key, actionInput(definition, key, schema)]),
    ),
    outputs: Object.fromEntries(Object.entries(outputs).map(([key, text]) => [key, { description: text }])),
    runs: { using: 'node24', main, ...(definition.post ? { post: main } : {}) },
  };
  return `# ${doNotEdit}\n${stringify(action, { lineWidth: 0 })}`;
}

/** The table of an action's inputs, in Markdown. */
export function toInputTable(definition: ActionDefinition): string {
  const rows = allInputs(definition).map(([key, schema]) => {
    const fallback = defaultOf(schema);
    const said = fallback !== undefined ? code(fallback) : isRequired(schema) ? 'required' : '';
    return [code(key), code(kindOf(schema)), said, trustedMarkdown(describe(schema)), settingOf(definition, key)];
  });
  return table(['Input', 'Kind', 'Default', 'What it is', 'In golive.yml'], rows).text;
}

/** The table of an action's outputs, in Markdown. */
export function toOutputTable({ outputs }: ActionDefinition): string {
  const rows = Object.entries(outputs).map(([key, text]) => [code(key), trustedMarkdown(text)]);
  return table(['Output', 'What it is'], rows).text;
}

/** The table of the checks that an action reports, in Markdown. */
export function toCheckTable(checks: Checks): string {
  return table(
    ['Check', 'What it asks'],
    Object.entries(checks).map(([id, asks]) => [code(id), asks]),
  ).text;
}

/** The JSON schema of an action's section in golive.yml; undefined when it has none. */
export function toJsonSchema(definition: ActionDefinition): Json | undefined {
  const { section, sectionAs, inputs } = definition;
  if (section === null) return undefined;
  const whole = sectionAs === undefined ? undefined : inputs.shape[sectionAs];
  // Any key may be given in the workflow instead, so none is required here. What holds for several keys together is
  // no part of a JSON schema, and zod makes nothing partial that has such a rule.
  const settings = jsonSchema(z.object(inputs.shape).partial());
  if (whole === undefined) return { description: definition.description, ...settings };
  const alone = jsonSchema(whole);
  return isList(whole) ? { description: definition.description, anyOf: [alone, settings] } : alone;
}

/** The JSON schema of golive.yml as a whole; `more` are sections that belong to no single action. */
export function toGoliveSchema(
  definitions: readonly ActionDefinition[],
  more: Readonly<Record<string, Schema>> = {},
): Json {
  const sections = definitions.flatMap((one) =>
    one.section === null ? [] : [[one.section, toJsonSchema(one)] as const],
  );
  const shared = jsonSchema(goliveFileSchema) as { properties: Json; required?: string[] };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'golive.yml',
    ...shared,
    properties: {
      ...shared.properties,
      ...Object.fromEntries(sections),
      ...Object.fromEntries(Object.entries(more).map(([section, schema]) => [section, jsonSchema(schema)])),
    },
    patternProperties: { '^x-': true },
  };
}

function allInputs({ inputs }: ActionDefinition): [string, Schema][] {
  return Object.entries({ ...inputs.shape, ...commonInputs.shape });
}

function actionInput({ section }: ActionDefinition, key: string, schema: Schema): Json {
  const fallback = defaultOf(schema);
  const actionDefault = actionDefaultOf(schema);
  const said =
    fallback === undefined || fallback === '' || actionDefault
      ? ''
      : `${/[.!?]$/.test(describe(schema)) ? '' : '.'} Default: ${fallback}`;
  const required = section === null && isRequired(schema) && !actionDefault && !(key in commonInputs.shape);
  return { description: `${describe(schema)}${said}`, required, ...(actionDefault ? { default: actionDefault } : {}) };
}

function code(text: string): Markdown {
  return trustedMarkdown(`\`${text.replaceAll('`', "'")}\``);
}

function settingOf({ section, sectionAs, inputs }: ActionDefinition, key: string): Markdown | string {
  if (section === null || key in commonInputs.shape) return '';
  if (key === sectionAs) return code(section);
  const isMap = sectionAs === undefined || isList(inputs.shape[sectionAs] ?? z.any());
  return isMap ? code(`${section}.${key}`) : '';
}

function describe(schema: Schema): string {
  return descriptionOf(schema) ?? '';
}

function isRequired(schema: Schema): boolean {
  return !z.safeParse(schema, undefined).success;
}

function defaultOf(schema: Schema): string | undefined {
  const value = (jsonSchema(schema) as { default?: unknown }).default;
  if (value === undefined) return actionDefaultOf(schema);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function actionDefaultOf(schema: Schema): string | undefined {
  const { innerType } = schema._zod.def as { innerType?: Schema };
  return z.globalRegistry.get(schema)?.actionDefault ?? (innerType && actionDefaultOf(innerType));
}

function kindOf(schema: Schema): string {
  const core = coreOf(schema);
  const { enum: options, type } = jsonSchema(core) as { enum?: string[]; type?: string | string[] };
  if (options) return options.join(' or ');
  if (isText(schema)) return 'text';
  return (
    { array: 'list', object: 'map', boolean: 'true or false', integer: 'whole number', number: 'number' }[
      String(type)
    ] ?? 'YAML'
  );
}

function jsonSchema(schema: Schema): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }) => {
      delete made.secret;
      delete made.actionDefault;
      const { type, catchall } = zodSchema._zod.def as { type: string; catchall?: Schema };
      // The parser refuses unknown keys, so an editor should mark them too.
      if (type === 'object' && catchall === undefined) made.additionalProperties = false;
    },
  }) as Json;
  return json;
}
