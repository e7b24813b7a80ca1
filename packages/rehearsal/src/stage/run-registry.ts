// A run as GitHub knows it: its attempts, its jobs with their deployments and tokens, and whether it is to be cancelled.
import { randomBytes } from 'node:crypto';
import type { JobOutcome, Run } from '../runner/run.ts';
import type { LocalCloud } from './cloud.ts';
import type { Repository } from './repository.ts';
import type { Trigger } from './trigger.ts';

export interface RunRegistration {
  readonly id: number;
  readonly attempt: number;
  readonly sha: string;
  readonly trigger: Trigger;
  readonly name: string;
  /** Of the workflow, below the root of the repository. */
  readonly path: string;
}

export async function registerRun(
  cloud: LocalCloud,
  { name: repository, people }: Repository,
  run: RunRegistration,
  state: Record<string, unknown> = { status: 'in_progress', conclusion: null },
): Promise<void> {
  const fields = {
    head_sha: run.sha,
    head_branch: run.trigger.headRef || run.trigger.refName,
    run_attempt: run.attempt,
    name: run.name,
    path: run.path,
    event: run.trigger.event,
    ...state,
  };
  await cloud.control('github/runs', { repository, id: run.id, actor: people.manager, ...fields });
}

/** Tells GitHub how a job ended: it is a check of its commit too, and perhaps a deployment. */
export async function registerJob(
  cloud: LocalCloud,
  { name: repository }: Repository,
  { id: run, attempt, sha }: RunRegistration,
  name: string,
  { result }: JobOutcome,
  deployment: number | undefined,
): Promise<void> {
  const ended = { status: 'completed', conclusion: result, completed_at: new Date().toISOString() };
  await cloud.control('github/jobs', { repository, run, attempt, name, ...ended });
  await cloud.control('github/check-runs', { repository, head_sha: sha, name, conclusion: result });
  const state = result === 'success' ? 'success' : 'failure';
  if (deployment !== undefined) await cloud.control('github/deployments', { repository, id: deployment, state });
}

/** GITHUB_TOKEN of each job, with that job's permissions, known to GitHub until the job ends. */
export function tokensOf(cloud: LocalCloud): Run['issueToken'] {
  return async (_job, permissions) => {
    const value = `ghs_${randomBytes(20).toString('hex')}`;
    await cloud.control('github/tokens', { token: value, permissions });
    return { value, revoke: async () => void (await cloud.control('github/tokens', { token: value, revoked: true })) };
  };
}

const LOOK_EVERY_MS = 300;

/** A signal that follows `POST …/actions/runs/{id}/cancel`, whoever calls it. */
export function watchForCancel(
  cloud: LocalCloud,
  { name: repository }: Repository,
  run: number,
): { readonly signal: AbortSignal; readonly end: () => void } {
  const cancel = new AbortController();
  const timer = setInterval(async () => {
    // A cloud that does not answer is noticed by the jobs; this look is made again.
    const { requested } = await cloud
      .control('github/cancellation', { repository, run })
      .catch(() => ({ requested: false }));
    if (!requested) return;
    clearInterval(timer);
    cancel.abort('The run was canceled by request.');
  }, LOOK_EVERY_MS);
  return { signal: cancel.signal, end: () => clearInterval(timer) };
}

/** Cancels a run as a person with the button, or a job with `actions: write`, does. */
export async function cancelRun(cloud: LocalCloud, { name: repository }: Repository, run: number): Promise<void> {
  await cloud.control('github/cancellation', { repository, run, request: true });
}
