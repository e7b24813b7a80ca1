import { type CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { hideLikelySecrets } from '../evidence/likely-secrets.ts';

/**
 * The last `count` lines of a log stream for a person to read: likely secrets hidden, and none so long that it hides the
 * others; none when the stream was never written.
 */
export async function lastLogLines(
  logs: CloudWatchLogsClient,
  at: { readonly group: string; readonly stream: string },
  count: number,
): Promise<string[]> {
  const page = await readPage(logs, { logGroupName: at.group, logStreamName: at.stream, limit: count }, shorten);
  return page.lines.slice(-count);
}

/** An event can hold 1 MiB: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const MOST_SHOWN = 2000;

/** More than is shown is searched for secrets, so that none is cut in two and then taken for harmless. */
const MOST_SEARCHED = 4 * MOST_SHOWN;

function shorten(message: string): string {
  const text = hideLikelySecrets(message.slice(0, MOST_SEARCHED));
  if (text.length <= MOST_SHOWN && message.length <= MOST_SEARCHED) return text;
  return `${text.slice(0, MOST_SHOWN).toWellFormed()}… (cut: ${message.length} characters)`;
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
  shown: (message: string) => string = hideLikelySecrets,
): Promise<{ lines: string[]; token?: string }> {
  try {
    const answer = await logs.send(new GetLogEventsCommand(input));
    const lines = (answer.events ?? []).map((event) => shown(event.message ?? ''));
    return answer.nextForwardToken ? { lines, token: answer.nextForwardToken } : { lines };
  } catch (error) {
    // The stream appears with its first line.
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return { lines: [] };
    throw error;
  }
}
