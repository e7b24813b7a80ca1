import type { z } from 'zod';
import { isRecord } from './golive-file.ts';
import { childOf, makesText } from './schema-shape.ts';

/**
 * The value, with what was written where the schema takes a number for text: of a variable YAML makes 12345678901 of
 * `012345678901`, 1.1 of `1.10`, and 16 of `0x10`.
 *
 * @param written the same as `readAsWritten` gives it
 */
export function asWritten(schema: z.core.$ZodType, value: unknown, written: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean')
    return typeof written === 'string' && makesText(schema) ? written : value;
  const below = (key: string | number, one: unknown, its: unknown): unknown => {
    const child = childOf(schema, key);
    return child ? asWritten(child, one, its) : one;
  };
  if (Array.isArray(value) && Array.isArray(written))
    return value.map((one, index) => below(index, one, written[index]));
  if (!isRecord(value) || !isRecord(written)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, below(key, one, written[key])]));
}
