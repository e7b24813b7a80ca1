import { GetRoleCommand, type IAMClient } from '@aws-sdk/client-iam';
import { parseArn } from '../values/arn.ts';
import { type Candidate, containersOf, isFargate } from './candidate.ts';
import { type Finding, type Found, fail, lookUp, pass, unknown } from './finding.ts';

/** The roles of a candidate: `[what it is for, ARN]`. */
export function rolesOf({ definition }: Candidate): [string, string][] {
  const { executionRoleArn, taskRoleArn } = definition;
  return [
    ...(executionRoleArn ? [['execution role', executionRoleArn] as [string, string]] : []),
    ...(taskRoleArn ? [['task role', taskRoleArn] as [string, string]] : []),
  ];
}

/** @param found trust policy of each role, by ARN */
export function judgeRoles(candidate: Candidate, found: ReadonlyMap<string, Found<string>>): Finding[] {
  const findings = rolesOf(candidate).map(([use, arn]): Finding => {
    const role = found.get(arn);
    const name = `${use} ${arn.split('/').at(-1)}`;
    if (!role || role.kind === 'unknown') return unknown(`${name} ${role?.because ?? 'was not asked for'}`);
    if (role.kind === 'missing') return fail(`${name} does not exist`);
    return trusts(role.value)
      ? pass(`${name} trusts ECS tasks`)
      : fail(`${name} does not trust ecs-tasks.amazonaws.com`);
  });
  if (needsExecutionRole(candidate) && !candidate.definition.executionRoleArn)
    findings.push(fail('the task definition has no execution role, and needs one for its secrets, images or logs'));
  return findings;
}

/** Secrets always need it; on Fargate private images and awslogs do too (AWS, "Amazon ECS task execution IAM role"). */
function needsExecutionRole(candidate: Candidate): boolean {
  return containersOf(candidate).some(
    ({ secrets = [], repositoryCredentials, image = '', logConfiguration }) =>
      secrets.length > 0 ||
      repositoryCredentials !== undefined ||
      (isFargate(candidate) && (/\.dkr\.ecr\./.test(image) || logConfiguration?.logDriver === 'awslogs')),
  );
}

/** Whether a trust policy, as IAM gives it (URL-encoded JSON), lets ECS tasks assume the role. */
export function trusts(policy: string): boolean {
  try {
    const { Statement } = JSON.parse(decodeURIComponent(policy)) as { Statement?: unknown };
    return list(Statement).some((statement) => {
      const { Effect, Principal, Action } = statement as Record<string, unknown>;
      const services = list((Principal as Record<string, unknown> | undefined)?.Service);
      const actions = list(Action).map(String);
      return (
        Effect === 'Allow' &&
        services.includes('ecs-tasks.amazonaws.com') &&
        actions.some((action) => ['sts:AssumeRole', 'sts:*', '*'].includes(action))
      );
    });
  } catch {
    return false;
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

export async function findRoles(iam: IAMClient, candidates: readonly Candidate[]): Promise<Map<string, Found<string>>> {
  const arns = [...new Set(candidates.flatMap((one) => rolesOf(one).map(([, arn]) => arn)))];
  const found = await Promise.all(
    arns.map(async (arn): Promise<[string, Found<string>]> => {
      const RoleName = parseArn(arn).name;
      const role = () => iam.send(new GetRoleCommand({ RoleName }));
      return [
        arn,
        await lookUp('iam:GetRole', /^NoSuchEntity/, async () => (await role()).Role?.AssumeRolePolicyDocument ?? ''),
      ];
    }),
  );
  return new Map(found);
}
