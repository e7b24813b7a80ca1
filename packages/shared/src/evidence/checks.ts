import { type Check, check } from './check.ts';

/** The checks that an action reports: id -> what it asks. `sign-off.<role>` stands for one id for each role. */
export type Checks = Readonly<Record<string, string>>;

/** The ids of a registry, as types: `sign-off.<role>` admits `sign-off.cto`. */
export type IdIn<Registry extends Checks> = IdOf<keyof Registry & string>;

type IdOf<Key extends string> = Key extends `${infer Head}<${string}>` ? `${Head}${string}` : Key;

type Rest = Parameters<typeof check> extends [string, ...infer Others] ? Others : never;

/** `check` for the ids of one registry alone, so that a misspelt one does not compile. */
export function checkIn<const Registry extends Checks>(
  _registry: Registry,
): (id: IdIn<Registry>, ...rest: Rest) => Check {
  return check;
}
