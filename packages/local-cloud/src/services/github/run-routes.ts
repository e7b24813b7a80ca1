import type { Approval, Environment, GitHub, Repository, Reviewer, Run } from './model.ts';
import { GitHubError, invalid, type Route, runOf } from './route.ts';
import { run } from './run-views.ts';
import { approval, deployment, pending } from './views.ts';

export const runRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/actions/runs/{run_id}',
    needs: ['actions', 'read'],
    answer: (asked) => run(asked.github, asked.repo, runOf(asked)),
  },
  {
    method: 'POST',
    path: '/actions/runs/{run_id}/cancel',
    needs: ['actions', 'write'],
    status: 202,
    answer(asked) {
      requestCancel(runOf(asked));
      return {};
    },
  },
  {
    method: 'GET',
    path: '/actions/runs/{run_id}/approvals',
    needs: ['actions', 'read'],
    answer: (asked) => runOf(asked).approvals.map((each) => approval(asked.github, asked.repo, each)),
  },
  {
    method: 'GET',
    path: '/actions/runs/{run_id}/pending_deployments',
    needs: ['actions', 'read'],
    answer: (asked) => runOf(asked).pending.map((each) => pending(asked.github, asked.repo, each, asked.login)),
  },
  {
    method: 'POST',
    path: '/actions/runs/{run_id}/pending_deployments',
    needs: ['deployments', 'write'],
    answer(asked) {
      const { github, repo, body, login } = asked;
      const { environment_ids: ids, state, comment } = body;
      if (!Array.isArray(ids) || typeof comment !== 'string' || (state !== 'approved' && state !== 'rejected'))
        throw invalid('PendingDeployment', 'environment_ids, state, comment', 'missing_field');
      const reviewed = runOf(asked).pending.filter(({ id }) => ids.includes(id));
      if (reviewed.length !== ids.length) throw invalid('PendingDeployment', 'environment_ids');
      review(github, repo, runOf(asked), reviewed, { state, comment, user: login });
      return reviewed.map((each) => {
        const fields = {
          environment: each.name,
          sha: runOf(asked).fields.head_sha,
          ref: runOf(asked).fields.head_branch,
        };
        return deployment(github, repo, {
          id: github.newId(),
          createdAt: github.now(),
          creator: login,
          fields,
          statuses: [],
        });
      });
    },
  },
];

/** @throws 409 where the run is over */
export function requestCancel(run: Run): void {
  if (run.fields.status === 'completed') throw new GitHubError(409, 'Cannot cancel a workflow run that is completed.');
  run.cancelRequested = true;
}

/** Whether a reviewer of an environment is this person, or a team that has them. */
function reviews(github: GitHub, { owner }: Repository, { type, name }: Reviewer, login: string): boolean {
  if (type === 'User') return name === login;
  const team = github.teams.get(`${owner}/${name}`.toLowerCase());
  // A team that nobody has furnished has whoever comes.
  return team === undefined || team.members.has(login);
}

/**
 * An administrator lets the run past environments that allow it. No review is recorded: who reads the approvals finds
 * none. https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/review-deployments#bypassing-environment-protection-rules
 */
export function bypass(repo: Repository, of: Run, environments: readonly Environment[], login: string): void {
  for (const { name, canAdminsBypass } of environments)
    if (!canAdminsBypass || repo.collaborators.get(login) !== 'admin')
      throw new GitHubError(403, `${login} may not bypass the protection rules of the environment ${name}`);
  of.pending = of.pending.filter((each) => !environments.includes(each));
}

/** Records one review of environments that a run waits for; throws where the user may not give it. */
export function review(
  github: GitHub,
  repo: Repository,
  of: Run,
  environments: readonly Environment[],
  given: Omit<Approval, 'environments'>,
): void {
  for (const { name, reviewers, preventSelfReview } of environments) {
    if (reviewers.length > 0 && !reviewers.some((each) => reviews(github, repo, each, given.user)))
      throw new GitHubError(422, `${given.user} is not a required reviewer of the environment ${name}`);
    if (preventSelfReview && (given.user === of.actor || given.user === of.triggeredBy))
      throw new GitHubError(422, `${given.user} started the run and cannot review its deployment to ${name}`);
  }
  of.pending = of.pending.filter((each) => !environments.includes(each));
  of.approvals.push({ ...given, environments });
}
