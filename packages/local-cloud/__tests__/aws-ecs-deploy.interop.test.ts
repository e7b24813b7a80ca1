// AWS's own deployer and its waiters: `aws ecs deploy` of a service of CodeDeploy, and what a shell script waits with.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCloud } from '../src/start-cloud.ts';
import { definition, network } from './a-fleet.ts';
import { hasAwsCli } from './has-aws-cli.ts';

const run = promisify(execFile);
const WITHIN_MS = 180_000;
const NAMES = { cluster: 'prod', service: 'web', app: 'AppECS-prod-web', group: 'DgpECS-prod-web' };

(hasAwsCli() ? describe : describe.skip)('the aws CLI', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golive-aws-deploy-'));
  let started: Awaited<ReturnType<typeof startCloud>>;
  const call = (service: string, operation: string, input: object) => started.cloud.call(service, operation, input);
  const service = async () => {
    const { services } = await call('ecs', 'DescribeServices', { cluster: NAMES.cluster, services: [NAMES.service] });
    return services[0];
  };

  async function aws(...args: readonly string[]): Promise<string> {
    const { endpoint, accessKeyId, secretAccessKey } = started.addresses;
    const keys = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
    const env = { ...process.env, ...keys, AWS_DEFAULT_REGION: started.cloud.region, AWS_ENDPOINT_URL: endpoint };
    return (await run('aws', args, { env, timeout: WITHIN_MS })).stdout;
  }

  beforeAll(async () => {
    started = await startCloud({ port: 0, scale: 60, stateDir: join(folder, 'state'), engine: 'none' });
    await call('ecs', 'CreateCluster', { clusterName: NAMES.cluster });
    await call('ecs', 'RegisterTaskDefinition', definition('web:1'));
    const elb = (operation: string, input: object) => call('elasticloadbalancing', operation, input);
    const { LoadBalancers } = await elb('CreateLoadBalancer', { Name: 'web', Subnets: ['subnet-1'] });
    const group = async (Name: string): Promise<string> =>
      (await elb('CreateTargetGroup', { Name, Port: 3000, TargetType: 'ip' })).TargetGroups[0].TargetGroupArn;
    const [blue] = [await group('blue'), await group('green')];
    const DefaultActions = [{ Type: 'forward', TargetGroupArn: blue }];
    const { LoadBalancerArn } = LoadBalancers[0];
    const { Listeners } = await elb('CreateListener', { LoadBalancerArn, Port: 80, DefaultActions });
    await call('ecs', 'CreateService', {
      cluster: NAMES.cluster,
      serviceName: NAMES.service,
      taskDefinition: 'api',
      desiredCount: 1,
      networkConfiguration: network,
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn: blue, containerName: 'api', containerPort: 3000 }],
    });
    await call('codedeploy', 'CreateApplication', { applicationName: NAMES.app, computePlatform: 'ECS' });
    await call('codedeploy', 'CreateDeploymentGroup', {
      applicationName: NAMES.app,
      deploymentGroupName: NAMES.group,
      serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
      ecsServices: [{ clusterName: NAMES.cluster, serviceName: NAMES.service }],
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 1 },
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 },
      },
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: 'blue' }, { name: 'green' }],
            prodTrafficRoute: { listenerArns: [Listeners[0].ListenerArn] },
          },
        ],
      },
    });
  }, WITHIN_MS);
  afterAll(async () => {
    await started?.cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    'deploys a service of CodeDeploy and sees it succeed',
    async () => {
      const files = { definition: join(folder, 'definition.json'), appSpec: join(folder, 'app-spec.json') };
      writeFileSync(files.definition, JSON.stringify(definition('web:2')));
      const LoadBalancerInfo = { ContainerName: 'api', ContainerPort: 3000 };
      const Properties = { TaskDefinition: 'filled in by the CLI', LoadBalancerInfo };
      const Resources = [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }];
      writeFileSync(files.appSpec, JSON.stringify({ version: 0.0, Resources }));
      const where = ['--cluster', NAMES.cluster, '--service', NAMES.service];
      const what = ['--task-definition', files.definition, '--codedeploy-appspec', files.appSpec];
      expect(await aws('ecs', 'deploy', ...where, ...what)).toContain('Successfully deployed');
      const { taskDefinition, taskSets } = await service();
      expect(taskDefinition).toMatch(/:task-definition\/api:2$/);
      expect(taskSets).toEqual([expect.objectContaining({ status: 'PRIMARY', taskDefinition })]);
    },
    WITHIN_MS,
  );

  test(
    'waits for a task that it stopped, and is told of what is no task',
    async () => {
      const { taskArns } = await call('ecs', 'ListTasks', { cluster: NAMES.cluster, serviceName: NAMES.service });
      await aws('ecs', 'stop-task', '--cluster', NAMES.cluster, '--task', taskArns[0]);
      await aws('ecs', 'wait', 'tasks-stopped', '--cluster', NAMES.cluster, '--tasks', taskArns[0]);
      await expect(aws('ecs', 'describe-tasks', '--cluster', NAMES.cluster, '--tasks', 'None')).rejects.toThrow(
        'taskId length should be one of [32,36]',
      );
    },
    WITHIN_MS,
  );
});
