import { getOctokit } from '@actions/github';
import type { z } from 'zod';

/** What GitHub answered to one question: the thing, its absence, or why nobody can tell. */
export type Answer<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string };

export interface GitHubSettings {
  readonly apiUrl: string;
  readonly repository: string;
  readonly token: string;
  readonly signal: AbortSignal;
  readonly sleep: (ms: number) => Promise<void>;
}

export type Ask = <T>(path: string, schema: z.ZodType<T>) => Promise<Answer<T>>;

const attempts = 4;
const firstPauseMs = 500;
const answerWithinMs = 10_000;

/**
 * A reader of the repository's REST resources. Answers that may differ a moment later (5xx, 429, a broken
 * connection) are asked again up to three times; whatever is left is an `unreadable`, never a guess.
 */
export function askGitHub(settings: GitHubSettings): Ask {
  const octokit = getOctokit(settings.token, {
    baseUrl: settings.apiUrl,
    userAgent: 'golive-sign-off',
    // What is deprecated or redirected is told by the answer; the log is written by the action alone.
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  return async (path, schema) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await askOnce(octokit, settings, path, schema);
      if (answer.kind !== 'unreadable' || !answer.passing || attempt === attempts) return answer;
      await settings.sleep(firstPauseMs * 2 ** (attempt - 1));
    }
  };
}

type OneAnswer<T> = Exclude<Answer<T>, { kind: 'unreadable' }> | { kind: 'unreadable'; why: string; passing: boolean };

type Octokit = ReturnType<typeof getOctokit>;

async function askOnce<T>(
  octokit: Octokit,
  settings: GitHubSettings,
  path: string,
  schema: z.ZodType<T>,
): Promise<OneAnswer<T>> {
  const what = `GET /repos/${settings.repository}${path}`;
  try {
    const { data } = await octokit.request(what, {
      headers: { 'x-github-api-version': '2022-11-28' },
      request: {
        redirect: 'error',
        signal: AbortSignal.any([settings.signal, AbortSignal.timeout(answerWithinMs)]),
      },
    });
    const parsed = schema.safeParse(data);
    if (parsed.success) return { kind: 'found', value: parsed.data };
    const place = parsed.error.issues[0];
    const where = place === undefined ? '' : ` (${place.path.join('.') || 'top'}: ${place.message})`;
    return { kind: 'unreadable', why: `${what} answered something unexpected${where}`, passing: false };
  } catch (cause) {
    settings.signal.throwIfAborted();
    const status = answeredStatus(cause);
    if (status === 404) return { kind: 'missing' };
    if (status !== undefined)
      return { kind: 'unreadable', why: `${what} answered ${status}`, passing: status >= 500 || status === 429 };
    return { kind: 'unreadable', why: `${what} failed: ${cause instanceof Error ? cause.message : ''}`, passing: true };
  }
}

/** The status of a refusal; none where no answer came, which Octokit reports as a 500 without a response. */
function answeredStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('status' in response)) return undefined;
  return typeof response.status === 'number' ? response.status : undefined;
}
