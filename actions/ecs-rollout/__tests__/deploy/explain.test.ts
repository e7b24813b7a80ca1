import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Outcome } from '#shared/ecs/watch/outcome';
import { nowhere } from '../../src/definition/read-definition.ts';
import { explain } from '../../src/deploy/explain.ts';

const options = { 'awslogs-group': '/ecs/api', 'awslogs-stream-prefix': 'ecs' };
const definition = {
  family: 'api',
  containerDefinitions: [{ name: 'api', logConfiguration: { logDriver: 'awslogs' as const, options } }],
};
const task = {
  taskArn: 'arn:aws:ecs:r:1:task/prod/0a1b',
  lastStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited' as const,
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'api', exitCode: 3 }],
};
const outcome: Outcome = {
  kind: 'hopeless',
  service: 'api',
  deployment: 'arn:deployment',
  because: '2 tasks failed',
  at: new Date(0),
  evidence: { tasks: [task] },
};
const view = {
  name: 'api',
  service: { loadBalancers: [{ targetGroupArn: 'arn:group' }] },
  current: {},
  currentTags: [],
  target: definition,
  change: {},
  placeOf: nowhere,
};

test('an AWS that never answers does not keep the way back waiting, and what the watch knows is told', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const settings = { endpoint, region: 'r', credentials: { accessKeyId: 'a', secretAccessKey: 's' } };
  const clients = {
    ecs: new ECSClient(settings),
    cluster: 'prod',
    logs: new CloudWatchLogsClient(settings),
    elb: new ElasticLoadBalancingV2Client(settings),
  };
  const { explanation, log } = await explain(clients, outcome, view, 50, 100);
  silent.closeAllConnections();
  silent.close();
  expect(explanation).toMatchObject({ id: 'exit-code', exitCode: 3 });
  expect(log).toEqual(['(the log /ecs/api ecs/api/0a1b was not read in time)']);
});
