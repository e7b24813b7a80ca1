/** One review of one environment, as GitHub tells it: neither when it was given, nor in which attempt, nor for what. */
export interface Approval {
  readonly environment: string;
  readonly state: string;
  readonly login: string;
  /** Whether the account is a program's. */
  readonly bot: boolean;
  readonly comment: string;
}

/** Logins are the same in any letter case: https://docs.github.com/en/rest/users/users#get-a-user */
export const sameLogin = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * The approvals that were not there when the brief was written. The list spans all attempts of a run, and one that an
 * earlier attempt left looks like any other: as many as there were of the same kind are old.
 */
export function givenSince(baseline: readonly Approval[], now: readonly Approval[]): ReadonlySet<Approval> {
  const old = new Map<string, number>();
  for (const one of baseline) old.set(keyOf(one), (old.get(keyOf(one)) ?? 0) + 1);
  return new Set(
    now.filter((one) => {
      const left = old.get(keyOf(one)) ?? 0;
      old.set(keyOf(one), left - 1);
      return left <= 0;
    }),
  );
}

const keyOf = ({ environment, state, login, comment }: Approval) =>
  JSON.stringify([environment, state, login.toLowerCase(), comment]);
