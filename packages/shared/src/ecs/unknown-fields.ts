import { described, type Shape } from './definition-shape.ts';

/**
 * Fields of a definition, as ECS answered it, that the SDK's model does not have: ECS has learnt something since. The
 * SDK drops them without a word, so whoever registers such a definition again would lose them.
 *
 * @param raw the `taskDefinition` of the answer, before the SDK has read it
 * @returns their paths, such as `containerDefinitions.api.newField`
 */
export function unknownFields(raw: unknown): string[] {
  return walk(described, raw, '');
}

function walk(shape: Shape, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (shape.kind === 'list' && Array.isArray(value))
    return value.flatMap((item, index) => walk(shape.of, item, `${path}.${nameOf(item) ?? index}`));
  if (shape.kind === 'map')
    return Object.entries(value).flatMap(([key, item]) => walk(shape.of, item, `${path}.${key}`));
  if (shape.kind !== 'fields') return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const of = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
    const at = path === '' ? field : `${path}.${field}`;
    if (of) return walk(of, inner, at);
    // What says nothing can be lost.
    return inner === null || inner === false || isEmpty(inner) ? [] : [at];
  });
}

const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function nameOf(item: unknown): string | undefined {
  const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
  return typeof name === 'string' ? name : undefined;
}
