import type { FieldsShape, Shape } from '#shared/ecs/definition-shape';
import { type KeyPath, suggestion } from '#shared/runtime/mistake';
import { properSpelling } from './spelling.ts';

/** Takes note of a mistake; `ofKey` when it is in a field's name rather than in its value. */
export type Tell = (path: KeyPath, message: string, ofKey?: boolean) => void;

/**
 * The value with all that is known of it, after telling whatever ECS would not understand.
 *
 * Empty texts and lists stay. A field that is null is left out, as if it were not written: that is what
 * CLI skeletons and templates write for it, and ECS takes it the same way.
 */
export function checkShape(shape: Shape, value: unknown, path: KeyPath, tell: Tell): unknown {
  if (shape.kind === 'fields') return checkFields(shape, value, path, tell);
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) return wrong(shape, value, path, tell);
    return value.map((item, index) => checkShape(shape.of, item, [...path, index], tell));
  }
  if (shape.kind === 'map') {
    if (!isRecord(value)) return wrong(shape, value, path, tell);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, checkShape(shape.of, item, [...path, key], tell)]),
    );
  }
  const fits =
    shape.kind === 'text'
      ? typeof value === 'string'
      : shape.kind === 'number'
        ? Number.isSafeInteger(value)
        : shape.kind === 'flag'
          ? typeof value === 'boolean'
          : true;
  return fits ? value : wrong(shape, value, path, tell);
}

function checkFields(shape: FieldsShape, value: unknown, path: KeyPath, tell: Tell): unknown {
  if (!isRecord(value)) return wrong(shape, value, path, tell);
  const known = Object.keys(shape.fields);
  for (const field of shape.required)
    if (value[field] === undefined || value[field] === null) tell([...path, field], 'is missing; ECS requires it');
  const entries = Object.entries(value).flatMap(([field, inner]): [string, unknown][] => {
    const of = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
    if (of === undefined) {
      tell([...path, field], `ECS has no such field${suggestion(field, known)}`, true);
      return [];
    }
    if (inner === null || inner === undefined) return [];
    checkSpelling(`${shape.name}.${field}`, inner, [...path, field], tell);
    return [[field, checkShape(of, inner, [...path, field], tell)]];
  });
  return Object.fromEntries(entries);
}

// A port mapping with protocol UDP would silently be one of tcp: "ECS treats any other specified value as tcp".
function checkSpelling(place: string, value: unknown, path: KeyPath, tell: Tell): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkSpelling(place, item, [...path, index], tell);
    return;
  }
  const proper = typeof value === 'string' ? properSpelling(place, value) : undefined;
  if (proper !== undefined) tell(path, `ECS writes it ${proper}, not ${value}`);
}

function wrong(shape: Shape, value: unknown, path: KeyPath, tell: Tell): unknown {
  tell(path, `expected ${expected(shape)}, got ${found(value)}${remedy(shape, value)}`);
  return value;
}

function expected(shape: Shape): string {
  if (shape.kind === 'fields') return `the fields of ${shape.name}`;
  if (shape.kind === 'list') return 'a list';
  if (shape.kind === 'map') return 'names with values';
  return { text: 'text', number: 'a whole number', flag: 'true or false', time: 'a time' }[shape.kind];
}

/** Numbers and flags are shown; texts are not, for one in the wrong place may be a secret. */
function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? 'text' : 'a map';
}

function remedy(shape: Shape, value: unknown): string {
  if (shape.kind === 'text' && (typeof value === 'number' || typeof value === 'boolean'))
    return '; put it in quotation marks';
  if (typeof value !== 'string') return '';
  if (shape.kind === 'number' && /^-?\d+$/.test(value)) return '; write it without quotation marks';
  if (shape.kind === 'flag' && /^(true|false)$/i.test(value)) return '; write it without quotation marks';
  if (shape.kind === 'flag' && /^(yes|no|on|off)$/i.test(value)) return '; YAML knows only true and false';
  if (shape.kind === 'list') return '; put it in square brackets';
  return '';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
