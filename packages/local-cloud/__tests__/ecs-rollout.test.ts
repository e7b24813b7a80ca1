import {
  CreateServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  ListServiceDeploymentsCommand,
  RegisterTaskDefinitionCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeTargetHealthCommand,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { aFleet, definition, network, until } from './a-fleet.ts';

let fleet: Awaited<ReturnType<typeof aFleet>>;
let targetGroupArn = '';
const service = { cluster: 'prod', service: 'api' };

beforeAll(async () => {
  fleet = await aFleet(60);
  const { LoadBalancers } = await fleet.elb.send(
    new CreateLoadBalancerCommand({ Name: 'alb', Subnets: ['subnet-1', 'subnet-2'] }),
  );
  const { TargetGroups } = await fleet.elb.send(
    new CreateTargetGroupCommand({
      Name: 'api',
      Protocol: 'HTTP',
      Port: 3000,
      TargetType: 'ip',
      VpcId: 'vpc-1',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
      UnhealthyThresholdCount: 2,
      HealthyThresholdCount: 2,
    }),
  );
  targetGroupArn = TargetGroups?.[0]?.TargetGroupArn ?? '';
  await fleet.elb.send(
    new ModifyTargetGroupAttributesCommand({
      TargetGroupArn: targetGroupArn,
      Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '60' }],
    }),
  );
  await fleet.elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
    }),
  );
  await fleet.ecs.send(new RegisterTaskDefinitionCommand(definition('v1')));
  await fleet.ecs.send(
    new CreateServiceCommand({
      cluster: 'prod',
      serviceName: 'api',
      taskDefinition: 'api',
      desiredCount: 2,
      networkConfiguration: network,
      loadBalancers: [{ targetGroupArn, containerName: 'api', containerPort: 3000 }],
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
    }),
  );
  await ended();
});
afterAll(() => fleet.stop());

const latest = async () => {
  const { serviceDeployments } = await fleet.ecs.send(new ListServiceDeploymentsCommand(service));
  const arn = serviceDeployments?.[0]?.serviceDeploymentArn ?? '';
  const answer = await fleet.ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }));
  return answer.serviceDeployments?.[0];
};
const ended = async () =>
  until(async () => {
    const deployment = await latest();
    return deployment?.finishedAt && deployment;
  }, 'the deployment ends');
const deploy = async (image: string, more: object = {}) => {
  const { taskDefinition } = await fleet.ecs.send(new RegisterTaskDefinitionCommand(definition(image, more)));
  await fleet.ecs.send(new UpdateServiceCommand({ ...service, taskDefinition: taskDefinition?.taskDefinitionArn }));
};
const theService = async () =>
  (await fleet.ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['api'] }))).services?.[0];
const said = async () => (await theService())?.events?.map(({ message }) => message).join('\n') ?? '';

/** Asks through the load balancer all the time; resolves to what was answered. */
function probe() {
  const answers = new Map<string, number>();
  let going = true;
  const done = (async () => {
    while (going) {
      const answer = await fetch(fleet.url).then(
        async (response) => `${response.status} ${await response.text()}`,
        (error: Error) => `failed ${error.message}`,
      );
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  return async () => {
    going = false;
    await done;
    return [...answers.keys()].sort();
  };
}

test('a rolling update replaces all tasks and fails no request', async () => {
  const stop = probe();
  await deploy('v2');
  expect(await ended()).toMatchObject({
    status: 'SUCCESSFUL',
    deploymentCircuitBreaker: { threshold: 3, failureCount: 0 },
  });
  expect(await (await fetch(fleet.url)).text()).toBe('v2');
  expect(await stop()).toEqual(['200 v1', '200 v2']);
  const now = await theService();
  expect(now).toMatchObject({ runningCount: 2, deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED' }] });
  const revision = now?.currentServiceRevisions?.[0]?.arn ?? '';
  const { serviceRevisions } = await fleet.ecs.send(
    new DescribeServiceRevisionsCommand({ serviceRevisionArns: [revision] }),
  );
  expect(serviceRevisions?.[0]?.containerImages?.[0]?.imageDigest).toBe('sha256:v2');
  const { TargetHealthDescriptions } = await fleet.elb.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }),
  );
  expect(TargetHealthDescriptions?.map(({ TargetHealth }) => TargetHealth?.State)).toEqual(['healthy', 'healthy']);
  expect(await said()).toMatch(/^\(service api\) has reached a steady state\.\n.*deployment completed\./);
});

test.each([
  ['crash', /deployment failed: tasks failed to start/],
  [
    'sick',
    /\(port 3000\) is unhealthy in \(target-group .*\) due to \(reason Health checks failed with these codes: \[500\]\)/,
  ],
  ['gone', /rolling back to deployment ecs-svc\//],
])('the circuit breaker takes %s back and the old version answers all the time', async (image, event) => {
  const stop = probe();
  await deploy(image);
  const deployment = await ended();
  expect(deployment).toMatchObject({
    status: 'ROLLBACK_SUCCESSFUL',
    deploymentCircuitBreaker: { status: 'TRIGGERED', threshold: 3 },
    rollback: { reason: expect.stringContaining('circuit breaker') },
  });
  expect(await stop()).toEqual(['200 v2']);
  expect(await said()).toMatch(event);
});

test('StopServiceDeployment goes back, and is refused once the deployment has ended', async () => {
  await deploy('v1');
  const arn = (await latest())?.serviceDeploymentArn;
  await fleet.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }));
  expect(await ended()).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
  await expect(fleet.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn }))).rejects.toMatchObject({
    name: 'ConflictException',
  });
});

test('without rollback the breaker stops the deployment and the old tasks stay', async () => {
  await fleet.ecs.send(
    new UpdateServiceCommand({
      ...service,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
    }),
  );
  await deploy('crash');
  expect(await ended()).toMatchObject({
    status: 'STOPPED',
    statusReason: expect.stringContaining('tasks failed to start'),
  });
  const now = await theService();
  expect(now?.deployments?.[0]).toMatchObject({ status: 'PRIMARY', rolloutState: 'FAILED' });
  expect(await (await fetch(fleet.url)).text()).toBe('v2');
});
