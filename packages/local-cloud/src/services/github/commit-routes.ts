import { commit, commitStatus, filesOf, htmlUrl } from './commit-views.ts';
import { compare, resolveCommit } from './history.ts';
import type { Commit, StatusState } from './model-code.ts';
import { type Asked, GitHubError, invalid, notFound, pageSize, type Route } from './route.ts';
import { repository, repoUrl } from './views.ts';

const STATES: readonly StatusState[] = ['error', 'failure', 'pending', 'success'];

export const commitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/commits',
    needs: ['contents', 'read'],
    answer({ github, repo, query }) {
      const from = commitOf(repo, query.get('sha') || repo.defaultBranch);
      return (compare(repo, rootOf(repo, from), from)?.ahead ?? [])
        .toReversed()
        .concat(rootOf(repo, from))
        .map((each) => commit(github, repo, each));
    },
  },
  {
    method: 'GET',
    path: '/commits/{ref+}/status',
    needs: ['statuses', 'read'],
    answer({ github, repo, params: [ref = ''] }) {
      const { sha } = commitOf(repo, ref);
      // The latest of each context counts: https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference
      const latest = [
        ...new Map(repo.statuses.filter((each) => each.sha === sha).map((each) => [each.context, each])).values(),
      ];
      const states = latest.map((each) => each.state);
      const state = states.some((each) => each === 'error' || each === 'failure')
        ? 'failure'
        : states.length === 0 || states.includes('pending')
          ? 'pending'
          : 'success';
      const url = `${repoUrl(github, repo)}/commits/${sha}`;
      return {
        state,
        statuses: latest.map((each) => commitStatus(github, repo, each)),
        sha,
        total_count: latest.length,
        repository: repository(github, repo),
        commit_url: url,
        url: `${url}/status`,
      };
    },
  },
  {
    method: 'GET',
    path: '/commits/{ref+}/statuses',
    needs: ['statuses', 'read'],
    answer({ github, repo, params: [ref = ''] }) {
      const { sha } = commitOf(repo, ref);
      return repo.statuses
        .filter((each) => each.sha === sha)
        .reverse()
        .map((each) => commitStatus(github, repo, each));
    },
  },
  {
    method: 'POST',
    path: '/statuses/{sha}',
    needs: ['statuses', 'write'],
    status: 201,
    answer({ github, repo, params: [sha = ''], body, login }) {
      const state = STATES.find((each) => each === body.state);
      if (!state) throw invalid('Status', 'state');
      if (!repo.commits.has(sha)) throw new GitHubError(422, `No commit found for SHA: ${sha}`);
      const { context = 'default', description = null, target_url: targetUrl = null } = body;
      const made = {
        id: github.newId(),
        sha,
        state,
        context: String(context),
        creator: login,
        createdAt: github.now(),
      };
      const status = { ...made, description: text(description), targetUrl: text(targetUrl) };
      repo.statuses.push(status);
      return commitStatus(github, repo, status);
    },
  },
  {
    method: 'GET',
    path: '/commits/{ref+}',
    needs: ['contents', 'read'],
    answer({ github, repo, params: [ref = ''] }) {
      const found = commitOf(repo, ref);
      const files = filesOf(github, repo, [found]);
      const additions = files.reduce((sum, file) => sum + file.additions, 0);
      const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
      return {
        ...commit(github, repo, found),
        stats: { additions, deletions, total: additions + deletions },
        files,
      };
    },
  },
  {
    method: 'GET',
    path: '/compare/{basehead+}',
    needs: ['contents', 'read'],
    answer({ github, repo, params: [basehead = ''], query }) {
      const [baseName = '', headName = ''] = basehead.split('...');
      const base = resolveCommit(repo, baseName);
      const head = resolveCommit(repo, headName);
      if (!base || !head) throw notFound();
      const found = compare(repo, base, head);
      if (!found) throw new GitHubError(404, `No common ancestor between ${baseName} and ${headName}.`);
      // Unpaged, the answer has the first 250 commits; the count is always of all:
      // https://docs.github.com/en/rest/commits/commits#compare-two-commits
      const paged = query.has('page') || query.has('per_page');
      const size = paged ? pageSize(query) : 250;
      const start = paged ? (Math.max(Number(query.get('page')) || 1, 1) - 1) * size : 0;
      const url = `${repoUrl(github, repo)}/compare/${baseName}...${headName}`;
      return {
        url,
        html_url: `${htmlUrl(repo)}/compare/${baseName}...${headName}`,
        permalink_url: `${htmlUrl(repo)}/compare/${base.sha}...${head.sha}`,
        base_commit: commit(github, repo, base),
        merge_base_commit: commit(github, repo, found.mergeBase),
        status: found.status,
        ahead_by: found.ahead.length,
        behind_by: found.behind,
        total_commits: found.ahead.length,
        commits: found.ahead.slice(start, start + size).map((each) => commit(github, repo, each)),
        files: start === 0 ? filesOf(github, repo, found.ahead) : [],
      };
    },
  },
];

/** @throws 422 in GitHub's words where the ref leads to no commit */
export function commitOf(repo: Asked['repo'], ref: string): Commit {
  const found = resolveCommit(repo, ref);
  // https://docs.github.com/en/rest/commits/commits#get-a-commit answers 422 to a name that it cannot resolve.
  if (!found) throw new GitHubError(422, `No commit found for SHA: ${ref}`);
  return found;
}

function rootOf(repo: Asked['repo'], from: Commit): Commit {
  let at = from;
  for (let parent = repo.commits.get(at.parents[0] ?? ''); parent; parent = repo.commits.get(at.parents[0] ?? ''))
    at = parent;
  return at;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
