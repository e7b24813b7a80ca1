import type { Answer, Send } from '#shared/github/rest';
import { type Call, type Change, isSettled } from './change.ts';

/** A change that was tried, and the refusal that ended it, if one did. */
export interface Made {
  readonly change: Change;
  readonly refused?: string;
}

/** Sends the calls of each change in their order; a refusal ends that change, and the others go on. */
export async function makeChanges(
  send: Send,
  changes: readonly Change[],
  progress: (text: string) => void,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const change of changes) {
    if (isSettled(change) || change.blocked !== undefined) continue;
    let refused: string | undefined;
    for (const call of change.calls) {
      progress(`${call.method} ${call.path}`);
      refused = refusalOf(call, await send(call.method, call.path, call.body));
      if (refused !== undefined) break;
    }
    made.push({ change, ...(refused === undefined ? {} : { refused }) });
  }
  return made;
}

function refusalOf({ method, path }: Call, answer: Answer<number>): string | undefined {
  if (answer.kind === 'found') return undefined;
  if (answer.kind === 'unreadable') return answer.why;
  return `${method} ${path} answered 404; it takes a token with administration: write`;
}
