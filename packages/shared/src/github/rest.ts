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

const attempts = 4;
const firstPauseMs = 500;
const answerWithinMs = 10_000;

/**
 * A reader of the repository's REST resources. Answers that may differ a moment later (5xx, 429, a broken
 * connection) are asked again up to three times; whatever is left is an `unreadable`, never a guess.
 */
export function askGitHub(settings: GitHubSettings): Ask {
  const octokit = clientOf(settings);
  return (path, schema) =>
    again(settings, async () => {
      const what = `GET /repos/${settings.repository}${path}`;
      const answer = await requestOnce(octokit, settings, what);
      if (answer.kind !== 'found') return answer;
      const parsed = schema.safeParse(answer.value.data);
      if (parsed.success) return { kind: 'found', value: parsed.data };
      const place = parsed.error.issues[0];
      const where = place === undefined ? '' : ` (${place.path.join('.') || 'top'}: ${place.message})`;
      return { kind: 'unreadable', why: `${what} answered something unexpected${where}`, passing: false };
    });
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
    if (answer.kind !== 'unreadable') return answer;
    const { passing, ...told } = answer;
    if (!passing || attempt === attempts) return told;
    await settings.sleep(firstPauseMs * 2 ** (attempt - 1));
  }
}

type OneAnswer<T> =
  | Exclude<Answer<T>, { kind: 'unreadable' }>
  | { kind: 'unreadable'; why: string; status?: number; passing: boolean };

type Octokit = ReturnType<typeof getOctokit>;

async function requestOnce(
  octokit: Octokit,
  settings: GitHubSettings,
  what: string,
): Promise<OneAnswer<{ readonly data: unknown; readonly status: number }>> {
  try {
    const { data, status } = await octokit.request(what, {
      headers: { 'x-github-api-version': '2022-11-28' },
      request: {
        redirect: 'error',
        signal: AbortSignal.any([settings.signal, AbortSignal.timeout(answerWithinMs)]),
      },
    });
    return { kind: 'found', value: { data, status } };
  } catch (cause) {
    settings.signal.throwIfAborted();
    const status = answeredStatus(cause);
    if (status === 404) return { kind: 'missing' };
    if (status !== undefined) {
      const passing = status >= 500 || status === 429 || isRateLimit(cause);
      return { kind: 'unreadable', why: `${what} answered ${status}`, status, passing };
    }
    return { kind: 'unreadable', why: `${what} failed: ${cause instanceof Error ? cause.message : ''}`, passing: true };
  }
}

/** GitHub answers its secondary rate limit with a 403 that says when to come back. */
function isRateLimit(error: unknown): boolean {
  const { response } = error as { response?: { headers?: Record<string, unknown> } };
  return response?.headers?.['retry-after'] !== undefined;
}

/** The status of a refusal; none where no answer came, which Octokit reports as a 500 without a response. */
function answeredStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('status' in response)) return undefined;
  return typeof response.status === 'number' ? response.status : undefined;
}
