import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { aSimulatedFleet, definition, network, until } from './a-fleet.ts';

let fleet: Awaited<ReturnType<typeof aSimulatedFleet>>;
beforeAll(async () => {
  fleet = await aSimulatedFleet(60);
  await fleet.ecs.send(new RegisterTaskDefinitionCommand(definition('v1')));
});
afterAll(() => fleet.stop());
beforeEach(() => fleet.control('ecs-task-faults', { clear: true }));

const run = () =>
  fleet.ecs.send(new RunTaskCommand({ cluster: 'prod', taskDefinition: 'api', networkConfiguration: network }));
const described = async (taskArn: string | undefined) =>
  (await fleet.ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: [taskArn ?? ''] }))).tasks?.[0];
const stopped = async (taskArn: string | undefined) =>
  until(async () => {
    const task = await described(taskArn);
    return task?.lastStatus === 'STOPPED' && task;
  }, 'the task stops');

test.each([
  ['no-ips', /InsufficientFreeAddressesInSubnet$/],
  ['eni-limit', /NetworkInterfaceLimitExceeded$/],
  ['eni-timeout', /^Timeout waiting for network interface provisioning to complete/],
  ['pull-not-found', /^CannotPullContainerError: .*v1: not found$/],
  ['pull-denied', /^CannotPullContainerError: .*pull access denied/],
  ['secret-missing', /^ResourceInitializationError: .*ResourceNotFoundException/],
  ['secret-denied', /^ResourceInitializationError: .*AccessDeniedException/],
])('%s fails the start of a task in the words of ECS', async (kind, reason) => {
  await fleet.control('ecs-task-faults', { kind });
  const { tasks } = await run();
  expect(await stopped(tasks?.[0]?.taskArn)).toMatchObject({
    stopCode: 'TaskFailedToStart',
    stoppedReason: expect.stringMatching(reason),
  });
});

test.each([
  ['no-capacity', /^Capacity is unavailable at this time/],
  ['vcpu-limit', /limit on the number of vCPUs/],
  ['resource-memory', /^RESOURCE:MEMORY$/],
])('%s starts no task, and RunTask says why', async (kind, reason) => {
  await fleet.control('ecs-task-faults', { kind });
  expect(await run()).toMatchObject({ tasks: [], failures: [{ reason: expect.stringMatching(reason) }] });
});

test('an image for another processor ends with 1, and only its log says why', async () => {
  await fleet.cloud.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/arm' });
  const options = { 'awslogs-group': '/ecs/arm', 'awslogs-region': 'ap-northeast-2', 'awslogs-stream-prefix': 'arm' };
  const { containerDefinitions = [], ...plain } = definition('v1');
  const [container] = containerDefinitions;
  await fleet.cloud.call('ecs', 'RegisterTaskDefinition', {
    ...plain,
    family: 'arm',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [{ ...container, logConfiguration: { logDriver: 'awslogs', options } }],
  });
  await fleet.control('ecs-task-faults', { kind: 'exec-format' });
  const { tasks } = await fleet.ecs.send(
    new RunTaskCommand({ cluster: 'prod', taskDefinition: 'arm', networkConfiguration: network }),
  );
  const arn = tasks?.[0]?.taskArn;
  const ended = await stopped(arn);
  expect(ended).toMatchObject({ stopCode: 'EssentialContainerExited', containers: [{ exitCode: 1 }] });
  expect(ended.containers?.[0]?.reason).toBeUndefined();
  const logStreamName = `arm/${container?.name}/${arn?.split('/').at(-1)}`;
  const { events } = await fleet.cloud.call('logs', 'GetLogEvents', { logGroupName: '/ecs/arm', logStreamName });
  expect(events.map(({ message }: { message: string }) => message)).toEqual([
    expect.stringMatching(/^exec .+: exec format error$/),
  ]);
});

test('a container that needs too much memory is killed with 137 and says so', async () => {
  await fleet.control('ecs-task-faults', { kind: 'out-of-memory', afterMs: 1000 });
  const { tasks } = await run();
  expect(await stopped(tasks?.[0]?.taskArn)).toMatchObject({
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
  });
});

test('a fault meets as many tasks as it was told to', async () => {
  await fleet.control('ecs-task-faults', { kind: 'no-capacity', count: 1 });
  expect((await run()).tasks).toHaveLength(0);
  expect((await run()).tasks).toHaveLength(1);
});

test('a fault that does not exist is refused', async () => {
  await expect(fleet.control('ecs-task-faults', { kind: 'earthquake' })).rejects.toThrow('kind');
});

