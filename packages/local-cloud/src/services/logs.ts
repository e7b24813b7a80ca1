import type { Cloud, Part } from '../cloud.ts';
import { type LogEvent, MOST_EVENTS, readPage, termFilter } from '../state/log-streams.ts';
import { AwsError, type AwsService } from '../wire/aws-service.ts';

interface Stream {
  readonly name: string;
  readonly createdAt: number;
  readonly events: LogEvent[];
}

interface Group {
  readonly name: string;
  readonly createdAt: number;
  readonly streams: Map<string, Stream>;
}

export interface LogsEngine {
  /** Adds an event now, and the stream where it is missing; throws ResourceNotFoundException without the group. */
  append(group: string, stream: string, message: string): void;
  /** Makes sure of the stream, as the awslogs driver does when a container starts; throws as `append` does. */
  open(group: string, stream: string): void;
}

const invalid = (message: string) => new AwsError('InvalidParameterException', message);
const absent = (what: string) => new AwsError('ResourceNotFoundException', `The specified log ${what} does not exist.`);
const taken = (what: string) =>
  new AwsError('ResourceAlreadyExistsException', `The specified log ${what} already exists`);

/** One page of a listing; the token is the offset of the next. */
function paged<T>(all: readonly T[], { nextToken, limit = 50 }: { nextToken?: string; limit?: number }) {
  const from = Number(nextToken ?? 0);
  if (!Number.isInteger(from) || from < 0) throw invalid('The specified nextToken is invalid.');
  const items = all.slice(from, from + limit);
  return { items, ...(from + limit < all.length && { nextToken: String(from + limit) }) };
}

export function createLogs(cloud: Cloud): Part & { engine: LogsEngine } {
  const groups = new Map<string, Group>();
  const now = () => cloud.clock.now().getTime();
  const arn = (name: string) => `arn:aws:logs:${cloud.region}:${cloud.account}:log-group:${name}`;
  const groupOf = (input: { logGroupName?: string; logGroupIdentifier?: string }): Group => {
    const id = input.logGroupName ?? input.logGroupIdentifier ?? '';
    const group = groups.get(id) ?? [...groups.values()].find(({ name }) => arn(name) === id.replace(/:\*$/, ''));
    if (!group) throw absent('group');
    return group;
  };
  const streamOf = (input: { logGroupName?: string; logStreamName?: string }): Stream => {
    const stream = groupOf(input).streams.get(input.logStreamName ?? '');
    if (!stream) throw absent('stream');
    return stream;
  };
  const open = (group: string, name: string): Stream => {
    const { streams } = groupOf({ logGroupName: group });
    const stream = streams.get(name) ?? { name, createdAt: now(), events: [] };
    streams.set(name, stream);
    return stream;
  };
  const describe = (group: Group) => ({
    logGroupName: group.name,
    creationTime: group.createdAt,
    metricFilterCount: 0,
    arn: `${arn(group.name)}:*`,
    logGroupArn: arn(group.name),
    logGroupClass: 'STANDARD',
    storedBytes: 0,
  });
  const describeStream = (group: Group, stream: Stream) => ({
    logStreamName: stream.name,
    creationTime: stream.createdAt,
    firstEventTimestamp: stream.events[0]?.timestamp,
    lastEventTimestamp: stream.events.at(-1)?.timestamp,
    lastIngestionTime: stream.events.at(-1)?.ingestionTime,
    uploadSequenceToken: String(stream.events.length),
    arn: `${arn(group.name)}:log-stream:${stream.name}`,
    storedBytes: 0,
  });
  const service: AwsService = {
    signingName: 'logs',
    wire: { kind: 'json', version: '1.1', targetPrefix: 'Logs_20140328' },
    operations: {
      CreateLogGroup(input) {
        if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(input.logGroupName ?? ''))
          throw invalid(
            `Value '${input.logGroupName}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
          );
        if (groups.has(input.logGroupName)) throw taken('group');
        groups.set(input.logGroupName, { name: input.logGroupName, createdAt: now(), streams: new Map() });
      },
      CreateLogStream(input) {
        if (!/^[^:*]{1,512}$/.test(input.logStreamName ?? '')) throw invalid("logStreamName can't contain : or *");
        if (groupOf(input).streams.has(input.logStreamName)) throw taken('stream');
        open(groupOf(input).name, input.logStreamName);
      },
      DescribeLogGroups(input) {
        const { logGroupNamePrefix: prefix = '', logGroupNamePattern: pattern = '' } = input;
        const found = [...groups.values()].filter(({ name }) => name.startsWith(prefix) && name.includes(pattern));
        const { items, ...rest } = paged(
          found.sort((a, b) => (a.name < b.name ? -1 : 1)),
          input,
        );
        return { logGroups: items.map(describe), ...rest };
      },
      DescribeLogStreams(input) {
        const group = groupOf(input);
        const found = [...group.streams.values()].filter(({ name }) =>
          name.startsWith(input.logStreamNamePrefix ?? ''),
        );
        const byTime = input.orderBy === 'LastEventTime';
        found.sort((a, b) =>
          byTime ? (a.events.at(-1)?.timestamp ?? 0) - (b.events.at(-1)?.timestamp ?? 0) : a.name < b.name ? -1 : 1,
        );
        const { items, ...rest } = paged(input.descending ? found.reverse() : found, input);
        return { logStreams: items.map((stream) => describeStream(group, stream)), ...rest };
      },
      PutLogEvents(input) {
        const stream = streamOf(input);
        const events: { timestamp: number; message: string }[] = input.logEvents ?? [];
        if (events.length === 0 || events.length > MOST_EVENTS)
          throw invalid(
            "1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length between 1 and 10000",
          );
        if (events.some((event, index) => event.timestamp < (events[index - 1]?.timestamp ?? 0)))
          throw invalid('Log events in a single PutLogEvents request must be in chronological order.');
        const ingestionTime = now();
        stream.events.push(...events.map(({ timestamp, message }) => ({ timestamp, message, ingestionTime })));
        return { nextSequenceToken: String(stream.events.length) };
      },
      GetLogEvents(input) {
        const page = readPage(streamOf(input).events, input);
        if (!page) throw invalid('The specified nextToken is invalid.');
        return page;
      },
      FilterLogEvents(input) {
        const wanted = termFilter(input.filterPattern ?? '');
        if (!wanted) throw invalid('Invalid filter pattern');
        const {
          startTime = 0,
          endTime = Number.POSITIVE_INFINITY,
          logStreamNames: names,
          logStreamNamePrefix: prefix = '',
        } = input;
        const streams = [...groupOf(input).streams.values()].filter(
          ({ name }) => name.startsWith(prefix) && (!names || names.includes(name)),
        );
        const found = streams
          .flatMap(({ name, events }) =>
            events.map((event, index) => ({
              ...event,
              logStreamName: name,
              eventId: `${event.timestamp}${String(index).padStart(20, '0')}`,
            })),
          )
          // Inclusive at both ends, unlike GetLogEvents: "Events with a timestamp later than this time are not returned."
          .filter(({ timestamp, message }) => timestamp >= startTime && timestamp <= endTime && wanted(message))
          .sort((a, b) => a.timestamp - b.timestamp);
        const { items, ...rest } = paged(found, { limit: MOST_EVENTS, ...input });
        return { events: items, searchedLogStreams: [], ...rest };
      },
    },
  };
  const engine: LogsEngine = {
    open: (group, stream) => void open(group, stream),
    append: (group, stream, message) =>
      void open(group, stream).events.push({ timestamp: now(), message, ingestionTime: now() }),
  };
  return { service, engine };
}
