import {
  ContinueServiceDeploymentCommand,
  type DeploymentConfiguration,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ListServiceDeploymentsCommand,
  RegisterTaskDefinitionCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { DescribeRulesCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { twoTargetGroups } from './a-balancer.ts';
import { aSimulatedFleet, definition, network, until } from './a-fleet.ts';

let fleet: Awaited<ReturnType<typeof aSimulatedFleet>>;
let rules: { production: string; test: string; blue: string; green: string };
const service = { cluster: 'prod', service: 'api' };
const hook = 'arn:aws:lambda:ap-northeast-2:123456789012:function:check';

beforeAll(async () => {
  fleet = await aSimulatedFleet(300);
  rules = await twoTargetGroups(fleet);
  for (const image of ['v1', 'v2']) await fleet.ecs.send(new RegisterTaskDefinitionCommand(definition(image)));
  await fleet.cloud.call('ecs', 'CreateService', {
    cluster: 'prod',
    serviceName: 'api',
    taskDefinition: 'api:1',
    desiredCount: 2,
    networkConfiguration: network,
    loadBalancers: [
      {
        targetGroupArn: rules.blue,
        containerName: 'api',
        containerPort: 3000,
        advancedConfiguration: {
          alternateTargetGroupArn: rules.green,
          productionListenerRule: rules.production,
          testListenerRule: rules.test,
          roleArn: 'arn:aws:iam::123456789012:role/ecs-elb',
        },
      },
    ],
    deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 },
  });
  await ended();
});
afterAll(() => fleet.stop());

const latest = async () => {
  const { serviceDeployments } = await fleet.ecs.send(new ListServiceDeploymentsCommand(service));
  const serviceDeploymentArns = [serviceDeployments?.[0]?.serviceDeploymentArn ?? ''];
  const answer = await fleet.ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns }));
  return answer.serviceDeployments?.[0];
};
const ended = () =>
  until(async () => {
    const deployment = await latest();
    return deployment?.finishedAt && deployment;
  }, 'the deployment ends');
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: Error) => `${error.name}: ${error.message}`,
  );
const reaches = (stage: string) =>
  until(async () => {
    const deployment = await latest();
    return deployment?.lifecycleStage === stage && deployment;
  }, `the stage ${stage}`);
const deploy = (taskDefinition: string, deploymentConfiguration: DeploymentConfiguration) =>
  fleet.ecs.send(
    new UpdateServiceCommand({ ...service, taskDefinition, deploymentConfiguration, forceNewDeployment: true }),
  );
/** The share of each target group under a rule. */
const shares = async (RuleArn: string) => {
  const { Rules } = await fleet.elb.send(new DescribeRulesCommand({ RuleArns: [RuleArn] }));
  const groups = Rules?.[0]?.Actions?.at(-1)?.ForwardConfig?.TargetGroups ?? [];
  return Object.fromEntries(groups.map(({ TargetGroupArn, Weight }) => [TargetGroupArn, Weight]));
};
const productionGroup = async () =>
  Object.entries(await shares(rules.production)).find(([, weight]) => weight === 100)?.[0];
const withPause: DeploymentConfiguration = {
  strategy: 'BLUE_GREEN',
  bakeTimeInMinutes: 1,
  lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] }],
};

test('a pause after the test traffic shift has the new revision behind the test listener only, until it is told to go on', async () => {
  const before = await productionGroup();
  await deploy('api:2', withPause);
  const paused = await reaches('POST_TEST_TRAFFIC_SHIFT');
  const [waiting] = paused.lifecycleHookDetails ?? [];
  expect(waiting).toMatchObject({ targetType: 'PAUSE', status: 'AWAITING_ACTION', timeoutAction: 'ROLLBACK' });
  expect(waiting?.expiresAt?.getTime()).toBeGreaterThan(fleet.cloud.clock.now().getTime());
  expect(await productionGroup()).toBe(before);
  expect((await shares(rules.test))[before ?? '']).toBe(0);
  expect(paused.targetServiceRevision).toMatchObject({
    requestedTestTrafficWeight: 100,
    requestedProductionTrafficWeight: 0,
  });
  const answer = { serviceDeploymentArn: paused.serviceDeploymentArn, hookId: waiting?.hookId };
  const another = (hookId: string) =>
    refusal(fleet.ecs.send(new ContinueServiceDeploymentCommand({ ...answer, hookId })));
  expect(await another('mine')).toMatch(/^InvalidParameterException: Invalid hookId/);
  expect(await another('ecs-pause-mine')).toMatch(/^InvalidParameterException: Provided hookId is either completed/);
  await fleet.ecs.send(new ContinueServiceDeploymentCommand(answer));
  expect(await ended()).toMatchObject({ status: 'SUCCESSFUL' });
  expect(await productionGroup()).not.toBe(before);
  await expect(fleet.ecs.send(new ContinueServiceDeploymentCommand(answer))).rejects.toThrow('terminal states');
});

