// From journals to the least policy of each action: every permission that a call of it was authorised on, and no other.
import { generalise } from './generalise.ts';
import type { Condition, Grant } from './policy.ts';

/** What is read of a line of journal.jsonl. */
export interface JournalLine {
  readonly action?: string;
  readonly permissions?: readonly NeededPermission[];
}

export interface NeededPermission {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** Action -> its grants. Calls of nobody's, as the rehearsal itself makes, are left out. */
export function grantsByAction(lines: Iterable<JournalLine>): Map<string, Grant[]> {
  const found = new Map<string, Map<string, Grant>>();
  for (const { action, permissions = [] } of lines) {
    if (action === undefined) continue;
    const own = found.get(action) ?? new Map<string, Grant>();
    found.set(action, own);
    for (const needed of permissions) {
      const grant = grantFor(needed);
      own.set(JSON.stringify(grant), grant);
    }
  }
  return new Map([...found].map(([action, grants]) => [action, [...grants.values()]]));
}

export function grantFor({ action: permission, resource, context = {} }: NeededPermission): Grant {
  const condition = conditionFor(permission, context);
  return { permission, resource: generalise(permission, resource), ...(condition && { condition }) };
}

const NAMES = 'route53:ChangeResourceRecordSetsNormalizedRecordNames';
const cluster = 'arn:aws:ecs:${Region}:${Account}:cluster/${Cluster}';

/** Where a condition narrows a permission further than its resource can. */
function conditionFor(permission: string, context: NonNullable<NeededPermission['context']>): Condition | undefined {
  const same = (key: string): Condition | undefined => context[key] && { StringEquals: { [key]: [...context[key]] } };
  switch (permission) {
    case 'iam:PassRole':
      return same('iam:PassedToService');
    case 'ecs:TagResource':
      return same('ecs:CreateAction');
    case 'ecs:ListTasks':
      return { ArnEquals: { 'ecs:cluster': [cluster] } };
    case 'route53:ChangeResourceRecordSets':
      return { 'ForAllValues:StringLike': { [NAMES]: (context[NAMES] ?? []).map(recordName) } };
  }
  return undefined;
}

/** dns-cutover leaves the mark of a lowered TTL beside the name that it is about. */
const SOAK = '_golive-soak.';
const recordName = (name: string): string => (name.startsWith(SOAK) ? `${SOAK}\${RecordName}` : '${RecordName}');
