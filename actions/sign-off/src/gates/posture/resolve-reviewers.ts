import { z } from 'zod';
import type { Ask } from '#shared/github/rest';
import type { Reviewer } from '../read-environments.ts';
import type { ReviewerName } from '../reviewers.ts';
import { unknown } from '../unknown.ts';

/** The reviewers whom golive.yml names, with the ids that GitHub wants. */
export type ResolvedReviewers =
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'named'; readonly reviewers: readonly Reviewer[] }
  | { readonly kind: 'unresolved'; readonly because: string; readonly known: boolean };

const account = z.looseObject({ id: z.number(), login: z.string() });
const team = z.looseObject({ id: z.number(), slug: z.string() });

/**
 * Asks for each reviewer's id. Anybody may ask for a login; a team is told to a token with members: read of its
 * organisation, which a job's own token never has: https://docs.github.com/en/rest/teams/teams#get-a-team-by-name.
 */
export async function resolveReviewers(
  askItself: Ask,
  names: readonly ReviewerName[] | undefined,
): Promise<ResolvedReviewers> {
  if (names === undefined) return { kind: 'unnamed' };
  const reviewers: Reviewer[] = [];
  for (const name of new Set(names)) {
    const [owner = '', slug] = name.split('/');
    const answer =
      slug === undefined
        ? await askItself(`/users/${encodeURIComponent(owner)}`, account)
        : await askItself(`/orgs/${encodeURIComponent(owner)}/teams/${encodeURIComponent(slug)}`, team);
    if (answer.kind === 'missing') {
      const who =
        slug === undefined
          ? `there is no account ${name}`
          : `there is no team ${name}, or not for this token (it takes members: read)`;
      return { kind: 'unresolved', because: `${who}; correct sign-offs.reviewers`, known: slug === undefined };
    }
    if (answer.kind === 'unreadable')
      return { kind: 'unresolved', because: unknown(`who ${name} is`, answer)[1], known: false };
    reviewers.push({ type: slug === undefined ? 'User' : 'Team', reviewer: answer.value });
  }
  return { kind: 'named', reviewers };
}
