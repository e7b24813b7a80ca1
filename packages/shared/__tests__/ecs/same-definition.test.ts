import type { RegisterTaskDefinitionCommandInput, TaskDefinition } from '@aws-sdk/client-ecs';
import { described, registrable, shapeOf, writtenByEcs } from '../../src/ecs/definition-shape.ts';
import { cpuUnits, mebibytes } from '../../src/ecs/settled-definition.ts';
import { fromDescribed, sameDefinition } from '../../src/ecs/task-definition.ts';

const aContainer = { name: 'api', image: 'backend@sha256:1' };
const aDefinition = (more: Partial<RegisterTaskDefinitionCommandInput> = {}): RegisterTaskDefinitionCommandInput => ({
  family: 'api',
  networkMode: 'awsvpc',
  containerDefinitions: [aContainer],
  ...more,
});
const withContainer = (more: object) => aDefinition({ containerDefinitions: [{ ...aContainer, ...more }] });
const asDescribed = (more: object = {}) => aDefinition(more) as TaskDefinition;

test('the fields that ECS writes are those that a description has and a registration has not', () => {
  expect(writtenByEcs).toEqual(
    expect.arrayContaining(['taskDefinitionArn', 'revision', 'status', 'requiresAttributes', 'registeredBy']),
  );
  expect(Object.keys(registrable.fields).filter((field) => !(field in described.fields))).toEqual(['tags']);
});

test('a model written in a way that is not understood is refused', () => {
  expect(() => shapeOf([9, 'ns', 'Operation', 0, [], []])).toThrow('not known here');
  expect(() => shapeOf(21)).toThrow('not known here');
});

test('what ECS adds when it stores a definition makes no difference', () => {
  const stored = asDescribed({
    revision: 4,
    status: 'ACTIVE',
    compatibilities: ['EC2', 'FARGATE'],
    volumes: [],
    placementConstraints: [],
    enableFaultInjection: false,
    containerDefinitions: [
      {
        ...aContainer,
        cpu: 0,
        essential: true,
        environment: [],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        portMappings: [{ containerPort: 3000, hostPort: 3000, protocol: 'tcp' }],
        healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3 },
      },
    ],
  });
  const wanted = withContainer({ portMappings: [{ containerPort: 3000 }], healthCheck: { command: ['CMD', 'true'] } });
  expect(sameDefinition(stored, wanted)).toBe(true);
});

test.each([
  ['an empty text', { environment: [{ name: 'A', value: '' }] }, { environment: [{ name: 'A' }] }],
  ['a container that is not essential', { essential: false }, {}],
  ['a port', { portMappings: [{ containerPort: 80 }] }, { portMappings: [{ containerPort: 81 }] }],
  ['the order of a command', { command: ['a', 'b'] }, { command: ['b', 'a'] }],
  [
    'the order of environment files',
    { environmentFiles: [file('a'), file('b')] },
    { environmentFiles: [file('b'), file('a')] },
  ],
  ['a label that is called like a default', { dockerLabels: { iam: 'DISABLED' } }, { dockerLabels: {} }],
  ['which of two variables of one name is last', { environment: twice('1', '2') }, { environment: twice('2', '1') }],
])('%s makes a difference', (_what, one, other) => {
  expect(sameDefinition(withContainer(one) as TaskDefinition, withContainer(other))).toBe(false);
});

function file(name: string) {
  return { type: 's3', value: `arn:aws:s3:::${name}/env` };
}
function twice(first: string, second: string) {
  return [first, second].map((value) => ({ name: 'A', value }));
}

test('the order of containers, variables and secrets makes no difference', () => {
  const lists = (reverse: boolean) => {
    const turn = <T>(list: T[]) => (reverse ? list.reverse() : list);
    const environment = turn(['A', 'B'].map((name) => ({ name, value: name })));
    const secrets = turn(['C', 'D'].map((name) => ({ name, valueFrom: name })));
    return aDefinition({ containerDefinitions: turn([{ ...aContainer, environment, secrets }, { name: 'proxy' }]) });
  };
  expect(sameDefinition(lists(true) as TaskDefinition, lists(false))).toBe(true);
});

test('sizes are the same in units and in words', () => {
  expect([cpuUnits('.5 vCPU'), cpuUnits('1vcpu'), cpuUnits('1024')]).toEqual(['512', '1024', '1024']);
  expect([mebibytes('0.5GB'), mebibytes('30 gb'), mebibytes('2048')]).toEqual(['512', '30720', '2048']);
  expect(
    sameDefinition(asDescribed({ cpu: '1024', memory: '2048' }), aDefinition({ cpu: '1 vCPU', memory: '2GB' })),
  ).toBe(true);
});

test("a change of the user's tags makes a difference, another release's tags make none", () => {
  const tags = (team: string, commit: string) => [
    { key: 'team', value: team },
    { key: 'golive:commit', value: commit },
  ];
  const wanted = aDefinition({ tags: tags('web', 'new') });
  expect(sameDefinition(asDescribed(), wanted, tags('web', 'old'))).toBe(true);
  expect(sameDefinition(asDescribed(), wanted, tags('data', 'old'))).toBe(false);
});

test('what AWS has tagged by itself is not registered again, for ECS refuses tags that begin with aws:', () => {
  const tags = [
    { key: 'aws:cloudformation:stack-name', value: 's' },
    { key: 'team', value: 'web' },
  ];
  expect(fromDescribed(asDescribed(), tags).tags).toEqual([{ key: 'team', value: 'web' }]);
  expect(fromDescribed(asDescribed(), tags.slice(0, 1))).not.toHaveProperty('tags');
});

test('a role is the same by its name as by its ARN, and another with a path', () => {
  const at = (resource: string) => `arn:aws:iam::123456789012:role/${resource}`;
  const stored = asDescribed({ executionRoleArn: at('execution'), taskRoleArn: at('task') });
  expect(sameDefinition(stored, aDefinition({ executionRoleArn: 'execution', taskRoleArn: at('task') }))).toBe(true);
  expect(sameDefinition(stored, aDefinition({ executionRoleArn: 'task', taskRoleArn: at('task') }))).toBe(false);
  expect(sameDefinition(stored, aDefinition({ executionRoleArn: at('path/execution'), taskRoleArn: 'task' }))).toBe(
    false,
  );
});
