import type { z } from 'zod';

type Schema = z.core.$ZodType;

// The parts of zod's definitions that are looked at; its own types tell every kind of schema apart.
interface Parts {
  readonly type: string;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly out?: Schema;
  readonly getter?: () => Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly catchall?: Schema;
  readonly values?: readonly unknown[];
  readonly options?: readonly Schema[];
}

const partsOf = (schema: Schema) => schema._zod.def as unknown as Parts;

/** The schema that sees the text first, below optional, default, transforms and the like. */
export function coreOf(schema: Schema): Schema {
  const { innerType, in: first, getter, type } = partsOf(schema);
  const inner = innerType ?? (type === 'pipe' ? first : undefined) ?? getter?.();
  return inner ? coreOf(inner) : schema;
}

/** Whether the value is written as plain text, so that an input's text is taken as it is. */
export function isText(schema: Schema): boolean {
  const { type, values } = partsOf(coreOf(schema));
  return (
    ['string', 'enum', 'template_literal'].includes(type) ||
    (type === 'literal' && (values ?? []).every((one) => typeof one === 'string'))
  );
}

/** Whether a number is taken for text, and made one: what was written without quotation marks is meant all the same. */
export function makesText(schema: Schema): boolean {
  const { innerType, in: first } = partsOf(schema);
  if (innerType) return makesText(innerType);
  const kinds = ((first && partsOf(first).options) ?? []).map((one) => partsOf(one).type);
  return kinds.includes('string') && kinds.includes('number');
}

/** Whether the value is a list. */
export function isList(schema: Schema): boolean {
  return partsOf(coreOf(schema)).type === 'array';
}

/** The schema of one key of a map or one element of a list; undefined when there is none. */
export function childOf(schema: Schema, key: string | number): Schema | undefined {
  const { type, shape, element, valueType, catchall } = partsOf(coreOf(schema));
  if (type === 'object') return shape?.[key] ?? catchall;
  return type === 'array' ? element : type === 'record' ? valueType : undefined;
}

/** The keys that a map may have; undefined when any is allowed, or when it is no map. */
export function keysOf(schema: Schema): readonly string[] | undefined {
  const { type, shape, catchall } = partsOf(coreOf(schema));
  if (type !== 'object' || !shape || (catchall && partsOf(catchall).type !== 'never')) return undefined;
  return Object.keys(shape);
}

/** Whether `meta({ secret: true })` was said of the schema, at any place of the chain. */
export function isSecret(schema: Schema, metaOf: (schema: Schema) => { secret?: unknown } | undefined): boolean {
  if (metaOf(schema)?.secret === true) return true;
  const { innerType, in: first, out, type } = partsOf(schema);
  return [innerType, ...(type === 'pipe' ? [first, out] : [])].some(
    (inner) => inner !== undefined && isSecret(inner, metaOf),
  );
}
