// The shapes of https://docs.github.com/en/rest/commits

import type { GitHub, Repository } from './model.ts';
import type { Commit, CommitStatus, Person } from './model-code.ts';
import { repoUrl, user } from './views.ts';

export const htmlUrl = ({ owner, name }: Repository): string => `https://github.com/${owner}/${name}`;

const account = (github: GitHub, { login }: Person) => (login === undefined ? null : user(github, login));
const signature = ({ name, email, date }: Person) => ({ name, email, date });

/** Without `files` and `stats`, which only a single commit has. */
export function commit(github: GitHub, repo: Repository, of: Commit) {
  const at = (kind: string, sha: string) => `${repoUrl(github, repo)}/${kind}/${sha}`;
  return {
    sha: of.sha,
    node_id: Buffer.from(`Commit:${of.sha}`).toString('base64url'),
    commit: {
      author: signature(of.author),
      committer: signature(of.committer),
      message: of.message,
      tree: { sha: of.sha, url: at('git/trees', of.sha) },
      url: at('git/commits', of.sha),
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    url: at('commits', of.sha),
    html_url: `${htmlUrl(repo)}/commit/${of.sha}`,
    comments_url: `${at('commits', of.sha)}/comments`,
    // null where the address belongs to no account.
    author: account(github, of.author),
    committer: account(github, of.committer),
    parents: of.parents.map((sha) => ({ sha, url: at('commits', sha), html_url: `${htmlUrl(repo)}/commit/${sha}` })),
  };
}

export function filesOf(github: GitHub, repo: Repository, commits: readonly Commit[]) {
  // The last word on a file counts.
  const byName = new Map(commits.flatMap(({ sha, files }) => files.map((file) => [file.filename, { sha, file }])));
  return [...byName.values()].map(({ sha, file: { additions = 1, deletions = 0, ...file } }) => ({
    sha,
    ...file,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${htmlUrl(repo)}/blob/${sha}/${file.filename}`,
    contents_url: `${repoUrl(github, repo)}/contents/${file.filename}?ref=${sha}`,
  }));
}

export function commitStatus(github: GitHub, repo: Repository, of: CommitStatus) {
  return {
    url: `${repoUrl(github, repo)}/statuses/${of.sha}`,
    id: of.id,
    node_id: Buffer.from(`Status:${of.id}`).toString('base64url'),
    state: of.state,
    description: of.description,
    target_url: of.targetUrl,
    context: of.context,
    created_at: of.createdAt.toISOString(),
    updated_at: of.createdAt.toISOString(),
    creator: user(github, of.creator),
  };
}
