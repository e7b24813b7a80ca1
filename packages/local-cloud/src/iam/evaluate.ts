/** How IAM decides: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
import { type Context, hold } from './conditions.ts';
import { arnMatches, wildcard } from './patterns.ts';
import type { Policy, Statement } from './policy.ts';

/** One permission that a call takes. */
export interface Needed {
  /** `ecs:UpdateService` */
  readonly action: string;
  /** The ARN of what it is done to, or `*` where the action knows no resources. */
  readonly resource: string;
  /** Condition keys that this permission brings along. */
  readonly context?: Context;
}

export type Ruling = 'allowed' | 'explicit-deny' | 'implicit-deny';

/** What a policy says about a permission: Deny wins, nothing said is a denial. */
export function evaluate(policy: Policy, needed: Needed, caller: Context = {}): Ruling {
  const about = policy.Statement.filter((each) => speaksOf(each, needed, { ...caller, ...needed.context }));
  if (about.some((each) => each.Effect === 'Deny')) return 'explicit-deny';
  return about.some((each) => each.Effect === 'Allow') ? 'allowed' : 'implicit-deny';
}

function speaksOf(one: Statement, { action, resource }: Needed, context: Context): boolean {
  // IAM actions are case-insensitive.
  const names = (patterns: readonly string[]) => patterns.some((pattern) => wildcard(pattern, action, true));
  const means = (patterns: readonly string[]) => patterns.some((pattern) => arnMatches(pattern, resource));
  return (
    (one.Action ? names(one.Action) : !names(one.NotAction ?? [])) &&
    (one.Resource ? means(one.Resource) : !means(one.NotResource ?? [])) &&
    hold(one.Condition, context)
  );
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
export function denialMessage(
  caller: string,
  { action, resource }: Needed,
  ruling: Exclude<Ruling, 'allowed'>,
): string {
  const because =
    ruling === 'explicit-deny'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`;
  return `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
}
