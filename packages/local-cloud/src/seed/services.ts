import type { Cloud } from '../cloud.ts';
import { SUBNETS, type Traffic } from './traffic.ts';
import type { World } from './world.ts';

const WAIT_MS = 120_000;

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

export interface Made {
  /** Image name -> address. */
  readonly images: Readonly<Record<string, string>>;
  /** Secret name -> ARN. */
  readonly secrets: Readonly<Record<string, string>>;
}

const network = {
  awsvpcConfiguration: { subnets: SUBNETS, securityGroups: ['sg-0a1b2c3d4e5f60718'], assignPublicIp: 'DISABLED' },
};

/** Registers one task definition a service, whose family is the service's name. Returns service -> ARN. */
export async function registerTaskDefinitions(
  cloud: Cloud,
  world: World,
  made: Made,
): Promise<Readonly<Record<string, string>>> {
  const role = (name: string) => `arn:aws:iam::${cloud.account}:role/${name}`;
  for (const name of ['ecs-execution', ...Object.keys(world.services).map((service) => `${service}-task`)])
    await cloud.call('iam', 'CreateRole', { RoleName: name, AssumeRolePolicyDocument: TRUST });
  const entries = await Promise.all(
    Object.entries(world.services).map(async ([name, service]): Promise<[string, string]> => {
      const group = `/ecs/${name}`;
      await cloud.call('logs', 'CreateLogGroup', { logGroupName: group });
      const secrets = Object.entries(service.secrets).map(([variable, secret]) => ({
        name: variable,
        valueFrom: made.secrets[secret] ?? secret,
      }));
      const { taskDefinition } = await cloud.call('ecs', 'RegisterTaskDefinition', {
        family: name,
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: role('ecs-execution'),
        taskRoleArn: role(`${name}-task`),
        containerDefinitions: [
          {
            name: service.container,
            image: made.images[service.image] ?? service.image,
            essential: true,
            portMappings: [{ containerPort: service.port, protocol: 'tcp' }],
            environment: [
              { name: 'PORT', value: String(service.port) },
              ...Object.entries(service.environment).map(([variable, value]) => ({ name: variable, value })),
            ],
            secrets,
            stopTimeout: 30,
            logConfiguration: {
              logDriver: 'awslogs',
              options: { 'awslogs-group': group, 'awslogs-region': cloud.region, 'awslogs-stream-prefix': 'ecs' },
            },
          },
        ],
      });
      return [name, taskDefinition.taskDefinitionArn];
    }),
  );
  return Object.fromEntries(entries);
}

/** Runs one command in the container of a service's definition and waits for it; throws when it does not exit with 0. */
export async function runOnce(
  cloud: Cloud,
  world: World,
  taskDefinition: string,
  container: string,
  command: readonly string[],
): Promise<void> {
  const { tasks, failures } = await cloud.call('ecs', 'RunTask', {
    cluster: world.cluster,
    taskDefinition,
    launchType: 'FARGATE',
    networkConfiguration: network,
    overrides: { containerOverrides: [{ name: container, command }] },
  });
  if (!tasks?.[0]) throw new Error(`the first migration was not started: ${JSON.stringify(failures)}`);
  const task = await until(cloud, `the task ${command.join(' ')}`, async () => {
    const seen = await cloud.call('ecs', 'DescribeTasks', { cluster: world.cluster, tasks: [tasks[0].taskArn] });
    return seen.tasks[0]?.lastStatus === 'STOPPED' ? seen.tasks[0] : undefined;
  });
  const ended = task.containers.find((one: { name: string }) => one.name === container);
  if (ended?.exitCode !== 0)
    throw new Error(`${command.join(' ')} ended with ${ended?.exitCode}: ${task.stoppedReason} ${ended?.reason ?? ''}`);
}

export async function createServices(
  cloud: Cloud,
  world: World,
  definitions: Readonly<Record<string, string>>,
  traffic: Readonly<Record<string, Traffic>>,
): Promise<void> {
  for (const [name, service] of Object.entries(world.services))
    await cloud.call('ecs', 'CreateService', {
      cluster: world.cluster,
      serviceName: name,
      taskDefinition: definitions[name],
      desiredCount: service.desired,
      launchType: 'FARGATE',
      networkConfiguration: network,
      loadBalancers: [{ ...traffic[name], containerName: service.container, containerPort: service.port }],
      healthCheckGracePeriodSeconds: 60,
      deploymentConfiguration: {
        ...staged(service.strategy),
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
    });
  await until(cloud, `services ${Object.keys(world.services).join(', ')}`, async () => {
    const { services } = await cloud.call('ecs', 'DescribeServices', {
      cluster: world.cluster,
      services: Object.keys(world.services),
    });
    const steady = services.every(
      (one: { runningCount: number; desiredCount: number; deployments: { rolloutState?: string }[] }) =>
        one.runningCount === one.desiredCount && one.deployments.every((each) => each.rolloutState === 'COMPLETED'),
    );
    return steady ? true : undefined;
  });
}

function staged(strategy: World['services'][string]['strategy']) {
  if (strategy === 'rolling') return {};
  return { strategy: strategy.replace('-', '_').toUpperCase(), bakeTimeInMinutes: 0 };
}

async function until<T>(cloud: Cloud, what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    cloud.stopped.throwIfAborted();
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what}: not ready after ${WAIT_MS / 1000} s`);
}
