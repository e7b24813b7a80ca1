import {
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  ListServiceDeploymentsCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { twoTargetGroups } from './a-balancer.ts';
import { aFleet, definition, network, until } from './a-fleet.ts';

let fleet: Awaited<ReturnType<typeof aFleet>>;
let rules: Awaited<ReturnType<typeof twoTargetGroups>>;
const service = { cluster: 'prod', service: 'api' };

/** Real tasks this time: what is asked of a listener is answered by a version. */
beforeAll(async () => {
  fleet = await aFleet(60);
  rules = await twoTargetGroups(fleet);
  for (const image of ['v1', 'v2']) await fleet.ecs.send(new RegisterTaskDefinitionCommand(definition(image)));
  const advancedConfiguration = {
    alternateTargetGroupArn: rules.green,
    productionListenerRule: rules.production,
    testListenerRule: rules.test,
    roleArn: 'arn:aws:iam::123456789012:role/ecs-elb',
  };
  await fleet.cloud.call('ecs', 'CreateService', {
    cluster: 'prod',
    serviceName: 'api',
    taskDefinition: 'api:1',
    desiredCount: 1,
    networkConfiguration: network,
    loadBalancers: [{ targetGroupArn: rules.blue, containerName: 'api', containerPort: 3000, advancedConfiguration }],
    deploymentConfiguration: {
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 0,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
  });
  await ended();
});
afterAll(() => fleet.stop());
beforeEach(() => fleet.control('ecs-task-faults', { clear: true }));

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
const deploy = (taskDefinition: string) => fleet.ecs.send(new UpdateServiceCommand({ ...service, taskDefinition }));
const said = async () => {
  const answer = await fleet.ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['api'] }));
  return answer.services?.[0]?.events?.map(({ message }) => message).join('\n') ?? '';
};
const listenerOf = (rule: string) => rule.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
const asked = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).text();

test('while a deployment pauses, testers reach the new version and the world the old one', async () => {
  const { url } = (await fleet.control('listener-url', { listener: listenerOf(rules.test) })) as { url: string };
  const Actions = [{ Type: 'forward', TargetGroupArn: rules.green }];
  await fleet.cloud.call('elasticloadbalancing', 'SetRulePriorities', {
    RulePriorities: [{ RuleArn: rules.production, Priority: 3 }],
  });
  await fleet.cloud.call('elasticloadbalancing', 'CreateRule', {
    ListenerArn: listenerOf(rules.production),
    Priority: 2,
    Conditions: [{ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Test', Values: ['green*'] } }],
    Actions,
  });
  const lifecycleHooks = [{ targetType: 'PAUSE' as const, lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT' as const] }];
  await fleet.ecs.send(
    new UpdateServiceCommand({ ...service, taskDefinition: 'api:2', deploymentConfiguration: { lifecycleHooks } }),
  );
  const paused = await until(async () => {
    const deployment = await latest();
    return deployment?.lifecycleStage === 'POST_TEST_TRAFFIC_SHIFT' && deployment;
  }, 'the pause');
  expect([await asked(url), await asked(fleet.url, { 'x-test': 'Green' }), await asked(fleet.url)]).toEqual([
    'v2',
    'v2',
    'v1',
  ]);
  await fleet.cloud.call('ecs', 'ContinueServiceDeployment', {
    serviceDeploymentArn: paused.serviceDeploymentArn,
    hookId: paused.lifecycleHookDetails?.[0]?.hookId,
  });
  expect(await ended()).toMatchObject({ status: 'SUCCESSFUL' });
  expect(await asked(fleet.url)).toBe('v2');
  await fleet.ecs.send(new UpdateServiceCommand({ ...service, deploymentConfiguration: { lifecycleHooks: [] } }));
});

test('a version that answers health checks with 502 is taken back before anybody is sent to it', async () => {
  await fleet.control('ecs-task-faults', { kind: 'health-check-502', image: 'v1' });
  await deploy('api:1');
  expect(await ended()).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    deploymentCircuitBreaker: { status: 'TRIGGERED' },
  });
  expect(await said()).toMatch(
    /is unhealthy in \(target-group .*\) due to \(reason Health checks failed with these codes: \[502\]\)/,
  );
  expect(await asked(fleet.url)).toBe('v2');
});

test('a real container that is killed for its memory says so, and the old version stays', async () => {
  await fleet.control('ecs-task-faults', { kind: 'out-of-memory', image: 'v1', afterMs: 500 });
  await deploy('api:1');
  await ended();
  const { taskArns } = await fleet.cloud.call('ecs', 'ListTasks', { cluster: 'prod', desiredStatus: 'STOPPED' });
  const { tasks } = await fleet.cloud.call('ecs', 'DescribeTasks', { cluster: 'prod', tasks: taskArns });
  expect(tasks.flatMap((task: { containers: object[] }) => task.containers)).toContainEqual(
    expect.objectContaining({ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }),
  );
  expect(await asked(fleet.url)).toBe('v2');
});

test('a listener that does not exist has no address', async () => {
  await expect(fleet.control('listener-url', { listener: 'arn:none' })).rejects.toThrow('there is no listener');
});