test('a revision tells which target group serves it', async () => {
  const arn = (await latest())?.targetServiceRevision?.arn ?? '';
  const { serviceRevisions } = await fleet.ecs.send(
    new DescribeServiceRevisionsCommand({ serviceRevisionArns: [arn] }),
  );
  expect(serviceRevisions?.[0]?.resolvedConfiguration?.loadBalancers).toEqual([
    { targetGroupArn: await productionGroup(), productionListenerRule: rules.production },
  ]);
});

test('a pause that is answered with ROLLBACK leaves production where it was', async () => {
  const before = await productionGroup();
  await deploy('api:1', withPause);
  const paused = await reaches('POST_TEST_TRAFFIC_SHIFT');
  const hookId = paused.lifecycleHookDetails?.[0]?.hookId;
  await fleet.ecs.send(
    new ContinueServiceDeploymentCommand({
      serviceDeploymentArn: paused.serviceDeploymentArn,
      hookId,
      action: 'ROLLBACK',
    }),
  );
  expect(await ended()).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
  expect(await productionGroup()).toBe(before);
});

test('a pause that nobody answers in time does what its time-out says', async () => {
  const timeoutConfiguration = { timeoutInMinutes: 1, action: 'ROLLBACK' as const };
  const [pause] = withPause.lifecycleHooks ?? [];
  await deploy('api:1', { ...withPause, lifecycleHooks: [{ ...pause, timeoutConfiguration }] as never });
  expect(await ended()).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    rollback: { reason: 'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT pause hook timed out.' },
  });
});

test.each([
  ['SUCCEEDED', 'SUCCESSFUL'],
  ['FAILED', 'ROLLBACK_SUCCESSFUL'],
])('a function that answers %s after a while makes the deployment %s', async (hookStatus, status) => {
  await fleet.control('ecs-hook', {
    arn: hook,
    answers: [{ hookStatus: 'IN_PROGRESS', callBackDelay: 5 }, { hookStatus }],
  });
  const lifecycleStages = ['PRODUCTION_TRAFFIC_SHIFT' as const];
  await deploy('api:1', {
    strategy: 'BLUE_GREEN',
    bakeTimeInMinutes: 0,
    lifecycleHooks: [{ hookTargetArn: hook, roleArn: 'arn:aws:iam::123456789012:role/hook', lifecycleStages }],
  });
  const reason = `Service deployment rolled back because PRODUCTION_TRAFFIC_SHIFT lifecycle hook(s) failed. Lifecycle hook target ${hook} returned FAILED status.`;
  expect(await ended()).toMatchObject({ status, ...(hookStatus === 'FAILED' ? { statusReason: reason } : {}) });
});

test('an alarm while the new revision bakes takes it back, and the deployment names the alarm', async () => {
  await fleet.cloud.call('monitoring', 'PutMetricAlarm', {
    AlarmName: 'errors',
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'HTTPCode_Target_5XX_Count',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
  });
  const before = await productionGroup();
  const alarms = { alarmNames: ['errors'], enable: true, rollback: true };
  await deploy('api:2', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 30, lifecycleHooks: [], alarms });
  await reaches('BAKE_TIME');
  await fleet.cloud.call('monitoring', 'SetAlarmState', {
    AlarmName: 'errors',
    StateValue: 'ALARM',
    StateReason: 'drill',
  });
  expect(await ended()).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['errors'] },
  });
  expect(await productionGroup()).toBe(before);
  await fleet.cloud.call('monitoring', 'DeleteAlarms', { AlarmNames: ['errors'] });
});

test.each([
  ['LINEAR', { linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 10 } }, 50],
  ['CANARY', { canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10 } }, 5],
] as const)('%s gives the new revision its share before it gives it everything', async (strategy, more, percent) => {
  await deploy('api:2', {
    strategy,
    bakeTimeInMinutes: 0,
    lifecycleHooks: [],
    alarms: { alarmNames: [], enable: false, rollback: false },
    ...more,
  });
  await until(
    async () => (await latest())?.targetServiceRevision?.requestedProductionTrafficWeight === percent,
    'the share',
  );
  expect(Object.values(await shares(rules.production)).sort()).toEqual([percent, 100 - percent].sort());
  expect(await ended()).toMatchObject({ status: 'SUCCESSFUL' });
});

test('stopped half way through the shift, all traffic goes back', async () => {
  const before = await productionGroup();
  await deploy('api:1', {
    strategy: 'CANARY',
    canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 60 },
  });
  await until(
    async () => (await latest())?.targetServiceRevision?.requestedProductionTrafficWeight === 20,
    'the share',
  );
  const arn = (await latest())?.serviceDeploymentArn;
  const stop = () =>
    fleet.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }));
  await stop();
  expect((await stop()).serviceDeploymentArn).toBe(arn);
  expect(await ended()).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
  expect(await refusal(stop())).toMatch(/^ConflictException/);
  expect(await productionGroup()).toBe(before);
});

