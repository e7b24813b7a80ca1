import {
  BatchGetDeploymentsCommand,
  CodeDeployClient,
  ContinueDeploymentCommand,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  CreateDeploymentGroupCommand,
  GetApplicationRevisionCommand,
  GetDeploymentCommand,
  GetDeploymentTargetCommand,
  ListDeploymentsCommand,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import { DescribeServicesCommand, RegisterTaskDefinitionCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { shiftOf } from '../src/state/codedeploy.ts';
import { aSimulatedFleet, definition, network, until } from './a-fleet.ts';

let fleet: Awaited<ReturnType<typeof aSimulatedFleet>>;
let codedeploy: CodeDeployClient;
const of = { applicationName: 'shop', deploymentGroupName: 'api' };
const target = 'prod:api';
beforeAll(async () => {
  fleet = await aSimulatedFleet(300);
  codedeploy = new CodeDeployClient(fleet.settings);
  const elb = (operation: string, input: object) => fleet.cloud.call('elasticloadbalancing', operation, input);
  const balancer = (await elb('CreateLoadBalancer', { Name: 'alb', Subnets: ['subnet-1'] })).LoadBalancers[0];
  const group = async (Name: string) =>
    (await elb('CreateTargetGroup', { Name, Port: 3000, TargetType: 'ip', HealthCheckIntervalSeconds: 10 }))
      .TargetGroups[0].TargetGroupArn as string;
  const [blue] = [await group('blue'), await group('green')];
  const listener = async (Port: number) =>
    (
      await elb('CreateListener', {
        LoadBalancerArn: balancer.LoadBalancerArn,
        Port,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: blue }],
      })
    ).Listeners[0].ListenerArn as string;
  const [production, test] = [await listener(80), await listener(8080)];
  for (const image of ['v1', 'v2']) await fleet.ecs.send(new RegisterTaskDefinitionCommand(definition(image)));
  await fleet.cloud.call('ecs', 'CreateService', {
    cluster: 'prod',
    serviceName: 'api',
    taskDefinition: 'api:1',
    desiredCount: 2,
    networkConfiguration: network,
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: [{ targetGroupArn: blue, containerName: 'api', containerPort: 3000 }],
  });
  await until(async () => (await taskSets()).some(({ stabilityStatus }) => stabilityStatus === 'STEADY_STATE'), 'v1');
  await codedeploy.send(new CreateApplicationCommand({ applicationName: 'shop', computePlatform: 'ECS' }));
  const aGroup = (deploymentGroupName: string, more: object = {}) =>
    codedeploy.send(
      new CreateDeploymentGroupCommand({
        ...of,
        deploymentGroupName,
        serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
        ecsServices: [{ clusterName: 'prod', serviceName: 'api' }],
        loadBalancerInfo: {
          targetGroupPairInfoList: [
            {
              targetGroups: [{ name: 'blue' }, { name: 'green' }],
              prodTrafficRoute: { listenerArns: [production] },
              testTrafficRoute: { listenerArns: [test] },
            },
          ],
        },
        ...more,
      }),
    );
  await aGroup(of.deploymentGroupName);
  await aGroup('waiting', {
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST'] },
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 30 },
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 2880 / 2 },
    },
  });
});
afterAll(() => fleet.stop());

const theService = async () =>
  (await fleet.ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['api'] }))).services?.[0];
const taskSets = async () => (await theService())?.taskSets ?? [];
const create = async (taskDefinition: string, more: object = {}, hooks: object[] = []) => {
  const content = JSON.stringify({
    version: 1,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: taskDefinition,
            LoadBalancerInfo: { ContainerName: 'api', ContainerPort: 3000 },
          },
        },
      },
    ],
    Hooks: hooks,
  });
  const revision = { revisionType: 'AppSpecContent' as const, appSpecContent: { content } };
  return (await codedeploy.send(new CreateDeploymentCommand({ ...of, revision, ...more }))).deploymentId ?? '';
};
const info = async (deploymentId: string | undefined) =>
  (await codedeploy.send(new GetDeploymentCommand({ deploymentId }))).deploymentInfo;
const becomes = (id: string | undefined, status: string) =>
  until(async () => {
    const told = await info(id);
    return told?.status === status && told;
  }, `the deployment is ${status}`);
