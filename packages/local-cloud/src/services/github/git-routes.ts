import { commit } from './commit-views.ts';
import { ancestry, commitOfRef } from './history.ts';
import { demandAllowed } from './ref-rules.ts';
import { type Asked, GitHubError, notFound, type Route } from './route.ts';
import { repository, repoUrl } from './views.ts';

/** https://docs.github.com/en/rest/git/refs and …/git/tags */
export const gitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '',
    needs: ['metadata', 'read'],
    answer: ({ github, repo }) => repository(github, repo),
  },
  {
    method: 'GET',
    path: '/git/ref/{ref+}',
    needs: ['contents', 'read'],
    answer: (asked) => refView(asked, `refs/${asked.params[0]}`),
  },
  {
    method: 'GET',
    path: '/git/matching-refs/{ref+}',
    needs: ['contents', 'read'],
    answer: (asked) =>
      [...asked.repo.refs.keys()]
        .filter((ref) => ref.startsWith(`refs/${asked.params[0]}`))
        .map((ref) => refView(asked, ref)),
  },
  {
    method: 'POST',
    path: '/git/refs',
    needs: ['contents', 'write'],
    status: 201,
    answer(asked) {
      const { github, repo, body, login } = asked;
      const { ref, sha } = body;
      if (typeof ref !== 'string' || !/^refs\/[^/]+\/.+/.test(ref))
        throw new GitHubError(422, `Reference name must start with 'refs/'.`);
      if (repo.refs.has(ref)) throw new GitHubError(422, 'Reference already exists');
      const object = objectOf(asked, sha);
      demandAllowed(github, repo, login, ref, ['creation']);
      repo.refs.set(ref, object);
      return refView(asked, ref);
    },
  },
  {
    method: 'PATCH',
    path: '/git/refs/{ref+}',
    needs: ['contents', 'write'],
    answer(asked) {
      const { github, repo, body, login } = asked;
      const ref = `refs/${asked.params[0]}`;
      const before = commitOfRef(repo, ref);
      if (before === undefined) throw new GitHubError(422, 'Reference does not exist');
      const object = objectOf(asked, body.sha);
      const target = object.type === 'tag' ? (repo.tags.get(object.sha)?.commit ?? '') : object.sha;
      const forward = ancestry(repo, target).has(before);
      demandAllowed(github, repo, login, ref, forward ? ['update'] : ['update', 'non_fast_forward']);
      if (!forward && body.force !== true) throw new GitHubError(422, 'Update is not a fast forward');
      repo.refs.set(ref, object);
      return refView(asked, ref);
    },
  },
  {
    method: 'DELETE',
    path: '/git/refs/{ref+}',
    needs: ['contents', 'write'],
    status: 204,
    answer({ github, repo, params: [name], login }) {
      if (!repo.refs.has(`refs/${name}`)) throw new GitHubError(422, 'Reference does not exist');
      demandAllowed(github, repo, login, `refs/${name}`, ['deletion']);
      repo.refs.delete(`refs/${name}`);
    },
  },
  {
    method: 'GET',
    path: '/git/commits/{commit_sha}',
    needs: ['contents', 'read'],
    answer({ github, repo, params: [sha = ''] }) {
      const found = repo.commits.get(sha);
      if (!found) throw notFound();
      const { commit: inner, node_id, parents } = commit(github, repo, found);
      const { comment_count: _, ...told } = inner;
      return { sha, node_id, ...told, parents };
    },
  },
  {
    method: 'GET',
    path: '/git/tags/{tag_sha}',
    needs: ['contents', 'read'],
    answer({ github, repo, params: [sha = ''] }) {
      const tag = repo.tags.get(sha);
      if (!tag) throw notFound();
      const url = `${repoUrl(github, repo)}/git/commits/${tag.commit}`;
      const { tagger = null } = tag;
      return { tag: tag.tag, sha, message: tag.message, tagger, object: { type: 'commit', sha: tag.commit, url } };
    },
  },
];

function refView({ github, repo }: Asked, ref: string) {
  const object = repo.refs.get(ref);
  if (!object) throw notFound();
  const url = `${repoUrl(github, repo)}/git/${object.type}s/${object.sha}`;
  const node_id = Buffer.from(`Ref:${ref}`).toString('base64url');
  return { ref, node_id, url: `${repoUrl(github, repo)}/git/${ref}`, object: { ...object, url } };
}

function objectOf({ repo }: Asked, sha: unknown): { readonly sha: string; readonly type: 'commit' | 'tag' } {
  if (typeof sha === 'string' && repo.tags.has(sha)) return { sha, type: 'tag' };
  if (typeof sha === 'string' && repo.commits.has(sha)) return { sha, type: 'commit' };
  throw new GitHubError(422, 'Object does not exist');
}
