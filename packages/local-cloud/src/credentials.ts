import { randomBytes } from 'node:crypto';
import type { Credentials } from './wire/sigv4.ts';

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The access keys that this cloud knows: one of its own, and those that STS hands out. */
export interface CredentialStore {
  readonly root: AccessKey;
  find(accessKeyId: string): Credentials | undefined;
  /** Temporary credentials for a caller ARN; `seconds` are real ones, because clients compare with their own clock. */
  issue(caller: string, seconds: number): AccessKey & { readonly sessionToken: string; readonly expires: Date };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
const keyId = (prefix: 'AKIA' | 'ASIA') =>
  prefix + [...randomBytes(16)].map((byte) => BASE32.charAt(byte % 32)).join('');

export function createCredentials(account: string): CredentialStore {
  const known = new Map<string, Credentials>();
  const root = { accessKeyId: keyId('AKIA'), secretAccessKey: randomBytes(30).toString('base64') };
  known.set(root.accessKeyId, {
    secretAccessKey: root.secretAccessKey,
    caller: `arn:aws:iam::${account}:user/golive`,
  });
  return {
    root,
    find: (accessKeyId) => known.get(accessKeyId),
    issue(caller, seconds) {
      const key = { accessKeyId: keyId('ASIA'), secretAccessKey: randomBytes(30).toString('base64') };
      const session = { token: randomBytes(96).toString('base64'), expires: new Date(Date.now() + seconds * 1000) };
      known.set(key.accessKeyId, { secretAccessKey: key.secretAccessKey, caller, session });
      return { ...key, sessionToken: session.token, expires: session.expires };
    },
  };
}
