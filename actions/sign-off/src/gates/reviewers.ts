import type { Reviewer } from './read-environments.ts';

/** A reviewer as golive.yml names one: a login, or a team as organisation/team. */
export type ReviewerName = string;

/** Whether a name of golive.yml means this reviewer. An environment's teams are all of its own organisation. */
export function isNamed(name: ReviewerName, { type, reviewer }: Reviewer): boolean {
  const [owner = '', team] = name.split('/');
  const [one, other] = team === undefined ? [owner, reviewer?.login] : [team, reviewer?.slug];
  return (type === 'Team') === (team !== undefined) && one.toLowerCase() === other?.toLowerCase();
}

/** The reviewers of an environment whom golive.yml does not name; nobody where it names none at all. */
export function strangersAmong(
  found: readonly Reviewer[],
  names: readonly ReviewerName[] | undefined,
): readonly string[] {
  if (names === undefined) return [];
  return found.filter((one) => !names.some((name) => isNamed(name, one))).map(describeReviewer);
}

export function describeReviewer({ type, reviewer }: Reviewer): string {
  if (type === 'Team') return `team ${reviewer?.slug ?? reviewer?.id ?? '?'}`;
  return reviewer?.login ?? `${type} ${reviewer?.id ?? '?'}`;
}
