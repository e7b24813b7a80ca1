import { nowhere } from '../../src/definition/read-definition.ts';
import type { Going, ServiceView } from '../../src/plan.ts';
import { candidateOf } from '../../src/verify/candidate-of.ts';

const definition = (cpu: string) => ({ family: 'api', cpu, containerDefinitions: [{ name: 'api' }] });

/** A service of four tasks that gets new ones. */
function going(view: Partial<ServiceView> = {}, more: { kind?: 'leave'; quiet?: true } = {}): Going {
  const service = { desiredCount: 4, runningCount: 4, deploymentConfiguration: { maximumPercent: 150 } };
  return {
    kind: 'deploy',
    service: 'api',
    because: '',
    force: false,
    before: { taskDefinition: 'api:1' },
    view: {
      name: 'api',
      service,
      current: definition('256'),
      currentTags: [],
      target: definition('512'),
      change: {},
      placeOf: nowhere,
      ...view,
    },
    ...more,
  } as Going;
}

const codeDeploy = { kind: 'controlled' } as ServiceView['codeDeploy'];

test.each<[string, Going, number]>([
  ['a deployment has as many tasks beside the old ones as its configuration lets it', going(), 150],
  ['a service that is left alone starts none', going({}, { kind: 'leave' }), 100],
  ['one that is only scaled starts none beside its own', going({ change: { desiredCount: 6 } }, { quiet: true }), 100],
  ['CodeDeploy brings up all of them once more', going({ ...(codeDeploy ? { codeDeploy } : {}) }), 200],
])('%s', (_, decision, percent) => {
  expect(candidateOf(decision).maximumPercent).toBe(percent);
});

test('the quota has to hold tasks of the new size, and those of the old beside them', () => {
  expect(candidateOf(going())).toMatchObject({ definition: { cpu: '512' }, cpuNow: '256' });
});

test('tasks that run on other capacity take nothing of what the new ones have', () => {
  const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
  expect(candidateOf(going({ change: { capacityProviderStrategy } })).view).toMatchObject({
    capacityProviderStrategy,
    runningCount: 0,
    desiredCount: 0,
  });
});

test('ports that the service is found by are those of the deployment that it is at', () => {
  const services = [{ portName: 'http' }];
  const deployments = [{ status: 'PRIMARY', serviceConnectConfiguration: { enabled: true, services } }];
  const service = { desiredCount: 1, deployments };
  expect(candidateOf(going({ service })).namedPorts).toEqual([{ who: 'Service Connect', port: 'http' }]);
});
