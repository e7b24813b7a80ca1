/** One log event; times in epoch milliseconds of cloud time. */
export interface LogEvent {
  readonly timestamp: number;
  readonly message: string;
  readonly ingestionTime: number;
}

export interface PageRequest {
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
  readonly limit?: number | undefined;
  readonly startFromHead?: boolean | undefined;
  readonly nextToken?: string | undefined;
}

export interface Page {
  readonly events: readonly LogEvent[];
  readonly nextForwardToken: string;
  readonly nextBackwardToken: string;
}

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html: "up to 10,000 log events"
export const MOST_EVENTS = 10_000;

const TOKEN = /^([fb])\/(\d{56})\/s$/;
const token = (direction: 'f' | 'b', index: number) => `${direction}/${String(index).padStart(56, '0')}/s`;

/**
 * A page of a stream: forwards from a token or the head, backwards from a token or the end. At either end the token
 * that comes back is the one that was sent, which is how a reader knows; undefined when the token is not one of ours.
 */
export function readPage(all: readonly LogEvent[], request: PageRequest): Page | undefined {
  const { startTime = Number.NEGATIVE_INFINITY, endTime = Number.POSITIVE_INFINITY, limit = MOST_EVENTS } = request;
  const [, direction, digits] = request.nextToken === undefined ? [] : (TOKEN.exec(request.nextToken) ?? ['', '', '']);
  if (direction === '') return undefined;
  const forwards = direction === 'f' || (direction === undefined && request.startFromHead === true);
  const from = digits === undefined ? (forwards ? 0 : all.length) : Math.min(Number(digits), all.length);
  const picked: number[] = [];
  for (let index = forwards ? from : from - 1; index >= 0 && index < all.length; index += forwards ? 1 : -1) {
    const event = all[index];
    if (!event || picked.length >= limit) break;
    if (event.timestamp >= startTime && event.timestamp < endTime) picked.push(index);
  }
  picked.sort((a, b) => a - b);
  const first = picked[0] ?? from;
  const last = picked.at(-1);
  return {
    events: picked.flatMap((index) => all[index] ?? []),
    nextForwardToken: token('f', last === undefined ? from : last + 1),
    nextBackwardToken: token('b', first),
  };
}

/**
 * The term part of the filter syntax: every plain term must occur, of the `?` terms one, no `-` term; quotes keep
 * spaces. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 * Undefined for JSON (`{`), columns (`[`) and regular expressions (`%`), which are not evaluated here.
 */
export function termFilter(pattern: string): ((message: string) => boolean) | undefined {
  if (/^\s*[{[%]/.test(pattern)) return undefined;
  const terms = [...pattern.matchAll(/([?-]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)].map(
    ([, sign = '', quoted, bare = '']) => ({
      sign,
      text: quoted?.replace(/\\(.)/g, '$1') ?? bare,
    }),
  );
  const withSign = (sign: string) => terms.filter((term) => term.sign === sign);
  const optional = withSign('?');
  return (message) =>
    withSign('').every(({ text }) => message.includes(text)) &&
    !withSign('-').some(({ text }) => message.includes(text)) &&
    (optional.length === 0 || optional.some(({ text }) => message.includes(text)));
}
