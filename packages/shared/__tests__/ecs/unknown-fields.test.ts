import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ECSClient } from '@aws-sdk/client-ecs';
import { readTaskDefinition, registerTaskDefinition } from '../../src/ecs/register-task-definition.ts';
import { unknownFields } from '../../src/ecs/unknown-fields.ts';

const arn = 'arn:aws:ecs:ap-northeast-2:123456789012:task-definition/api';
const container = { name: 'api', image: 'i', essential: true };
const aTask = (revision: number, more: object = {}) => ({
  taskDefinitionArn: `${arn}:${revision}`,
  family: 'api',
  status: 'ACTIVE',
  containerDefinitions: [container],
  ...more,
});

/** An ECS that describes one definition, whatever is in it, and gives what is registered the next revision. */
async function anEcsWith(taskDefinition: object) {
  const registered: unknown[] = [];
  const server = createServer(async (request, response) => {
    const input: unknown = JSON.parse((await buffer(request)).toString());
    const isRegistration = String(request.headers['x-amz-target']).endsWith('RegisterTaskDefinition');
    if (isRegistration) registered.push(input);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ taskDefinition: isRegistration ? aTask(2) : taskDefinition }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'a', secretAccessKey: 's' };
  const ecs = new ECSClient({ endpoint: `http://127.0.0.1:${port}`, region: 'ap-northeast-2', credentials });
  return {
    ecs,
    registered,
    stop: async () => {
      ecs.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('a field that ECS has learnt since is told by its path', () => {
  const containers = [
    { ...container, gpuFraction: 0.5 },
    { image: 'i', portMappings: [{ containerPort: 1, quic: true }] },
  ];
  expect(unknownFields(aTask(1, { containerDefinitions: containers, confidential: { enabled: true } }))).toEqual([
    'containerDefinitions.api.gpuFraction',
    'containerDefinitions.1.portMappings.0.quic',
    'confidential',
  ]);
});

test('a field that says nothing is not told, nor is a name in a map', () => {
  const containers = [{ ...container, next: [], later: null, soon: false, dockerLabels: { anything: 'x' } }];
  expect(unknownFields(aTask(1, { containerDefinitions: containers }))).toEqual([]);
});

test('what the SDK would drop of an answer is told beside the definition', async () => {
  const cloud = await anEcsWith(aTask(1, { containerDefinitions: [{ ...container, gpuFraction: 0.5 }] }));
  const read = await readTaskDefinition(cloud.ecs, 'api');
  await cloud.stop();
  expect(read.unknownFields).toEqual(['containerDefinitions.api.gpuFraction']);
  expect(read.definition.containerDefinitions).toEqual([container]);
});

test('a revision with an unknown field is not reused for a definition without it', async () => {
  const cloud = await anEcsWith(aTask(1, { confidential: { enabled: true } }));
  const result = await registerTaskDefinition(cloud.ecs, { family: 'api', containerDefinitions: [container] });
  await cloud.stop();
  expect(result).toEqual({ arn: `${arn}:2`, reused: false });
  expect(cloud.registered).toHaveLength(1);
});

test('a revision without unknown fields is reused', async () => {
  const cloud = await anEcsWith(aTask(1));
  const result = await registerTaskDefinition(cloud.ecs, { family: 'api', containerDefinitions: [container] });
  await cloud.stop();
  expect(result).toEqual({ arn: `${arn}:1`, reused: true });
  expect(cloud.registered).toEqual([]);
});
