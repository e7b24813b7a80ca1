import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { DefinitionChanges } from '../../src/definition/changes.ts';
import { edit } from '../../src/definition/edit.ts';
import type { Definition } from '../../src/definition/read-definition.ts';
import { aDefinition, anImage } from './a-definition.ts';

function edited(definition: Definition, changes: DefinitionChanges) {
  const result = edit(definition, changes);
  if (result.kind === 'refused') throw new Error(result.refusals.map(({ because }) => because).join('; '));
  const [api = {}, proxy = {}] = result.definition.containerDefinitions ?? [];
  return { ...result, api, proxy };
}
const api = (changes: NonNullable<DefinitionChanges['containers']>[string]) => ({ containers: { api: changes } });
const refusals = (changes: DefinitionChanges, definition = aDefinition()) => {
  const result = edit(definition, changes);
  return result.kind === 'refused' ? result.refusals.map(({ because }) => because) : [];
};

test('the images of several containers are set, and each change says why', () => {
  const changes = { containers: { api: { image: anImage('3') }, proxy: { image: anImage('4', 'proxy') } } };
  const result = edited(aDefinition(), changes);
  expect([result.api.image, result.proxy.image]).toEqual([anImage('3'), anImage('4', 'proxy')]);
  expect(result.edits).toEqual([
    { path: ['containerDefinitions', 'api', 'image'], because: 'image of api was given' },
    { path: ['containerDefinitions', 'proxy', 'image'], because: 'image of proxy was given' },
  ]);
});

test('a change to what is already there is no change', () => {
  const definition = aDefinition({ environment: [{ name: 'A', value: '1' }], command: ['run'] });
  const changes = { ...api({ image: anImage('1'), environment: { A: '1' }, command: ['run'] }), cpu: '256' };
  expect(edited(definition, changes)).toMatchObject({ definition, edits: [] });
});

test('an unknown container is refused with those that there are', () => {
  expect(refusals({ containers: { worker: {}, ap: {} } })).toEqual([
    'there is no container worker; there are api, proxy',
    'there is no container ap; did you mean api?',
  ]);
});

test('what is no image is refused', () => {
  expect(refusals(api({ image: 'backend@sha256:12' }))).toEqual([expect.stringContaining('no valid digest')]);
});

test('a variable keeps its place, a new one comes last, and one that is taken away leaves no gap', () => {
  const environment = ['A', 'B', 'C'].map((name) => ({ name, value: name }));
  const result = edited(aDefinition({ environment }), api({ environment: { D: '', B: 'new', A: null } }));
  expect(result.api.environment).toEqual([
    { name: 'B', value: 'new' },
    { name: 'C', value: 'C' },
    { name: 'D', value: '' },
  ]);
});

test('a variable that was there twice is there once, with the new value', () => {
  const environment = [
    { name: 'A', value: '1' },
    { name: 'B', value: 'b' },
    { name: 'A', value: '2' },
  ];
  expect(edited(aDefinition({ environment }), api({ environment: { A: '3' } })).api.environment).toEqual([
    { name: 'A', value: '3' },
    { name: 'B', value: 'b' },
  ]);
});

test('taking away what is not there is said and is no change', () => {
  const { edits, remarks } = edited(
    aDefinition(),
    api({ environment: { LGO: null }, log: { driver: 'awslogs', options: { x: null } } }),
  );
  expect(edits).toHaveLength(1);
  expect(remarks).toEqual([
    'container api: variable LGO is not there, so it need not be taken away',
    'container api: log option x is not there, so it need not be taken away',
  ]);
});

test('taking a name away from all containers is remarked upon only when none has it', () => {
  const definition = aDefinition({ environment: [{ name: 'A', value: '1' }] });
  const result = edited(definition, { every: { environment: { A: null, B: null } } });
  expect(result.api.environment).toEqual([]);
  expect(result.remarks).toEqual(['B is in the environment of no container, so it need not be taken away']);
});

test('a variable that is given as a secret becomes one, and the edit says so', () => {
  const environment = [{ name: 'DB', value: 'postgres://' }];
  const result = edited(aDefinition({ environment }), api({ secrets: { DB: 'arn:db' } }));
  expect(result.api).toMatchObject({ environment: [], secrets: [{ name: 'DB', valueFrom: 'arn:db' }] });
  expect(result.edits[0]?.because).toBe('secret DB was given: it was a variable, and the newer wins');
});

