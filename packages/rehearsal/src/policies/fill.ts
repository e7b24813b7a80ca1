import type { Names, Placeholder } from './placeholders.ts';
import type { Condition, Policy, Statement } from './policy.ts';

/** The policy with the names of an account; a text that holds a placeholder stands once for each of its values. */
export function fill({ Version, Statement }: Policy, names: Names): Policy {
  const filled = Statement.flatMap(({ Effect, Action, Resource, Condition }): Statement[] => {
    const resources = Resource.flatMap((each) => fillText(each, names));
    // Without such a resource in the account nobody needs the permission; IAM refuses an empty list.
    if (resources.length === 0) return [];
    return [{ Effect, Action, Resource: resources, ...(Condition && { Condition: fillCondition(Condition, names) }) }];
  });
  return { Version, Statement: filled };
}

function fillCondition(condition: Condition, names: Names): Condition {
  const keys = (of: Condition[string]) =>
    Object.fromEntries(Object.entries(of).map(([key, values]) => [key, values.flatMap((one) => fillText(one, names))]));
  return Object.fromEntries(Object.entries(condition).map(([operator, of]) => [operator, keys(of)]));
}

/** Throws on a placeholder that there is no name for in Golive. */
function fillText(text: string, names: Names): string[] {
  const [whole, name] = /\$\{(\w+)\}/.exec(text) ?? [];
  if (whole === undefined || name === undefined) return [text];
  if (!Object.hasOwn(names, name)) throw new Error(`${text}: there is no placeholder ${whole}`);
  return names[name as Placeholder].flatMap((value) =>
    fillText(
      text.replaceAll(whole, () => value),
      names,
    ),
  );
}
