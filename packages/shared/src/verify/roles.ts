import { GetRoleCommand, type IAMClient } from '@aws-sdk/client-iam';
import { atMost } from '../waiting/at-most.ts';
import { type Candidate, containersOf, isFargate } from './candidate.ts';
import { type Finding, type Found, fail, lookUp, pass, unknown } from './finding.ts';
import { trusts, type Whose } from './trust-policy.ts';

/** The roles of a candidate: `[what it is for, ARN or name]`. */
export function rolesOf({ definition }: Candidate): [string, string][] {
  const { executionRoleArn, taskRoleArn } = definition;
  return [
    ...(executionRoleArn ? [['execution role', executionRoleArn] as [string, string]] : []),
    ...(taskRoleArn ? [['task role', taskRoleArn] as [string, string]] : []),
  ];
}

/** ECS takes a name in place of an ARN: https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/19 */
const nameOf = (role: string): string => role.split('/').at(-1) ?? role;

function whoseOf({ view }: Candidate): Whose | undefined {
  const [, , , region, account] = view.serviceArn?.split(':') ?? [];
  return region && account ? { region, account } : undefined;
}

/** @param found trust policy of each role, by what the definition calls it */
export function judgeRoles(candidate: Candidate, found: ReadonlyMap<string, Found<string>>): Finding[] {
  const findings = rolesOf(candidate).map(([use, arn]): Finding => {
    const role = found.get(arn);
    const name = `${use} ${nameOf(arn)}`;
    if (!role || role.kind === 'unknown') return unknown(`${name} ${role?.because ?? 'was not asked for'}`);
    if (role.kind === 'missing') return fail(`${name} does not exist`);
    return trusts(role.value, whoseOf(candidate))
      ? pass(`${name} trusts ECS tasks`)
      : fail(`${name} does not trust ecs-tasks.amazonaws.com`);
  });
  if (needsExecutionRole(candidate) && !candidate.definition.executionRoleArn)
    findings.push(fail('the task definition has no execution role, and needs one for its secrets, images or logs'));
  return findings;
}

/** Secrets and files of variables always need it; on Fargate private images and awslogs do too (AWS, "Amazon ECS task execution IAM role"). */
function needsExecutionRole(candidate: Candidate): boolean {
  return containersOf(candidate).some(
    ({ secrets = [], environmentFiles = [], repositoryCredentials, image = '', logConfiguration }) =>
      secrets.length + environmentFiles.length + (logConfiguration?.secretOptions ?? []).length > 0 ||
      repositoryCredentials !== undefined ||
      (isFargate(candidate) && (/\.dkr\.ecr\./.test(image) || logConfiguration?.logDriver === 'awslogs')),
  );
}

/** Questions to IAM at a time. */
const AT_ONCE = 10;

export async function findRoles(iam: IAMClient, candidates: readonly Candidate[]): Promise<Map<string, Found<string>>> {
  const arns = [...new Set(candidates.flatMap((one) => rolesOf(one).map(([, arn]) => arn)))];
  const found = await atMost(AT_ONCE, arns, async (arn): Promise<[string, Found<string>]> => {
    const role = () => iam.send(new GetRoleCommand({ RoleName: nameOf(arn) }));
    return [
      arn,
      await lookUp('iam:GetRole', /^NoSuchEntity/, async () => (await role()).Role?.AssumeRolePolicyDocument ?? ''),
    ];
  });
  return new Map(found);
}
