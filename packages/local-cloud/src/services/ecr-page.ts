import { AwsError } from '../wire/aws-service.ts';

export interface Paging {
  readonly maxResults?: number;
  readonly nextToken?: string;
}

/** ECR pages by 100 unless told otherwise; the token is the next item's index, opaque to clients. */
export function page<T>(items: readonly T[], input: Paging): { items: readonly T[]; nextToken?: string } {
  const from = input.nextToken === undefined ? 0 : Number(Buffer.from(input.nextToken, 'base64url').toString());
  if (!Number.isInteger(from))
    throw new AwsError('InvalidParameterException', "Invalid parameter at 'nextToken' failed to satisfy constraint");
  const to = from + (input.maxResults ?? 100);
  return {
    items: items.slice(from, to),
    ...(to < items.length && { nextToken: Buffer.from(String(to)).toString('base64url') }),
  };
}
