import { plainText } from '../causes/plain-text.ts';

/** A read that ECS, or the way to it, did not answer. */
export interface ReadError {
  readonly name: string;
  readonly message: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
}

export type ReadErrorKind =
  /** Asking again cannot help: the caller may not ask, or what is asked for cannot be. */
  | 'final'
  /** Throttled, 5xx, a broken connection, or anything that is not known to be final. */
  | 'passing';

/** Names from the ECS API's common errors: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html */
const FINAL = new Set([
  'AccessDeniedException',
  'AccessDenied',
  'NotAuthorized',
  'OptInRequired',
  'UnauthorizedOperation',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'CredentialsProviderError',
  'ClusterNotFoundException',
  'InvalidParameterException',
  'ValidationException',
  'UnknownOperationException',
]);

export const kindOfReadError = ({ name }: ReadError): ReadErrorKind => (FINAL.has(name) ? 'final' : 'passing');

/** The IAM action that an AccessDenied misses, from its message or else from what was asked. */
export function missingAction(error: ReadError, operation: string): string | undefined {
  if (!/^(AccessDenied|NotAuthorized|Unauthorized)/.test(error.name)) return undefined;
  // "User: arn:… is not authorized to perform: ecs:DescribeServices on resource: … because …"
  return /not authorized to perform:? (ecs:[A-Za-z]+)/.exec(error.message)?.[1] ?? `ecs:${operation}`;
}

export function sentenceOf(error: ReadError, operation: string): string {
  const action = missingAction(error, operation);
  if (action) return `${operation} was denied: the role that runs this needs ${action}`;
  if (error.name === 'ClusterNotFoundException') return `${operation}: ECS has no such cluster in this region`;
  if (/Token|Client|Credentials/.test(error.name))
    return `${operation}: the credentials were not accepted (${error.name})`;
  if (kindOfReadError(error) === 'final')
    return `${operation} was refused (${error.name}: ${plainText(error.message)})`;
  return `${operation} was not answered (${error.name})`;
}

export function readErrorOf(error: unknown): ReadError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return { name: error.name, message: error.message, ...(status === undefined ? {} : { status }) };
}

/** Milliseconds before a read that failed `times` times in a row is tried again; `random` is in [0, 1). */
export function backOff(times: number, random: number): number {
  const most = Math.min(8000, 500 * 2 ** Math.min(times, 10));
  return Math.round(most * (0.5 + random / 2));
}
