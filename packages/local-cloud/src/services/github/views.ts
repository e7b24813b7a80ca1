// The shapes of https://docs.github.com/en/rest: https://github.com/github/rest-api-description
import type { Approval, CheckRun, Deployment, Environment, GitHub, Repository, Reviewer } from './model.ts';

export const nodeId = (kind: string, id: number) => Buffer.from(`${kind}:${id}`).toString('base64url');
export const fullName = ({ owner, name }: Repository) => `${owner}/${name}`;

export function user(github: GitHub, login: string) {
  const id = github.accountId(login);
  const type = login.endsWith('[bot]') ? 'Bot' : 'User';
  return { login, id, node_id: nodeId('User', id), type, site_admin: false, url: `${github.url}/users/${login}` };
}

export function repository(github: GitHub, repo: Repository) {
  return {
    id: repo.id,
    node_id: nodeId('Repository', repo.id),
    name: repo.name,
    full_name: fullName(repo),
    private: repo.isPrivate,
    visibility: repo.isPrivate ? 'private' : 'public',
    owner: user(github, repo.owner),
    default_branch: repo.defaultBranch,
    url: repoUrl(github, repo),
    html_url: `https://github.com/${fullName(repo)}`,
  };
}

export const repoUrl = (github: GitHub, repo: Repository) => `${github.url}/repos/${fullName(repo)}`;

function reviewer(github: GitHub, { type, name }: Reviewer) {
  if (type === 'User') return { type, reviewer: user(github, name) };
  const id = github.accountId(name);
  return { type, reviewer: { id, node_id: nodeId('Team', id), name, slug: name } };
}

export function environmentName(github: GitHub, repo: Repository, environment: Environment) {
  const { id, name } = environment;
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${repoUrl(github, repo)}/environments/${encodeURIComponent(name)}`,
    html_url: `https://github.com/${fullName(repo)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: environment.createdAt.toISOString(),
    updated_at: environment.updatedAt.toISOString(),
  };
}

export function environment(github: GitHub, repo: Repository, of: Environment) {
  const rule = (offset: number, type: string, more: object = {}) => {
    const id = of.id * 10 + offset;
    return { id, node_id: nodeId('Gate', id), type, ...more };
  };
  return {
    ...environmentName(github, repo, of),
    can_admins_bypass: of.canAdminsBypass,
    protection_rules: [
      ...(of.waitTimer > 0 ? [rule(1, 'wait_timer', { wait_timer: of.waitTimer })] : []),
      ...(of.reviewers.length > 0
        ? [
            rule(2, 'required_reviewers', {
              prevent_self_review: of.preventSelfReview,
              reviewers: of.reviewers.map((each) => reviewer(github, each)),
            }),
          ]
        : []),
      ...(of.branchPolicy ? [rule(3, 'branch_policy')] : []),
    ],
    deployment_branch_policy: of.branchPolicy,
  };
}

export function approval(github: GitHub, repo: Repository, of: Approval) {
  return {
    state: of.state,
    comment: of.comment,
    environments: of.environments.map((each) => environmentName(github, repo, each)),
    user: user(github, of.user),
  };
}

export function pending(github: GitHub, repo: Repository, of: Environment, login: string) {
  const { id, node_id, name, url, html_url } = environmentName(github, repo, of);
  return {
    environment: { id, node_id, name, url, html_url },
    wait_timer: of.waitTimer,
    wait_timer_started_at: null,
    current_user_can_approve: of.reviewers.some((each) => each.type === 'Team' || each.name === login),
    reviewers: of.reviewers.map((each) => reviewer(github, each)),
  };
}

export function deployment(github: GitHub, repo: Repository, { id, fields, creator, createdAt, statuses }: Deployment) {
  const url = `${repoUrl(github, repo)}/deployments/${id}`;
  const updated = statuses.at(-1)?.createdAt ?? createdAt;
  return {
    url,
    id,
    node_id: nodeId('Deployment', id),
    task: 'deploy',
    payload: {},
    description: null,
    environment: 'production',
    ...fields,
    creator: user(github, creator),
    created_at: createdAt.toISOString(),
    updated_at: updated.toISOString(),
    statuses_url: `${url}/statuses`,
    repository_url: repoUrl(github, repo),
  };
}

export function deploymentStatus(
  github: GitHub,
  repo: Repository,
  of: Deployment,
  status: Deployment['statuses'][number],
) {
  const deploymentUrl = `${repoUrl(github, repo)}/deployments/${of.id}`;
  return {
    url: `${deploymentUrl}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    description: '',
    environment: of.fields.environment ?? 'production',
    log_url: '',
    environment_url: '',
    ...status.fields,
    creator: user(github, of.creator),
    created_at: status.createdAt.toISOString(),
    updated_at: status.createdAt.toISOString(),
    deployment_url: deploymentUrl,
    repository_url: repoUrl(github, repo),
  };
}

/** The app that reports the jobs of workflows: https://api.github.com/apps/github-actions */
export const ACTIONS_APP = 15_368;

export function checkRun(github: GitHub, repo: Repository, { id, fields }: CheckRun) {
  return {
    status: 'queued',
    conclusion: null,
    completed_at: null,
    external_id: '',
    output: { title: null, summary: null, text: null, annotations_count: 0 },
    pull_requests: [],
    app: { id: ACTIONS_APP, slug: 'github-actions', name: 'GitHub Actions' },
    ...fields,
    id,
    node_id: nodeId('CheckRun', id),
    url: `${repoUrl(github, repo)}/check-runs/${id}`,
    html_url: `https://github.com/${fullName(repo)}/runs/${id}`,
    details_url: fields.details_url ?? `https://github.com/${fullName(repo)}/runs/${id}`,
  };
}
