import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { aCloud, type RunningCloud } from './a-cloud.ts';

let cloud: RunningCloud;
let logs: CloudWatchLogsClient;
const group = { logGroupName: '/ecs/api' };
const stream = { ...group, logStreamName: 'ecs/api/1f' };
beforeAll(async () => {
  cloud = await aCloud();
  logs = new CloudWatchLogsClient(cloud.client());
  await logs.send(new CreateLogGroupCommand(group));
  await logs.send(new CreateLogStreamCommand(stream));
  await put(1000, 'starting', 'connected to database', 'listening on 3000');
});
afterAll(() => cloud.stop());

const put = (at: number, ...messages: string[]) => {
  const logEvents = messages.map((message, index) => ({ timestamp: at + index, message }));
  return logs.send(new PutLogEventsCommand({ ...stream, logEvents }));
};

test('the forward token stays the same at the end, and finds what came later', async () => {
  const head = await logs.send(new GetLogEventsCommand({ ...stream, startFromHead: true }));
  expect(head.events?.map(({ message }) => message)).toEqual([
    'starting',
    'connected to database',
    'listening on 3000',
  ]);
  const end = await logs.send(new GetLogEventsCommand({ ...stream, nextToken: head.nextForwardToken }));
  expect(end).toMatchObject({ events: [], nextForwardToken: head.nextForwardToken });
  await put(5000, 'GET /health 200');
  const later = await logs.send(new GetLogEventsCommand({ ...stream, nextToken: head.nextForwardToken }));
  expect(later.events).toMatchObject([{ message: 'GET /health 200', timestamp: 5000 }]);
});

test('without a token the newest events come, oldest first, and the backward token leads to older ones', async () => {
  const newest = await logs.send(new GetLogEventsCommand({ ...stream, limit: 1, endTime: 2000 }));
  expect(newest.events?.map(({ message }) => message)).toEqual(['listening on 3000']);
  const older = await logs.send(new GetLogEventsCommand({ ...stream, nextToken: newest.nextBackwardToken }));
  expect(older.events?.map(({ message }) => message)).toEqual(['starting', 'connected to database']);
});

test('a filter finds terms over all streams of a group', async () => {
  const found = await logs.send(new FilterLogEventsCommand({ ...group, filterPattern: '"connected to" -refused' }));
  expect(found.events).toMatchObject([{ message: 'connected to database', logStreamName: 'ecs/api/1f' }]);
});

test('events out of order are refused', async () => {
  const logEvents = [
    { timestamp: 9, message: 'b' },
    { timestamp: 8, message: 'a' },
  ];
  await expect(logs.send(new PutLogEventsCommand({ ...stream, logEvents }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});

test('an absent group and an absent stream are told apart', async () => {
  const noGroup = logs.send(new DescribeLogStreamsCommand({ logGroupName: '/ecs/absent' }));
  await expect(noGroup).rejects.toThrow('The specified log group does not exist.');
  const noStream = logs.send(new GetLogEventsCommand({ ...group, logStreamName: 'absent' }));
  await expect(noStream).rejects.toThrow('The specified log stream does not exist.');
});
