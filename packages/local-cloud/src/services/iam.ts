import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Cloud, Part } from '../cloud.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';

interface Role {
  readonly RoleName: string;
  readonly RoleId: string;
  readonly Arn: string;
  readonly Path: string;
  readonly CreateDate: Date;
  readonly AssumeRolePolicyDocument: string;
}

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
const roleName = z.string().regex(/^[\w+=,.@-]{1,64}$/);
const createRole = z.object({
  RoleName: roleName,
  AssumeRolePolicyDocument: z.string().min(1),
  Path: z.string().default('/'),
});
const oneRole = z.object({ RoleName: roleName });

/** Identity and Access Management, as far as somebody asks whether a role exists and whom it trusts. */
export function createIam(cloud: Cloud): Part {
  const roles = new Map<string, Role>();
  const find = (input: unknown): Role => {
    const { RoleName } = parse(oneRole, input);
    const role = roles.get(RoleName);
    if (!role) throw new AwsError('NoSuchEntity', `The role with name ${RoleName} cannot be found.`, 404);
    return role;
  };
  const service: AwsService = {
    signingName: 'iam',
    wire: { kind: 'query', xmlns: 'https://iam.amazonaws.com/doc/2010-05-08/', lists: {} },
    operations: {
      CreateRole(input) {
        const { RoleName, Path, AssumeRolePolicyDocument } = parse(createRole, input);
        if (roles.has(RoleName))
          throw new AwsError('EntityAlreadyExists', `Role with name ${RoleName} already exists.`, 409);
        if (!isJson(AssumeRolePolicyDocument))
          throw new AwsError('MalformedPolicyDocument', 'This policy contains invalid Json');
        const role: Role = {
          RoleName,
          Path,
          RoleId: `AROA${randomBytes(9).toString('hex').toUpperCase().slice(0, 17)}`,
          Arn: `arn:aws:iam::${cloud.account}:role${Path}${RoleName}`,
          CreateDate: cloud.clock.now(),
          // IAM gives policies URL-encoded after RFC 3986.
          AssumeRolePolicyDocument: encodeURIComponent(AssumeRolePolicyDocument),
        };
        roles.set(RoleName, role);
        return { Role: role };
      },
      GetRole: (input) => ({ Role: find(input) }),
      DeleteRole(input) {
        roles.delete(find(input).RoleName);
        return {};
      },
      ListRoles: () => ({ Roles: [...roles.values()], IsTruncated: false }),
    },
  };
  return { service, engine: undefined };
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? 'input');
  throw new AwsError('ValidationError', `1 validation error detected: Value at '${field}' ${issue?.message}`);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
