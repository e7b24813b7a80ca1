import path from 'node:path';
import { variableOf } from './read-inputs.ts';
import type { AwsClientSettings, GitHubRun, RunPaths } from './run.ts';

/** The workflow run, from the variables of the runner. */
export function gitHubRun(env: NodeJS.ProcessEnv): GitHubRun {
  const token = env[variableOf('github-token')]?.trim() || env.GITHUB_TOKEN;
  return {
    repository: env.GITHUB_REPOSITORY ?? '',
    sha: env.GITHUB_SHA ?? '',
    ref: env.GITHUB_REF ?? '',
    runId: env.GITHUB_RUN_ID ?? '0',
    runAttempt: Number(env.GITHUB_RUN_ATTEMPT ?? 1) || 1,
    actor: env.GITHUB_ACTOR ?? '',
    job: env.GITHUB_JOB ?? 'local',
    // GitHub has no variable for it; a workflow that wants it in the evidence sets this one.
    ...(env.GOLIVE_ENVIRONMENT ? { environment: env.GOLIVE_ENVIRONMENT } : {}),
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    ...(token ? { token } : {}),
    workspace: workspaceOf(env),
  };
}

/** The files of an action, absolute. */
export function runPaths(env: NodeJS.ProcessEnv): RunPaths {
  const workspace = workspaceOf(env);
  const at = (input: string, fallback: string) => path.resolve(workspace, env[variableOf(input)]?.trim() || fallback);
  return {
    workspace,
    config: at('config', 'golive.yml'),
    evidence: at('evidence', path.join('.golive', 'evidence')),
    releaseRecord: at('release-record', path.join('.golive', 'release-record.json')),
  };
}

/** Settings for every AWS client of an action. */
export function awsSettings(action: string, region: string, env: NodeJS.ProcessEnv): AwsClientSettings {
  return {
    region,
    ...(env.AWS_ENDPOINT_URL ? { endpoint: env.AWS_ENDPOINT_URL } : {}),
    // AWS cuts an application id at 50 characters.
    userAgentAppId: `golive-${action}`.slice(0, 50),
    maxAttempts: 6,
    retryMode: 'standard',
  };
}

/** The region that the environment names, empty when it names none. */
export function regionOf(env: NodeJS.ProcessEnv): string {
  return env.AWS_REGION || env.AWS_DEFAULT_REGION || '';
}

function workspaceOf(env: NodeJS.ProcessEnv): string {
  return path.resolve(env.GITHUB_WORKSPACE || process.cwd());
}
