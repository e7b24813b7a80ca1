import type { HttpRequest } from '../../wire/aws-service.ts';
import type { GitHub, Repository, Run } from './model.ts';

/** A refusal in GitHub's own form. */
export class GitHubError extends Error {
  readonly status: number;
  readonly errors: readonly object[] | undefined;

  constructor(status: number, message: string, errors?: readonly object[]) {
    super(message);
    this.name = 'GitHubError';
    this.status = status;
    this.errors = errors;
  }
}

export const notFound = () => new GitHubError(404, 'Not Found');
export const invalid = (resource: string, field: string, code = 'invalid') =>
  new GitHubError(422, 'Validation Failed', [{ resource, field, code }]);

export interface Asked {
  readonly github: GitHub;
  readonly repo: Repository;
  /** The path's parameters, decoded; without owner and repo below a repository. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The login that the token belongs to. */
  readonly login: string;
  /** What a workflow's token may do; absent means everything. */
  readonly permissions?: Readonly<Record<string, string>>;
}

/** The permission of a workflow's token that a route takes. What no `permissions:` can grant is refused to all of them. */
export type Needs = readonly [name: string, access: 'read' | 'write'];

export interface Route {
  readonly method: string;
  /** Below `/repos/{owner}/{repo}`, as GitHub's documentation writes it; `{…+}` takes slashes too. */
  readonly path: string;
  readonly needs: Needs;
  readonly status?: number;
  /** What a listing is called in the answer; its items are paged. */
  readonly listOf?: string;
  /** The content type of an answer that is no JSON; it is a Buffer then. */
  readonly raw?: string;
  readonly answer: (asked: Asked) => unknown;
}

/** A route that belongs to no repository: accounts, organisations. */
export interface TopRoute extends Omit<Route, 'answer'> {
  readonly answer: (asked: Omit<Asked, 'repo'>) => unknown;
}

export type Matched =
  | { readonly route: Route; readonly repo: string; readonly params: readonly string[] }
  | { readonly route: TopRoute; readonly repo?: never; readonly params: readonly string[] };

export function match(
  routes: readonly Route[],
  topRoutes: readonly TopRoute[],
  { method, path }: HttpRequest,
): Matched | undefined {
  const [, repo, rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
  if (repo) {
    for (const route of routes) {
      const params = paramsOf(route.path, rest);
      if (params && route.method === method) return { route, repo, params };
    }
    return undefined;
  }
  for (const route of topRoutes) {
    const params = paramsOf(route.path, path);
    if (params && route.method === method) return { route, params };
  }
  return undefined;
}

function paramsOf(template: string, path: string): readonly string[] | undefined {
  const pattern = template.replace(/\{\w+\+\}/g, '(.+)');
  const found = new RegExp(`^${pattern.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
  return found?.slice(1).map(decodeURIComponent);
}

/** At most 100, 30 unless said. */
export const pageSize = (query: URLSearchParams): number =>
  Math.min(Math.max(Number(query.get('per_page')) || 30, 1), 100);

/** One page of `per_page` (30, at most 100) items, and the Link header that leads on. */
export function page<T>(
  items: readonly T[],
  request: HttpRequest,
  base: string,
): { items: readonly T[]; link?: string } {
  const size = pageSize(request.query);
  const number = Math.max(Number(request.query.get('page')) || 1, 1);
  const last = Math.ceil(items.length / size);
  const to = (target: number) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(target));
    return `<${base}${request.path}?${query}>`;
  };
  const link = number < last ? `${to(number + 1)}; rel="next", ${to(last)}; rel="last"` : undefined;
  return { items: items.slice((number - 1) * size, number * size), ...(link && { link }) };
}

export function runOf({ repo, params }: Asked): Run {
  const run = repo.runs.get(Number(params[0]));
  if (!run) throw notFound();
  return run;
}
