import type { Service } from '@aws-sdk/client-ecs';
import { deploymentConfiguration, problemsOf } from '../../src/deploy/deployment-configuration.ts';
import { serviceChange, tellServiceChange } from '../../src/deploy/service-change.ts';
import { deploymentSettings, serviceSettings } from '../../src/settings.ts';
import type { WantedService } from '../../src/wanted.ts';

const service: Service = {
  desiredCount: 2,
  healthCheckGracePeriodSeconds: 60,
  deploymentConfiguration: {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    deploymentCircuitBreaker: { enable: true, rollback: false, resetOnHealthyTask: false },
    lifecycleHooks: [{ targetType: 'AWS_LAMBDA', hookTargetArn: 'arn:lambda', lifecycleStages: ['POST_SCALE_UP'] }],
  },
};

const wanted = (settings: object, deployment: object = {}): WantedService => ({
  service: 'api',
  source: { kind: 'running' },
  images: {},
  settings: serviceSettings.parse(settings),
  deployment: deploymentSettings.parse(deployment),
  force: false,
});

test('a service that is as it is wanted needs no change', () => {
  expect(serviceChange(service, wanted({ 'desired-count': 2, 'health-check-grace-period': '1m' }))).toEqual({});
});

test('no pauses and no alarms are no change of a service that has none', () => {
  const { lifecycleHooks: _, ...deploymentConfiguration } = service.deploymentConfiguration ?? {};
  const bare = { ...service, deploymentConfiguration };
  expect(serviceChange(bare, wanted({}, { pauses: [], alarms: 'off' }))).toEqual({});
  expect(serviceChange(bare, wanted({}, { alarms: { names: ['api-5xx'] } }))).not.toEqual({});
});

test('what the user does not set stays as the service has it', () => {
  const { deploymentConfiguration: changed } = serviceChange(service, wanted({}, { 'circuit-breaker': 'rollback' }));
  expect(changed).toEqual({
    ...service.deploymentConfiguration,
    deploymentCircuitBreaker: { enable: true, rollback: true, resetOnHealthyTask: false },
  });
});

test('the configuration of the strategy before does not go with another one', () => {
  const canaryConfiguration = { canaryPercent: 5 };
  const before = { strategy: 'CANARY' as const, bakeTimeInMinutes: 5, canaryConfiguration };
  const next = (strategy: string) => deploymentConfiguration(before, deploymentSettings.parse({ strategy }));
  expect(next('blue-green')).toEqual({ strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 });
  expect(next('rolling')).toEqual({ strategy: 'ROLLING' });
});

test.each([
  [{ strategy: 'blue-green' }, 'blue-green needs a bake-time'],
  [{ 'bake-time': '5m' }, 'bake-time needs another strategy than rolling'],
  [
    { strategy: 'blue-green', 'bake-time': '5m', 'canary-percent': 10 },
    'canary-… needs the strategy canary, not blue-green',
  ],
  [
    { pauses: [{ stage: 'pre-scale-up', suites: ['smoke/*.yml'], 'base-url': 'https://test.example.com' }] },
    'pauses need another strategy than rolling',
  ],
  [{ 'step-percent': 10 }, 'step-… needs the strategy linear, not rolling'],
  [{ 'minimum-healthy-percent': 100, 'maximum-percent': 100 }, 'lets no task be replaced'],
])('settings that ECS would refuse together are a problem: %j', (settings, problem) => {
  const configuration = deploymentConfiguration({}, deploymentSettings.parse(settings));
  expect(problemsOf(configuration)).toEqual([expect.stringContaining(problem)]);
  expect(problemsOf(deploymentConfiguration({}, deploymentSettings.parse({ strategy: 'canary' })))).toEqual([]);
});

test('a bake time is sent in whole minutes, rounded up', () => {
  expect(deploymentConfiguration({}, deploymentSettings.parse({ 'bake-time': '90s' })).bakeTimeInMinutes).toBe(2);
});

test('a canary has its percentage and its own bake time', () => {
  const settings = deploymentSettings.parse({ strategy: 'canary', 'canary-percent': 10, 'canary-bake-time': '5m' });
  expect(deploymentConfiguration({}, settings)).toEqual({
    strategy: 'CANARY',
    canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 },
  });
});

test('pauses go back when nobody answers, and hooks that call a function stay', () => {
  const pause = { stage: 'post-test-traffic-shift', suites: ['smoke/*.yml'], 'base-url': 'http://test.example.com' };
  const { lifecycleHooks } = deploymentConfiguration(
    service.deploymentConfiguration,
    deploymentSettings.parse({ pauses: [{ ...pause, timeout: '10m' }] }),
  );
  expect(lifecycleHooks).toEqual([
    service.deploymentConfiguration?.lifecycleHooks?.[0],
    {
      targetType: 'PAUSE',
      lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
      timeoutConfiguration: { timeoutInMinutes: 10, action: 'ROLLBACK' },
    },
  ]);
});

test('alarms can be turned off', () => {
  const { alarms } = deploymentConfiguration({}, deploymentSettings.parse({ alarms: 'off' }));
  expect(alarms).toEqual({ alarmNames: [], enable: false, rollback: false });
});

test('a difference names the field and both values', () => {
  const change = serviceChange(service, wanted({ 'desired-count': 4 }, { 'maximum-percent': 150 }));
  expect(tellServiceChange(service, change)).toEqual([
    'desiredCount: 2 -> 4',
    'deploymentConfiguration.maximumPercent: 200 -> 150',
  ]);
});

test('capacity providers replace those that the service has', () => {
  const spot = wanted({ 'capacity-providers': [{ provider: 'FARGATE_SPOT', weight: 3 }] });
  expect(serviceChange(service, spot)).toEqual({
    capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 3, base: 0 }],
  });
});
