import { commit } from './commit-views.ts';
import { commitOfRef } from './history.ts';
import type { BranchProtection } from './model-code.ts';
import { rulesOn } from './ref-rules.ts';
import { type Asked, GitHubError, type Route } from './route.ts';
import { demandPlan } from './ruleset-routes.ts';
import { repoUrl } from './views.ts';

/** https://docs.github.com/en/rest/branches/branches and …/branch-protection */
export const branchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/branches',
    needs: ['contents', 'read'],
    answer: (asked) => namesOf(asked, 'refs/heads/').map((name) => branch(asked, name)),
  },
  {
    method: 'GET',
    path: '/tags',
    needs: ['metadata', 'read'],
    answer: ({ github, repo }) =>
      namesOf({ repo }, 'refs/tags/').map((name) => {
        const sha = commitOfRef(repo, `refs/tags/${name}`) ?? '';
        return { name, commit: { sha, url: `${repoUrl(github, repo)}/commits/${sha}` } };
      }),
  },
  {
    method: 'GET',
    path: '/branches/{branch}/protection',
    // A workflow's token can have no `administration` at all.
    needs: ['administration', 'read'],
    answer(asked) {
      const { enforceAdmins, requiredStatusChecks } = protectionOf(asked);
      const url = protectionUrl(asked);
      return {
        url,
        ...(requiredStatusChecks && { required_status_checks: requiredChecks(asked, requiredStatusChecks) }),
        enforce_admins: { url: `${url}/enforce_admins`, enabled: enforceAdmins },
        allow_force_pushes: { enabled: false },
        allow_deletions: { enabled: false },
      };
    },
  },
  {
    method: 'GET',
    path: '/branches/{branch}/protection/required_status_checks',
    needs: ['administration', 'read'],
    answer(asked) {
      const { requiredStatusChecks } = protectionOf(asked);
      if (!requiredStatusChecks) throw new GitHubError(404, 'Required status checks not enabled');
      return requiredChecks(asked, requiredStatusChecks);
    },
  },
  {
    method: 'GET',
    path: '/branches/{branch}',
    needs: ['contents', 'read'],
    answer(asked) {
      const { github, repo } = asked;
      const name = branchOf(asked);
      const found = repo.commits.get(commitOfRef(repo, `refs/heads/${name}`) ?? '');
      return { ...branch(asked, name), ...(found && { commit: commit(github, repo, found) }) };
    },
  },
];

function namesOf({ repo }: Pick<Asked, 'repo'>, start: string): string[] {
  return [...repo.refs.keys()].filter((ref) => ref.startsWith(start)).map((ref) => ref.slice(start.length));
}

function branchOf({ repo, params: [name = ''] }: Asked): string {
  if (!repo.refs.has(`refs/heads/${name}`)) throw new GitHubError(404, 'Branch not found');
  return name;
}

function protectionOf(asked: Asked): BranchProtection {
  demandPlan(asked);
  const found = asked.repo.protections.get(branchOf(asked));
  if (!found) throw new GitHubError(404, 'Branch not protected');
  return found;
}

const protectionUrl = ({ github, repo, params: [name] }: Asked) =>
  `${repoUrl(github, repo)}/branches/${name}/protection`;

function requiredChecks(asked: Asked, { strict, checks }: NonNullable<BranchProtection['requiredStatusChecks']>) {
  const url = `${protectionUrl(asked)}/required_status_checks`;
  return { url, strict, contexts: checks.map(({ context }) => context), contexts_url: `${url}/contexts`, checks };
}

/** Whoever may read the code sees which checks classic protection demands, and nothing of rulesets but `protected`. */
function branch({ github, repo }: Asked, name: string) {
  const sha = commitOfRef(repo, `refs/heads/${name}`) ?? '';
  const classic = repo.protections.get(name);
  const checks = classic?.requiredStatusChecks?.checks ?? [];
  const enforced = classic?.requiredStatusChecks && (classic.enforceAdmins ? 'everyone' : 'non_admins');
  return {
    name,
    commit: { sha, url: `${repoUrl(github, repo)}/commits/${sha}` },
    protected: classic !== undefined || rulesOn(repo, `refs/heads/${name}`).length > 0,
    protection: {
      enabled: classic !== undefined,
      required_status_checks: {
        enforcement_level: enforced ?? 'off',
        contexts: checks.map(({ context }) => context),
        checks,
      },
    },
    protection_url: `${repoUrl(github, repo)}/branches/${name}/protection`,
  };
}
