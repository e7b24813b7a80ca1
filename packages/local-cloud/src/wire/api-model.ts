/**
 * Reads a request by the service's own API model, as AWS's JSON front end does before an operation sees it. The model
 * is the one that the AWS SDK carries: https://smithy.io/2.0/spec/model.html
 */
import { AwsError, type AwsService, type Operation } from './aws-service.ts';

/** A structure, list or map of the model, or the number of a simple type. */
export type Shape = number | string | object | ((...unused: never[]) => unknown);

// The numbers that the SDK writes for simple types and for what a schema is (@smithy/types, schema/sentinels.d.ts).
const LIST_OF = 64;
const MAP_OF = 128;
const kinds: Readonly<Record<number, string>> = { 0: 'String', 1: 'Number', 2: 'Boolean', 15: 'Document' };
const isTimestamp = (type: number) => type >= 4 && type <= 7;

/** What the operation throws when a member that the model requires is absent. */
export type Missing = (shape: string, member: string) => AwsError;

/**
 * The value with the members that the model knows, nulls left out. Unknown members are ignored, as AWS JSON protocols
 * ask of a server (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html); a value of a wrong type is a
 * SerializationException. The members that the outermost structure requires are left to its operation.
 */
export function conform(shape: Shape, value: unknown, missing: Missing): unknown {
  return read(shape, value, missing, true);
}

/**
 * The operations, each behind the model of its own request: `schemas` is what the service's SDK client exports. Throws
 * when the model has no such operation.
 */
export function behindModel(
  schemas: Readonly<Record<string, unknown>>,
  operations: AwsService['operations'],
  missingIn: (operation: string) => Missing,
): AwsService['operations'] {
  return Object.fromEntries(
    Object.entries(operations).map(([name, run]): [string, Operation] => {
      const shape = (schemas[`${name}Request$`] ?? schemas[`${name}Input$`]) as Shape | undefined;
      if (shape === undefined) throw new Error(`the API model has no operation ${name}`);
      const missing = missingIn(name);
      return [name, (input, call) => run(conform(shape, input ?? {}, missing), call)];
    }),
  );
}

function read(given: Shape, value: unknown, missing: Missing, outermost: boolean): unknown {
  const shape = resolved(given);
  if (typeof shape === 'number') return readSimple(shape, value, missing);
  const [kind, , , , first, second, required = 0] = shape as [number, string, string, unknown, Shape, Shape, number?];
  switch (kind) {
    case 1:
      return list(value).map((each) => read(first, each, missing, false));
    case 2:
      return mapValues(structure(value), (each) => read(second, each, missing, false));
    case 3:
    case 4:
      return members(
        { name: String(shape[2]), names: first as string[], shapes: second as Shape[], required },
        structure(value),
        missing,
        outermost,
      );
  }
  return readSimple(Number(first), value, missing);
}

/** A member is written as a function that answers the schema, or as `[schema, traits]`. */
function resolved(shape: Shape): number | readonly unknown[] {
  if (typeof shape === 'function') return resolved((shape as () => Shape)());
  if (typeof shape === 'number') return shape;
  const parts = shape as readonly unknown[];
  return typeof parts[1] === 'string' ? parts : resolved(parts[0] as Shape);
}

interface Structure {
  readonly name: string;
  readonly names: readonly string[];
  readonly shapes: readonly Shape[];
  /** The first so many members are required. */
  readonly required: number;
}

function members(
  of: Structure,
  value: Readonly<Record<string, unknown>>,
  missing: Missing,
  outermost: boolean,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [at, name] of of.names.entries()) {
    const shape = of.shapes[at];
    if (shape === undefined || value[name] === undefined || value[name] === null) {
      if (at < of.required && !outermost) throw missing(of.name, name);
      continue;
    }
    made[name] = read(shape, value[name], missing, false);
  }
  return made;
}

function readSimple(type: number, value: unknown, missing: Missing): unknown {
  if (type & MAP_OF) return mapValues(structure(value), (each) => read(type & ~MAP_OF, each, missing, false));
  if (type & LIST_OF) return list(value).map((each) => read(type & ~LIST_OF, each, missing, false));
  if (isTimestamp(type)) {
    if (value instanceof Date) return value;
    if (typeof value === 'number') return new Date(value * 1000);
    throw unreadable(value, 'Timestamp');
  }
  const kind = kinds[type] ?? 'String';
  if (kind !== 'Document' && typeof value !== kind.toLowerCase())
    throw unreadable(value, kind === 'Number' ? 'Integer' : kind);
  return value;
}

function structure(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw Array.isArray(value)
    ? new AwsError('SerializationException', 'Unexpected field type')
    : expected('structure or map');
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw expected('list');
}

const mapValues = (value: Readonly<Record<string, unknown>>, change: (each: unknown) => unknown) =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([key, each]) => [key, change(each)]),
  );

const expected = (what: string) => new AwsError('SerializationException', `Expected ${what} or null`);

function unreadable(value: unknown, as: string): AwsError {
  if (typeof value === 'object' && value !== null)
    return new AwsError(
      'SerializationException',
      `Start of ${Array.isArray(value) ? 'list' : 'structure or map'} found where not expected.`,
    );
  const kind =
    typeof value === 'boolean' ? `${String(value).toUpperCase()}_VALUE` : `${typeof value}_VALUE`.toUpperCase();
  const article = as === 'Integer' ? 'an' : 'a';
  return new AwsError('SerializationException', `${kind} can not be converted to ${article} ${as}`);
}
