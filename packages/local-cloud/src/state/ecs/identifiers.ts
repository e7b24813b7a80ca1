/** Names and ARNs of ECS resources. */
import { randomBytes, randomInt } from 'node:crypto';

export const hexId = (): string => randomBytes(16).toString('hex');
export const digits = (length: number): string => Array.from({ length }, (_, i) => randomInt(i ? 0 : 1, 10)).join('');

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
export const deploymentSuffix = (): string =>
  Array.from({ length: 21 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** `cluster/name`, a whole ARN or a bare name: the last part is the name. */
export const lastPart = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);

export interface Place {
  readonly region: string;
  readonly account: string;
}

export const arnOf = ({ region, account }: Place, resource: string): string =>
  `arn:aws:ecs:${region}:${account}:${resource}`;

/** `family`, `family:3` or an ARN ending in either. */
export function familyAndRevision(reference: string): { family: string; revision?: number } {
  const [family = '', revision] = lastPart(reference).split(':');
  return revision === undefined ? { family } : { family, revision: Number(revision) };
}
