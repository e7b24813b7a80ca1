// Tasks as containers, where a Docker engine answers.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  DescribeTasksCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopTaskCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import type { RegistryEngine } from '../src/engine/registry.ts';
import { aCloud, type RunningCloud } from './a-cloud.ts';
import { network, until } from './a-fleet.ts';
import { describeWithDocker, docker } from './with-docker.ts';

const root = join(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'golive-docker-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const programs = {
  'server.mjs': `
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
const { HOST, WHO, SECRET } = process.env;
createServer((request, response) => {
  response.end(request.url === '/health' ? '' : JSON.stringify({ who: WHO, secret: SECRET, uid: process.getuid(), at: readFileSync('version', 'utf8').trim() }));
}).listen(8080, HOST, () => console.log('listening on', HOST));
process.on('SIGTERM', () => process.exit(0));`,
  'crash.mjs': `console.log('to stdout'); console.error('to stderr'); process.exitCode = 3;`,
  'hungry.mjs': `const held = []; for (;;) held.push(Buffer.alloc(8 << 20, 1));`,
  'stubborn.mjs': `process.on('SIGTERM', () => console.log('no')); console.log('up'); setInterval(() => {}, 1000);`,
  'check.mjs': `import { get } from 'node:http';
get({ host: process.env.HOST, port: 8080, path: '/health' }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1));`,
};

/** An image with Node and the programs above, built without Docker, as the example builds its own. */
function buildLayout(): string {
  const context = join(folder, 'context');
  mkdirSync(context, { recursive: true });
  writeFileSync(join(context, 'package.json'), '{"type":"module"}');
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(context, name), text);
  const layout = join(folder, 'layout');
  const build = join(root, 'examples/coldchain/build/oci.mjs');
  execFileSync(join(root, 'node_modules/node/bin/node'), [build, '--context', context, '--output', layout], {
    env: { ...process.env, GOLIVE_VERSION: 'v1' },
    stdio: 'pipe',
  });
  return layout;
}

async function pushTo(cloud: RunningCloud): Promise<string> {
  const { repository } = await cloud.cloud.call('ecr', 'CreateRepository', { repositoryName: 'programs' });
  const { digest } = await cloud.cloud.service<RegistryEngine>('ecr').put(buildLayout(), 'programs', 'v1');
  return `${repository.repositoryUri}@${digest}`;
}

const containersOf = (label: string): string[] =>
  docker('ps', '--all', '--quiet', '--filter', `label=${label}`).split('\n').filter(Boolean);

