import { resolveCommit } from './history.ts';
import type { CheckRun } from './model.ts';
import { type Asked, invalid, notFound, type Route } from './route.ts';
import { ACTIONS_APP, checkRun } from './views.ts';

/** https://docs.github.com/en/rest/checks/runs */
export const checkRunRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/check-runs',
    needs: ['checks', 'write'],
    status: 201,
    answer({ github, repo, body }) {
      for (const field of ['name', 'head_sha'])
        if (typeof body[field] !== 'string') throw invalid('CheckRun', field, 'missing_field');
      const made = {
        id: github.newId(),
        fields: { started_at: github.now().toISOString(), ...settled(body, github.now()) },
      };
      repo.checkRuns.set(made.id, made);
      return checkRun(github, repo, made);
    },
  },
  {
    method: 'PATCH',
    path: '/check-runs/{check_run_id}',
    needs: ['checks', 'write'],
    answer(asked) {
      const of = checkRunOf(asked);
      of.fields = { ...of.fields, ...settled(asked.body, asked.github.now()) };
      return checkRun(asked.github, asked.repo, of);
    },
  },
  {
    method: 'GET',
    path: '/check-runs/{check_run_id}',
    needs: ['checks', 'read'],
    answer: (asked) => checkRun(asked.github, asked.repo, checkRunOf(asked)),
  },
  {
    method: 'GET',
    path: '/commits/{ref+}/check-runs',
    needs: ['checks', 'read'],
    listOf: 'check_runs',
    answer({ github, repo, params: [ref = ''], query }) {
      // What was reported before the history was told is found by the SHA itself.
      const sha = resolveCommit(repo, ref)?.sha ?? ref;
      const app = query.get('app_id');
      const wanted = [...repo.checkRuns.values()].filter(
        ({ fields }) =>
          fields.head_sha === sha &&
          (!app || app === String((fields.app as { id?: number } | undefined)?.id ?? ACTIONS_APP)) &&
          (!query.get('check_name') || query.get('check_name') === fields.name) &&
          (!query.get('status') || query.get('status') === (fields.status ?? 'queued')),
      );
      // `filter=latest`, the default, keeps the newest of each name.
      const kept =
        query.get('filter') === 'all' ? wanted : [...new Map(wanted.map((each) => [each.fields.name, each])).values()];
      return kept.reverse().map((each) => checkRun(github, repo, each));
    },
  },
];

type Fields = Readonly<Record<string, unknown>>;

/** Giving a conclusion completes a check run: https://docs.github.com/en/rest/checks/runs#create-a-check-run */
export function settled(fields: Fields, now: Date): Fields {
  if (fields.conclusion === undefined) return fields;
  return { completed_at: now.toISOString(), ...fields, status: 'completed' };
}

function checkRunOf({ repo, params: [id] }: Asked): CheckRun {
  const found = repo.checkRuns.get(Number(id));
  if (!found) throw notFound();
  return found;
}
