import { type Asked, notFound, type Route } from './route.ts';
import { repository, repoUrl } from './views.ts';

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
    answer({ github, repo, params: [name] }) {
      const ref = `refs/${name}`;
      const object = repo.refs.get(ref);
      if (!object) throw notFound();
      const url = `${repoUrl(github, repo)}/git/${object.type}s/${object.sha}`;
      return { ref, url: `${repoUrl(github, repo)}/git/${ref}`, object: { ...object, url } };
    },
  },
  {
    method: 'GET',
    path: '/git/tags/{tag_sha}',
    needs: ['contents', 'read'],
    answer({ github, repo, params: [sha = ''] }: Asked) {
      const tag = repo.tags.get(sha);
      if (!tag) throw notFound();
      const url = `${repoUrl(github, repo)}/git/commits/${tag.commit}`;
      return { tag: tag.tag, sha, message: tag.message, object: { type: 'commit', sha: tag.commit, url } };
    },
  },
];