test('a deployment that is superseded half way is stopped, and the next one reconciles first', async () => {
  const before = await productionGroup();
  await deploy('api:1', {
    strategy: 'CANARY',
    canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 60 },
  });
  await until(
    async () => (await latest())?.targetServiceRevision?.requestedProductionTrafficWeight === 20,
    'the share',
  );
  const first = (await latest())?.serviceDeploymentArn ?? '';
  const lifecycleHooks = [{ targetType: 'PAUSE' as const, lifecycleStages: ['RECONCILE_SERVICE' as const] }];
  await deploy('api:2', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0, lifecycleHooks });
  const { serviceDeploymentArn, lifecycleHookDetails } = await reaches('RECONCILE_SERVICE');
  expect(await productionGroup()).toBe(before);
  const hookId = lifecycleHookDetails?.[0]?.hookId;
  await fleet.ecs.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId }));
  const answer = await fleet.ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [first] }));
  expect(answer.serviceDeployments?.[0]).toMatchObject({ status: 'STOPPED', stoppedAt: expect.any(Date) });
  expect(await ended()).toMatchObject({ status: 'SUCCESSFUL' });
  expect(await productionGroup()).not.toBe(before);
});

test('without a production listener rule a staged deployment is refused', async () => {
  const loadBalancers = [{ targetGroupArn: rules.blue, containerName: 'api', containerPort: 3000 }];
  await expect(fleet.ecs.send(new UpdateServiceCommand({ ...service, loadBalancers }))).rejects.toThrow(
    'advancedConfiguration field is required',
  );
});

test('what a load balancer says that AWS would refuse is refused', async () => {
  const more = { alternateTargetGroupArn: rules.green, productionListenerRule: rules.production, roleArn: 'arn:role' };
  const { Rules } = await fleet.elb.send(new DescribeRulesCommand({ RuleArns: [rules.test] }));
  const listener = rules.production.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
  const withRules = (advancedConfiguration: object, targetGroupArn = rules.blue) =>
    refusal(
      fleet.ecs.send(
        new UpdateServiceCommand({
          ...service,
          loadBalancers: [{ targetGroupArn, containerName: 'api', containerPort: 3000, advancedConfiguration }],
        }),
      ),
    );
  expect(Rules).toHaveLength(1);
  expect(await withRules({ ...more, productionListenerRule: listener })).toContain('has an invalid ARN format');
  expect(await withRules({ ...more, testListenerRule: rules.production })).toContain('as both production and test');
  expect(await withRules(more, rules.green)).toContain('Duplicate targetGroupArn found');
});

test('rules that do not forward to both target groups take the deployment back, and AWS’s reason says so', async () => {
  const rule = async (RuleArn: string, actions: object) =>
    fleet.cloud.call('elasticloadbalancing', 'ModifyRule', { RuleArn, Actions: [{ Type: 'forward', ...actions }] });
  const kept = await shares(rules.production);
  const served = (await productionGroup()) ?? '';
  for (const arn of [rules.production, rules.test]) await rule(arn, { TargetGroupArn: served });
  await deploy('api:1', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0, lifecycleHooks: [] });
  expect(await ended()).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    statusReason: expect.stringMatching(/invalid networking configuration\. Both targetGroup and alternateTargetGroup/),
  });
  expect(await productionGroup()).toBe(served);
  const TargetGroups = Object.entries(kept).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
  for (const arn of [rules.production, rules.test]) await rule(arn, { ForwardConfig: { TargetGroups } });
});

test('a grace period begins no deployment', async () => {
  const before = (await latest())?.serviceDeploymentArn;
  await fleet.ecs.send(new UpdateServiceCommand({ ...service, healthCheckGracePeriodSeconds: 30 }));
  expect((await latest())?.serviceDeploymentArn).toBe(before);
});

test('what has nothing to go back to fails on its way, and its rollback says why it began', async () => {
  const other = { cluster: 'prod', service: 'first' };
  await fleet.control('ecs-hook', { arn: hook, answers: [{ hookStatus: 'FAILED' }] });
  const lifecycleHooks = [
    { hookTargetArn: hook, roleArn: 'arn:aws:iam::123456789012:role/hook', lifecycleStages: ['PRE_SCALE_UP'] },
  ];
  await fleet.cloud.call('ecs', 'CreateService', {
    cluster: 'prod',
    serviceName: 'first',
    taskDefinition: 'api:1',
    networkConfiguration: network,
    deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0, lifecycleHooks },
  });
  const failed = await until(async () => {
    const { serviceDeployments } = await fleet.ecs.send(new ListServiceDeploymentsCommand(other));
    const serviceDeploymentArns = [serviceDeployments?.[0]?.serviceDeploymentArn ?? ''];
    const answer = await fleet.ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns }));
    return answer.serviceDeployments?.[0]?.finishedAt && answer.serviceDeployments[0];
  }, 'the deployment ends');
  expect(failed).toMatchObject({
    status: 'ROLLBACK_FAILED',
    statusReason: 'No rollback candidate was found to run the rollback.',
    rollback: { reason: expect.stringContaining('PRE_SCALE_UP lifecycle hook(s) failed') },
  });
});
