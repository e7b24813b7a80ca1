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
  return async (path, schema) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await askOnce(settings, path, schema);
      if (answer.kind !== 'unreadable' || !answer.passing || attempt === attempts) return answer;
      await settings.sleep(firstPauseMs * 2 ** (attempt - 1));
    }
  };
}

type OneAnswer<T> = Exclude<Answer<T>, { kind: 'unreadable' }> | { kind: 'unreadable'; why: string; passing: boolean };

async function askOnce<T>(settings: GitHubSettings, path: string, schema: z.ZodType<T>): Promise<OneAnswer<T>> {
  const what = `GET /repos/${settings.repository}${path}`;
  try {
    const response = await fetch(`${settings.apiUrl}/repos/${settings.repository}${path}`, {
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${settings.token}`,
        'user-agent': 'golive-sign-off',
        'x-github-api-version': '2022-11-28',
      },
      redirect: 'error',
      signal: AbortSignal.any([settings.signal, AbortSignal.timeout(answerWithinMs)]),
    });
    if (response.status === 404) return { kind: 'missing' };
    if (!response.ok) {
      const passing = response.status >= 500 || response.status === 429;
      return { kind: 'unreadable', why: `${what} answered ${response.status}`, passing };
    }
    const parsed = schema.safeParse(await response.json());
    if (parsed.success) return { kind: 'found', value: parsed.data };
    const place = parsed.error.issues[0];
    const where = place === undefined ? '' : ` (${place.path.join('.') || 'top'}: ${place.message})`;
    return { kind: 'unreadable', why: `${what} answered something unexpected${where}`, passing: false };
  } catch (cause) {
    settings.signal.throwIfAborted();
    const why = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : '';
    return { kind: 'unreadable', why: `${what} failed: ${why}`, passing: true };
  }
}
