/** Whether a role's trust policy lets ECS give the role to tasks. */

/** Of the service whose tasks are to have the role. */
export interface Whose {
  readonly region: string;
  readonly account: string;
}

const PRINCIPAL = 'ecs-tasks.amazonaws.com';

/**
 * @param policy as IAM gives it: URL-encoded JSON
 * @param whose absent: conditions are taken to be met
 */
export function trusts(policy: string, whose?: Whose): boolean {
  try {
    const { Statement } = JSON.parse(decodeURIComponent(policy)) as { Statement?: unknown };
    const about = list(Statement).map(fieldsOf).filter(isAboutTasks);
    // What is denied under a condition is denied to some, and may well be allowed here.
    const denied = about.some(({ Effect, Condition }) => Effect === 'Deny' && Condition === undefined);
    return !denied && about.some(({ Effect, Condition }) => Effect === 'Allow' && meets(Condition, whose));
  } catch {
    return false;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function isAboutTasks({ Principal, Action }: Fields): boolean {
  // Actions have no case: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
  const isAssuming = (action: unknown) => likeOf(String(action).toLowerCase()).test('sts:assumerole');
  return list(fieldsOf(Principal).Service).includes(PRINCIPAL) && list(Action).some(isAssuming);
}

/**
 * Against a confused deputy AWS recommends conditions on the account and the ARN for which ECS asks:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html. Other conditions are not judged.
 */
function meets(condition: unknown, whose: Whose | undefined): boolean {
  if (!whose) return true;
  return Object.entries(fieldsOf(condition)).every(([operator, keys]) => {
    if (!/^(String|Arn)(Equals|Like)(IfExists)?$/.test(operator)) return true;
    return Object.entries(fieldsOf(keys)).every(([key, wanted]) => {
      const values = list(wanted).map(String);
      if (key.toLowerCase() === 'aws:sourceaccount') return values.some((one) => likeOf(one).test(whose.account));
      if (key.toLowerCase() !== 'aws:sourcearn') return true;
      return values.some((one) => mayBeOf(one, whose));
    });
  });
}

/** Whether some task of the account and region may have an ARN like this. */
function mayBeOf(pattern: string, { region, account }: Whose): boolean {
  if (pattern === '*') return true;
  const [, , service = '*', inRegion = '*', ofAccount = '*'] = pattern.split(':');
  return likeOf(service).test('ecs') && likeOf(inRegion).test(region) && likeOf(ofAccount).test(account);
}

function likeOf(pattern: string): RegExp {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`);
}
