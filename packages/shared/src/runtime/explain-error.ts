import { type Check, check } from '../evidence/check.ts';
import { describeError, GoliveError } from './golive-error.ts';

/** What an error means for the run: a failing check when Golive refused something, else one that is inconclusive. */
export function checkOfError(action: string, subject: string, error: unknown, at: string): Check {
  const id = `${action}.completed`;
  if (error instanceof GoliveError) return check(id, subject, 'fail', describeError(error), { source: action, at });
  return check(id, subject, 'inconclusive', explain(error), { source: sourceOf(error) ?? action, at });
}

/** One sentence on an error that is not a GoliveError, with what to do about the usual ones. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return `UNEXPECTED: ${String(error)}`;
  const { name, message } = error;
  if (name === 'AbortError')
    return `CANCELLED: ${message || 'the run was cancelled'}. Run the release again, or put it back with the rollback action.`;
  const said = `${name === 'Error' ? '' : `${name}: `}${message || causeOf(error)}`;
  if (/AccessDenied|UnauthorizedOperation|NotAuthorized/i.test(name))
    return `AWS_ACCESS_DENIED: ${said}. Allow the call in the policy of the role that this job assumes.`;
  if (
    /Credentials|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch/i.test(
      name,
    )
  )
    return `AWS_CREDENTIALS: ${said}. Assume the role again right before this step.`;
  if (/Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/i.test(name))
    return `AWS_THROTTLED: ${said}, also after every retry. Run the job again, or ask AWS for a higher quota.`;
  if (/Timeout|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|socket|fetch failed/i.test(`${name} ${codeOf(error)} ${message}`))
    return `UNREACHABLE: ${said || codeOf(error)}. Check the network between the runner and the service.`;
  return `UNEXPECTED: ${said}`;
}

// AWS SDK errors carry the service that answered.
function sourceOf(error: unknown): string | undefined {
  const service = typeof error === 'object' && error !== null ? Reflect.get(error, '$service') : undefined;
  return typeof service === 'string' ? `aws:${service}` : undefined;
}

function codeOf(error: Error): string {
  const code =
    Reflect.get(error, 'code') ?? (error.cause instanceof Error ? Reflect.get(error.cause, 'code') : undefined);
  return typeof code === 'string' ? code : '';
}

function causeOf(error: Error): string {
  if (error instanceof AggregateError)
    return error.errors.map((one) => (one instanceof Error ? one.message : String(one))).join('; ');
  return error.cause instanceof Error ? error.cause.message : codeOf(error);
}
