import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteTargetGroupCommand,
  DeregisterTargetsCommand,
  DescribeLoadBalancersCommand,
  DescribeTargetHealthCommand,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { aFleet, until } from './a-fleet.ts';

let fleet: Awaited<ReturnType<typeof aFleet>>;
let listenerArn = '';
const servers: Server[] = [];
let health = 200;

/** A target that answers `/slow` after 400 ms and echoes what comes over an upgraded connection. */
async function aTarget(): Promise<number> {
  const server = createServer((request, response) => {
    if (request.url === '/health') response.writeHead(health).end();
    else setTimeout(() => response.end(`${request.method} ${request.url}`), request.url === '/slow' ? 400 : 0);
  });
  server.on('upgrade', (_request, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n\r\n');
    socket.pipe(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
const aGroup = async (name: string): Promise<string> => {
  const { TargetGroups } = await fleet.elb.send(
    new CreateTargetGroupCommand({
      Name: name,
      Protocol: 'HTTP',
      Port: 80,
      TargetType: 'ip',
      VpcId: 'vpc-1',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
      HealthyThresholdCount: 2,
    }),
  );
  return TargetGroups?.[0]?.TargetGroupArn ?? '';
};
const healthOf = async (TargetGroupArn: string) => {
  const { TargetHealthDescriptions } = await fleet.elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
  return TargetHealthDescriptions?.[0]?.TargetHealth;
};
const becomes = (arn: string, state: string) => until(async () => (await healthOf(arn))?.State === state, state);
const aRule = (Priority: number, path: string, TargetGroupArn: string) =>
  fleet.elb.send(
    new CreateRuleCommand({
      ListenerArn: listenerArn,
      Priority,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [path] } }],
      Actions: [{ Type: 'forward', TargetGroupArn }],
    }),
  );
const register = (TargetGroupArn: string, Port: number) =>
  fleet.elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets: [{ Id: '127.0.0.1', Port }] }));

beforeAll(async () => {
  fleet = await aFleet(60);
  const { LoadBalancers } = await fleet.elb.send(new CreateLoadBalancerCommand({ Name: 'alb', Subnets: ['a', 'b'] }));
  const { Listeners } = await fleet.elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404', MessageBody: 'nobody' } }],
    }),
  );
  listenerArn = Listeners?.[0]?.ListenerArn ?? '';
});
afterAll(async () => {
  for (const server of servers) server.close();
  for (const server of servers) server.closeAllConnections();
  await fleet.stop();
});

test('a rule sends its paths to its target group; the rest gets the default action', async () => {
  const group = await aGroup('paths');
  expect((await fetch(`${fleet.url}/api/x`)).status).toBe(404);
  await aRule(10, '/api/*', group);
  expect((await fetch(`${fleet.url}/api/x`)).status).toBe(503);
  await register(group, await aTarget());
  await becomes(group, 'healthy');
  expect(await (await fetch(`${fleet.url}/api/x?y=1`, { method: 'POST', body: 'z' })).text()).toBe('POST /api/x?y=1');
  expect(await (await fetch(`${fleet.url}/other`)).text()).toBe('nobody');
  await expect(fleet.elb.send(new DeleteTargetGroupCommand({ TargetGroupArn: group }))).rejects.toMatchObject({
    name: 'ResourceInUseException',
  });
});

test('a target that answers its health check wrongly says so', async () => {
  const group = await aGroup('sick');
  await aRule(20, '/sick', group);
  health = 502;
  await register(group, await aTarget());
  await becomes(group, 'unhealthy');
  expect(await healthOf(group)).toMatchObject({
    Reason: 'Target.ResponseCodeMismatch',
    Description: 'Health checks failed with these codes: [502]',
  });
  health = 200;
  await becomes(group, 'healthy');
});

test('a draining target finishes what it has begun and gets nothing new', async () => {
  const group = await aGroup('slow');
  await aRule(30, '/slow', group);
  const port = await aTarget();
  await register(group, port);
  await becomes(group, 'healthy');
  const begun = fetch(`${fleet.url}/slow`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await fleet.elb.send(
    new DeregisterTargetsCommand({ TargetGroupArn: group, Targets: [{ Id: '127.0.0.1', Port: port }] }),
  );
  expect(await healthOf(group)).toMatchObject({ State: 'draining', Reason: 'Target.DeregistrationInProgress' });
  expect((await fetch(`${fleet.url}/slow`)).status).toBe(503);
  expect((await begun).status).toBe(200);
  await until(async () => (await healthOf(group)) === undefined, 'it is gone');
});

test('a WebSocket upgrade passes in both directions', async () => {
  const group = await aGroup('ws');
  await aRule(40, '/ws', group);
  await register(group, await aTarget());
  await becomes(group, 'healthy');
  const socket = connect(Number(new URL(fleet.url).port), '127.0.0.1');
  socket.write('GET /ws HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n');
  let seen = '';
  socket.on('data', (data) => {
    seen += data;
  });
  await until(async () => seen.includes('101 Switching Protocols'), 'the upgrade');
  socket.write('ping');
  await until(async () => seen.endsWith('ping'), 'the echo');
  socket.destroy();
});

test('a target that refuses connections is passed over for a healthy one; alone it gives 502', async () => {
  const group = await aGroup('half');
  await aRule(50, '/half', group);
  const port = await aTarget();
  await register(group, port);
  await becomes(group, 'healthy');
  const gone = servers.at(-1);
  gone?.close();
  gone?.closeAllConnections();
  expect((await fetch(`${fleet.url}/half`)).status).toBe(502);
  const second = await aTarget();
  await register(group, second);
  await until(async () => fleet.engine.health(group, '127.0.0.1', second).state === 'healthy', 'the second target');
  const answers = await Promise.all(Array.from({ length: 6 }, () => fetch(`${fleet.url}/half`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
});

test('what is not there is refused by name', async () => {
  await expect(fleet.elb.send(new DescribeLoadBalancersCommand({ Names: ['none'] }))).rejects.toMatchObject({
    name: 'LoadBalancerNotFoundException',
  });
});

test('a number out of range is refused in the words of the API', async () => {
  const group = fleet.elb.send(
    new CreateTargetGroupCommand({ Name: 'odd', Protocol: 'HTTP', Port: 70_000, TargetType: 'ip' }),
  );
  await expect(group).rejects.toMatchObject({
    name: 'ValidationError',
    message:
      "1 validation error detected: Value '70000' at 'port' failed to satisfy constraint: Member must have value less than or equal to 65535",
  });
});

test('a health check that may take as long as its interval is refused', async () => {
  const group = fleet.elb.send(
    new CreateTargetGroupCommand({
      Name: 'never-late',
      Protocol: 'HTTP',
      Port: 80,
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 5,
    }),
  );
  await expect(group).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'Health check interval must be greater than the timeout.',
  });
});
