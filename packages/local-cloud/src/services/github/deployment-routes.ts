import type { CheckRun, Deployment } from './model.ts';
import { type Asked, invalid, notFound, type Route } from './route.ts';
import { checkRun, deployment, deploymentStatus } from './views.ts';

const STATES = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'];

export const deploymentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/deployments',
    needs: ['deployments', 'read'],
    answer({ github, repo, query }) {
      const matches = ({ fields }: Deployment) =>
        ['environment', 'sha', 'ref', 'task'].every((name) => !query.get(name) || query.get(name) === fields[name]);
      return [...repo.deployments.values()]
        .filter(matches)
        .reverse()
        .map((each) => deployment(github, repo, each));
    },
  },
  {
    method: 'POST',
    path: '/deployments',
    needs: ['deployments', 'write'],
    status: 201,
    answer({ github, repo, body, login }) {
      if (typeof body.ref !== 'string') throw invalid('Deployment', 'ref', 'missing_field');
      const { auto_merge: _, required_contexts: __, ...fields } = body;
      const ref = repo.refs.get(`refs/tags/${body.ref}`) ?? repo.refs.get(`refs/heads/${body.ref}`);
      const sha = ref?.type === 'tag' ? repo.tags.get(ref.sha)?.commit : (ref?.sha ?? body.ref);
      const made = {
        id: github.newId(),
        createdAt: github.now(),
        creator: login,
        fields: { sha, ...fields },
        statuses: [],
      };
      repo.deployments.set(made.id, made);
      return deployment(github, repo, made);
    },
  },
  {
    method: 'GET',
    path: '/deployments/{deployment_id}',
    needs: ['deployments', 'read'],
    answer: (asked) => deployment(asked.github, asked.repo, deploymentOf(asked)),
  },
  {
    method: 'GET',
    path: '/deployments/{deployment_id}/statuses',
    needs: ['deployments', 'read'],
    answer(asked) {
      const of = deploymentOf(asked);
      return of.statuses.toReversed().map((each) => deploymentStatus(asked.github, asked.repo, of, each));
    },
  },
  {
    method: 'POST',
    path: '/deployments/{deployment_id}/statuses',
    needs: ['deployments', 'write'],
    status: 201,
    answer(asked) {
      const { github, repo, body: fields } = asked;
      if (!STATES.includes(fields.state as string)) throw invalid('DeploymentStatus', 'state');
      const of = deploymentOf(asked);
      const status = { id: github.newId(), createdAt: github.now(), fields };
      of.statuses.push(status);
      return deploymentStatus(github, repo, of, status);
    },
  },
];

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
    answer({ github, repo, params: [sha], query }) {
      const wanted = [...repo.checkRuns.values()].filter(
        ({ fields }) =>
          fields.head_sha === sha &&
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
function settled(fields: Fields, now: Date): Fields {
  if (fields.conclusion === undefined) return fields;
  return { completed_at: now.toISOString(), ...fields, status: 'completed' };
}

function deploymentOf({ repo, params: [id] }: Asked): Deployment {
  const found = repo.deployments.get(Number(id));
  if (!found) throw notFound();
  return found;
}

function checkRunOf({ repo, params: [id] }: Asked): CheckRun {
  const found = repo.checkRuns.get(Number(id));
  if (!found) throw notFound();
  return found;
}