const targetOf = async (deploymentId: string) =>
  (await codedeploy.send(new GetDeploymentTargetCommand({ deploymentId, targetId: target }))).deploymentTarget
    ?.ecsTarget;

test('CodeDeploy goes through its lifecycle events, and the service has one new task set', async () => {
  const id = await create('api:2');
  expect(id).toMatch(/^d-[0-9A-Z]{9}$/);
  await expect(create('api:2')).rejects.toMatchObject({ name: 'DeploymentLimitExceededException' });
  expect(await becomes(id, 'Succeeded')).toMatchObject({ creator: 'user', completeTime: expect.any(Date) });
  const events = (await targetOf(id))?.lifecycleEvents;
  expect(events?.[0]).toMatchObject({ lifecycleEventName: 'BeforeInstall', status: 'Succeeded' });
  expect(new Set(events?.map(({ status }) => status))).toEqual(new Set(['Succeeded']));
  const service = await theService();
  expect(service?.deployments).toEqual([]);
  const one = { status: 'PRIMARY', startedBy: 'CODE_DEPLOY', externalId: id, runningCount: 2 };
  expect(service?.taskSets).toMatchObject([one]);
  expect(service?.taskDefinition).toMatch(/api:2$/);
  expect(service?.deploymentConfiguration).toEqual({ maximumPercent: 200, minimumHealthyPercent: 100 });
});

test('stopped with rollback, a canary gives its share back, and the rollback is a deployment of its own', async () => {
  const id = await create('api:1', { deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
  const green = async () => (await targetOf(id))?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === 'Green');
  await until(async () => (await green())?.trafficWeight === 10, 'the canary has its share');
  const sets = (await taskSets()).map(({ status, taskDefinition }) => [status, taskDefinition?.split('/').at(-1)]);
  expect(Object.fromEntries(sets)).toEqual({ PRIMARY: 'api:2', ACTIVE: 'api:1' });
  await codedeploy.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
  const stopped = await becomes(id, 'Stopped');
  const rollback = await becomes(stopped.rollbackInfo?.rollbackDeploymentId, 'Succeeded');
  expect(rollback).toMatchObject({
    creator: 'codeDeployRollback',
    rollbackInfo: { rollbackTriggeringDeploymentId: id },
  });
  expect((await targetOf(id))?.lifecycleEvents?.map(({ status }) => status)).toContain('Failed');
  expect((await theService())?.taskDefinition).toMatch(/api:2$/);
  await expect(codedeploy.send(new StopDeploymentCommand({ deploymentId: id }))).rejects.toMatchObject({
    name: 'DeploymentAlreadyCompletedException',
  });
});

test('deployments are listed by the time of their creation, and told 25 at a time', async () => {
  const list = async (createTimeRange?: object) =>
    (await codedeploy.send(new ListDeploymentsCommand({ ...of, ...(createTimeRange ? { createTimeRange } : {}) })))
      .deployments ?? [];
  const [newest = '', ...older] = await list();
  expect(older.length).toBeGreaterThan(1);
  const start = (await info(newest))?.createTime;
  expect(await list({ start })).toEqual([newest]);
  expect(await list({ end: new Date((start?.getTime() ?? 0) - 1000) })).toEqual(older);
  const batch = (deploymentIds: string[]) => codedeploy.send(new BatchGetDeploymentsCommand({ deploymentIds }));
  const told = (await batch([newest, 'd-NONE'])).deploymentsInfo;
  expect(told).toMatchObject([{ deploymentId: newest, status: 'Succeeded' }]);
  await expect(batch(Array.from({ length: 26 }, () => newest))).rejects.toMatchObject({
    name: 'BatchLimitExceededException',
  });
});

const waiting = { deploymentGroupName: 'waiting' };
const goOn = (deploymentId: string, deploymentWaitType: 'READY_WAIT' | 'TERMINATION_WAIT') =>
  codedeploy.send(new ContinueDeploymentCommand({ deploymentId, deploymentWaitType }));

test('where the group waits, a deployment is Ready without any traffic until it is continued, and ends no task until then', async () => {
  const id = await create('api:1', waiting);
  const notYet = { name: 'DeploymentIsNotInReadyStateException' };
  await expect(goOn(id, 'READY_WAIT')).rejects.toMatchObject(notYet);
  await becomes(id, 'Ready');
  const { lifecycleEvents, taskSetsInfo } = (await targetOf(id)) ?? {};
  const events = Object.fromEntries(
    (lifecycleEvents ?? []).map(({ lifecycleEventName = '', status }) => [lifecycleEventName, status]),
  );
  expect(events).toMatchObject({ AfterAllowTestTraffic: 'Succeeded', AllowTraffic: 'Pending' });
  expect(taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === 'Green')?.trafficWeight).toBe(0);
  await expect(goOn(id, 'TERMINATION_WAIT')).rejects.toMatchObject(notYet);
  await goOn(id, 'READY_WAIT');
  await until(async () => (await info(id))?.instanceTerminationWaitTimeStarted, 'the traffic has shifted');
  await until(() => goOn(id, 'TERMINATION_WAIT').catch(() => undefined), 'the wait before the end can be cut short');
  await becomes(id, 'Succeeded');
  await expect(goOn(id, 'READY_WAIT')).rejects.toMatchObject({ name: 'DeploymentAlreadyCompletedException' });
});

