import { text } from '../workflow/evaluate.ts';
import type { Plain } from '../workflow/value.ts';
import type { Run } from './run.ts';

/** The `GITHUB_*` and `RUNNER_*` variables of a job, from the github context that all jobs share. */
export function runnerVariables(run: Run, jobId: string, workspace: string, temp: string): Record<string, string> {
  const { github } = run;
  const of = (name: string): string => text(github[name]);
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: of('actor'),
    GITHUB_API_URL: of('api_url'),
    GITHUB_EVENT_NAME: of('event_name'),
    GITHUB_EVENT_PATH: of('event_path'),
    GITHUB_JOB: jobId,
    GITHUB_REF: of('ref'),
    GITHUB_REF_NAME: of('ref_name'),
    GITHUB_REF_TYPE: of('ref_type'),
    GITHUB_REPOSITORY: of('repository'),
    GITHUB_REPOSITORY_OWNER: of('repository_owner'),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_RUN_ID: of('run_id'),
    GITHUB_RUN_NUMBER: of('run_number'),
    GITHUB_SERVER_URL: of('server_url'),
    GITHUB_SHA: of('sha'),
    GITHUB_TRIGGERING_ACTOR: of('triggering_actor'),
    GITHUB_WORKFLOW: of('workflow'),
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'golive-rehearsal',
    RUNNER_OS: process.platform === 'darwin' ? 'macOS' : 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: `${temp}/tools`,
  };
}

export function githubContext(run: Run, jobId: string, workspace: string): Plain {
  return { ...run.github, job: jobId, workspace, run_attempt: String(run.attempt) };
}
