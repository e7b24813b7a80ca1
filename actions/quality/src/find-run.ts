import { z } from 'zod';
import type { Check } from '#shared/evidence/check';
import type { Answer, Ask } from '#shared/github/rest';
import { check } from './checks.ts';

const runs = z.looseObject({
  workflow_runs: z.array(
    z.looseObject({
      id: z.number().int(),
      event: z.string(),
      head_sha: z.string(),
      status: z.string().nullish(),
      conclusion: z.string().nullish(),
    }),
  ),
});
const artifacts = z.looseObject({
  artifacts: z.array(z.looseObject({ name: z.string(), expired: z.boolean() })),
});

type Run = z.output<typeof runs>['workflow_runs'][number];

export interface Wanted {
  readonly commit: string;
  readonly artifact: string;
  readonly at: string;
}

export interface Found {
  readonly check: Check;
  readonly runId?: string;
}

/** The head of such a run is the commit itself; that of a pull request is a merge that nobody releases. */
const OF_THE_COMMIT = ['push', 'merge_group'];

/** The newest run of this commit that kept the evidence, which must have succeeded as a whole. */
export async function findRun(ask: Ask, { commit, artifact, at }: Wanted): Promise<Found> {
  const told = (verdict: Check['verdict'], because: string, measured?: string): Check =>
    check('quality.measured-before', commit.slice(0, 12), verdict, because, {
      ...(measured === undefined ? {} : { measured }),
      expected: `a successful run of ${commit} with the artifact ${artifact}`,
      source: 'GET actions/runs, GET actions/runs/{run}/artifacts',
      at,
    });
  const closed = (because: string): Found => ({ check: told('inconclusive', because) });
  const listed = await ask(`/actions/runs?head_sha=${encodeURIComponent(commit)}&per_page=100`, runs);
  if (listed.kind !== 'found') return closed(`which runs this commit had could not be found out: ${why(listed)}`);
  const candidates = listed.value.workflow_runs
    .filter((run) => run.head_sha === commit && OF_THE_COMMIT.includes(run.event))
    .sort((a, b) => b.id - a.id);
  for (const run of candidates) {
    const kept = await ask(`/actions/runs/${run.id}/artifacts?name=${encodeURIComponent(artifact)}`, artifacts);
    if (kept.kind === 'unreadable') return closed(`what run ${run.id} kept could not be found out: ${kept.why}`);
    const own = kept.kind === 'found' ? kept.value.artifacts.filter(({ name }) => name === artifact) : [];
    if (own.length === 0) continue;
    if (own.every(({ expired }) => expired))
      return closed(`run ${run.id} measured this commit, and its evidence has expired; run it again`);
    return judge(run, told);
  }
  return closed(
    `no run on main has measured this commit: none of ${candidates.length} kept ${artifact}. Let checks.yml run on it first`,
  );
}

function judge(run: Run, told: (verdict: Check['verdict'], because: string, measured?: string) => Check): Found {
  const id = String(run.id);
  if (run.status !== 'completed')
    return { check: told('inconclusive', `run ${id} is still measuring this commit`, id) };
  if (run.conclusion !== 'success')
    return { check: told('fail', `run ${id} measured this commit and ended in ${run.conclusion ?? 'nothing'}`, id) };
  return { check: told('pass', `run ${id} measured this commit and succeeded`, id), runId: id };
}

const why = (answer: Exclude<Answer<unknown>, { kind: 'found' }>): string =>
  answer.kind === 'unreadable' ? answer.why : 'GitHub knows no such list';
