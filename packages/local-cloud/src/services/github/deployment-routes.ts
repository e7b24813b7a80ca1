import { commitOfRef, resolveCommit } from './history.ts';
import type { Deployment } from './model.ts';
import { type Asked, invalid, notFound, type Route } from './route.ts';
import { deployment, deploymentStatus } from './views.ts';

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
      const sha = resolveCommit(repo, body.ref)?.sha ?? commitOfRef(repo, `refs/tags/${body.ref}`) ?? body.ref;
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
      if (fields.state === 'success' && fields.auto_inactive !== false) supersede(asked, of);
      return deploymentStatus(github, repo, of, status);
    },
  },
];

/**
 * "Adds a new inactive status to all prior non-transient, non-production environment deployments":
 * https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status
 */
export function supersede({ github, repo }: Pick<Asked, 'github' | 'repo'>, by: Deployment): void {
  for (const each of repo.deployments.values()) {
    const { environment = 'production', transient_environment, production_environment } = each.fields;
    if (each.id >= by.id || environment !== (by.fields.environment ?? 'production')) continue;
    if (transient_environment === true || (production_environment ?? environment === 'production') === true) continue;
    if (each.statuses.at(-1)?.fields.state === 'inactive') continue;
    each.statuses.push({ id: github.newId(), createdAt: github.now(), fields: { state: 'inactive' } });
  }
}

function deploymentOf({ repo, params: [id] }: Asked): Deployment {
  const found = repo.deployments.get(Number(id));
  if (!found) throw notFound();
  return found;
}
