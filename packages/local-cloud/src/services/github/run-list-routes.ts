// Runs by commit, their attempts, jobs and artifacts: https://docs.github.com/en/rest/actions
import type { Run } from './model.ts';
import type { Job } from './model-runs.ts';
import { type Asked, GitHubError, notFound, type Route, runOf } from './route.ts';
import { artifact, job, run } from './run-views.ts';

const FILTERS = ['head_sha', 'event', 'check_suite_id'] as const;

export const runListRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/actions/runs',
    needs: ['actions', 'read'],
    listOf: 'workflow_runs',
    answer: ({ github, repo, query }) => runsOf([...repo.runs.values()], query).map((each) => run(github, repo, each)),
  },
  {
    method: 'GET',
    path: '/actions/workflows/{workflow_id}/runs',
    needs: ['actions', 'read'],
    listOf: 'workflow_runs',
    answer: ({ github, repo, query, params: [workflow = ''] }) =>
      runsOf([...repo.runs.values()], query)
        .map((each) => run(github, repo, each))
        .filter(({ path }) => String(path).split('@')[0]?.endsWith(`/${workflow}`)),
  },
  {
    method: 'GET',
    path: '/actions/runs/{run_id}/attempts/{attempt_number}',
    needs: ['actions', 'read'],
    answer: (asked) => run(asked.github, asked.repo, runOf(asked), attemptOf(asked)),
  },
  {
    method: 'GET',
    path: '/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
    needs: ['actions', 'read'],
    listOf: 'jobs',
    answer(asked) {
      const of = runOf(asked);
      const attempt = attemptOf(asked);
      return of.jobs.filter((each) => each.attempt === attempt).map((each) => job(asked.github, asked.repo, of, each));
    },
  },
  {
    method: 'GET',
    path: '/actions/runs/{run_id}/jobs',
    needs: ['actions', 'read'],
    listOf: 'jobs',
    answer(asked) {
      const of = runOf(asked);
      const jobs = asked.query.get('filter') === 'all' ? of.jobs : latest(of.jobs);
      return jobs.map((each) => job(asked.github, asked.repo, of, each));
    },
  },
  {
    method: 'GET',
    path: '/actions/runs/{run_id}/artifacts',
    needs: ['actions', 'read'],
    listOf: 'artifacts',
    answer(asked) {
      const of = runOf(asked);
      const name = asked.query.get('name');
      return of.artifacts
        .filter((each) => !name || each.name === name)
        .toReversed()
        .map((each) => artifact(asked.github, asked.repo, of, each));
    },
  },
  {
    method: 'GET',
    path: '/actions/artifacts/{artifact_id}',
    needs: ['actions', 'read'],
    answer(asked) {
      const { of, found } = artifactOf(asked);
      return artifact(asked.github, asked.repo, of, found);
    },
  },
  {
    method: 'GET',
    path: '/actions/artifacts/{artifact_id}/{archive_format}',
    needs: ['actions', 'read'],
    // GitHub redirects to a place that holds the zip for a minute; here the zip itself is the answer.
    raw: 'application/zip',
    answer(asked) {
      const { found } = artifactOf(asked);
      if (asked.params[1] !== 'zip') throw notFound();
      if (found.expired) throw new GitHubError(410, 'Artifact has expired');
      return found.archive;
    },
  },
];

function runsOf(runs: readonly Run[], query: URLSearchParams): Run[] {
  const status = query.get('status');
  const branch = query.get('branch');
  const actor = query.get('actor');
  // `>=2026-11-23T12:00:00Z` is all that is read of GitHub's search syntax for dates.
  const [, since] = /^>=(.+)$/.exec(query.get('created') ?? '') ?? [];
  return runs
    .filter(({ fields }) => FILTERS.every((name) => !query.get(name) || query.get(name) === String(fields[name])))
    .filter(({ fields }) => !branch || branch === fields.head_branch)
    .filter((each) => !actor || actor === each.actor)
    .filter((each) => !since || each.createdAt.getTime() >= Date.parse(since))
    .filter(({ fields }) => !status || status === fields.status || status === fields.conclusion)
    .toReversed();
}

/** The latest attempt of each job; a job that was not run again keeps the attempt in which it ran. */
function latest(jobs: readonly Job[]): Job[] {
  return [...new Map(jobs.map((each) => [each.name, each])).values()];
}

function attemptOf(asked: Asked): number {
  const of = runOf(asked);
  const wanted = Number(asked.params[1]);
  const current = Number(of.fields.run_attempt ?? 1);
  if (wanted !== current && !of.attempts.has(wanted)) throw notFound();
  return wanted;
}

function artifactOf({ repo, params: [id] }: Asked) {
  for (const of of repo.runs.values()) {
    const found = of.artifacts.find((each) => each.id === Number(id));
    if (found) return { of, found };
  }
  throw notFound();
}