test('a secret that is given as a variable becomes one', () => {
  const secrets = [{ name: 'DB', valueFrom: 'arn:db' }];
  const result = edited(aDefinition({ secrets }), api({ environment: { DB: 'x' } }));
  expect(result.api).toMatchObject({ environment: [{ name: 'DB', value: 'x' }], secrets: [] });
});

test('one name given as a variable and as a secret is refused, for nobody can tell which is meant', () => {
  expect(refusals(api({ environment: { DB: 'x' }, secrets: { DB: 'arn' } }))).toEqual([
    expect.stringContaining('DB is given as a variable and as a secret'),
  ]);
});

test.each(['', 'A=B'])('a variable cannot be called %j', (name) => {
  expect(refusals(api({ environment: { [name]: '1' } }))).toEqual([expect.stringContaining('cannot be the name')]);
});

test('what every container gets, one container can have otherwise', () => {
  const changes: DefinitionChanges = {
    every: { environment: { COMMIT: 'abc', MODE: 'on' }, secrets: { KEY: 'arn:all' } },
    containers: { proxy: { environment: { MODE: 'off', KEY: 'plain' } } },
  };
  const result = edited(aDefinition(), changes);
  expect(result.api).toMatchObject({
    environment: [{ name: 'COMMIT' }, { name: 'MODE', value: 'on' }],
    secrets: [{ name: 'KEY' }],
  });
  expect(result.proxy.environment).toEqual([
    { name: 'COMMIT', value: 'abc' },
    { name: 'MODE', value: 'off' },
    { name: 'KEY', value: 'plain' },
  ]);
  expect(result.proxy).not.toHaveProperty('secrets');
});

test('sizes of the task and of a container, command and entry point are set', () => {
  const changes = {
    ...api({ cpu: 128, memory: 256, memoryReservation: 64, command: [], entryPoint: ['sh'] }),
    cpu: '.5 vCPU',
    memory: '1 GB',
  };
  const result = edited(aDefinition({ command: ['old'] }), changes);
  expect(result.definition).toMatchObject({ cpu: '.5 vCPU', memory: '1 GB' });
  expect(result.api).toMatchObject({ cpu: 128, memory: 256, memoryReservation: 64, command: [], entryPoint: ['sh'] });
});

test('a command that is taken away is the one of the image again', () => {
  expect(edited(aDefinition({ command: ['old'] }), api({ command: null })).api).not.toHaveProperty('command');
});

test.each([-1, 1.5, Number.NaN])('a container cannot have memory of %d', (memory) => {
  expect(refusals(api({ memory }))).toEqual([expect.stringContaining('expected a whole number')]);
});

test('log options are set and taken away one by one, and the rest of the log stays', () => {
  const logConfiguration: ContainerDefinition['logConfiguration'] = {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/g', mode: 'blocking' },
    secretOptions: [{ name: 'token', valueFrom: 'arn' }],
  };
  const log = { options: { mode: null, 'max-buffer-size': '4m' } };
  expect(edited(aDefinition({ logConfiguration }), api({ log })).api.logConfiguration).toEqual({
    ...logConfiguration,
    options: { 'awslogs-group': '/g', 'max-buffer-size': '4m' },
  });
});

test('options for a container that has no log are refused unless its driver is given', () => {
  expect(refusals(api({ log: { options: { tag: '' } } }))).toEqual([expect.stringContaining('has no log')]);
  expect(edited(aDefinition(), api({ log: { driver: 'splunk', options: { tag: '' } } })).api.logConfiguration).toEqual({
    logDriver: 'splunk',
    options: { tag: '' },
  });
});

test('the last tag that is taken away leaves no empty list, which ECS would refuse', () => {
  const definition = aDefinition({}, { tags: [{ key: 'team', value: 'web' }] });
  expect(edited(definition, { tags: { team: null } }).definition.tags).toBeUndefined();
  expect(edited(definition, { tags: { team: 'data', cost: '' } }).definition.tags).toEqual([
    { key: 'team', value: 'data' },
    { key: 'cost', value: '' },
  ]);
});

test('the architecture is changed and the operating system stays', () => {
  const runtimePlatform = { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' } as const;
  const result = edited(aDefinition({}, { runtimePlatform }), { runtimePlatform: { cpuArchitecture: 'ARM64' } });
  expect(result.definition.runtimePlatform).toEqual({ cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' });
});

test('the definition that was given is not touched', () => {
  const definition = aDefinition({ environment: [{ name: 'A', value: '1' }] });
  const before = structuredClone(definition);
  edit(definition, { ...api({ image: anImage('9'), environment: { A: '2' } }), tags: { a: 'b' } });
  expect(definition).toEqual(before);
});
