// What GitHub has around a release: the repository with its people, and what guards it, as `golive gates` sets it.
import type { LocalCloud } from './cloud.ts';
import { furnishHistory, REQUIRED_CHECK } from './history.ts';
import type { Repository } from './repository.ts';

const TAG_POLICY = [{ name: 'v*', type: 'tag' }];

/** How an environment differs from what it must be, in the words of `PUT /environments/{name}`; null: it is not there. */
export type EnvironmentChange = Readonly<Record<string, unknown>> | null;

export async function furnishGitHub(
  cloud: LocalCloud,
  repository: Repository,
  /** The commit that is released. */
  sha: string,
  changes: Readonly<Record<string, EnvironmentChange>> = {},
): Promise<void> {
  const { name, mainBranch, people, environments } = repository;
  // What an earlier release in the same world left is not there any more.
  const fresh = { repository: name, defaultBranch: mainBranch, private: true, anew: true };
  await cloud.control('github/repositories', fresh);
  await furnishPeople(cloud, repository);
  await furnishHistory(cloud, repository, sha);
  await furnishRulesets(cloud, name);
  for (const environment of Object.keys(environments)) {
    const change = changes[environment];
    if (change !== null) await guard(cloud, repository, environment, change);
  }
  await cloud.control('github/teams', {
    org: name.split('/')[0],
    slug: 'release-approvers',
    members: Object.values(people.signers),
  });
}

/** Makes an environment as it must be, or different from that. */
export async function guard(
  cloud: Pick<LocalCloud, 'control'>,
  { name: repository, environments }: Repository,
  environment: string,
  change: Exclude<EnvironmentChange, null> = {},
): Promise<void> {
  const reviewers = environments[environment] ?? [];
  await cloud.control('github/environments', {
    repository,
    name: environment,
    reviewers: reviewers.map((login) => ({ type: 'User', name: login })),
    prevent_self_review: reviewers.length > 0,
    can_admins_bypass: false,
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    branch_policies: TAG_POLICY,
    ...change,
  });
}

async function furnishPeople(cloud: LocalCloud, { name: repository, people }: Repository): Promise<void> {
  const { admin, manager, author, outsider, signers } = people;
  const may = (user: string, permission: string): Promise<unknown> =>
    cloud.control('github/collaborators', { repository, user, permission });
  await may(admin, 'admin');
  await may(manager, 'maintain');
  for (const user of [author, outsider]) await may(user, 'write');
  for (const user of Object.values(signers)) await may(user, 'read');
}

async function furnishRulesets(cloud: LocalCloud, repository: string): Promise<void> {
  const on = (...include: string[]) => ({ ref_name: { include, exclude: [] } });
  await cloud.control('github/rulesets', {
    repository,
    name: 'golive: release tags stay what they are',
    target: 'tag',
    enforcement: 'active',
    conditions: on('refs/tags/v*'),
    rules: [{ type: 'update' }, { type: 'deletion' }, { type: 'non_fast_forward' }],
  });
  await cloud.control('github/rulesets', {
    repository,
    name: 'golive: who may make release tags',
    target: 'tag',
    enforcement: 'active',
    // Maintainers and administrators.
    bypass_actors: [2, 5].map((id) => ({ actor_id: id, actor_type: 'RepositoryRole', bypass_mode: 'always' })),
    conditions: on('refs/tags/v*'),
    rules: [{ type: 'creation' }],
  });
  const required_status_checks = [{ context: REQUIRED_CHECK }];
  await cloud.control('github/rulesets', {
    repository,
    name: 'golive: main',
    target: 'branch',
    enforcement: 'active',
    conditions: on('~DEFAULT_BRANCH'),
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      {
        type: 'required_status_checks',
        parameters: { strict_required_status_checks_policy: false, required_status_checks },
      },
    ],
  });
}
