import { z } from 'zod';

const amount = z
  .union([z.number(), z.string().min(1)])
  .describe('A number, or one with its unit: 500MB, 200ms, 5m; compared with what the check measured');

/** How far what a check measured may go; it tightens the check's own verdict and never mends it. */
export const boundSchema = z.union([
  z.strictObject({ 'at-most': amount }),
  z.strictObject({ 'at-least': amount }),
  z.strictObject({ equals: z.union([z.number(), z.string(), z.boolean()]) }),
]);

export type Bound = z.infer<typeof boundSchema>;
