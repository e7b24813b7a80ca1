import { getOctokit } from '@actions/github';
import type { z } from 'zod';

/** What GitHub answered to one question: the thing, its absence, or why nobody can tell. */
export type Answer<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string; readonly status?: number };

export interface GitHubSettings {
  /** The action that asks, for the user agent. */
  readonly action: string;
  readonly apiUrl: string;
  readonly repository: string;
  readonly token: string;
  readonly signal: AbortSignal;
  readonly sleep: (ms: number) => Promise<void>;
}

export type Ask = <T>(path: string, schema: z.ZodType<T>) => Promise<Answer<T>>;

/** Sends a POST without a body; `found` is the status of the answer that accepted it. */
export type Post = (path: string) => Promise<Answer<number>>;

/** Sends a change; `found` is the status of the answer that accepted it. A POST is sent once, never again. */
export type Send = (method: 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<Answer<number>>;

const attempts = 4;
const firstPauseMs = 500;
const longestPauseMs = 60_000;
const answerWithinMs = 10_000;
const perPage = 100;
const mostPages = 50;

/**
 * A reader of the repository's REST resources. Answers that may differ a moment later (5xx, 429, a broken
 * connection) are asked again up to three times; whatever is left is an `unreadable`, never a guess.
 */
export function askGitHub(settings: GitHubSettings): Ask {
  return reader(settings, `/repos/${settings.repository}`);
}

/** As `askGitHub`, for what belongs to no repository: accounts, teams, the server itself. */
export function askGitHubItself(settings: GitHubSettings): Ask {
  return reader(settings, '');
}

function reader(settings: GitHubSettings, prefix: string): Ask {
  const octokit = clientOf(settings);
  return (path, schema) =>
    again(settings, async () => {
      const what = `GET ${prefix}${path}`;
      const answer = await requestOnce(octokit, settings, what);
      if (answer.kind !== 'found') return answer;
      const parsed = schema.safeParse(answer.value.data);
      if (parsed.success) return { kind: 'found', value: parsed.data };
      const place = parsed.error.issues[0];
      const where = place === undefined ? '' : ` (${place.path.join('.') || 'top'}: ${place.message})`;
      return { kind: 'unreadable', why: `${what} answered something unexpected${where}`, passing: false };
    });
}

/**
 * Every item of a listing, page by page, one request after the other: GitHub's secondary limit counts those under way
 * at once. A listing longer than 5,000 items is unreadable, since what stands behind them is not known.
 */
export async function askAll<T, Item>(
  ask: Ask,
  path: string,
  schema: z.ZodType<T>,
  itemsOf: (page: T) => readonly Item[],
): Promise<Answer<readonly Item[]>> {
  const items: Item[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const answer = await ask(`${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}`, schema);
    if (answer.kind !== 'found') return answer;
    const more = itemsOf(answer.value);
    items.push(...more);
    if (more.length < perPage) return { kind: 'found', value: items };
  }
  return { kind: 'unreadable', why: `GET ${path} lists more than ${mostPages * perPage} items` };
}

/** A writer of the repository's REST resources. */
export function sendToGitHub(settings: GitHubSettings): Send {
  const octokit = clientOf(settings);
  return async (method, path, body) => {
    const once = async (): Promise<OneAnswer<number>> => {
      const answer = await requestOnce(octokit, settings, `${method} /repos/${settings.repository}${path}`, body);
      return answer.kind === 'found' ? { kind: 'found', value: answer.value.status } : answer;
    };
    // What a POST that got no answer has made is found by reading it back, not by making it twice.
    return method === 'POST' ? told(await once()) : again(settings, once);
  };
}

/** As `askGitHub`, for what changes something; only for what may be sent twice. */
export function postToGitHub(settings: GitHubSettings): Post {
  const octokit = clientOf(settings);
  return (path) =>
    again(settings, async () => {
      const answer = await requestOnce(octokit, settings, `POST /repos/${settings.repository}${path}`);
      return answer.kind === 'found' ? { kind: 'found', value: answer.value.status } : answer;
    });
}

const clientOf = ({ token, apiUrl, action }: GitHubSettings) =>
  getOctokit(token, {
    baseUrl: apiUrl,
    userAgent: `golive-${action}`,
    // What is deprecated or redirected is told by the answer; the log is written by the action alone.
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });

async function again<T>(settings: GitHubSettings, once: () => Promise<OneAnswer<T>>): Promise<Answer<T>> {
  for (let attempt = 1; ; attempt++) {
    const answer = await once();
    if (answer.kind !== 'unreadable' || !answer.passing || attempt === attempts) return told(answer);
    // A longer wait than a minute is for whoever runs the job again, not for a runner that stands by.
    await settings.sleep(Math.min(Math.max(firstPauseMs * 2 ** (attempt - 1), answer.waitMs ?? 0), longestPauseMs));
  }
}

type OneAnswer<T> =
  | Exclude<Answer<T>, { kind: 'unreadable' }>
  | { kind: 'unreadable'; why: string; status?: number; passing: boolean; waitMs?: number };

function told<T>(answer: OneAnswer<T>): Answer<T> {
  if (answer.kind !== 'unreadable') return answer;
  const { passing: _, waitMs: __, ...rest } = answer;
  return rest;
}

type Octokit = ReturnType<typeof getOctokit>;

async function requestOnce(
  octokit: Octokit,
  settings: GitHubSettings,
  what: string,
  body?: unknown,
): Promise<OneAnswer<{ readonly data: unknown; readonly status: number }>> {
  try {
    const { data, status } = await octokit.request(what, {
      headers: { 'x-github-api-version': '2022-11-28' },
      ...(body === undefined ? {} : { data: body }),
      request: {
        redirect: 'error',
        signal: AbortSignal.any([settings.signal, AbortSignal.timeout(answerWithinMs)]),
      },
    });
    return { kind: 'found', value: { data, status } };
  } catch (cause) {
    settings.signal.throwIfAborted();
    const refusal = refusalOf(cause);
    if (refusal === undefined)
      return {
        kind: 'unreadable',
        why: `${what} failed: ${cause instanceof Error ? cause.message : ''}`,
        passing: true,
      };
    const { status, headers, message } = refusal;
    if (status === 404) return { kind: 'missing' };
    // GitHub answers its secondary rate limit with a 403 that says when to come back, in seconds.
    const waitMs = Number(headers['retry-after']) * 1000 || undefined;
    const passing = status >= 500 || status === 429 || waitMs !== undefined;
    const why = `${what} answered ${status}${reasonOf(status, headers, message)}`;
    return { kind: 'unreadable', why, status, passing, ...(waitMs === undefined ? {} : { waitMs }) };
  }
}

interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What GitHub gave as its reason, and the permission that it wants where it names one. */
function reasonOf(status: number, headers: Refusal['headers'], message: string): string {
  const said = message === '' ? '' : ` (${message.slice(0, 200)})`;
  // `actions=read`, or alternatives after a semicolon:
  // https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
  const wanted = headers['x-accepted-github-permissions'];
  if (status !== 403 || typeof wanted !== 'string' || !/^[a-z_]+=[a-z]+([;, ]+[a-z_]+=[a-z]+)*$/.test(wanted))
    return said;
  return `${said}; it wants a token with ${wanted.replaceAll('=', ': ').replaceAll('_', '-')}`;
}

/** The refusal of a server; none where no answer came, which Octokit reports as a 500 without a response. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const response = Object(error.response) as { status?: unknown; headers?: unknown; data?: unknown };
  if (typeof response.status !== 'number') return undefined;
  const { message } = Object(response.data) as { message?: unknown };
  return {
    status: response.status,
    headers: Object(response.headers) as Refusal['headers'],
    message: typeof message === 'string' ? message : '',
  };
}
