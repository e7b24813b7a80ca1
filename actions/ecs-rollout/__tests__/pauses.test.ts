import { CreateServiceCommand, DescribeServiceDeploymentsCommand, type LoadBalancer } from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { position } from '#shared/ecs/go-back';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { verdictOf } from '../src/deploy/pauses.ts';
import { aReleaseCloud, type ReleaseCloud } from './a-release.ts';

let world: ReleaseCloud;
let testListener: string;
let productionListener: string;
const at = () => position(world.cloud.ecs, 'prod', 'api');

beforeAll(async () => {
  world = await aReleaseCloud({ v1: programs.server('v1'), v2: programs.server('v2'), bad: programs.server('bad') });
  const taskDefinition = await world.service('api-once', 'v1');
  const loadBalancer = await twoListeners();
  await world.cloud.ecs.send(
    new CreateServiceCommand({
      cluster: 'prod',
      serviceName: 'api',
      taskDefinition,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      loadBalancers: [loadBalancer],
      deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 },
    }),
  );
  while ((await at()).latest?.status !== 'SUCCESSFUL') await new Promise((resolve) => setTimeout(resolve, 100));
}, 60_000);
afterAll(() => world?.stop());

/** A production and a test listener, each with a rule for two target groups. */
async function twoListeners(): Promise<LoadBalancer> {
  const elb = new ElasticLoadBalancingV2Client(world.cloud.settings);
  const { LoadBalancers } = await elb.send(new CreateLoadBalancerCommand({ Name: 'alb', Subnets: ['subnet-1'] }));
  const group = async (Name: string) => {
    const input = { Name, Port: 3000, Protocol: 'HTTP' as const, TargetType: 'ip' as const, VpcId: 'vpc-1' };
    const { TargetGroups } = await elb.send(new CreateTargetGroupCommand({ ...input, HealthCheckIntervalSeconds: 10 }));
    const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn ?? '';
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: '0' }];
    await elb.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes }));
    return TargetGroupArn;
  };
  const [blue, green] = [await group('blue'), await group('green')];
  const DefaultActions = [{ Type: 'forward' as const, TargetGroupArn: blue }];
  const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn;
  const listen = async (Port: number) => {
    const listener = await elb.send(
      new CreateListenerCommand({ LoadBalancerArn, Port, Protocol: 'HTTP', DefaultActions }),
    );
    const ListenerArn = listener.Listeners?.[0]?.ListenerArn;
    const Conditions = [{ Field: 'path-pattern', Values: ['/*'] }];
    const rule = await elb.send(
      new CreateRuleCommand({ ListenerArn, Priority: 1, Conditions, Actions: DefaultActions }),
    );
    const answer = await world.cloud.control('listener-url', { listener: ListenerArn });
    const { url } = (await answer.json()) as { url: string };
    return { rule: rule.Rules?.[0]?.RuleArn ?? '', url };
  };
  const [production, test] = [await listen(80), await listen(8080)];
  [productionListener, testListener] = [production.url, test.url];
  return {
    targetGroupArn: blue,
    containerName: 'api',
    containerPort: 3000,
    advancedConfiguration: {
      alternateTargetGroupArn: green,
      productionListenerRule: production.rule,
      testListenerRule: test.rule,
      roleArn: 'arn:aws:iam::123456789012:role/ecs-elb',
    },
  };
}

const production = async () => (await fetch(productionListener)).text();

async function release(version: string) {
  await world.write(
    'smoke.yml',
    `name: Before traffic\ntests:\n  version:\n    steps:\n      - name: Is the new version\n        http: { url: /, method: GET, check: { status: 200, matches: v2 } }\n`,
  );
  const pauses = [{ stage: 'post-test-traffic-shift', suites: ['smoke.yml'], 'base-url': testListener }];
  return world.release({ api: version }, { deployment: { pauses } });
}

test('a suite that passes against the test listener lets the deployment go on, and production follows only then', async () => {
  const { outputs, checks } = await release('v2');
  expect(outputs.outcome).toBe('succeeded');
  expect(checks.find(({ id }) => id === 'rollout.pause-answered')).toMatchObject({
    verdict: 'pass',
    because: 'POST_TEST_TRAFFIC_SHIFT: all 1 steps passed',
  });
  expect(await production()).toBe('v2');
});

test('a suite that fails takes the deployment back, and no user ever met the new version', async () => {
  const met: string[] = [];
  const probe = setInterval(() => void production().then((text) => met.push(text)), 50);
  const { outputs, checks, exitCode } = await release('bad');
  clearInterval(probe);
  expect(outputs).toMatchObject({ outcome: 'rolled-back' });
  expect(exitCode).toBe(3);
  expect(checks.find(({ id }) => id === 'rollout.deployed')?.because).toBe(
    'rolled back by this run: its suites did not pass at POST_TEST_TRAFFIC_SHIFT',
  );
  expect(checks.find(({ id }) => id === 'rollout.pause-answered')).toMatchObject({ verdict: 'fail' });
  expect(new Set(met)).toEqual(new Set(['v2']));
  const { latest } = await at();
  const { serviceDeployments } = await world.cloud.ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [latest?.arn ?? ''] }),
  );
  expect(serviceDeployments?.[0]?.status).toMatch(/SUCCESSFUL$/);
});

test('a suite with a mistake is found before anything is deployed', async () => {
  const before = (await at()).latest?.arn;
  await world.write('wrong.yml', 'name: Wrong\ntests: {}\n');
  const pauses = [{ stage: 'post-test-traffic-shift', suites: ['wrong.yml'], 'base-url': testListener }];
  await expect(world.release({ api: 'v1' }, { deployment: { pauses } })).rejects.toMatchObject({
    code: 'ROLLOUT_SUITE_INVALID',
  });
  expect((await at()).latest?.arn).toBe(before);
});

test('nothing but every step passed lets a deployment go on', () => {
  const step = { test: 't', name: 'n', id: 'n', problems: [], attempts: 1, asked: '', at: '' };
  expect(verdictOf([]).action).toBe('ROLLBACK');
  expect(
    verdictOf([
      { ...step, kind: 'passed' },
      { ...step, kind: 'skipped' },
    ]).action,
  ).toBe('ROLLBACK');
  expect(verdictOf([{ ...step, kind: 'passed' }]).action).toBe('CONTINUE');
});
