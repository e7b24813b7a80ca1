// main with its history, the tag that is released, and the checks that its commit went through.
import { createHash } from 'node:crypto';
import type { LocalCloud } from './cloud.ts';
import type { Repository } from './repository.ts';

/** The required check of the workflow that users call as `checks`: name of the calling job, then of the called one. */
export const REQUIRED_CHECK = 'Golive checks / Required';

/** Of the workflow run that checked the released commit on main. */
export const CHECKS_RUN = 1000;

/** Subjects of what came after the previous release; the last one is the commit that is released. */
const CHANGES = ['Tell the door sensor from the thermometer', 'Keep readings for two years', 'Release the readings'];

/** Forty digits for a commit of which nobody knows more than its name. */
export const inventedCommit = (name: string): string => createHash('sha1').update(name).digest('hex');

/** @param sha the commit that is released */
export async function furnishHistory(cloud: LocalCloud, repository: Repository, sha: string): Promise<void> {
  const { name, mainBranch: branch, previousTag, tag, people } = repository;
  const previous = inventedCommit(previousTag);
  const commit = (id: string, message: string, author: string): Promise<unknown> =>
    cloud.control('github/commits', { repository: name, branch, sha: id, message, author });
  await commit(inventedCommit(name), 'First commit', people.admin);
  await commit(previous, `Release ${previousTag}`, people.author);
  for (const [at, message] of CHANGES.entries()) {
    const isLast = at === CHANGES.length - 1;
    await commit(isLast ? sha : inventedCommit(`${tag} ${at}`), message, isLast ? people.author : people.outsider);
  }
  await pointTag(cloud, repository, previousTag, previous);
  await pointTag(cloud, repository, tag, sha);
  await furnishChecks(cloud, repository, sha);
  await furnishDeployment(cloud, repository, previous);
}

/** An annotated tag, as `git tag -a` makes it, made or moved by whoever may. */
export async function pointTag(
  cloud: Pick<LocalCloud, 'control'>,
  { name: repository }: Repository,
  tag: string,
  sha: string,
): Promise<void> {
  const annotated = { sha: inventedCommit(`tag ${tag} on ${sha}`), message: `Release ${tag}` };
  await cloud.control('github/refs', { repository, ref: `refs/tags/${tag}`, sha, annotated });
}

async function furnishChecks(cloud: LocalCloud, { name: repository, mainBranch, people }: Repository, sha: string) {
  const run = { name: 'Checks', path: '.github/workflows/checks.yml', event: 'push', head_sha: sha };
  const ended = { status: 'completed', conclusion: 'success' };
  const of = { repository, id: CHECKS_RUN, actor: people.author, head_branch: mainBranch, ...run, ...ended };
  await cloud.control('github/runs', of);
  await cloud.control('github/check-runs', { repository, head_sha: sha, name: REQUIRED_CHECK, conclusion: 'success' });
}

/** What runs in production before the release got there two weeks ago. */
async function furnishDeployment(cloud: LocalCloud, { name: repository, previousTag }: Repository, sha: string) {
  const created_at = new Date(Date.now() - 14 * 24 * 60 * 60 * 1000).toISOString();
  const deployed = { environment: 'production', ref: previousTag, sha, state: 'success', created_at };
  await cloud.control('github/deployments', { repository, ...deployed });
}
