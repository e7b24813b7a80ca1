import {
  CodeDeployClient,
  CreateApplicationCommand,
  CreateDeploymentCommand,
  CreateDeploymentGroupCommand,
  GetDeploymentCommand,
  ListDeploymentsCommand,
  StopDeploymentCommand,
} from '@aws-sdk/client-codedeploy';
import { CreateServiceCommand, DescribeServicesCommand, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { writeAppSpec } from '#shared/ecs/code-deploy/app-spec';
import type { RunningCloud } from '../../running-cloud.ts';

/**
 * A service of CodeDeploy behind a load balancer, under the names that the console gives, with one task that runs.
 *
 * @param readyMinutes how long its group waits before the traffic shifts; absent: it does not
 */
export async function aCodeDeployService(cloud: RunningCloud, name: string, image: string, readyMinutes?: number) {
  const codedeploy = new CodeDeployClient(cloud.settings);
  const { ecs } = cloud;
  const elb = new ElasticLoadBalancingV2Client(cloud.settings);
  const { LoadBalancers } = await elb.send(new CreateLoadBalancerCommand({ Name: name, Subnets: ['subnet-1'] }));
  const group = async (color: string): Promise<string> => {
    const { TargetGroups } = await elb.send(
      new CreateTargetGroupCommand({
        Name: `${name}-${color}`,
        Port: 3000,
        Protocol: 'HTTP',
        VpcId: 'vpc-1',
        TargetType: 'ip',
      }),
    );
    return TargetGroups?.[0]?.TargetGroupArn ?? '';
  };
  const [blue] = [await group('blue'), await group('green')];
  const listener = async (Port: number): Promise<string> => {
    const { Listeners } = await elb.send(
      new CreateListenerCommand({
        LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
        Port,
        Protocol: 'HTTP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: blue }],
      }),
    );
    return Listeners?.[0]?.ListenerArn ?? '';
  };
  const [production, test] = [await listener(80), await listener(8080)];
  const options = { 'awslogs-group': '/ecs/test', 'awslogs-stream-prefix': name };
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: name,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [
        {
          name: 'api',
          image,
          portMappings: [{ containerPort: 3000 }],
          logConfiguration: { logDriver: 'awslogs', options },
        },
      ],
    }),
  );
  await ecs.send(
    new CreateServiceCommand({
      cluster: 'prod',
      serviceName: name,
      taskDefinition: name,
      desiredCount: 1,
      launchType: 'FARGATE',
      deploymentController: { type: 'CODE_DEPLOY' },
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      loadBalancers: [{ targetGroupArn: blue, containerName: 'api', containerPort: 3000 }],
    }),
  );
  const of = { applicationName: `AppECS-prod-${name}`, deploymentGroupName: `DgpECS-prod-${name}` };
  await codedeploy.send(new CreateApplicationCommand({ applicationName: of.applicationName, computePlatform: 'ECS' }));
  await codedeploy.send(
    new CreateDeploymentGroupCommand({
      ...of,
      serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
      ecsServices: [{ clusterName: 'prod', serviceName: name }],
      blueGreenDeploymentConfiguration: {
        ...(readyMinutes === undefined
          ? {}
          : { deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: readyMinutes } }),
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 1 },
      },
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: `${name}-blue` }, { name: `${name}-green` }],
            prodTrafficRoute: { listenerArns: [production] },
            testTrafficRoute: { listenerArns: [test] },
          },
        ],
      },
    }),
  );
  const described = async () =>
    (await ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: [name] }))).services?.[0];
  const primary = async () => (await described())?.taskSets?.find(({ status }) => status === 'PRIMARY');
  const deployments = async (inFlight = false) => {
    const includeOnlyStatuses = inFlight ? (['Created', 'InProgress', 'Ready'] as const) : undefined;
    const listed = await codedeploy.send(
      new ListDeploymentsCommand({
        ...of,
        ...(includeOnlyStatuses ? { includeOnlyStatuses: [...includeOnlyStatuses] } : {}),
      }),
    );
    return listed.deployments ?? [];
  };
  const until = async <T>(ask: () => Promise<T | undefined | false>, what: string): Promise<T> => {
    for (const end = Date.now() + 40_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const answer = await ask();
      if (answer) return answer;
    }
    throw new Error(`waited in vain: ${what}`);
  };
  const settled = () =>
    until(
      async () =>
        (await deployments(true)).length === 0 &&
        (await primary())?.stabilityStatus === 'STEADY_STATE' &&
        (await described())?.taskSets?.length === 1,
      'the service is settled',
    );
  await settled();
  return {
    deployments,
    settled,
    /** Where the listener for test traffic answers. */
    testUrl: async (): Promise<string> => {
      const answer = await cloud.control('listener-url', { listener: test });
      return ((await answer.json()) as { url: string }).url;
    },
    /** Family and revision of the tasks with the traffic. */
    runs: async () => (await primary())?.taskDefinition?.split('/').at(-1) ?? '',
    count: async () => (await described())?.desiredCount,
    info: async (deploymentId: string) =>
      (await codedeploy.send(new GetDeploymentCommand({ deploymentId }))).deploymentInfo,
    inFlight: () => until(async () => (await deployments(true))[0], 'a deployment is in flight'),
    stop: (deploymentId: string) =>
      codedeploy.send(new StopDeploymentCommand({ deploymentId, autoRollbackEnabled: true })),
    /** Somebody else deploys. */
    foreign,
    /** The same as soon as the deployment under way has gone back. */
    foreignSoon: (taskDefinition: string) =>
      until(async () => foreign(taskDefinition).catch(() => undefined), 'somebody else can deploy'),
  };
  async function foreign(taskDefinition: string, more: object = {}): Promise<string> {
    const content = writeAppSpec({ taskDefinition, container: 'api', port: 3000 });
    const revision = { revisionType: 'AppSpecContent' as const, appSpecContent: { content } };
    const { deploymentId } = await codedeploy.send(new CreateDeploymentCommand({ ...of, revision, ...more }));
    return deploymentId ?? '';
  }
}
