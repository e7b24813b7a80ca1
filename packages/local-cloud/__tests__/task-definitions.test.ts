import * as sdk from '@aws-sdk/client-ecs';
import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import fc from 'fast-check';
import { register } from '../src/state/ecs/task-definitions.ts';
import { conform } from '../src/wire/api-model.ts';
import { AwsError } from '../src/wire/aws-service.ts';
import { aFleet, definition } from './a-fleet.ts';
import { anyOf } from './any-of-the-model.ts';

const by = 'arn:aws:iam::123456789012:role/release';
const registration = { place: { region: 'ap-northeast-2', account: '123456789012' }, now: 0, by };
const registered = (input: RegisterTaskDefinitionCommandInput) => register(new Map(), input, registration);
const container = { name: 'api', image: 'api' };

test('every field that the API model knows survives, in every combination', () => {
  const model = sdk as unknown as Record<string, never>;
  const parts = fc.record({
    containers: fc.array(anyOf(model.ContainerDefinition$), { minLength: 1, maxLength: 3 }),
    volumes: fc.array(anyOf(model.Volume$), { maxLength: 3 }),
    proxyConfiguration: anyOf(model.ProxyConfiguration$),
    inferenceAccelerators: fc.array(anyOf(model.InferenceAccelerator$), { maxLength: 2 }),
    runtimePlatform: anyOf(model.RuntimePlatform$),
  });
  fc.assert(
    fc.property(parts, ({ containers, volumes, ...more }) => {
      const input = {
        family: 'api',
        ...more,
        volumes: volumes.map((volume, i) => ({ ...(volume as object), name: `volume${i}` })),
        containerDefinitions: containers.map((each, i) => ({
          memory: 128,
          ...(each as object),
          name: `c${i}`,
          image: 'image',
          essential: true,
          healthCheck: { command: ['CMD', 'true'] },
          mountPoints: [],
          dependsOn: [],
        })),
      } as RegisterTaskDefinitionCommandInput;
      expect(registered(input)).toMatchObject(JSON.parse(JSON.stringify(input)));
    }),
  );
});

test('ECS fills in what it fills in, and nothing else', () => {
  const [made] = registered({
    family: 'api',
    networkMode: 'awsvpc',
    memory: '512',
    containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80 }], command: [''] }],
  }).containerDefinitions;
  expect(made).toEqual({
    ...container,
    cpu: 0,
    command: [''],
    essential: true,
    environment: [],
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
  });
});

test('a definition tells who registered it, what it is compatible with and what it needs of an instance', () => {
  const input = definition('123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/api:1');
  expect(registered(input)).toMatchObject({ registeredBy: by, compatibilities: ['EC2', 'FARGATE'] });
  expect(registered(input).requiresAttributes).toEqual(
    expect.arrayContaining([{ name: 'ecs.capability.task-eni' }, { name: 'ecs.capability.execution-role-ecr-pull' }]),
  );
});

test('a size in vCPU and GB is stored in units and MiB', () => {
  expect(
    registered({ family: 'api', cpu: '.5 vCPU', memory: '1 GB', containerDefinitions: [container] }),
  ).toMatchObject({
    cpu: '512',
    memory: '1024',
  });
});

test.each([
  ['no container', { containerDefinitions: [] }, 'Container list cannot be empty.'],
  ['two of one name', { containerDefinitions: [container, container] }, 'Container names must be unique.'],
  [
    'a size that Fargate does not have',
    { ...definition('api'), cpu: '256', memory: '4096' },
    /^No Fargate configuration exists for given values/,
  ],
  ['no memory anywhere', { containerDefinitions: [container] }, /^Invalid setting for container 'api'/],
  [
    'more memory for a container than for its task',
    { memory: '512', containerDefinitions: [{ ...container, memory: 513 }] },
    /is greater than for the task/,
  ],
  [
    'another port of the host under awsvpc',
    {
      ...definition('api'),
      containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80, hostPort: 81 }] }],
    },
    /the host ports and container ports in port mappings must match/,
  ],
  ['a task of eleven containers', { containerDefinitions: Array(11).fill(container) }, 'Too many containers.'],
  [
    'what Fargate has no use for',
    { ...definition('api'), containerDefinitions: [{ ...container, privileged: true }] },
    'Fargate compatible task definitions do not support privileged',
  ],
  [
    'more than 64 KiB',
    { containerDefinitions: [{ ...container, memory: 4, command: ['x'.repeat(65_536)] }] },
    /Max allowed length is '65536' bytes/,
  ],
  [
    'a mount of an unknown volume',
    { containerDefinitions: [{ ...container, mountPoints: [{ sourceVolume: 'gone', containerPath: '/' }] }] },
    "Unknown volume 'gone'.",
  ],
])('%s is refused', (_, input, message) => {
  expect(() => registered({ family: 'api', ...input } as RegisterTaskDefinitionCommandInput)).toThrow(message);
});

const read = (input: unknown) =>
  conform(sdk.RegisterTaskDefinitionRequest$, input, (shape, member) => new AwsError('Missing', `${shape}.${member}`));

test('a member that the API model does not know is ignored, and so is a null', () => {
  expect(read({ family: 'api', nonsense: 1, cpu: null, containerDefinitions: [{ name: 'a', imagee: 'b' }] })).toEqual({
    family: 'api',
    containerDefinitions: [{ name: 'a' }],
  });
});

test.each([
  [{ family: 1 }, 'NUMBER_VALUE can not be converted to a String'],
  [{ containerDefinitions: [{ cpu: '1' }] }, 'STRING_VALUE can not be converted to an Integer'],
  [{ containerDefinitions: 'api' }, 'Expected list or null'],
  [{ containerDefinitions: [{ environment: [{ name: {} }] }] }, 'Start of structure or map found where not expected.'],
])('%j does not fit the API model', (input, message) => {
  expect(() => read(input)).toThrow(expect.objectContaining({ code: 'SerializationException', message }));
});

test('a required member of an inner structure is missed by name', () => {
  expect(() => read({ containerDefinitions: [{ secrets: [{ name: 'A' }] }] })).toThrow('Secret.valueFrom');
});

test('over HTTP, what a client registers is what it is told again', async () => {
  const fleet = await aFleet(60);
  try {
    const input = {
      ...definition('v1', {
        dockerLabels: { a: 'b' },
        linuxParameters: { initProcessEnabled: true },
        ulimits: [{ name: 'nofile', softLimit: 1, hardLimit: 2 }],
        entryPoint: [''],
      }),
      tags: [{ key: 'commit', value: 'abc' }],
    };
    await fleet.ecs.send(new RegisterTaskDefinitionCommand(input as RegisterTaskDefinitionCommandInput));
    const told = await fleet.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'api', include: ['TAGS'] }));
    expect({ ...told.taskDefinition, tags: told.tags }).toMatchObject(input);
    expect(told.taskDefinition?.registeredAt).toBeInstanceOf(Date);
    expect(fleet.ecs).toBeInstanceOf(ECSClient);
  } finally {
    await fleet.stop();
  }
});
