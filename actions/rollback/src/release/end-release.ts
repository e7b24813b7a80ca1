/** Makes sure that the release which is put back changes nothing any more: its run is cancelled, and waited for. */
import { z } from 'zod';
import { ask as askAtPace, type Pace } from '#shared/ecs/pace';
import type { Check, Verdict } from '#shared/evidence/check';
import type { Answer, Ask, Post } from '#shared/github/rest';
import { formatDuration } from '#shared/values/duration';
import { check } from '../checks.ts';

export interface GitHubClient {
  readonly ask: Ask;
  readonly post: Post;
}

export interface Release {
  /** Run of the release; undefined when nobody named one. */
  readonly runId: string | undefined;
  readonly ownRunId: string;
  /** False: only told, not cancelled. */
  readonly cancel: boolean;
  readonly dryRun: boolean;
}

// https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run
const run = z.object({ status: z.string().nullable(), conclusion: z.string().nullish() });
type RunAnswer = Answer<z.infer<typeof run>>;

/** One check; nothing may be put back when it fails. Throws what `pace.sleep` throws when this run is cancelled. */
export async function endRelease(
  github: GitHubClient | undefined,
  { runId, ownRunId, cancel, dryRun }: Release,
  pace: Pace,
): Promise<Check> {
  const told = (verdict: Verdict, because: string) =>
    check('rollback.release-ended', `run ${runId ?? 'unknown'}`, verdict, because, {
      source: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
      at: pace.now().toISOString(),
    });
  if (!cancel) return told('skipped', 'left alone by the input cancel-release');
  if (runId === undefined) return told('skipped', 'there is no release record and no run-id that names a run');
  if (runId === ownRunId) return told('pass', 'it is this run itself');
  if (!github) return told('inconclusive', `no github-token: ${letAlone}`);
  const path = `/actions/runs/${encodeURIComponent(runId)}`;
  const look = (): Promise<RunAnswer> => github.ask(path, run);
  const first = await look();
  const known = judge(first);
  if (known) return told(...known);
  if (dryRun) return told('skipped', `dry run: is ${statusOf(first)}, and would be cancelled`);
  pace.progress(`run ${runId} is ${statusOf(first)}: cancels it`);
  const refused = await cancelRun(github, path);
  if (refused) return told('fail', refused);
  let last = '';
  const ended = await askAtPace<readonly [Verdict, string]>(pace, async () => {
    const now = await look();
    last = now.kind === 'found' ? `is ${now.value.status}` : 'cannot be read now';
    const over = now.kind === 'unreadable' ? undefined : judge(now);
    return over ? { done: over } : { waiting: `run ${runId} ${last}: waits until it has ended` };
  });
  if (ended) return told(ended[0], `was cancelled, and ${ended[1]}`);
  return told('fail', `was cancelled, but ${last} after ${formatDuration(pace.within)}: force-cancel it, ${letAlone}`);
}

const letAlone = 'or set cancel-release to false when it can do no harm';

/** Undefined while the run is in progress. */
function judge(answer: RunAnswer): readonly [Verdict, string] | undefined {
  // GitHub forgets runs, and a record may come from another repository.
  if (answer.kind === 'missing') return ['pass', 'is not known to GitHub any more'];
  if (answer.kind === 'unreadable') {
    const why = answer.status === 403 ? `${answer.why}, so the token needs actions: read or write` : answer.why;
    return ['inconclusive', `whether it is over could not be found out: ${why}; mend that, ${letAlone}`];
  }
  const { status, conclusion } = answer.value;
  return status === 'completed' ? ['pass', `ended (${conclusion ?? 'no conclusion'})`] : undefined;
}

const statusOf = (answer: RunAnswer) =>
  answer.kind === 'found' ? (answer.value.status ?? 'in no state') : answer.kind;

/** Why GitHub will not cancel it; undefined when it will, or when it ended meanwhile. */
async function cancelRun({ post }: GitHubClient, path: string): Promise<string | undefined> {
  const answer = await post(`${path}/cancel`);
  if (answer.kind !== 'unreadable') return undefined;
  // "Cannot cancel a workflow run that is completed": the next look tells, also after somebody else was first.
  if (answer.status === 409) return undefined;
  if (answer.status === 403)
    return `is still in progress, and the token may not cancel it: give the job actions: write, cancel it by hand, ${letAlone}`;
  return `is still in progress, and could not be cancelled: ${answer.why}`;
}