describeWithDocker('a task as a container', () => {
  let cloud: RunningCloud;
  let ecs: ECSClient;
  let image: string;

  beforeAll(async () => {
    cloud = await aCloud({ scale: 20, engine: 'docker' });
    ecs = new ECSClient(cloud.client());
    image = await pushTo(cloud);
    await cloud.cloud.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/test' });
    await cloud.cloud.call('ecs', 'CreateCluster', { clusterName: 'prod' });
  }, 120_000);
  afterAll(async () => {
    ecs.destroy();
    await cloud.stop();
  });

  const define = async (family: string, container: object = {}): Promise<string> => {
    const { taskDefinition } = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family,
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'api',
            image,
            portMappings: [{ containerPort: 8080 }],
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': '/ecs/test',
                'awslogs-region': cloud.cloud.region,
                'awslogs-stream-prefix': 'ecs',
              },
            },
            ...container,
          },
        ],
      }),
    );
    return taskDefinition?.taskDefinitionArn ?? '';
  };
  const run = async (family: string, container: object = {}): Promise<string> => {
    const taskDefinition = await define(family, container);
    const { tasks } = await ecs.send(
      new RunTaskCommand({ cluster: 'prod', taskDefinition, launchType: 'FARGATE', networkConfiguration: network }),
    );
    return tasks?.[0]?.taskArn ?? '';
  };
  const see = async (task: string): Promise<Task> =>
    (await ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: [task] }))).tasks?.[0] ?? {};
  const reaching = (task: string, status: string): Promise<Task> =>
    until(async () => {
      const seen = await see(task);
      return seen.lastStatus === status && seen;
    }, `${task} ${status}`);
  const linesOf = async (task: string): Promise<string[]> => {
    const { events } = await cloud.cloud.call('logs', 'GetLogEvents', {
      logGroupName: '/ecs/test',
      logStreamName: `ecs/api/${task.split('/').at(-1)}`,
      startFromHead: true,
    });
    return events.map(({ message }: { message: string }) => message);
  };

  test('answers through the load balancer, with its environment, its secret and the user of its image', async () => {
    const call = cloud.cloud.call;
    const { ARN } = await call('secretsmanager', 'CreateSecret', { Name: 'word', SecretString: 'a "b"\nc' });
    const { TargetGroups } = await call('elasticloadbalancing', 'CreateTargetGroup', {
      Name: 'api',
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: 'vpc-1',
      TargetType: 'ip',
      HealthCheckPath: '/health',
    });
    const { LoadBalancers } = await call('elasticloadbalancing', 'CreateLoadBalancer', {
      Name: 'alb',
      Subnets: ['subnet-1', 'subnet-2'],
    });
    const [{ TargetGroupArn }] = TargetGroups;
    await call('elasticloadbalancing', 'CreateListener', {
      LoadBalancerArn: LoadBalancers[0].LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn }],
    });
    const taskDefinition = await define('service', {
      environment: [{ name: 'WHO', value: 'api = é' }],
      secrets: [{ name: 'SECRET', valueFrom: ARN }],
    });
    await call('ecs', 'CreateService', {
      cluster: 'prod',
      serviceName: 'api',
      taskDefinition,
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration: network,
      loadBalancers: [{ targetGroupArn: TargetGroupArn, containerName: 'api', containerPort: 8080 }],
    });
    const answer = await until(async () => {
      const response = await fetch(cloud.alb).catch(() => undefined);
      return response?.ok && response.json();
    }, 'an answer through the load balancer');
    expect(answer).toEqual({ who: 'api = é', secret: 'a "b"\nc', uid: 1000, at: 'v1' });
    expect(containersOf('com.amazonaws.ecs.task-definition-family=service')).toHaveLength(2);
  }, 60_000);

  test('a crash gives its exit code, and its lines are in the log', async () => {
    const task = await run('crash', { command: ['node', 'crash.mjs'] });
    expect(await reaching(task, 'STOPPED')).toMatchObject({
      stopCode: 'EssentialContainerExited',
      containers: [{ exitCode: 3 }],
    });
    expect((await linesOf(task)).sort()).toEqual(['to stderr', 'to stdout']);
    expect(containersOf('com.amazonaws.ecs.task-definition-family=crash')).toEqual([]);
  }, 60_000);

  test('a container that needs more memory than its definition allows ends with 137 and OutOfMemoryError', async () => {
    const task = await run('hungry', { command: ['node', 'hungry.mjs'], memory: 128 });
    expect(await reaching(task, 'STOPPED')).toMatchObject({
      containers: [{ exitCode: 137, reason: expect.stringContaining('OutOfMemoryError') }],
    });
  }, 60_000);

  test('a container that ignores SIGTERM is killed when its stop timeout is over', async () => {
    const task = await run('stubborn', { command: ['node', 'stubborn.mjs'], stopTimeout: 2 });
    await until(async () => (await linesOf(task).catch((): string[] => [])).includes('up'), 'the program to be up');
    await ecs.send(new StopTaskCommand({ cluster: 'prod', task }));
    expect(await reaching(task, 'STOPPED')).toMatchObject({ containers: [{ exitCode: 137 }] });
    expect(await linesOf(task)).toEqual(['up', 'no']);
  }, 60_000);

  test.each([
    ['HEALTHY', 'check.mjs'],
    ['UNHEALTHY', 'crash.mjs'],
  ])(
    'a health check inside the container makes it %s',
    async (health, program) => {
      const task = await run(health.toLowerCase(), {
        healthCheck: { command: ['CMD', 'node', program], interval: 5, retries: 1 },
      });
      await until(async () => (await see(task)).healthStatus === health, health);
      await ecs.send(new StopTaskCommand({ cluster: 'prod', task }));
      expect(await reaching(task, 'STOPPED')).toMatchObject({ containers: [{ exitCode: 0 }] });
    },
    60_000,
  );

  test('a command that is not in the image fails to start, in the words of the engine', async () => {
    const task = await run('nothing', { command: ['/bin/nothing'] });
    expect(await reaching(task, 'STOPPED')).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringMatching(/^CannotStartContainerError: Error response from daemon: .*no such file/),
    });
  }, 60_000);
});

describeWithDocker('a cloud whose tasks are containers', () => {
  test('leaves no container and no image behind, even when it is killed', async () => {
    const app = join(root, 'examples/coldchain');
    const main = join(root, 'packages/local-cloud/src/main.ts');
    const args = [main, '--port', '0', '--scale', '60', '--engine', 'docker', '--app', app, '--state', folder];
    const child = spawn(join(root, 'node_modules/node/bin/node'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    try {
      let addresses: { registry: string } | undefined;
      for await (const line of createInterface({ input: child.stdout })) {
        addresses = JSON.parse(line);
        break;
      }
      const images = `${new URL(addresses?.registry ?? '').host}/*`;
      expect(containersOf('com.amazonaws.ecs.task-definition-family=backend-service')).toHaveLength(2);
      expect(docker('images', '--quiet', images)).not.toBe('');
      child.kill('SIGKILL');
      await ended;
      await until(
        async () => containersOf('com.amazonaws.ecs.task-definition-family=backend-service').length === 0,
        'the containers to go',
      );
      await until(async () => docker('images', '--quiet', images) === '', 'the images to go');
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
  }, 180_000);
});
