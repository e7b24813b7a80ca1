/** Values of any shape of the API model, each optional member there or not. */
import fc, { type Arbitrary } from 'fast-check';

type Shape = number | (() => Shape) | readonly unknown[];

const words = fc.constantFrom('', 'a', 'é"\\', 'x'.repeat(40));
const simple: Readonly<Record<number, Arbitrary<unknown>>> = {
  0: words,
  1: fc.integer({ min: 0, max: 5 }),
  2: fc.boolean(),
  15: fc.constant({ any: [1, null] }),
};

export function anyOf(shape: unknown): Arbitrary<unknown> {
  if (typeof shape === 'function') return anyOf((shape as () => Shape)());
  if (typeof shape === 'number') return anySimple(shape);
  const parts = shape as readonly [number, string, string, unknown, readonly string[], readonly Shape[], number?];
  if (typeof parts[1] !== 'string') return anyOf(parts[0]);
  const [kind, , , , first, second, required = 0] = parts;
  if (kind === 1) return fc.array(anyOf(first), { maxLength: 2 });
  if (kind === 2) return fc.dictionary(fc.constantFrom('k', 'l'), anyOf(second));
  if (kind === 0) return anyOf(first);
  return fc.record(Object.fromEntries(first.map((name, i) => [name, anyOf(second[i])])), {
    requiredKeys: first.slice(0, required),
  });
}

function anySimple(type: number): Arbitrary<unknown> {
  if (type & 128) return fc.dictionary(fc.constantFrom('k', 'l'), anySimple(type & ~128));
  if (type & 64) return fc.array(anySimple(type & ~64), { maxLength: 2 });
  return simple[type] ?? words;
}
