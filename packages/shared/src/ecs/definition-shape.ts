import { RegisterTaskDefinitionRequest$, TaskDefinition$ } from '@aws-sdk/client-ecs';

/** What a value of a task definition may be, as the SDK's model says. */
export type Shape =
  | { readonly kind: 'text' | 'number' | 'flag' | 'time' }
  | { readonly kind: 'list' | 'map'; readonly of: Shape }
  | FieldsShape;

export interface FieldsShape {
  readonly kind: 'fields';
  /** The model's name of it, such as `ContainerDefinition`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
}

// The notation of the SDK's schemas: https://github.com/smithy-lang/smithy-typescript/tree/main/packages/types/src/schema
const text = 0;
const number = 1;
const flag = 2;
const times = [4, 5, 6, 7];
const listOf = 64;
const mapOf = 128;
const list = 1;
const map = 2;
const structure = 3;
const union = 4;

/** The shape behind one of the SDK's schemas. Throws when it is written in a way that is not understood here. */
export function shapeOf(schema: unknown): Shape {
  if (typeof schema === 'function') return shapeOf(schema());
  if (typeof schema === 'number') return simple(schema);
  if (!Array.isArray(schema)) throw new Error(`the ECS model holds ${String(schema)}, which is no schema`);
  const [kind, , name, , members, of] = schema as unknown[];
  // A schema with traits of its own is a pair: the schema, and the traits.
  if (typeof kind !== 'number') return shapeOf(kind);
  if (kind === list) return { kind: 'list', of: shapeOf(members) };
  if (kind === map) return { kind: 'map', of: shapeOf(of) };
  if ((kind === structure || kind === union) && Array.isArray(members) && Array.isArray(of)) {
    const fields = Object.fromEntries(members.map((field, index) => [String(field), shapeOf(of[index])]));
    // Required members stand first, and the schema tells how many they are.
    const required = kind === structure ? members.slice(0, Number(schema[6] ?? 0)).map(String) : [];
    return { kind: 'fields', name: String(name), fields, required };
  }
  throw new Error(`the ECS model describes ${String(name)} in a way that is not known here (${kind})`);
}

function simple(code: number): Shape {
  if (code >= mapOf) return { kind: 'map', of: simple(code - mapOf) };
  if (code >= listOf) return { kind: 'list', of: simple(code - listOf) };
  if (code === text) return { kind: 'text' };
  if (code === number) return { kind: 'number' };
  if (code === flag) return { kind: 'flag' };
  if (times.includes(code)) return { kind: 'time' };
  throw new Error(`the ECS model has a value of a kind that is not known here (${code})`);
}

function fieldsOf(schema: unknown): FieldsShape {
  const shape = shapeOf(schema);
  if (shape.kind !== 'fields') throw new Error('the ECS model describes a task definition as something without fields');
  return shape;
}

/** All that RegisterTaskDefinition takes. */
export const registrable: FieldsShape = fieldsOf(RegisterTaskDefinitionRequest$);

/** All that DescribeTaskDefinition tells of a definition. */
export const described: FieldsShape = fieldsOf(TaskDefinition$);

/** Fields of a described definition that ECS writes and RegisterTaskDefinition does not take. */
export const writtenByEcs: readonly string[] = Object.keys(described.fields).filter(
  (field) => !(field in registrable.fields),
);