describe('a service', () => {
  const steady = () =>
    until(async () => {
      const service = await theService();
      return (
        service?.deployments?.length === 1 &&
        service.runningCount === 2 &&
        service.deployments[0]?.rolloutState === 'COMPLETED'
      );
    }, 'the service is steady');
  const theService = async () =>
    (await fleet.ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['api'] }))).services?.[0];
  beforeAll(async () => {
    await fleet.cloud.call('ecs', 'CreateService', {
      cluster: 'prod',
      serviceName: 'api',
      taskDefinition: 'api',
      desiredCount: 2,
      networkConfiguration: network,
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    });
    await steady();
  });

  test('takes another capacity provider strategy only with a new deployment', async () => {
    const change = { cluster: 'prod', service: 'api', capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] };
    await expect(fleet.ecs.send(new UpdateServiceCommand(change))).rejects.toThrow(/you must force a new deployment/);
    expect((await theService())?.deployments).toHaveLength(1);
  });

  test('without a load balancer has no grace period for its checks', async () => {
    const change = { cluster: 'prod', service: 'api', healthCheckGracePeriodSeconds: 30 };
    await expect(fleet.ecs.send(new UpdateServiceCommand(change))).rejects.toThrow(
      'Health check grace period is only valid for services configured to use load balancers',
    );
  });

  test('begins no deployment for tags or a placement', async () => {
    const change = { propagateTags: 'SERVICE' as const, placementStrategy: [] };
    await fleet.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'api', ...change }));
    expect((await theService())?.deployments).toHaveLength(1);
  });

  test('without capacity says so in its events, and starts when there is some again', async () => {
    await fleet.control('ecs-task-faults', { kind: 'no-capacity', service: 'api' });
    await fleet.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'api', forceNewDeployment: true }));
    await until(
      async () =>
        (await theService())?.events?.some(
          ({ message }) =>
            message ===
            '(service api) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
        ),
      'the event',
    );
    await fleet.control('ecs-task-faults', { clear: true });
    await steady();
  });

  test('whose Spot task is interrupted is warned, replaces it and does not count a failure', async () => {
    const answer = (await fleet.control('ecs-spot-interruption', { cluster: 'prod', service: 'api' })) as {
      tasks: string[];
    };
    const [taskArn] = answer.tasks;
    expect(await described(taskArn)).toMatchObject({
      desiredStatus: 'STOPPED',
      stopCode: 'TerminationNotice',
      capacityProviderName: 'FARGATE_SPOT',
    });
    expect(await stopped(taskArn)).toMatchObject({
      stopCode: 'SpotInterruption',
      stoppedReason: 'Your Spot Task was interrupted.',
    });
    await steady();
    expect((await theService())?.deployments?.[0]?.failedTasks).toBe(0);
  });

  test('is deployed by somebody else, whose name is on the definition', async () => {
    await fleet.control('ecs-deployment', {
      cluster: 'prod',
      service: 'api',
      image: 'v2',
      tags: [{ key: 'run', value: '7' }],
    });
    const { taskDefinition, tags } = await fleet.cloud.call('ecs', 'DescribeTaskDefinition', {
      taskDefinition: (await theService())?.taskDefinition,
      include: ['TAGS'],
    });
    expect(taskDefinition).toMatchObject({
      registeredBy: expect.stringMatching(/user\/colleague$/),
      containerDefinitions: [{ image: 'v2' }],
    });
    expect(tags).toEqual([{ key: 'run', value: '7' }]);
    await steady();
  });

  test('is seen as it was for as long as the cloud lags', async () => {
    const before = (await theService())?.taskDefinition;
    await fleet.control('ecs-lag', { ms: 60_000 });
    await fleet.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'api', taskDefinition: 'api:1' }));
    expect((await theService())?.taskDefinition).toBe(before);
    await until(async () => (await theService())?.taskDefinition !== before, 'the view catches up');
    await fleet.control('ecs-lag', { ms: 0 });
    await steady();
  });

  test('is found by ListTasks with its tasks, page by page', async () => {
    const first = await fleet.ecs.send(new ListTasksCommand({ cluster: 'prod', serviceName: 'api', maxResults: 1 }));
    const second = await fleet.ecs.send(
      new ListTasksCommand({ cluster: 'prod', serviceName: 'api', maxResults: 1, nextToken: first.nextToken }),
    );
    expect(new Set([...(first.taskArns ?? []), ...(second.taskArns ?? [])]).size).toBe(2);
    expect(second.nextToken).toBeUndefined();
  });
});
