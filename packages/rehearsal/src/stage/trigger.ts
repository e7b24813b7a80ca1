// What sets a workflow going: the event, and the ref that it runs on.
import type { Workflow } from '../workflow/model.ts';
import { isMap, type Plain, type Value } from '../workflow/value.ts';
import type { Repository } from './repository.ts';

export const EVENTS = ['push', 'workflow_dispatch', 'pull_request'] as const;
export type Event = (typeof EVENTS)[number];

export interface Trigger {
  readonly event: Event;
  readonly ref: string;
  readonly refName: string;
  readonly refType: 'tag' | 'branch';
  readonly headRef: string;
  readonly baseRef: string;
}

const FEATURE_BRANCH = 'rehearsed';

/**
 * The event that was asked for, or the first of a push, a dispatch and a pull request that the workflow listens to; a
 * sentence where it listens to none of them. A release is dispatched on its tag, as its environments demand.
 */
export function triggerOf(
  { file, triggers }: Workflow,
  tag: string,
  mainBranch: string,
  wanted: Event | undefined,
): Trigger | string {
  const heard = EVENTS.filter((event) => event in triggers);
  if (wanted && !heard.includes(wanted))
    return `${file} does not listen to ${wanted}: ${Object.keys(triggers).join(', ')}`;
  const event = wanted ?? heard[0];
  if (!event)
    return `${file} listens to ${Object.keys(triggers).join(', ')}; the rehearsal plays ${EVENTS.join(', ')}. A reusable workflow is rehearsed through its caller`;
  const onTag = event === 'workflow_dispatch' || (event === 'push' && wantsTags(triggers.push));
  if (event === 'pull_request')
    return {
      event,
      ref: 'refs/pull/1/merge',
      refName: '1/merge',
      refType: 'branch',
      headRef: FEATURE_BRANCH,
      baseRef: mainBranch,
    };
  const refName = onTag ? tag : mainBranch;
  return {
    event,
    ref: `refs/${onTag ? 'tags' : 'heads'}/${refName}`,
    refName,
    refType: onTag ? 'tag' : 'branch',
    headRef: '',
    baseRef: '',
  };
}

function wantsTags(push: Value | undefined): boolean {
  return !isMap(push) || 'tags' in push || !('branches' in push);
}

/** `github.event`, as far as workflows here look at it. */
export function eventOf(
  { event, ref, headRef, baseRef }: Trigger,
  { name, mainBranch, people }: Repository,
  inputs: Readonly<Record<string, Plain>>,
): Plain {
  const common = {
    repository: { full_name: name, private: true, default_branch: mainBranch },
    sender: { login: people.manager },
  };
  if (event === 'workflow_dispatch') return { ...common, ref, inputs };
  if (event === 'push') return { ...common, ref, pusher: { name: people.manager } };
  return {
    ...common,
    action: 'opened',
    number: 1,
    pull_request: { number: 1, head: { ref: headRef }, base: { ref: baseRef } },
  };
}
