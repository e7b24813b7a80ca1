import { registrable, type Shape } from '#shared/ecs/definition-shape';
import { type Definition, definitionError, readDefinitionFile } from '../../src/definition/read-definition.ts';
import { choices } from '../../src/definition/spelling.ts';

function read(text: string, file = 'task-definition.json') {
  const reading = readDefinitionFile(text, file);
  if (reading.kind === 'refused') throw new Error(reading.mistakes.map((m) => `${m.where}: ${m.message}`).join('\n'));
  return reading;
}
function mistakesOf(text: string, file = 'task-definition.json'): string[] {
  const reading = readDefinitionFile(text, file);
  return reading.kind === 'read' ? [] : reading.mistakes.map(({ where, message }) => `${where}: ${message}`);
}
const json = (more: object = {}, container: object = {}) =>
  JSON.stringify(
    { family: 'api', containerDefinitions: [{ name: 'api', image: 'i', ...container }], ...more },
    null,
    2,
  );

test('a definition is read from JSON and from YAML alike', () => {
  const yaml = 'family: api\ncontainerDefinitions:\n  - name: api\n    image: i\n';
  expect(read(yaml, 'td.yml').definition).toEqual(read(json()).definition);
});

test('a misspelt field is named with its line and the field that was meant', () => {
  const text = json({}, { logConfiguratoin: { logDriver: 'awslogs' } });
  expect(mistakesOf(text)).toEqual([
    'task-definition.json:7 containerDefinitions[0].logConfiguratoin: ECS has no such field; did you mean logConfiguration?',
  ]);
});

test('all mistakes are told at once, in the order of the file', () => {
  const text = `family: 12
containerDefinitions:
  - name: api
    portMappings:
      - containerPort: "8080"
        hostport: 80
    essential: yes
    environment:
      - name: PORT
        value: 8080
    command: node main.js
cpuu: "256"
`;
  expect(mistakesOf(text, 'td.yml')).toEqual([
    'td.yml:1 family: expected text, got the number 12; put it in quotation marks',
    'td.yml:5 containerDefinitions[0].portMappings[0].containerPort: expected a whole number, got text; write it without quotation marks',
    'td.yml:6 containerDefinitions[0].portMappings[0].hostport: ECS has no such field; did you mean hostPort?',
    'td.yml:7 containerDefinitions[0].essential: expected true or false, got text; YAML knows only true and false',
    'td.yml:10 containerDefinitions[0].environment[0].value: expected text, got the number 8080; put it in quotation marks',
    'td.yml:11 containerDefinitions[0].command: expected a list, got text; put it in square brackets',
    'td.yml:12 cpuu: ECS has no such field; did you mean cpu?',
  ]);
});

test('a text in the wrong place is not repeated, for it may be a secret', () => {
  expect(mistakesOf(json({}, { environment: 'PASSWORD=hunter2' })).join()).not.toContain('hunter2');
});

test('what describe-task-definition prints is read with its tags, and what ECS wrote into it goes silently', () => {
  const { definition } = read(
    JSON.stringify({
      taskDefinition: {
        taskDefinitionArn: 'arn:aws:ecs:r:1:task-definition/api:7',
        revision: 7,
        status: 'ACTIVE',
        requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
        compatibilities: ['EC2', 'FARGATE'],
        registeredAt: '2026-01-01T00:00:00+00:00',
        registeredBy: 'arn:aws:iam::1:user/somebody',
        family: 'api',
        containerDefinitions: [{ name: 'api', image: 'i', environment: [] }],
      },
      tags: [{ key: 'team', value: '' }],
    }),
  );
  expect(definition).toEqual({
    family: 'api',
    containerDefinitions: [{ name: 'api', image: 'i', environment: [] }],
    tags: [{ key: 'team', value: '' }],
  });
});

test('a description without tags leaves no empty list of them, which ECS would refuse', () => {
  expect(read(JSON.stringify({ taskDefinition: JSON.parse(json()), tags: [] })).definition).not.toHaveProperty('tags');
});

test('empty texts, lists and maps are kept as they are written', () => {
  const container = {
    entryPoint: [''],
    command: [],
    environment: [{ name: 'A', value: '' }],
    dockerLabels: {},
    logConfiguration: { logDriver: 'splunk', options: { tag: '' } },
  };
  expect(read(json({ taskRoleArn: '' }, container)).definition).toEqual(
    JSON.parse(json({ taskRoleArn: '' }, container)),
  );
});

test('a field that is null is as one that is not there', () => {
  expect(read(json({ volumes: null }, { command: null })).definition).toEqual(JSON.parse(json()));
});

test('nothing in a list is a mistake, for its place would shift the others', () => {
  expect(mistakesOf(json({}, { command: ['a', null] }))).toEqual([
    expect.stringContaining('containerDefinitions[0].command[1]: expected text, got nothing'),
  ]);
});

test("CloudFormation's form is refused in so many words", () => {
  const resource = { Type: 'AWS::ECS::TaskDefinition', Properties: { Family: 'api' } };
  for (const text of [JSON.stringify(resource), JSON.stringify({ Family: 'api', ContainerDefinitions: [] })])
    expect(mistakesOf(text)).toEqual([expect.stringContaining("task-definition.json:1: is in CloudFormation's form")]);
});

test("Terraform's list of containers is refused in so many words", () => {
  expect(mistakesOf('[{"name": "api"}]')).toEqual([expect.stringContaining('is a list of containers')]);
});

test("a function of CloudFormation's is refused, for its value would be taken for a text", () => {
  const text = 'family: api\ncontainerDefinitions:\n  - name: api\n    image: !Ref Image\n';
  expect(mistakesOf(text, 'td.yml')).toEqual([expect.stringContaining('td.yml:4: Unresolved tag: !Ref')]);
});

