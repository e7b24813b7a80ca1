import { createHash } from 'node:crypto';

/**
 * JSON with the keys of every map in code-unit order and nothing undefined, so that equal values have equal text
 * whoever wrote them.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : one,
  );
}

/** SHA-256 of the canonical JSON, 64 hexadecimal digits. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
