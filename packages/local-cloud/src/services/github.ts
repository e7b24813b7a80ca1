import { randomUUID } from 'node:crypto';
import { setTimeout as realTime } from 'node:timers/promises';
import type { Cloud, Part } from '../cloud.ts';
import type { Faults } from '../faults.ts';
import { actionOf } from '../journal.ts';
import { listen } from '../listen.ts';
import type { HttpRequest, HttpResponse } from '../wire/aws-service.ts';
import { accountRoutes, collaboratorRoutes } from './github/account-routes.ts';
import { branchRoutes } from './github/branch-routes.ts';
import { checkRunRoutes } from './github/check-routes.ts';
import { commitRoutes } from './github/commit-routes.ts';
import { githubControls } from './github/controls.ts';
import { deploymentRoutes } from './github/deployment-routes.ts';
import { environmentRoutes } from './github/environment-routes.ts';
import { gitRoutes } from './github/git-routes.ts';
import { emptyGitHub, type GitHub, type Token } from './github/model.ts';
import { GitHubError, type Matched, match, type Needs, notFound, page, type Route } from './github/route.ts';
import { rulesetRoutes } from './github/ruleset-routes.ts';
import { runListRoutes } from './github/run-list-routes.ts';
import { runRoutes } from './github/run-routes.ts';

const ROUTES: readonly Route[] = [
  ...gitRoutes,
  ...environmentRoutes,
  ...runRoutes,
  ...deploymentRoutes,
  // Before the commit itself: its ref may have slashes in it.
  ...checkRunRoutes,
  ...commitRoutes,
  ...branchRoutes,
  ...rulesetRoutes,
  ...runListRoutes,
  ...collaboratorRoutes,
];

/** GitHub's REST API for one or more repositories, on a port of its own. */
export function createGithub(cloud: Cloud, faults: Faults): Part {
  const github = emptyGitHub(cloud);
  return {
    engine: github,
    controls: githubControls(github),
    async start() {
      github.url = await listen(cloud, 0, (request) => serve(cloud, faults, github, request));
      return { url: github.url };
    },
  };
}

/** Faults and the journal know a call as `GET /repos/{owner}/{repo}/…`, of the service `github`. */
function operationOf({ method, path }: HttpRequest, found: Matched | undefined): string {
  if (!found) return `${method} ${path}`;
  const { path: template } = found.route;
  return `${method} ${found.repo === undefined ? '' : '/repos/{owner}/{repo}'}${template.replaceAll('+}', '}')}`;
}

async function serve(cloud: Cloud, faults: Faults, github: GitHub, request: HttpRequest) {
  const found = match(ROUTES, accountRoutes, request);
  const operation = operationOf(request, found);
  const action = actionOf(request.headers['user-agent']);
  const fault = faults.meet('github', operation, action);
  const at = new Date();
  if (fault?.kind === 'latency') await realTime(fault.ms);
  let response: HttpResponse;
  if (fault?.kind === 'throttle') response = rateLimited();
  else if (fault?.kind === 'error') response = failed(fault.status ?? 502);
  else if (fault?.kind === 'denied') response = failed(403);
  else response = answer(github, request, found);
  cloud.journal.add({
    at: at.toISOString(),
    service: 'github',
    operation,
    ...(action && { action }),
    requestId: randomUUID(),
    status: response.status,
    ...(response.status >= 400 && { error: String(JSON.parse(String(response.body)).message) }),
    ...(fault && { fault: fault.kind }),
    ms: Date.now() - at.getTime(),
  });
  return { response, dropped: fault?.kind === 'drop' };
}

function answer(github: GitHub, request: HttpRequest, found: Matched | undefined): HttpResponse {
  const accepted = found ? { 'x-accepted-github-permissions': acceptedBy(found.route) } : {};
  try {
    const token = authenticate(github, request);
    if (!found) throw notFound();
    const { route } = found;
    const output = ask(github, request, found, token);
    if (Buffer.isBuffer(output))
      return { status: 200, headers: { ...accepted, 'content-type': route.raw ?? '' }, body: output };
    if (route.status === 204) return { status: 204, headers: accepted, body: '' };
    if (!Array.isArray(output) || request.method !== 'GET') return json(route.status ?? 200, output, accepted);
    const { items, link } = page(output, request, github.url);
    const listed = route.listOf ? { total_count: output.length, [route.listOf]: items } : items;
    return json(200, listed, { ...accepted, ...(link !== undefined && { link }) });
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const more = error.errors ? { errors: error.errors } : {};
    const url = 'https://docs.github.com/rest';
    const body = { message: error.message, ...more, documentation_url: url, status: String(error.status) };
    return json(error.status, body, error.status === 401 ? {} : accepted);
  }
}

function ask(github: GitHub, request: HttpRequest, found: Matched, token: Token): unknown {
  const { params } = found;
  const { user: login, permissions } = token;
  const body = request.body.length > 0 ? parse(request.body) : {};
  const asked = { github, params, query: request.query, body, login, ...(permissions && { permissions }) };
  if (found.repo === undefined) {
    authorize(token, found.route.needs);
    return found.route.answer(asked);
  }
  const repo = github.repositories.get(found.repo.toLowerCase());
  if (!repo) throw notFound();
  authorize(token, found.route.needs);
  return found.route.answer({ ...asked, repo });
}

function authenticate(github: GitHub, request: HttpRequest): Token {
  const [, given] = /^(?:bearer|token) (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!given) throw new GitHubError(401, 'Requires authentication');
  const token = github.tokens.get(given);
  if (token?.revoked || (!token && github.tokens.size > 0)) throw new GitHubError(401, 'Bad credentials');
  return token ?? { user: 'github-actions[bot]' };
}

/** As in https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api: `actions=read`. */
function acceptedBy({ needs: [name, access] }: Pick<Route, 'needs'>): string {
  return `${name.replaceAll('-', '_')}=${access}`;
}

/** A workflow's token may do what `permissions:` grants; write includes read, and metadata is always readable. */
function authorize({ permissions }: Token, [name, access]: Needs): void {
  const granted = permissions?.[name];
  if (!permissions || name === 'metadata' || granted === 'write' || granted === access) return;
  throw new GitHubError(403, 'Resource not accessible by integration');
}

function parse(body: Buffer): Record<string, unknown> {
  try {
    return Object(JSON.parse(body.toString('utf8')));
  } catch {
    throw new GitHubError(400, 'Problems parsing JSON');
  }
}

const MESSAGES: Readonly<Record<number, string>> = {
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  500: 'Server Error',
  502: 'Server Error',
};

const failed = (status: number) =>
  json(status, { message: MESSAGES[status] ?? `Refused with ${status}`, status: String(status) });

// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
const rateLimited = () =>
  json(
    403,
    { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
    { 'retry-after': '1' },
  );

const json = (status: number, value: unknown, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});