test('a key that is written twice is a mistake, where JSON.parse would take the last', () => {
  expect(mistakesOf('{"family": "a",\n"family": "b", "containerDefinitions": []}')).toEqual([
    'task-definition.json:2: Map keys must be unique',
  ]);
});

test.each(['', '{', '"text"', '- - -', 'a: &a [*a, *a]', `${'['.repeat(20_000)}`, 'a: 1\n---\nb: 2'])(
  'what is no definition is refused and nothing is thrown: %#',
  (text) => expect(mistakesOf(text).length).toBeGreaterThan(0),
);

test('aliases that unfold without end are refused', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [one, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map((pair) => [...pair]))
    bomb.push(`${next}: &${next} [${Array(9).fill(`*${one}`).join(', ')}]`);
  expect(mistakesOf(bomb.join('\n'), 'td.yml')).toEqual([expect.stringContaining('cannot be read')]);
});

test('containers without a name, or of one name, are mistakes', () => {
  expect(mistakesOf('family: a\ncontainerDefinitions:\n  - image: i\n  - name: x\n  - name: x\n', 'td.yml')).toEqual([
    'td.yml:3 containerDefinitions[0].name: is missing; ECS requires it',
    'td.yml:5 containerDefinitions[2].name: another container is called x too',
  ]);
  expect(mistakesOf(json({ containerDefinitions: [] }))).toEqual([expect.stringContaining('at least one container')]);
});

test('a name that is both a variable and a secret is a mistake', () => {
  const container = { environment: [{ name: 'A', value: '1' }], secrets: [{ name: 'A', valueFrom: 'arn' }] };
  expect(mistakesOf(json({}, container))).toEqual([
    expect.stringContaining('containerDefinitions[0].secrets[0].name: A is in environment too'),
  ]);
});

test('a value in another spelling than the one of ECS is a mistake, and one that is new is left to ECS', () => {
  const container = {
    portMappings: [
      { containerPort: 53, protocol: 'UDP' },
      { containerPort: 54, protocol: 'quic' },
    ],
  };
  expect(mistakesOf(json({ networkMode: 'awsVpc', requiresCompatibilities: ['fargate'] }, container))).toEqual([
    expect.stringContaining('containerDefinitions[0].portMappings[0].protocol: ECS writes it udp, not UDP'),
    expect.stringContaining('networkMode: ECS writes it awsvpc, not awsVpc'),
    expect.stringContaining('requiresCompatibilities[0]: ECS writes it FARGATE, not fargate'),
  ]);
});

test('each field with a choice of values is a field of the API model', () => {
  const fields = (shape: Shape): string[] =>
    shape.kind === 'list' || shape.kind === 'map'
      ? fields(shape.of)
      : shape.kind === 'fields'
        ? Object.entries(shape.fields).flatMap(([field, of]) => [`${shape.name}.${field}`, ...fields(of)])
        : [];
  expect(fields(registrable)).toEqual(expect.arrayContaining(Object.keys(choices)));
});

test('what ECS requires and is not there is a mistake at the line of what it is missing in', () => {
  const container = { ulimits: [{ name: 'nofile', softLimit: 1 }] };
  expect(mistakesOf(json({}, container))).toEqual([
    'task-definition.json:8 containerDefinitions[0].ulimits[0].hardLimit: is missing; ECS requires it',
  ]);
  expect(mistakesOf('{"containerDefinitions": [{"name": "a"}]}')).toEqual([
    'task-definition.json:1 family: is missing; ECS requires it',
  ]);
});

test('the place of a value is its line, by the index of an item or by its name', () => {
  const text = `x-log: &log
  logDriver: awslogs
family: api
containerDefinitions:
  - name: proxy
    image: p
  - name: api
    image: i
    environment:
      - { name: A, value: "1" }
      - name: my.flag
        value: "2"
    logConfiguration: *log
tags:
  - { key: team, value: web }
`;
  const { placeOf, definition } = read(text, 'deploy/td.yml');
  const line = (path: Parameters<typeof placeOf>[0]) => placeOf(path)?.line;
  expect(placeOf('containerDefinitions.api.image')).toEqual({ file: 'deploy/td.yml', line: 8 });
  expect(line(['containerDefinitions', 1, 'image'])).toBe(8);
  expect(line(['containerDefinitions', 'api', 'environment', 'my.flag', 'value'])).toBe(12);
  expect(line('containerDefinitions.api.environment.A')).toBe(10);
  expect(line('containerDefinitions.api.logConfiguration.logDriver')).toBe(2);
  expect(line('tags.team')).toBe(15);
  expect(line('containerDefinitions.api.healthCheck.command')).toBe(7);
  expect(line('containerDefinitions.nobody.image')).toBe(4);
  expect((definition as Definition).containerDefinitions?.[1]?.logConfiguration).toEqual({ logDriver: 'awslogs' });
});

test('places in what describe-task-definition printed are those in the file', () => {
  const text = JSON.stringify({ taskDefinition: JSON.parse(json()), tags: [{ key: 'team', value: 'web' }] }, null, 1);
  const { placeOf } = read(text);
  expect(placeOf('family')?.line).toBe(3);
  expect(placeOf('tags.team')?.line).toBe(12);
});

test('the error of a refused file carries every mistake and its place', () => {
  const reading = readDefinitionFile(json({ a: 1, b: 2 }), 'td.json');
  if (reading.kind === 'read') throw new Error('was read');
  expect(definitionError('td.json', reading.mistakes)).toMatchObject({
    code: 'ROLLOUT_DEFINITION_INVALID',
    message: expect.stringMatching(/td\.json:9 a: ECS has no such field[\s\S]*td\.json:10 b: ECS has no such field/),
  });
});
