// What GitHub does around a run: the repository with its protected environments, the run, its jobs' tokens.
import { randomBytes } from 'node:crypto';
import type { Run } from '../runner/run.ts';
import type { LocalCloud } from './cloud.ts';
import type { Repository } from './repository.ts';
import type { Trigger } from './trigger.ts';

export const ACTOR = 'release-bot';
const TAG_POLICY = [{ name: 'v*', type: 'tag' }];

export async function furnishGitHub(
  cloud: LocalCloud,
  { name: repository, mainBranch, environments }: Repository,
  unprotected: readonly string[] = [],
): Promise<void> {
  await cloud.control('github/repositories', { repository, defaultBranch: mainBranch, private: true });
  for (const [name, reviewer] of Object.entries(environments)) {
    const open = unprotected.includes(name);
    await cloud.control('github/environments', {
      repository,
      name,
      reviewers: open ? [] : [{ type: 'User', name: reviewer }],
      prevent_self_review: !open,
      can_admins_bypass: open,
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
      branch_policies: TAG_POLICY,
    });
  }
}

export interface RunRegistration {
  readonly id: number;
  readonly attempt: number;
  readonly sha: string;
  readonly trigger: Trigger;
  readonly name: string;
}

export async function registerRun(
  cloud: LocalCloud,
  { name: repository }: Repository,
  run: RunRegistration,
  state: Record<string, unknown> = { status: 'in_progress' },
): Promise<void> {
  const fields = {
    head_sha: run.sha,
    head_branch: run.trigger.headRef || run.trigger.refName,
    run_attempt: run.attempt,
    name: run.name,
    event: run.trigger.event,
    ...state,
  };
  await cloud.control('github/runs', { repository, id: run.id, actor: ACTOR, ...fields });
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
