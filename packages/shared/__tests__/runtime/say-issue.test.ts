import { z } from 'zod';
import { sayIssue, valueAt } from '#shared/runtime/say-issue';

const schema = z.object({
  strategy: z.enum(['rolling', 'blue-green']).optional(),
  percent: z.number().min(0.1).max(99.9).optional(),
  services: z.record(z.string(), z.string()).optional(),
  order: z.array(z.array(z.string())).min(1).optional(),
  force: z.boolean().optional(),
  count: z.int().optional(),
  either: z.union([z.string(), z.array(z.string())]).optional(),
  name: z.string().max(3).optional(),
  own: z.string({ error: 'name a bucket' }).optional(),
});

function said(value: object): readonly string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => sayIssue(issue, valueAt(value, issue.path as (string | number)[])));
}

test.each<[object, string]>([
  [{ strategy: 'bluegreen' }, 'expected one of rolling, blue-green, got "bluegreen"; did you mean blue-green?'],
  [{ strategy: 'explode' }, 'expected one of rolling, blue-green, got "explode"'],
  [{ percent: 120 }, 'expected at most 99.9, got 120'],
  [{ percent: 0 }, 'expected at least 0.1, got 0'],
  [{ services: ['api'] }, 'expected a map, got a list'],
  [{ order: ['api'] }, 'expected a list, got text'],
  [{ order: [] }, 'expected at least 1 entry, got an empty list'],
  [{ force: 'please' }, 'expected true or false, got text'],
  [{ count: 1.5 }, 'expected a whole number, got 1.5'],
  [{ either: 7 }, 'expected text, got 7; put it in quotes, or expected a list, got 7'],
  [{ name: 'long' }, 'expected at most 3 characters, got 4'],
  [{ own: 7 }, 'name a bucket'],
  [{ strategy: 'x'.repeat(200) }, `expected one of rolling, blue-green, got "${'x'.repeat(59)}…`],
])('%j is told with what was expected and what stands there', (value, sentence) => {
  expect(said(value)).toEqual([sentence]);
});
