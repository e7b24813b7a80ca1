/** What an error of an AWS client leaves open: a refusal is an answer, a silence is none. */
import { readErrorOf } from './watch/read-error.ts';

const DENIED = /^(AccessDenied|NotAuthorized|Unauthorized)/;
/** "User: arn:… is not authorized to perform: ecs:DescribeServices on resource: … because …" */
const LOOK = /not authorized to perform:? [\w-]+:(?:BatchGet|Describe|Get|List)/;

/** Throttled, 5xx or a broken connection: asking again may help, and a change may have been made all the same. */
export function isPassing(error: Error): boolean {
  const { name, status } = readErrorOf(error);
  // The SDK puts its metadata on whatever came of a call; without a status in it no answer came.
  if (status === undefined) return '$metadata' in error || error.name === 'TimeoutError';
  return status >= 500 || /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|PriorRequestNotComplete/.test(name);
}

/** Whether nobody knows after this error how things stand: no answer came, or looking is not allowed. */
export const leavesOpen = (error: Error): boolean =>
  isPassing(error) || (DENIED.test(error.name) && LOOK.test(error.message));
