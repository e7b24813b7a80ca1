import {
  CreateServiceCommand,
  type DeploymentConfiguration,
  DescribeServicesCommand,
  type LoadBalancer,
} from '@aws-sdk/client-ecs';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { twoListeners } from '../../../packages/shared/__tests__/two-listeners.ts';
import { aRollbackCloud, type RollbackCloud, wait } from './a-rollback.ts';

let world: RollbackCloud;
let listeners: Awaited<ReturnType<typeof twoListeners>>;
let others: Awaited<ReturnType<typeof twoListeners>>;
const of = { cluster: 'prod', services: ['api'] };
const quick = { stepPercent: 50, stepBakeTimeInMinutes: 1 };
const blueGreen = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 } as const;

beforeAll(async () => {
  world = await aRollbackCloud({ v1: programs.server('v1'), v2: programs.server('v2') });
  listeners = await twoListeners(world.cloud);
  others = await twoListeners(world.cloud, 'other');
  await world.service('definition', 'v1');
  const { taskDefinition } = await world.at('definition');
  await world.cloud.ecs.send(
    new CreateServiceCommand({
      cluster: 'prod',
      serviceName: 'api',
      taskDefinition,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
      loadBalancers: [listeners.loadBalancer],
      deploymentConfiguration: blueGreen,
    }),
  );
  await world.settled('api');
}, 60_000);
afterAll(() => world?.stop());

const answerOf = async (url: string) => (await fetch(url)).text();
const balancers = async (): Promise<LoadBalancer[]> => {
  const { services } = await world.cloud.ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: ['api'] }));
  return services?.[0]?.loadBalancers ?? [];
};
/** Deploys that way, until it stands at a stage. */
const inFlight = async (deploymentConfiguration: DeploymentConfiguration, stage: string) => {
  await world.deploy('api', 'v2', { deploymentConfiguration });
  while ((await world.at('api')).latest?.stage !== stage) await wait(20);
  return (await world.at('api')).latest?.arn;
};
const ways: readonly (readonly [string, DeploymentConfiguration, string])[] = [
  ['BLUE_GREEN that bakes', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 600 }, 'BAKE_TIME'],
  [
    'LINEAR',
    { strategy: 'LINEAR', linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 600 } },
    'PRODUCTION_TRAFFIC_SHIFT',
  ],
  [
    'CANARY',
    { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 600 } },
    'PRODUCTION_TRAFFIC_SHIFT',
  ],
];

test.each(ways)(
  'in flight, a deployment by %s is stopped, and all traffic is on the old version',
  async (_, how, stage) => {
    const before = await balancers();
    const id = await inFlight(how, stage);
    const report = await world.rollBack(of);
    expect(report.outputs.outcome).toBe('back');
    expect((await world.at('api')).latest).toMatchObject({ arn: id, status: 'ROLLBACK_SUCCESSFUL' });
    const { checks } = report;
    const { because } = checks.find((one) => one.id === 'rollback.within-budget') ?? {};
    expect([because, checks.find((one) => one.id === 'rollback.application')?.verdict]).toEqual([
      expect.stringMatching(/of 5 minutes$/),
      'pass',
    ]);
    expect(await Promise.all(Array.from({ length: 8 }, () => answerOf(listeners.production)))).toEqual(
      Array(8).fill('v1'),
    );
    expect(await balancers()).toEqual(before);
    expect(await world.runs('api')).toBe(world.digests.v1);
  },
);

test.each(['the record', 'what ECS remembers'])(
  'a finished release goes back by %s as a whole revision: target groups, listener rules and strategy too',
  async (by) => {
    const [balancersBefore, settingsBefore] = [await balancers(), await world.settings('api')];
    await world.record(['api'], {}, 'staged');
    await world.release('api', 'v2', {
      loadBalancers: [others.loadBalancer],
      deploymentConfiguration: { strategy: 'LINEAR', bakeTimeInMinutes: 0, linearConfiguration: quick },
    });
    expect(await answerOf(others.production)).toBe('v2');
    const report = await (by === 'the record' ? world.rollBack({}, { record: 'staged' }) : world.rollBack(of));
    expect(report.outputs.outcome).toBe('back');
    expect(await answerOf(listeners.production)).toBe('v1');
    expect(await balancers()).toEqual(balancersBefore);
    expect(await world.settings('api')).toEqual(settingsBefore);
    // A second rollback changes nothing.
    const { latest } = await world.at('api');
    const again = await (by === 'the record' ? world.rollBack({}, { record: 'staged' }) : world.rollBack(of));
    expect(again.outputs.outcome).toBe('back');
    expect((await world.at('api')).latest?.arn).toBe(latest?.arn);
  },
);

test('a pause of the way back is answered, so that nobody has to', async () => {
  const lifecycleHooks = [
    {
      targetType: 'PAUSE' as const,
      lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT' as const],
      timeoutConfiguration: { timeoutInMinutes: 1440, action: 'ROLLBACK' as const },
    },
  ];
  await world.record(['api'], {}, 'before-pause');
  await world.release('api', 'v2', { deploymentConfiguration: blueGreen });
  const paused = await world.record(['api'], {}, 'paused');
  const before = (await world.at('api')).taskDefinition;
  const recorded = paused.services.api;
  if (!recorded) throw new Error('api was not recorded');
  const deploymentConfiguration = { ...(recorded.settings?.deploymentConfiguration as object), lifecycleHooks };
  await world.record(
    [],
    { services: { api: { ...recorded, settings: { ...recorded.settings, deploymentConfiguration } } } },
    'paused',
  );
  await world.rollBack({}, { record: 'before-pause' });
  const said: string[] = [];
  const report = await world.rollBack({}, { record: 'paused', said });
  expect(report.outputs.outcome).toBe('back');
  expect(said.join('\n')).toContain('goes on at POST_TEST_TRAFFIC_SHIFT');
  expect((await world.at('api')).taskDefinition).toBe(before);
});
