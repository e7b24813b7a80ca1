// Where a task definition comes from, and when a revision that is there is taken for what is wanted.

import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { describeServices } from '#shared/ecs/services';
import { programs } from '../../../packages/shared/__tests__/running-cloud.ts';
import { aReleaseCloud, type ReleaseCloud } from './a-release.ts';
import { stands } from './stands.ts';

let world: ReleaseCloud;
beforeAll(async () => {
  world = await aReleaseCloud({ v1: programs.server('v1'), v2: programs.server('v2'), crash: programs.crash });
}, 60_000);
afterAll(() => world?.stop());

/** Of a container that is in nobody's way. */
const idle = ['node', '-e', 'setInterval(() => 0, 1000)'];

const definitionOf = async (taskDefinition: string) =>
  (await world.cloud.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }))).taskDefinition ?? {};
const revisionOf = async (service: string) =>
  (await describeServices(world.cloud.ecs, 'prod', [service])).get(service)?.taskDefinition?.split('/').at(-1) ?? '';
const verdict = (
  checks: readonly { id: string; subject: string; verdict: string; because: string }[],
  id: string,
  subject: string,
) => checks.find((one) => one.id === id && one.subject === subject);

test('a definition from a file is deployed with the images of the release, and found again the next time', async () => {
  const one = await world.running();
  const { containerDefinitions, ...rest } = await definitionOf(one);
  const { cpu, memory, networkMode, requiresCompatibilities } = rest;
  const [api] = containerDefinitions ?? [];
  const sidecar = { name: 'copy', image: 'replaced', essential: false, entryPoint: idle };
  // The role by its name alone, as people keep it in a public repository.
  const file = { family: one, cpu, memory, networkMode, requiresCompatibilities, executionRoleArn: 'execution' };
  await world.write(
    'task.json',
    JSON.stringify({ ...file, containerDefinitions: [{ ...api, image: 'replaced' }, sidecar] }),
  );
  const services = { [one]: { definition: 'task.json', containers: { api: 'v2', copy: 'v2' } } };
  const { outputs, checks } = await world.release({}, { services });
  expect(outputs.outcome).toBe('succeeded');
  expect(verdict(checks, 'rollout.roles-verified', one)).toMatchObject({ verdict: 'pass' });
  const images = (await definitionOf(await revisionOf(one))).containerDefinitions?.map(
    ({ image }) => image?.split('@')[1],
  );
  expect(images).toEqual([world.digests.v2, world.digests.v2]);
  const again = await world.release({}, { services });
  expect(again.outputs).toEqual(outputs);
});

test('a registered revision is deployed as it is, and with other images as a new one', async () => {
  const one = await world.running();
  await world.release({ [one]: 'v2' });
  expect(await revisionOf(one)).toBe(`${one}:2`);
  await world.release({}, { services: { [one]: { definition: `${one}:1` } } });
  expect(await revisionOf(one)).toBe(`${one}:1`);
  const environment = { api: { LEVEL: '' } };
  await world.release({}, { services: { [one]: { definition: `${one}:1`, containers: { api: 'v2' }, environment } } });
  expect(await revisionOf(one)).toBe(`${one}:3`);
  const [api] = (await definitionOf(`${one}:3`)).containerDefinitions ?? [];
  expect(api).toMatchObject({
    image: expect.stringContaining(world.digests.v2 ?? ''),
    environment: [{ name: 'LEVEL', value: '' }],
  });
});

test('the newest revision of a family, which somebody else registered, is taken with the images of the release', async () => {
  const one = await world.running();
  const { containerDefinitions: [api] = [], ...rest } = await definitionOf(one);
  const { family, cpu, memory, networkMode, requiresCompatibilities, executionRoleArn } = rest;
  const plain = { family, cpu, memory, networkMode, requiresCompatibilities, executionRoleArn };
  const environment = [{ name: 'FROM', value: 'terraform' }];
  await world.cloud.ecs.send(
    new RegisterTaskDefinitionCommand({ ...plain, containerDefinitions: [{ ...api, environment }] }),
  );
  const services = { [one]: { definition: `${one}:latest`, containers: { api: 'v2' } } };
  expect((await world.release({}, { services })).outputs.outcome).toBe('succeeded');
  const [running] = (await definitionOf(await revisionOf(one))).containerDefinitions ?? [];
  expect(running).toMatchObject({ environment, image: expect.stringContaining(world.digests.v2 ?? '') });
  expect(await revisionOf(one)).toBe(`${one}:3`);
  await world.release({}, { services });
  expect(await revisionOf(one)).toBe(`${one}:3`);
});

