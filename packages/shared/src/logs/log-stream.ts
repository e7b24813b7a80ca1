import { type CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { hideLikelySecrets } from '../evidence/likely-secrets.ts';

/** The last `count` lines of a log stream, likely secrets hidden; none when the stream was never written. */
export async function lastLogLines(
  logs: CloudWatchLogsClient,
  at: { readonly group: string; readonly stream: string },
  count: number,
): Promise<string[]> {
  const page = await readPage(logs, { logGroupName: at.group, logStreamName: at.stream, limit: count });
  return page.lines.slice(-count);
}

/** Lines, likely secrets hidden, written since `token` (from the start without one), and the token to go on from. */
export async function logLinesSince(
  logs: CloudWatchLogsClient,
  at: { readonly group: string; readonly stream: string },
  token?: string,
): Promise<{ lines: string[]; token?: string }> {
  const lines: string[] = [];
  let next = token;
  for (;;) {
    const page = await readPage(logs, {
      logGroupName: at.group,
      logStreamName: at.stream,
      startFromHead: true,
      ...(next ? { nextToken: next } : {}),
    });
    lines.push(...page.lines);
    // At its end a stream gives back the token that it was asked with.
    if (page.lines.length === 0 || page.token === undefined || page.token === next) {
      const last = page.token ?? next;
      return last === undefined ? { lines } : { lines, token: last };
    }
    next = page.token;
  }
}

async function readPage(
  logs: CloudWatchLogsClient,
  input: ConstructorParameters<typeof GetLogEventsCommand>[0],
): Promise<{ lines: string[]; token?: string }> {
  try {
    const answer = await logs.send(new GetLogEventsCommand(input));
    const lines = (answer.events ?? []).map((event) => hideLikelySecrets(event.message ?? ''));
    return answer.nextForwardToken ? { lines, token: answer.nextForwardToken } : { lines };
  } catch (error) {
    // The stream appears with its first line.
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return { lines: [] };
    throw error;
  }
}
