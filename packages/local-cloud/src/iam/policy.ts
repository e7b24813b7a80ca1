import { z } from 'zod';
import { type Conditions, unsupported } from './conditions.ts';

const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((value): readonly string[] => (typeof value === 'string' ? [value] : value));
// A boolean may stand bare in a policy.
const value = z.union([z.string(), z.boolean().transform(String)]);
const condition = z
  .record(
    z.string(),
    z.record(
      z.string(),
      z.union([value, z.array(value)]).transform((given) => (Array.isArray(given) ? given : [given])),
    ),
  )
  .superRefine((given: Conditions, context) => {
    const because = unsupported(given);
    if (because) context.addIssue(because);
  });

const statement = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: texts.optional(),
    NotAction: texts.optional(),
    Resource: texts.optional(),
    NotResource: texts.optional(),
    Condition: condition.default({}),
  })
  .refine((one) => (one.Action === undefined) !== (one.NotAction === undefined), 'exactly one of Action and NotAction')
  .refine(
    (one) => (one.Resource === undefined) !== (one.NotResource === undefined),
    'exactly one of Resource and NotResource',
  )
  .refine(
    (one) => ![...(one.Resource ?? []), ...(one.NotResource ?? [])].some((each) => each.includes('${')),
    'policy variables are not evaluated here',
  );

const policy = z.object({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z
    .union([statement.transform((one) => [one]), z.array(statement)])
    .transform((value): readonly z.output<typeof statement>[] => value),
});

export type Statement = z.output<typeof statement>;
export type Policy = z.output<typeof policy>;

/** Refuses what could only be pretended to be evaluated: unknown conditions, principals, policy variables. */
export function parsePolicy(given: unknown): Policy {
  // Each statement by itself: an error inside a union would only say that none of its forms fits.
  const statements = (Object(given) as { Statement?: unknown }).Statement;
  const wrong = (Array.isArray(statements) ? statements : [statements]).flatMap((each, at) => {
    const { error } = statement.safeParse(each);
    return (error?.issues ?? []).map(({ path, message }) => `${['Statement', at, ...path].join('.')}: ${message}`);
  });
  if (wrong.length > 0) throw new Error(`the policy cannot be evaluated: ${wrong.join('; ')}`);
  return policy.parse(given);
}
