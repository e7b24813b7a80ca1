// An IAM policy as Golive writes it: only Allow, only what the actions need of the grammar.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

/** `{ StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } }` */
export type Condition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Condition;
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** One permission on one resource: what statements are made of. */
export interface Grant {
  /** `ecs:UpdateService` */
  readonly permission: string;
  /** An ARN, in which placeholders may stand, or `*`. */
  readonly resource: string;
  readonly condition?: Condition;
}

export const grantsOf = ({ Statement }: Policy): Grant[] =>
  Statement.flatMap(({ Action, Resource, Condition: condition }) =>
    Action.flatMap((permission) =>
      Resource.map((resource) => ({ permission, resource, ...(condition && { condition }) })),
    ),
  );

/** The same grants in as few statements as can be, in an order that depends on the grants alone. */
export function policyOf(grants: readonly Grant[]): Policy {
  const merged = [...groups(grants, ({ permission, resource }) => `${permission} ${resource}`).values()].map(merge);
  const byPermission = groups(
    merged,
    ({ permission, condition }) => `${permission} ${JSON.stringify(condition ?? {})}`,
  );
  const lines = [...byPermission.values()].map(([first, ...others]) => ({
    ...(first as Grant),
    resources: sorted([first as Grant, ...others].map(({ resource }) => resource)),
  }));
  const statements = groups(lines, ({ resources, condition }) => JSON.stringify([resources, condition ?? {}]));
  const Statement = [...statements.values()].map((alike): Statement => {
    const [{ resources, condition }] = alike as [(typeof lines)[number]];
    return {
      Effect: 'Allow',
      Action: sorted(alike.map(({ permission }) => permission)),
      Resource: resources,
      ...(condition && { Condition: condition }),
    };
  });
  return { Version: '2012-10-17', Statement: Statement.sort((a, b) => order(JSON.stringify(a), JSON.stringify(b))) };
}

/** Grants on one resource: a condition of all of them takes the values of each; one without any lets everything pass. */
function merge(alike: readonly Grant[]): Grant {
  const [{ permission, resource }] = alike as [Grant];
  const conditions = alike.map(({ condition }) => condition);
  if (conditions.includes(undefined)) return { permission, resource };
  const condition: Record<string, Record<string, string[]>> = {};
  for (const [operator, keys] of conditions.flatMap((each) => Object.entries(each ?? {})))
    for (const [key, values] of Object.entries(keys)) {
      const of = condition[operator] ?? {};
      condition[operator] = { ...of, [key]: sorted([...(of[key] ?? []), ...values]) };
    }
  return { permission, resource, condition };
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort(order);
