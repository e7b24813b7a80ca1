// Which rulesets apply to a ref, and what they refuse.

import type { GitHub, Repository } from './model.ts';
import type { BypassActor, Rule, Ruleset } from './model-code.ts';
import { GitHubError } from './route.ts';

/** Rulesets in force on a full ref name. */
export function rulesetsOn({ rulesets, defaultBranch }: Repository, ref: string): readonly Ruleset[] {
  const target = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  const named = (pattern: string): boolean =>
    pattern === '~ALL' || (pattern === '~DEFAULT_BRANCH' ? ref === `refs/heads/${defaultBranch}` : fits(pattern, ref));
  return [...rulesets.values()].filter(
    ({ target: of, enforcement, conditions: { ref_name: names } }) =>
      of === target && enforcement === 'active' && names.include.some(named) && !names.exclude.some(named),
  );
}

export function rulesOn(repo: Repository, ref: string): readonly { readonly ruleset: Ruleset; readonly rule: Rule }[] {
  return rulesetsOn(repo, ref).flatMap((ruleset) => ruleset.rules.map((rule) => ({ ruleset, rule })));
}

// As measured by who tried each of them; the API's answer begins with the first line.
const REFUSALS: Readonly<Record<string, (kind: string) => string>> = {
  creation: () => 'Cannot create ref due to creations being restricted.',
  update: () => 'Cannot update this protected ref.',
  deletion: (kind) => `Cannot delete this ${kind}`,
  non_fast_forward: (kind) => `Cannot force-push to this ${kind}`,
};

/** @throws 422 where a rule in force forbids it to this account */
export function demandAllowed(
  github: GitHub,
  repo: Repository,
  login: string,
  ref: string,
  change: readonly (keyof typeof REFUSALS)[],
): void {
  const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  for (const ruleset of rulesetsOn(repo, ref)) {
    if (mayBypass(github, repo, login, ruleset.bypassActors)) continue;
    const broken = ruleset.rules.filter(({ type }) => change.includes(type)).map(({ type }) => REFUSALS[type]?.(kind));
    if (broken.length > 0) throw new GitHubError(422, `Repository rule violations found\n\n${broken.join('\n\n')}\n\n`);
  }
}

// "5 for the repository role of an administrator": https://docs.github.com/en/rest/repos/rules#create-a-repository-ruleset
const ROLE_IDS: Readonly<Record<number, string>> = { 2: 'maintain', 4: 'write', 5: 'admin' };

function mayBypass(github: GitHub, repo: Repository, login: string, actors: readonly BypassActor[]): boolean {
  return actors.some(({ actor_type: type, actor_id: id, bypass_mode: mode }) => {
    if (mode === 'pull_request') return false;
    if (type === 'RepositoryRole') return ROLE_IDS[id ?? 0] === repo.collaborators.get(login);
    if (type === 'User') return id === github.accountId(login);
    if (type === 'Team')
      return [...github.teams.values()].some(
        (team) => team.org === repo.owner && github.accountId(team.slug) === id && team.members.has(login),
      );
    return false;
  });
}

// As File.fnmatch with FNM_PATHNAME: `*` stops at a slash, `**/` does not.
// https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#using-fnmatch-syntax
function fits(pattern: string, ref: string): boolean {
  const source = pattern
    .split(/(\*\*\/|\*|\?)/)
    .map((part) => (part === '**/' ? '(?:.*/)?' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : literally(part)))
    .join('');
  return new RegExp(`^${source}$`).test(ref);
}

const literally = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