test('a deployment that nobody continues in time is stopped, and the traffic stays where it was', async () => {
  const before = (await theService())?.taskDefinition;
  const id = await create('api:2', waiting);
  await becomes(id, 'Ready');
  const { rollbackInfo } = await becomes(id, 'Stopped');
  await becomes(rollbackInfo?.rollbackDeploymentId, 'Succeeded');
  expect((await theService())?.taskDefinition).toBe(before);
});

test('GetDeployment tells the AppSpec by its hash alone, by which GetApplicationRevision finds it', async () => {
  const id = await create('api:2');
  const { revision } = (await info(id)) ?? {};
  expect(revision?.appSpecContent).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const asked = new GetApplicationRevisionCommand({ applicationName: 'shop', revision });
  const found = (await codedeploy.send(asked)).revision?.appSpecContent?.content;
  expect(found).toContain('"TaskDefinition":"api:2"');
  await becomes(id, 'Succeeded');
});

test('tasks that never become healthy time the deployment out after an hour, and the group decides on the way back', async () => {
  await fleet.control('ecs-task-faults', { kind: 'pull-not-found', image: 'v1' });
  const goesBack = { enabled: true, events: ['DEPLOYMENT_FAILURE'] };
  const id = await create('api:1', { autoRollbackConfiguration: goesBack });
  const failed = await becomes(id, 'Failed');
  expect(failed.errorInformation).toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('60 minutes') });
  await becomes(failed.rollbackInfo?.rollbackDeploymentId, 'Succeeded');
  expect((await theService())?.taskDefinition).toMatch(/api:2$/);
  await fleet.control('ecs-task-faults', { clear: true });
});

test('a hook that fails fails the deployment', async () => {
  const id = await create('api:1', {}, [{ AfterAllowTestTraffic: 'arn:aws:lambda:eu-west-1:1:function:none' }]);
  expect(await becomes(id, 'Failed')).toMatchObject({ errorInformation: { code: 'HOOK_EXECUTION_FAILURE' } });
});

test.each([
  [{ taskDefinition: 'api:1' }, /Unable to update task definition on services with a CODE_DEPLOY/],
  [{ forceNewDeployment: true }, /Cannot force a new deployment on services with a CODE_DEPLOY/],
])('ECS itself refuses %j on such a service', async (change, message) => {
  const command = new UpdateServiceCommand({ cluster: 'prod', service: 'api', ...change });
  await expect(fleet.ecs.send(command)).rejects.toThrow(message);
});

test('what is no AppSpec is refused', async () => {
  const revision = { revisionType: 'AppSpecContent' as const, appSpecContent: { content: '{"Resources": []}' } };
  await expect(codedeploy.send(new CreateDeploymentCommand({ ...of, revision }))).rejects.toMatchObject({
    name: 'InvalidRevisionException',
  });
});

test.each([
  ['CodeDeployDefault.ECSAllAtOnce', { strategy: 'BLUE_GREEN' }],
  [
    'CodeDeployDefault.ECSLinear10PercentEvery3Minutes',
    { strategy: 'LINEAR', linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 3 } },
  ],
  [
    'CodeDeployDefault.ECSCanary10Percent5Minutes',
    { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 } },
  ],
  ['CodeDeployDefault.LambdaAllAtOnce', undefined],
])('%s shifts as it says', (name, shift) => {
  expect(shiftOf(name)).toEqual(shift);
});
