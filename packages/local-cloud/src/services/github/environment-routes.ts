import { type Environment, ensureEnvironment, type GitHub, type Reviewer } from './model.ts';
import { type Asked, GitHubError, invalid, notFound, type Route } from './route.ts';
import { environment } from './views.ts';

// "Up to six": https://docs.github.com/en/rest/deployments/environments#create-or-update-an-environment
const MOST_REVIEWERS = 6;
const LONGEST_WAIT_MINUTES = 43_200;

export const environmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/environments',
    needs: ['actions', 'read'],
    listOf: 'environments',
    answer: ({ github, repo }) => [...repo.environments.values()].map((each) => environment(github, repo, each)),
  },
  {
    method: 'GET',
    path: '/environments/{environment_name}',
    needs: ['actions', 'read'],
    answer: (asked) => environment(asked.github, asked.repo, environmentOf(asked)),
  },
  {
    method: 'PUT',
    path: '/environments/{environment_name}',
    needs: ['administration', 'write'],
    answer({ github, repo, params: [name = ''], body }) {
      const reviewers = ((body.reviewers ?? []) as { type: string; id: number }[]).map((each) =>
        reviewerOf(github, each),
      );
      const changed = ensureEnvironment(github, repo, name);
      // The environment is there all the same, unprotected: whoever tried this on the free plan met it so.
      if (repo.plan === 'free' && repo.isPrivate && reviewers.length > 0)
        throw new GitHubError(
          422,
          'Failed to create the environment protection rule. Please ensure the billing plan supports the required reviewers protection rule.',
        );
      protect(github, changed, { ...body, reviewers });
      return environment(github, repo, changed);
    },
  },
  {
    method: 'DELETE',
    path: '/environments/{environment_name}',
    needs: ['administration', 'write'],
    status: 204,
    answer: (asked) => void asked.repo.environments.delete(environmentOf(asked).name),
  },
  {
    method: 'GET',
    path: '/environments/{environment_name}/deployment-branch-policies',
    needs: ['actions', 'read'],
    listOf: 'branch_policies',
    answer: (asked) => environmentOf(asked).branchPolicies.map(branchPolicy),
  },
  {
    method: 'POST',
    path: '/environments/{environment_name}/deployment-branch-policies',
    needs: ['administration', 'write'],
    answer(asked) {
      const { github, body } = asked;
      const changed = environmentOf(asked);
      // https://docs.github.com/en/rest/deployments/branch-policies#create-a-deployment-branch-policy: 404 or custom policies are off
      if (!changed.branchPolicy?.custom_branch_policies) throw notFound();
      const { name, type = 'branch' } = body;
      if (typeof name !== 'string' || (type !== 'branch' && type !== 'tag'))
        throw invalid('DeploymentBranchPolicy', 'name');
      if (changed.branchPolicies.some((each) => each.name === name && each.type === type))
        throw new GitHubError(303, 'The same branch name pattern already exists');
      const policy = { id: github.newId(), name, type } as const;
      changed.branchPolicies.push(policy);
      return branchPolicy(policy);
    },
  },
  {
    method: 'GET',
    path: '/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}',
    needs: ['actions', 'read'],
    answer: (asked) => branchPolicy(policyOf(asked)),
  },
  {
    method: 'PUT',
    path: '/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}',
    needs: ['administration', 'write'],
    answer(asked) {
      const changed = policyOf(asked);
      if (typeof asked.body.name !== 'string') throw invalid('DeploymentBranchPolicy', 'name');
      // Only its name: a branch's policy never becomes a tag's.
      changed.name = asked.body.name;
      return branchPolicy(changed);
    },
  },
  {
    method: 'DELETE',
    path: '/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}',
    needs: ['administration', 'write'],
    status: 204,
    answer(asked) {
      const gone = policyOf(asked);
      const of = environmentOf(asked);
      of.branchPolicies = of.branchPolicies.filter((each) => each !== gone);
    },
  },
];

const branchPolicy = ({ id, name, type }: Environment['branchPolicies'][number]) => ({
  id,
  node_id: Buffer.from(`BranchPolicy:${id}`).toString('base64url'),
  name,
  type,
});

function environmentOf({ repo, params: [name = ''] }: Asked): Environment {
  const found = repo.environments.get(name);
  if (!found) throw notFound();
  return found;
}

function policyOf(asked: Asked): Environment['branchPolicies'][number] {
  const found = environmentOf(asked).branchPolicies.find(({ id }) => id === Number(asked.params[1]));
  if (!found) throw notFound();
  return found;
}

function reviewerOf(github: GitHub, { type, id }: { type: string; id: number }): Reviewer {
  const name = github.accountName(id);
  if (!name || (type !== 'User' && type !== 'Team')) throw invalid('Environment', 'reviewers');
  return { type, name };
}

/** Replaces all protection, as the PUT does: what is not said is taken away. */
export function protect(github: GitHub, target: Environment, rules: Readonly<Record<string, unknown>>): void {
  const {
    wait_timer: wait = 0,
    reviewers,
    deployment_branch_policy: policy = null,
    prevent_self_review: prevent,
  } = rules;
  if (!(Number.isInteger(wait) && (wait as number) >= 0 && (wait as number) <= LONGEST_WAIT_MINUTES))
    throw invalid('Environment', 'wait_timer');
  const named = (reviewers ?? []) as readonly Reviewer[];
  if (named.length > MOST_REVIEWERS) throw invalid('Environment', 'reviewers');
  const branches = policy as Environment['branchPolicy'];
  if (branches && branches.protected_branches === branches.custom_branch_policies)
    throw new GitHubError(422, 'protected_branches and custom_branch_policies cannot have the same value');
  // In no documentation, and taken all the same; true unless said:
  // https://github.com/google/go-github/blob/master/github/repos_environments.go (CreateUpdateEnvironment)
  target.canAdminsBypass = rules.can_admins_bypass !== false;
  target.waitTimer = wait as number;
  target.reviewers = named;
  target.preventSelfReview = prevent === true;
  target.branchPolicy = branches;
  if (!branches?.custom_branch_policies) target.branchPolicies = [];
  target.updatedAt = github.now();
}
