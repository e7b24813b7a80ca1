import { randomBytes } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import { AwsError } from '../wire/aws-service.ts';

export const shortId = (): string => randomBytes(8).toString('hex');
export const arn = (cloud: Cloud, resource: string): string =>
  `arn:aws:elasticloadbalancing:${cloud.region}:${cloud.account}:${resource}`;

export const missing = {
  balancer: (names: readonly string[]) =>
    new AwsError('LoadBalancerNotFound', `Load balancers '[${names.join(', ')}]' not found`),
  group: (names: readonly string[]) =>
    new AwsError('TargetGroupNotFound', `Target groups '${names.join(', ')}' not found`),
};

/** Those asked for by ARN or name, in that order, or all; one that is unknown is an error. */
export function chosen<T extends { arn: string; name: string }>(
  all: ReadonlyMap<string, T>,
  asked: readonly string[],
  unknown: (names: readonly string[]) => AwsError,
): T[] {
  if (asked.length === 0) return [...all.values()];
  const found = asked.map((key) => [...all.values()].find((each) => each.arn === key || each.name === key));
  if (found.includes(undefined)) throw unknown(asked);
  return found.filter((each) => each !== undefined);
}

/** ELB pages by 400 at most; the marker is the index of the next item. */
export function page<T>(
  items: readonly T[],
  { PageSize = 400, Marker = '0' }: { readonly PageSize?: number | undefined; readonly Marker?: string | undefined },
): { items: readonly T[]; NextMarker?: string } {
  const from = Number(Marker);
  if (!Number.isInteger(from) || from < 0) throw new AwsError('ValidationError', `The marker '${Marker}' is not valid`);
  const to = from + PageSize;
  return { items: items.slice(from, to), ...(to < items.length && { NextMarker: String(to) }) };
}

export const attributesView = (attributes: ReadonlyMap<string, string> = new Map()) =>
  [...attributes].map(([Key, Value]) => ({ Key, Value }));
