import type { EcsEngine } from '../src/services/ecs.ts';
import { aSimulatedFleet, definition, network, until } from './a-fleet.ts';

const COUNT = 500;
const names = Array.from({ length: COUNT }, (_, i) => `service-${i}`);

test('500 services of two simulated tasks are deployed in one process, and again', async () => {
  const fleet = await aSimulatedFleet(300);
  try {
    const call = (operation: string, input: object) => fleet.cloud.call('ecs', operation, input);
    await call('RegisterTaskDefinition', definition('v1'));
    const settled = async () => {
      const described = await Promise.all(
        Array.from({ length: COUNT / 10 }, (_, i) =>
          call('DescribeServices', { cluster: 'prod', services: names.slice(i * 10, i * 10 + 10) }),
        ),
      );
      return described
        .flatMap(({ services }) => services)
        .every(({ deployments, runningCount }) => runningCount === 2 && deployments[0].rolloutState === 'COMPLETED');
    };
    for (const serviceName of names)
      await call('CreateService', {
        cluster: 'prod',
        serviceName,
        taskDefinition: 'api',
        desiredCount: 2,
        networkConfiguration: network,
      });
    await until(settled, 'all services are up');
    for (const service of names) await call('UpdateService', { cluster: 'prod', service, forceNewDeployment: true });
    await until(settled, 'all services are deployed anew');
    const { tasks } = fleet.cloud.service<EcsEngine>('ecs').state;
    const running = [...tasks.values()].filter(({ lastStatus }) => lastStatus === 'RUNNING');
    expect(new Set(running.map(({ group }) => group)).size).toBe(COUNT);
    expect(running).toHaveLength(2 * COUNT);
  } finally {
    await fleet.stop();
  }
});
