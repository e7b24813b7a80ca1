import { randomBytes } from 'node:crypto';
import type { Cloud, Part } from '../cloud.ts';
import type { CredentialStore } from '../credentials.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';

const ROLE = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?([\w+=,.@-]+)$/;
const HOUR = 3600;

/** Security Token Service: who am I, and credentials for a role. Every role of this account can be assumed. */
export function createSts(cloud: Cloud, credentials: CredentialStore): Part {
  const assume = (input: { RoleArn?: string; RoleSessionName?: string; DurationSeconds?: string }) => {
    const { RoleArn = '', RoleSessionName = '', DurationSeconds = HOUR } = input;
    const [, account, role] = ROLE.exec(RoleArn) ?? [];
    if (!role) throw new AwsError('ValidationError', `${RoleArn} is invalid`);
    if (!/^[\w+=,.@-]{2,64}$/.test(RoleSessionName))
      throw new AwsError(
        'ValidationError',
        `1 validation error detected: Value '${RoleSessionName}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
      );
    if (account !== cloud.account)
      throw new AwsError('AccessDenied', `Not authorized to perform sts:AssumeRole on resource: ${RoleArn}`, 403);
    const seconds = Number(DurationSeconds);
    if (!(seconds >= 900 && seconds <= 12 * HOUR))
      throw new AwsError(
        'ValidationError',
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      );
    const arn = `arn:aws:sts::${cloud.account}:assumed-role/${role}/${RoleSessionName}`;
    const issued = credentials.issue(arn, seconds);
    return {
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretAccessKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        Expiration: issued.expires,
      },
      AssumedRoleUser: { AssumedRoleId: `${roleId()}:${RoleSessionName}`, Arn: arn },
    };
  };
  const service: AwsService = {
    signingName: 'sts',
    wire: { kind: 'query', xmlns: 'https://sts.amazonaws.com/doc/2011-06-15/', lists: {} },
    operations: {
      GetCallerIdentity: (_input, call) => ({
        UserId: 'AIDAGOLIVELOCALCLOUD',
        Account: cloud.account,
        Arn: call.caller,
      }),
      AssumeRole: assume,
      AssumeRoleWithWebIdentity(input) {
        const claims = identityClaims(input.WebIdentityToken);
        return {
          ...assume(input),
          SubjectFromWebIdentityToken: claims.sub,
          Audience: claims.aud,
          Provider: claims.iss,
        };
      },
    },
  };
  return { service, engine: { credentials } };
}

/** The claims of a JSON Web Token; its form and expiry are checked, its issuer's keys are out of reach on loopback. */
function identityClaims(token: unknown): { sub?: string; aud?: string; iss?: string } {
  let claims: { sub?: string; aud?: string; iss?: string; exp?: number };
  try {
    const [, payload, signature] = String(token).split('.');
    if (!payload || !signature) throw new Error('three parts expected');
    claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    throw new AwsError(
      'InvalidIdentityToken',
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  }
  if (claims.exp !== undefined && claims.exp * 1000 < Date.now())
    throw new AwsError(
      'ExpiredTokenException',
      `Token expired: current date/time ${Math.floor(Date.now() / 1000)} must be before the expiration date/time ${claims.exp}`,
    );
  return claims;
}

const roleId = () => `AROA${randomBytes(9).toString('hex').toUpperCase().slice(0, 17)}`;
