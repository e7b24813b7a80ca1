// The shapes of https://docs.github.com/en/rest/actions
import type { GitHub, Repository, Run } from './model.ts';
import type { Artifact, Job } from './model-runs.ts';
import { fullName, nodeId, repository, repoUrl, user } from './views.ts';

/** The run as its latest attempt, or as an earlier one, left it. */
export function run(github: GitHub, repo: Repository, of: Run, attempt?: number) {
  const { id, createdAt, actor } = of;
  const now = { fields: of.fields, triggeredBy: of.triggeredBy, startedAt: of.startedAt };
  const { fields, triggeredBy, startedAt } = (attempt !== undefined && of.attempts.get(attempt)) || now;
  const url = `${repoUrl(github, repo)}/actions/runs/${id}`;
  const number = Number(fields.run_attempt ?? 1);
  return {
    status: 'in_progress',
    conclusion: null,
    path: '.github/workflows/release.yml',
    run_number: 1,
    display_title: fields.name ?? '',
    ...fields,
    run_attempt: number,
    id,
    node_id: nodeId('WorkflowRun', id),
    actor: user(github, actor),
    triggering_actor: user(github, triggeredBy),
    created_at: createdAt.toISOString(),
    updated_at: startedAt.toISOString(),
    run_started_at: startedAt.toISOString(),
    previous_attempt_url: number > 1 ? `${url}/attempts/${number - 1}` : null,
    url,
    jobs_url: `${url}/jobs`,
    artifacts_url: `${url}/artifacts`,
    html_url: `https://github.com/${fullName(repo)}/actions/runs/${id}`,
    repository: repository(github, repo),
    head_repository: repository(github, repo),
  };
}

export function job(github: GitHub, repo: Repository, of: Run, { id, attempt, name, fields }: Job) {
  return {
    status: 'queued',
    conclusion: null,
    started_at: of.startedAt.toISOString(),
    completed_at: null,
    steps: [],
    labels: ['ubuntu-24.04'],
    ...fields,
    id,
    node_id: nodeId('CheckRun', id),
    name,
    run_id: of.id,
    run_attempt: attempt,
    head_sha: of.fields.head_sha,
    head_branch: of.fields.head_branch,
    workflow_name: of.fields.name ?? '',
    url: `${repoUrl(github, repo)}/actions/jobs/${id}`,
    run_url: `${repoUrl(github, repo)}/actions/runs/${of.id}`,
    check_run_url: `${repoUrl(github, repo)}/check-runs/${id}`,
    html_url: `https://github.com/${fullName(repo)}/actions/runs/${of.id}/job/${id}`,
  };
}

const KEPT_DAYS = 90;

export function artifact(
  github: GitHub,
  repo: Repository,
  of: Run,
  { id, name, createdAt, archive, expired }: Artifact,
) {
  const url = `${repoUrl(github, repo)}/actions/artifacts/${id}`;
  const expires = new Date(createdAt.getTime() + KEPT_DAYS * 24 * 60 * 60 * 1000);
  return {
    id,
    node_id: nodeId('Artifact', id),
    name,
    size_in_bytes: archive.length,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    created_at: createdAt.toISOString(),
    updated_at: createdAt.toISOString(),
    expires_at: expires.toISOString(),
    workflow_run: {
      id: of.id,
      repository_id: repo.id,
      head_repository_id: repo.id,
      head_branch: of.fields.head_branch,
      head_sha: of.fields.head_sha,
    },
  };
}
