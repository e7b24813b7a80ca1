import {
  type DeploymentConfiguration,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { aSimulatedFleet, definition, network, until } from './a-fleet.ts';

let fleet: Awaited<ReturnType<typeof aSimulatedFleet>>;
const service = { cluster: 'prod', service: 'api' };
beforeAll(async () => {
  fleet = await aSimulatedFleet(300);
  for (const image of ['v1', 'v2']) await fleet.ecs.send(new RegisterTaskDefinitionCommand(definition(image)));
  await fleet.cloud.call('ecs', 'CreateService', {
    cluster: 'prod',
    serviceName: 'api',
    taskDefinition: 'api:1',
    desiredCount: 2,
    networkConfiguration: network,
  });
  await ended();
  await fleet.cloud.call('monitoring', 'PutMetricAlarm', {
    AlarmName: 'errors',
    Namespace: 'App',
    MetricName: 'Errors',
    Statistic: 'Sum',
    Period: 600,
    EvaluationPeriods: 2,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
  });
});
afterAll(() => fleet.stop());
beforeEach(() => fleet.control('ecs-task-faults', { clear: true }));

const list = async (more: object = {}) =>
  (await fleet.ecs.send(new ListServiceDeploymentsCommand({ ...service, ...more }))).serviceDeployments ?? [];
const describeOne = async (arn: string | undefined) => {
  const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn ?? ''] });
  return (await fleet.ecs.send(command)).serviceDeployments?.[0];
};
const latest = async () => describeOne((await list())[0]?.serviceDeploymentArn);
const ended = () =>
  until(async () => {
    const deployment = await latest();
    return deployment?.finishedAt && deployment;
  }, 'the deployment ends');
const theService = async () =>
  (await fleet.ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['api'] }))).services?.[0];
const deploy = async (taskDefinition: string, deploymentConfiguration: DeploymentConfiguration = {}) => {
  await fleet.ecs.send(
    new UpdateServiceCommand({ ...service, taskDefinition, deploymentConfiguration, forceNewDeployment: true }),
  );
};
const said = async () => (await theService())?.events?.map(({ message }) => message).join('\n') ?? '';
const alarm = (StateValue: string) =>
  fleet.cloud.call('monitoring', 'SetAlarmState', { AlarmName: 'errors', StateValue, StateReason: 'drill' });
const watched = { alarms: { alarmNames: ['errors'], enable: true, rollback: true } };

test('the tasks of a deployment run the very image that its revision names', async () => {
  const revision = (await latest())?.targetServiceRevision?.arn ?? '';
  const { serviceRevisions } = await fleet.ecs.send(
    new DescribeServiceRevisionsCommand({ serviceRevisionArns: [revision] }),
  );
  const digest = serviceRevisions?.[0]?.containerImages?.[0]?.imageDigest;
  const { taskArns } = await fleet.ecs.send(new ListTasksCommand({ cluster: 'prod', serviceName: 'api' }));
  const { tasks } = await fleet.ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: taskArns }));
  expect(tasks?.map(({ containers }) => containers?.[0]?.imageDigest)).toEqual([digest, digest]);
  expect(digest).toMatch(/^sha256:/);
});

test('a deployment goes on while its alarms bake, and an alarm then takes it back', async () => {
  await deploy('api:2', watched);
  await until(async () => {
    const deployments = (await theService())?.deployments ?? [];
    return deployments[0]?.runningCount === 2 && deployments[1]?.runningCount === 0;
  }, 'the new tasks have taken over');
  expect(await latest()).toMatchObject({ status: 'IN_PROGRESS', alarms: { status: 'MONITORING' } });
  await alarm('ALARM');
  expect(await ended()).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    rollback: { reason: expect.stringContaining('alarm') },
    alarms: { status: 'TRIGGERED', alarmNames: ['errors'], triggeredAlarmNames: ['errors'] },
  });
  expect(await said()).toMatch(/deployment failed: alarm detected\./);
  expect((await theService())?.taskDefinition).toMatch(/api:1$/);
});

test('an alarm that is on from the start is not listened to, so that a mend can be deployed', async () => {
  await alarm('ALARM');
  await deploy('api:2', watched);
  expect(await ended()).toMatchObject({ status: 'SUCCESSFUL' });
});

test('a deployment that another one overtakes is stopped and says why', async () => {
  await deploy('api:1', { alarms: { alarmNames: [], enable: false, rollback: false } });
  const overtaken = (await latest())?.serviceDeploymentArn;
  await fleet.control('ecs-deployment', { cluster: 'prod', service: 'api', image: 'v2' });
  expect(await describeOne(overtaken)).toMatchObject({
    status: 'STOPPED',
    statusReason: expect.stringContaining('a new deployment was started'),
    finishedAt: expect.any(Date),
  });
  expect(await ended()).toMatchObject({ status: 'SUCCESSFUL' });
});

test.each([
  ['exit', /tasks failed to start/],
  ['pull-not-found', /unable to consistently start tasks successfully/],
  ['out-of-memory', /rolling back to deployment/],
])('with %s in each task the circuit breaker goes back at its own threshold', async (kind, event) => {
  await fleet.control('ecs-task-faults', { kind, image: 'v1', afterMs: 100 });
  await deploy('api:1', {
    deploymentCircuitBreaker: {
      enable: true,
      rollback: true,
      thresholdConfiguration: { type: 'COUNT', value: 4 },
    },
  });
  const deployment = await ended();
  expect(deployment).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    deploymentCircuitBreaker: { status: 'TRIGGERED', threshold: 4 },
  });
  expect(deployment.deploymentCircuitBreaker?.failureCount).toBeGreaterThanOrEqual(4);
  expect(await said()).toMatch(event);
});

test('the history tells of each deployment when it began and ended, newest first, page by page and by status', async () => {
  const all = await list();
  for (const { createdAt, startedAt, finishedAt } of all) {
    expect(startedAt?.getTime()).toBeGreaterThanOrEqual(createdAt?.getTime() ?? Number.NaN);
    expect(finishedAt?.getTime()).toBeGreaterThanOrEqual(startedAt?.getTime() ?? Number.NaN);
  }
  const created = all.map(({ createdAt }) => createdAt?.getTime() ?? 0);
  expect(created).toEqual(created.toSorted((a, b) => b - a));
  const paged: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const page = await fleet.ecs.send(new ListServiceDeploymentsCommand({ ...service, maxResults: 3, nextToken }));
    paged.push(...(page.serviceDeployments ?? []).map(({ serviceDeploymentArn }) => serviceDeploymentArn));
    nextToken = page.nextToken;
  } while (nextToken);
  expect(paged).toEqual(all.map(({ serviceDeploymentArn }) => serviceDeploymentArn));
  const stopped = await list({ status: ['STOPPED'] });
  expect(stopped.map(({ status }) => status)).toEqual(['STOPPED']);
  const since = await list({ createdAt: { after: all[2]?.createdAt } });
  expect(since).toHaveLength(2);
});

test('a call that a drill denies is denied in the words of IAM', async () => {
  await fleet.control('faults', { service: 'ecs', operation: 'UpdateService', kind: 'denied', count: 1 });
  await expect(deploy('api:1')).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringMatching(/^User: arn:aws:\S+ is not authorized to perform: ecs:UpdateService /),
  });
});
