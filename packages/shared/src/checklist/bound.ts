import { z } from 'zod';
import { parseBytes } from '#shared/values/bytes';
import { parseDuration } from '#shared/values/duration';
import { ValueError } from '#shared/values/value-error';

const amount = z
  .union([
    z.number(),
    z
      .string()
      .refine(
        (text) => quantityOf(text) !== undefined,
        'expected a number, or one with its unit: 80, 80%, 500MB, 200ms',
      ),
  ])
  .describe('A number, or one with its unit: 80, 80%, 500MB, 200ms');

/** How far what a check measured may go; it tightens the check's own verdict and never mends it. */
export const boundSchema = z.union(
  [
    z.strictObject({ 'at-most': amount }),
    z.strictObject({ 'at-least': amount }),
    z.strictObject({ 'more-than': amount }),
    z.strictObject({ equals: z.union([z.number(), z.string(), z.boolean()]) }),
  ],
  { error: 'expected one of at-most, at-least, more-than and equals' },
);

export type Bound = z.infer<typeof boundSchema>;

/** What is wrong with a measured value under a bound, as the end of a sentence; undefined when it keeps to it. */
export function breachOf(bound: Bound, measured: unknown): string | undefined {
  if (measured === undefined || measured === null) return `nothing was measured, asked is ${told(bound)}`;
  if ('equals' in bound)
    return String(measured) === String(bound.equals)
      ? undefined
      : `${shown(measured)} was measured, asked is ${told(bound)}`;
  const [limit, value] = [Object.values(bound)[0], measured].map(quantityOf);
  // Sizes are measured in bytes and shares in per cent, as plain numbers.
  if (
    limit === undefined ||
    value === undefined ||
    (value.unit !== limit.unit && (value.unit !== '' || limit.unit === 'ms'))
  )
    return `${shown(measured)} was measured, which cannot be compared with ${told(bound)}`;
  return keeps(bound, value.amount, limit.amount)
    ? undefined
    : `${shown(measured)} was measured, asked is ${told(bound)}`;
}

function keeps(bound: Bound, value: number, limit: number): boolean {
  if ('at-most' in bound) return value <= limit;
  return 'more-than' in bound ? value > limit : value >= limit;
}

/** `at most 500MB`. */
export function told(bound: Bound): string {
  return Object.entries(bound)
    .map(([word, limit]) => `${word.replace('-', ' ')} ${limit}`)
    .join();
}

interface Quantity {
  readonly amount: number;
  readonly unit: '' | 'ms' | 'B' | '%';
}

/** A number with its unit, of `80`, `80%`, `500MB`, `200ms`, or of `{ ms: 200 }` and its like. */
function quantityOf(value: unknown): Quantity | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { amount: value, unit: '' } : undefined;
  if (typeof value === 'object' && value !== null) {
    const [[unit, amount] = [], ...more] = Object.entries(value);
    if (typeof amount !== 'number' || more.length > 0) return undefined;
    if (unit === 'ms') return { amount, unit };
    if (unit === 'seconds') return { amount: amount * 1000, unit: 'ms' };
    return unit === 'bytes' ? { amount, unit: 'B' } : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(value.trim()) ?? [];
  if (number !== undefined) return { amount: Number(number), unit: percent === '%' ? '%' : '' };
  return (
    parsed(() => ({ amount: parseDuration(value).ms, unit: 'ms' })) ??
    parsed(() => ({ amount: parseBytes(value).bytes, unit: 'B' }))
  );
}

function parsed(parse: () => Quantity): Quantity | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

function shown(measured: unknown): string {
  return typeof measured === 'object' ? JSON.stringify(measured) : String(measured);
}
