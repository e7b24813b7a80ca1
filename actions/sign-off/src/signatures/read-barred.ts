import { z } from 'zod';
import type { Answer, Ask } from '#shared/github/rest';
import type { Barred, BarredUnknown } from './objections.ts';

const account = z.looseObject({ login: z.string() });
const commit = z.looseObject({ author: account.nullish(), committer: account.nullish() });
const workflowRun = z.looseObject({
  event: z.string().optional(),
  actor: account.nullish(),
  triggering_actor: account.nullish(),
});

export interface Parts {
  readonly barred: readonly Barred[];
  readonly unknown: readonly BarredUnknown[];
}

/** GitHub commits by this account what is merged on its pages. */
const gitHubItself = 'web-flow';

/**
 * Who had a part in the release and so does not sign it: the commit's author and committer (contents: read), whoever
 * pushed the tag or started the run, and whoever ran it again (actions: read).
 */
export async function readBarred(ask: Ask, sha: string, runId: string): Promise<Parts> {
  const ofCommit = partsOfCommit(sha, await ask(`/commits/${encodeURIComponent(sha)}`, commit));
  const ofRun = partsOfRun(await ask(`/actions/runs/${encodeURIComponent(runId)}`, workflowRun));
  return { barred: [...ofCommit.barred, ...ofRun.barred], unknown: [...ofCommit.unknown, ...ofRun.unknown] };
}

function partsOfCommit(sha: string, answer: Answer<z.infer<typeof commit>>): Parts {
  const unless = 'author-signs';
  if (answer.kind !== 'found')
    return {
      barred: [],
      unknown: [{ because: `who wrote ${sha.slice(0, 12)} could not be found out: ${whyOf(answer)}`, unless }],
    };
  const { author, committer } = answer.value;
  if (!author)
    return {
      barred: [],
      unknown: [
        {
          because: `the e-mail address of the author of ${sha.slice(0, 12)} belongs to no account, so nobody can tell who it is; add the address to the account, or relax author-signs`,
          unless,
        },
      ],
    };
  const logins = [author.login, ...(committer && committer.login !== gitHubItself ? [committer.login] : [])];
  return { barred: [...new Set(logins)].map((login) => ({ login, as: 'author' as const })), unknown: [] };
}

function partsOfRun(answer: Answer<z.infer<typeof workflowRun>>): Parts {
  const unless = 'pusher-signs';
  if (answer.kind !== 'found' || !answer.value.actor)
    return {
      barred: [],
      unknown: [
        {
          because: `who started this run could not be found out: ${answer.kind === 'found' ? 'GitHub names nobody' : whyOf(answer)}`,
          unless,
        },
      ],
    };
  const { event, actor, triggering_actor: again } = answer.value;
  const first = { login: actor.login, as: event === 'push' ? ('pusher' as const) : ('starter' as const) };
  const second = again && again.login !== actor.login ? [{ login: again.login, as: 'starter' as const }] : [];
  return { barred: [first, ...second], unknown: [] };
}

const whyOf = (answer: Exclude<Answer<unknown>, { kind: 'found' }>) =>
  answer.kind === 'unreadable' ? answer.why : 'GitHub does not know it, or not for this token';
