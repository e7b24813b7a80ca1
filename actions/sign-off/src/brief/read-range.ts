import { z } from 'zod';
import { type Answer, type Ask, askAll } from '#shared/github/rest';
import type { Range } from './brief.ts';

const deployments = z.array(z.looseObject({ id: z.number(), sha: z.string(), ref: z.string() }));
const statuses = z.array(z.looseObject({ state: z.string() }));
const comparison = z.looseObject({
  total_commits: z.number(),
  commits: z.array(
    z.looseObject({
      sha: z.string(),
      commit: z.looseObject({ message: z.string(), author: z.looseObject({ name: z.string() }).nullish() }),
      author: z.looseObject({ login: z.string() }).nullish(),
    }),
  ),
  files: z
    .array(z.looseObject({ filename: z.string(), status: z.string(), additions: z.number(), deletions: z.number() }))
    .optional(),
});

type Comparison = z.infer<typeof comparison>;
type Deployed = z.infer<typeof deployments>[number];

const perPage = 100;
const mostCommits = 500;

/**
 * The commits and files between what is deployed and a commit. GitHub lists at most 300 files, on the first page:
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export async function readRange(ask: Ask, commit: string, production: string): Promise<Answer<Range>> {
  const deployed = await readDeployed(ask, commit, production);
  if (deployed.kind === 'unreadable') return deployed;
  if (deployed.kind === 'missing')
    return {
      kind: 'found',
      value: { because: `nothing else has been deployed to ${production}`, total: 0, commits: [], files: [] },
    };
  const { sha, ref } = deployed.value;
  const pages: Comparison[] = [];
  for (
    let page = 1;
    page === 1 || (pages.at(-1)?.commits.length === perPage && page <= mostCommits / perPage);
    page++
  ) {
    const path = `/compare/${encodeURIComponent(sha)}...${encodeURIComponent(commit)}?per_page=${perPage}&page=${page}`;
    const answer = await ask(path, comparison);
    if (answer.kind !== 'found') return answer.kind === 'missing' ? gone(ref, sha) : answer;
    pages.push(answer.value);
  }
  return { kind: 'found', value: rangeOf(deployed.value, pages) };
}

function rangeOf({ sha, ref }: Deployed, pages: readonly Comparison[]): Range {
  const total = pages[0]?.total_commits ?? 0;
  const files = pages[0]?.files ?? [];
  const most = files.length >= 300 ? ', of whose files GitHub lists 300' : '';
  return {
    because: `${total === 1 ? 'one commit' : `${total} commits`} since ${ref}, which is deployed${most}`,
    from: sha,
    total,
    commits: pages
      .flatMap(({ commits }) => commits)
      .map((one) => ({
        sha: one.sha,
        subject: one.commit.message.split('\n', 1)[0] ?? '',
        author: one.author?.login ?? one.commit.author?.name ?? 'unknown',
      })),
    files: files.map(({ filename, status, additions, deletions }) => ({
      name: filename,
      status,
      additions,
      deletions,
    })),
  };
}

const gone = (ref: string, sha: string): Answer<never> => ({
  kind: 'unreadable',
  why: `GitHub cannot compare with ${ref} (${sha.slice(0, 12)}), which is deployed`,
});

/** The newest deployment to production that succeeded, of any other commit: this run's own tell of nothing before it. */
async function readDeployed(ask: Ask, commit: string, production: string): Promise<Answer<Deployed>> {
  const path = `/deployments?environment=${encodeURIComponent(production)}`;
  const listed = await askAll(ask, path, deployments, (page) => page);
  if (listed.kind !== 'found') return listed;
  for (const deployment of listed.value.filter(({ sha }) => sha !== commit)) {
    const answer = await askAll(ask, `/deployments/${deployment.id}/statuses`, statuses, (page) => page);
    if (answer.kind === 'unreadable') return answer;
    // A later deployment makes it inactive, so any of its statuses may say that it succeeded.
    if (answer.kind === 'found' && answer.value.some(({ state }) => state === 'success'))
      return { kind: 'found', value: deployment };
  }
  return { kind: 'missing' };
}