test.each(['nobody:latest', 'nobody:7'])('a definition %s that ECS does not have is named', async (definition) => {
  const one = await world.running();
  await expect(world.release({}, { services: { [one]: { definition } } })).rejects.toMatchObject({
    code: 'ROLLOUT_DEFINITION_NOT_FOUND',
    message: expect.stringContaining('nobody'),
  });
});

test('services that share a family each keep their own image', async () => {
  const [one, two] = [await world.running(), await world.running()];
  const arn = (await definitionOf(one)).taskDefinitionArn;
  await world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: two, taskDefinition: arn }));
  await stands(
    world.cloud.ecs,
    two,
    ({ taskDefinition, latest }) => taskDefinition === arn && latest?.status === 'SUCCESSFUL',
  );
  const wanted = { [one]: 'v1', [two]: 'v2' };
  const { checks, outputs } = await world.release(wanted);
  for (const name of [one, two])
    expect(verdict(checks, 'rollout.running-digests', name)).toMatchObject({ verdict: 'pass' });
  expect([await revisionOf(one), await revisionOf(two)]).toEqual([`${one}:1`, `${one}:2`]);
  expect((await world.release(wanted)).outputs['task-definitions']).toBe(outputs['task-definitions']);
  const other = { [one]: 'v2', [two]: 'v1' };
  await world.release(other);
  expect([await revisionOf(one), await revisionOf(two)]).toEqual([`${one}:2`, `${one}:1`]);
});

test('a revision that differs in the order of containers and variables alone is used again', async () => {
  const one = await world.running();
  const { containerDefinitions: [api] = [], ...rest } = await definitionOf(one);
  const { family, cpu, memory, networkMode, requiresCompatibilities, executionRoleArn } = rest;
  const plain = { family, cpu, memory, networkMode, requiresCompatibilities, executionRoleArn };
  const environment = [
    { name: 'A', value: '1' },
    { name: 'B', value: '' },
  ];
  const other = { name: 'other', image: api?.image, essential: false, entryPoint: idle };
  await world.cloud.ecs.send(
    new RegisterTaskDefinitionCommand({ ...plain, containerDefinitions: [{ ...api, environment }, other] }),
  );
  await world.write(
    'order.json',
    JSON.stringify({ ...plain, containerDefinitions: [other, { ...api, environment: environment.toReversed() }] }),
  );
  const { outputs } = await world.release({}, { services: { [one]: { definition: 'order.json' } } });
  expect(outputs.outcome).toBe('succeeded');
  expect(await revisionOf(one)).toBe(`${one}:2`);
});

test('a service of no tasks is released, and said to have none that proves it', async () => {
  const one = await world.running();
  await world.cloud.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: one, desiredCount: 0 }));
  const { outputs, checks } = await world.release({ [one]: 'v2' });
  expect(outputs.outcome).toBe('succeeded');
  expect(verdict(checks, 'rollout.running-digests', one)).toMatchObject({ verdict: 'warn', measured: 0 });
});

test('what was deployed before is deployed again as the revision that it was', async () => {
  const one = await world.running();
  for (const version of ['v2', 'v1', 'v2', 'v1']) await world.release({ [one]: version });
  expect(await revisionOf(one)).toBe(`${one}:1`);
  await world.cloud.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: `${one}:2` }));
  await world.release({ [one]: 'v2' });
  expect(await revisionOf(one)).toBe(`${one}:3`);
});

test('a service whose revision was deregistered is scaled, and gets new tasks from one like it', async () => {
  const one = await world.running();
  await world.cloud.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: `${one}:1` }));
  const scaled = await world.release({}, { services: { [one]: { 'desired-count': 2 } } });
  expect(scaled.outputs.outcome).toBe('succeeded');
  expect(await revisionOf(one)).toBe(`${one}:1`);
  const renewed = await world.release({}, { services: { [one]: {} }, force: true });
  expect(renewed.outputs.outcome).toBe('succeeded');
  expect(await revisionOf(one)).toBe(`${one}:2`);
});

test('a service whose revision was deregistered goes back to one like it when another service fails', async () => {
  const [one, two] = [await world.running(), await world.running()];
  await world.cloud.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: `${one}:1` }));
  const { outputs, checks } = await world.release({ [one]: 'v2', [two]: 'crash' }, { order: [[one], [two]] });
  expect(outputs.outcome).toBe('rolled-back');
  expect(verdict(checks, 'rollout.put-back', one)).toMatchObject({ verdict: 'pass' });
  expect(await revisionOf(one)).not.toBe(`${one}:1`);
  const [api] = (await definitionOf(await revisionOf(one))).containerDefinitions ?? [];
  expect(api?.image).toContain(world.digests.v1 ?? '');
});
