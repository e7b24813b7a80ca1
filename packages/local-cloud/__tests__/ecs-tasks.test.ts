import {
  DescribeTasksCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopTaskCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import { aFleet, definition, network, until } from './a-fleet.ts';

let fleet: Awaited<ReturnType<typeof aFleet>>;
beforeAll(async () => {
  fleet = await aFleet(60);
});
afterAll(() => fleet.stop());

const describeTask = async (taskArn: string): Promise<Task> => {
  const { tasks } = await fleet.ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: [taskArn] }));
  if (!tasks?.[0]) throw new Error('no such task');
  return tasks[0];
};
const run = async (image: string, more: object = {}, input: object = {}): Promise<string> => {
  const { taskDefinition } = await fleet.ecs.send(new RegisterTaskDefinitionCommand(definition(image, more)));
  const { tasks } = await fleet.ecs.send(
    new RunTaskCommand({
      cluster: 'prod',
      taskDefinition: taskDefinition?.taskDefinitionArn,
      networkConfiguration: network,
      ...input,
    }),
  );
  return tasks?.[0]?.taskArn ?? '';
};
const stopped = async (arn: string) =>
  until(async () => {
    const task = await describeTask(arn);
    return task.lastStatus === 'STOPPED' && task;
  }, 'the task stops');

test('a one-off task runs the image with overrides and secrets, and tells its exit code, digest and log', async () => {
  const secret = await fleet.cloud.call('secretsmanager', 'CreateSecret', {
    Name: 'who',
    SecretString: '{"name":"world"}',
  });
  const arn = await run(
    'once',
    { secrets: [{ name: 'WHO', valueFrom: `${secret.ARN}:name::` }] },
    { overrides: { containerOverrides: [{ name: 'api', command: ['again', '7'] }] }, startedBy: 'golive' },
  );
  const task = await stopped(arn);
  expect(task).toMatchObject({
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
  });
  expect(task.containers?.[0]).toMatchObject({ exitCode: 7, imageDigest: 'sha256:once' });
  const { events } = await fleet.cloud.call('logs', 'GetLogEvents', {
    logGroupName: '/ecs/test',
    logStreamName: `api/api/${arn.split('/').at(-1)}`,
  });
  expect(events[0].message).toBe('hello world again');
  const listed = await fleet.ecs.send(
    new ListTasksCommand({ cluster: 'prod', startedBy: 'golive', desiredStatus: 'STOPPED' }),
  );
  expect(listed.taskArns).toEqual([arn]);
});

test('a missing image, secret or executable fails the start in the words of ECS', async () => {
  const [image, secret, executable] = await Promise.all([
    run('gone'),
    run('once', {
      secrets: [{ name: 'A', valueFrom: 'arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:no-AAAAAA' }],
    }),
    run('once', { entryPoint: ['nonsense'] }),
  ]);
  const reasons = (await Promise.all([image, secret, executable].map(stopped))).map((task) => {
    expect(task.stopCode).toBe('TaskFailedToStart');
    return task.stoppedReason;
  });
  expect(reasons[0]).toMatch(/^CannotPullContainerError: .*gone: not found$/);
  expect(reasons[1]).toMatch(/^ResourceInitializationError: unable to pull secrets.*ResourceNotFoundException/);
  expect(reasons[2]).toMatch(/exec: "nonsense": executable file not found in \$PATH/);
});

test('the same client token gives the same task, and with other parameters a conflict', async () => {
  const first = await run('v1', {}, { clientToken: 'a', taskDefinition: 'api:1' });
  const second = await run('v1', {}, { clientToken: 'a', taskDefinition: 'api:1' });
  expect(second).toBe(first);
  await expect(run('v1', {}, { clientToken: 'a', taskDefinition: 'api:1', count: 2 })).rejects.toMatchObject({
    name: 'ConflictException',
  });
});

test('a stopped task was asked to end, and says who wanted it', async () => {
  const arn = await run('v1');
  await until(async () => (await describeTask(arn)).lastStatus === 'RUNNING', 'it runs');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await fleet.ecs.send(new StopTaskCommand({ cluster: 'prod', task: arn, reason: 'time is up' }));
  const task = await stopped(arn);
  expect(task).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'time is up' });
  expect(task.containers?.[0]?.exitCode).toBe(0);
});

test('what is not there is named in failures', async () => {
  const { failures } = await fleet.ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: ['f'.repeat(32)] }));
  expect(failures).toEqual([expect.objectContaining({ reason: 'MISSING' })]);
  await expect(fleet.ecs.send(new DescribeTasksCommand({ cluster: 'other', tasks: ['a'] }))).rejects.toMatchObject({
    name: 'ClusterNotFoundException',
  });
});
