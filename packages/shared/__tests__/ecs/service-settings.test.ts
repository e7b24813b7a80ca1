import type { Service } from '@aws-sdk/client-ecs';
import { settingsBack, settingsOf, settingsOfRevision } from '#shared/ecs/service-settings';

const service: Service = {
  serviceName: 'api',
  desiredCount: 2,
  runningCount: 2,
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
  loadBalancers: [{ targetGroupArn: 'arn:tg', containerName: 'api', containerPort: 80 }],
  deployments: [{ status: 'PRIMARY', serviceConnectConfiguration: { enabled: true } }],
};

test('the settings hold what UpdateService can set, and nothing that ECS only reports', () => {
  expect(settingsOf(service)).toEqual({
    networkConfiguration: service.networkConfiguration,
    deploymentConfiguration: service.deploymentConfiguration,
    loadBalancers: service.loadBalancers,
    serviceConnectConfiguration: { enabled: true },
  });
});

test('a service that is as recorded needs nothing', () => {
  expect(settingsBack(service, settingsOf(service))).toEqual({});
});

test('only what was changed since is given back', () => {
  const changed = { ...service, deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 0 } };
  expect(settingsBack(changed, settingsOf(service))).toEqual({
    deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 },
  });
});

test('a list that was added is emptied again', () => {
  const before = settingsOf({ ...service, loadBalancers: [] });
  expect(settingsBack(service, before)).toEqual({ loadBalancers: [] });
});

test('an empty list and none are the same', () => {
  expect(settingsBack({ ...service, placementStrategy: [] }, settingsOf(service))).toEqual({});
});

test('an earlier revision gives back what it tells, and leaves what no revision tells', () => {
  const now = { ...service, propagateTags: 'SERVICE' as const, platformVersion: 'LATEST' };
  const revision = {
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0'] } },
    loadBalancers: service.loadBalancers ?? [],
    serviceConnectConfiguration: { enabled: true },
    // Resolved by ECS: not what anybody had asked for.
    platformVersion: '1.4.0',
  };
  const configuration = { maximumPercent: 150, minimumHealthyPercent: 50 };
  expect(settingsBack(now, settingsOfRevision(now, revision, configuration))).toEqual({
    networkConfiguration: revision.networkConfiguration,
    deploymentConfiguration: configuration,
  });
});

test('alarms, pauses and a bake time that a release added are taken away in so many words, which UpdateService needs', () => {
  const { deploymentConfiguration } = service;
  const added = {
    alarms: { alarmNames: ['slow'], enable: true, rollback: true },
    lifecycleHooks: [{ targetType: 'PAUSE' as const, lifecycleStages: ['POST_SCALE_UP' as const] }],
    bakeTimeInMinutes: 5,
  };
  const changed = { ...service, deploymentConfiguration: { ...deploymentConfiguration, ...added } };
  expect(settingsBack(changed, settingsOf(service))).toEqual({
    deploymentConfiguration: {
      ...deploymentConfiguration,
      alarms: { alarmNames: [], enable: false, rollback: false },
      lifecycleHooks: [],
      bakeTimeInMinutes: 0,
    },
  });
});

test('alarms that are turned off, no pauses and no bake time are the same as none', () => {
  const nothing = {
    alarms: { alarmNames: [], enable: false, rollback: false },
    lifecycleHooks: [],
    bakeTimeInMinutes: 0,
  };
  const { deploymentConfiguration } = service;
  const now = { ...service, deploymentConfiguration: { ...deploymentConfiguration, ...nothing } };
  expect(settingsBack(now, settingsOf(service))).toEqual({});
});

test('nothing of a record gets into the call that is not a setting of a service', () => {
  const recorded = { ...settingsOf(service), service: 'other', cluster: 'other', desiredCount: 0, unheard: true };
  expect(settingsBack(service, recorded)).toEqual({});
});
