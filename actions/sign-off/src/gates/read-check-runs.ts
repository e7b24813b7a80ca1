import { z } from 'zod';
import { type Answer, type Ask, askAll } from '#shared/github/rest';

const runs = z.looseObject({
  check_runs: z.array(
    z.looseObject({
      id: z.number(),
      name: z.string(),
      status: z.string(),
      conclusion: z.string().nullable(),
      started_at: z.string().nullish(),
      app: z.looseObject({ id: z.number().optional(), slug: z.string().optional() }).nullish(),
    }),
  ),
});

const combined = z.looseObject({
  statuses: z.array(z.looseObject({ context: z.string(), state: z.string(), updated_at: z.string().optional() })),
});

export type CheckRun = z.infer<typeof runs>['check_runs'][number];
export type CommitStatus = z.infer<typeof combined>['statuses'][number];

/** What was reported on a commit: check runs, and commit statuses of the older kind. */
export interface Reported {
  readonly runs: Answer<readonly CheckRun[]>;
  readonly statuses: Answer<readonly CommitStatus[]>;
}

/**
 * checks: read, and statuses: read where `names` are not all check runs.
 * https://docs.github.com/en/rest/checks/runs#list-check-runs-for-a-git-reference, the latest attempt of each;
 * https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference.
 */
export async function readReported(ask: Ask, commit: string, names: readonly string[]): Promise<Reported> {
  const at = `/commits/${encodeURIComponent(commit)}`;
  const found = await askAll(ask, `${at}/check-runs?filter=latest`, runs, (page) => page.check_runs);
  const known = found.kind === 'found' ? found.value.map(({ name }) => name) : [];
  const statuses: Answer<readonly CommitStatus[]> = names.every((name) => known.includes(name))
    ? { kind: 'found', value: [] }
    : await askAll(ask, `${at}/status`, combined, (page) => page.statuses);
  return { runs: found, statuses };
}
