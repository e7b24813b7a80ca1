// Accounts, organisations and teams: the only routes that belong to no repository.
import type { GitHub, Team } from './model.ts';
import { GitHubError, notFound, type Route, type TopRoute } from './route.ts';
import { user } from './views.ts';

// No `permissions:` of a workflow can grant what belongs to the organisation, so GITHUB_TOKEN is always refused:
// https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps#organization-permissions-for-members
const MEMBERS = ['members', 'read'] as const;

export const accountRoutes: readonly TopRoute[] = [
  {
    method: 'GET',
    path: '/user',
    needs: ['user', 'read'],
    answer: ({ github, login }) => user(github, login),
  },
  {
    method: 'GET',
    path: '/users/{username}',
    needs: ['metadata', 'read'],
    answer({ github, params: [login = ''] }) {
      if (!github.knowsAccount(login)) throw notFound();
      return user(github, login);
    },
  },
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}',
    needs: MEMBERS,
    answer: ({ github, params }) => team(github, teamOf(github, params)),
  },
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/members',
    needs: MEMBERS,
    answer({ github, params, query }) {
      const role = query.get('role') ?? 'all';
      return [...teamOf(github, params).members]
        .filter(([, each]) => role === 'all' || each === role)
        .map(([login]) => user(github, login));
    },
  },
  {
    method: 'GET',
    path: '/orgs/{org}/teams/{team_slug}/memberships/{username}',
    needs: MEMBERS,
    answer({ github, params }) {
      const { org, slug, members } = teamOf(github, params);
      const [, , login = ''] = params;
      const role = [...members].find(([each]) => each.toLowerCase() === login.toLowerCase())?.[1];
      // "If the user is not a member of the team, the response is 404 Not Found".
      if (!role) throw notFound();
      return { url: `${github.url}/orgs/${org}/teams/${slug}/memberships/${login}`, role, state: 'active' };
    },
  },
];

export const collaboratorRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/collaborators/{username}/permission',
    needs: ['metadata', 'read'],
    answer({ github, repo, params: [login = ''] }) {
      if (!github.knowsAccount(login)) throw new GitHubError(404, `${login} is not a user`);
      const role = repo.collaborators.get(login) ?? (repo.isPrivate ? 'none' : 'read');
      // `maintain` counts as write and `triage` as read, "see the role_name attribute":
      // https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
      const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
      return { permission, role_name: role, user: user(github, login) };
    },
  },
];

function teamOf({ teams }: GitHub, [org = '', slug = '']: readonly string[]): Team {
  const found = teams.get(`${org}/${slug}`.toLowerCase());
  if (!found) throw notFound();
  return found;
}

function team(github: GitHub, { org, slug, name }: Team) {
  const id = github.accountId(slug);
  return {
    id,
    node_id: Buffer.from(`Team:${id}`).toString('base64url'),
    name,
    slug,
    privacy: 'closed',
    url: `${github.url}/orgs/${org}/teams/${slug}`,
    html_url: `https://github.com/orgs/${org}/teams/${slug}`,
  };
}
