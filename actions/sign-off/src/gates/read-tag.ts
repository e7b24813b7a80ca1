import { z } from 'zod';
import { type Answer, type Ask, askAll } from '#shared/github/rest';

const object = z.looseObject({ object: z.looseObject({ type: z.string(), sha: z.string() }) });
const comparison = z.looseObject({ status: z.enum(['identical', 'ahead', 'behind', 'diverged']) });
const deployments = z.array(
  z.looseObject({ id: z.number(), ref: z.string(), sha: z.string(), created_at: z.string() }),
);
const statuses = z.array(z.looseObject({ state: z.string() }));

export type Deployment = z.infer<typeof deployments>[number];

/** Where one commit stands to another: `behind` is an ancestor of it, `ahead` a descendant. */
export type Standing = z.infer<typeof comparison>['status'];

/** What is asked about, and the commit that the run was started for. */
export interface Candidate {
  /** The tag; undefined when the run was started by something else. */
  readonly tag?: string;
  /** The full ref, as the runner gives it. */
  readonly ref: string;
  readonly commit: string;
}

/** What was deployed to production before. */
export interface DeployedView {
  /** The deployments to production, newest first. */
  readonly deployments: Answer<readonly Deployment[]>;
  /** The newest of them that succeeded, none where none did. */
  readonly deployed: Answer<Deployment>;
  /** Where the deployed commit stands to the candidate's. */
  readonly deployedStands: Answer<Standing>;
}

export interface TagView extends DeployedView {
  /** The SHAs that the tag names now: its own object, and the commit. */
  readonly now: Answer<readonly string[]>;
  readonly againstBranch: Answer<Standing>;
}

export function candidateOf({ ref, sha }: { readonly ref: string; readonly sha: string }): Candidate {
  const [, tag] = /^refs\/tags\/(.+)$/.exec(ref) ?? [];
  return { ...(tag === undefined ? {} : { tag }), ref, commit: sha };
}

/** What GitHub says about the tag, its commit, and what was deployed before it. */
export async function readTag(
  ask: Ask,
  candidate: Candidate,
  { branch, production }: { readonly branch: string; readonly production: string },
): Promise<TagView> {
  const { tag, commit } = candidate;
  const now: Answer<readonly string[]> = tag === undefined ? { kind: 'missing' } : await readRef(ask, tag);
  const againstBranch = await compare(ask, branch, commit);
  return { now, againstBranch, ...(await readDeployed(ask, commit, production)) };
}

/** What GitHub says was deployed to production, and where the candidate's commit stands to it. */
export async function readDeployed(ask: Ask, commit: string, production: string): Promise<DeployedView> {
  // deployments: read; newest first: https://docs.github.com/en/rest/deployments/deployments#list-deployments
  const listed = await askAll(
    ask,
    `/deployments?environment=${encodeURIComponent(production)}`,
    deployments,
    (page) => page,
  );
  const deployed = await newestSuccess(ask, listed);
  const deployedStands: Answer<Standing> =
    deployed.kind === 'found' ? await compare(ask, commit, deployed.value.sha) : { kind: 'missing' };
  return { deployments: listed, deployed, deployedStands };
}

/** contents: read. An annotated tag is an object of its own: https://docs.github.com/en/rest/git/tags#get-a-tag */
async function readRef(ask: Ask, tag: string): Promise<Answer<readonly string[]>> {
  const path = tag.split('/').map(encodeURIComponent).join('/');
  let answer = await ask(`/git/ref/tags/${path}`, object);
  const shas: string[] = [];
  while (answer.kind === 'found') {
    const { type, sha } = answer.value.object;
    shas.push(sha);
    if (type !== 'tag' || shas.length > 5) return { kind: 'found', value: shas };
    answer = await ask(`/git/tags/${encodeURIComponent(sha)}`, object);
  }
  return answer;
}

/** contents: read: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
async function compare(ask: Ask, base: string, head: string): Promise<Answer<Standing>> {
  const answer = await ask(`/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}?per_page=1`, comparison);
  return answer.kind === 'found' ? { kind: 'found', value: answer.value.status } : answer;
}

async function newestSuccess(ask: Ask, listed: Answer<readonly Deployment[]>): Promise<Answer<Deployment>> {
  if (listed.kind !== 'found') return listed;
  for (const deployment of listed.value) {
    // A later deployment makes it inactive, so any of its statuses may say that it succeeded.
    const answer = await askAll(ask, `/deployments/${deployment.id}/statuses`, statuses, (page) => page);
    if (answer.kind === 'unreadable') return answer;
    if (answer.kind === 'found' && answer.value.some(({ state }) => state === 'success'))
      return { kind: 'found', value: deployment };
  }
  return { kind: 'missing' };
}
