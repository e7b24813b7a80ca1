/** An IAM policy statement, as far as this cloud evaluates one. */
interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

export interface Policy {
  readonly Statement: Statement | readonly Statement[];
}

export type Ruling = 'allowed' | 'explicit-deny' | 'implicit-deny';

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

/** What a policy says about an IAM action such as `ecs:DescribeServices`: Deny wins, nothing said is a denial. */
export function evaluate(policy: Policy, action: string): Ruling {
  const about = list(policy.Statement).filter((each) => list(each.Action).some((pattern) => matches(pattern, action)));
  if (about.some((each) => each.Effect === 'Deny')) return 'explicit-deny';
  return about.some((each) => each.Effect === 'Allow') ? 'allowed' : 'implicit-deny';
}

/** IAM actions are case-insensitive; `*` stands for any text, `?` for one character. */
function matches(pattern: string, action: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'i').test(action);
}

/** The IAM prefix differs from the signing name for CloudWatch alone. */
function iamAction(signingName: string, operation: string): string {
  return `${signingName === 'monitoring' ? 'cloudwatch' : signingName}:${operation}`;
}

/** One permission that a call takes. */
export interface Needed {
  readonly action: string;
  readonly resource: string;
}

/**
 * The permissions that a call takes: its own, and iam:PassRole for each role that it hands to ECS.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
 */
export function permissionsFor(signingName: string, operation: string, input: unknown): readonly Needed[] {
  const own = { action: iamAction(signingName, operation), resource: '*' };
  if (signingName !== 'ecs' || (operation !== 'RegisterTaskDefinition' && operation !== 'RunTask')) return [own];
  const { taskRoleArn, executionRoleArn, overrides } = Object(input) as Roles & { overrides?: Roles };
  const roles = [taskRoleArn, executionRoleArn, overrides?.taskRoleArn, overrides?.executionRoleArn];
  const passed = [...new Set(roles.filter((role) => typeof role === 'string' && role !== ''))] as string[];
  return [own, ...passed.map((resource) => ({ action: 'iam:PassRole', resource }))];
}

interface Roles {
  readonly taskRoleArn?: unknown;
  readonly executionRoleArn?: unknown;
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

/** Refuses what it could only pretend to evaluate: conditions, principals, inverted and narrowed elements. */
export function parsePolicy(value: unknown): Policy {
  const statements = list((Object(value) as { Statement?: unknown }).Statement);
  const strings = (each: unknown) => each !== undefined && list(each).every((text) => typeof text === 'string');
  for (const statement of statements) {
    const { Effect, Action, Resource, ...rest } = Object(statement) as Record<string, unknown>;
    const unsupported = Object.keys(rest).filter((key) => key !== 'Sid');
    if (unsupported.length > 0)
      throw new Error(`a statement has ${unsupported.join(', ')}, which is not evaluated here`);
    if (Effect !== 'Allow' && Effect !== 'Deny') throw new Error('Effect must be Allow or Deny');
    if (!strings(Action)) throw new Error('Action must be a text or a list of texts');
    if (!list(Resource).every((each) => each === '*'))
      throw new Error("Resource must be '*': only actions are evaluated");
  }
  return value as Policy;
}
