import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeTaskDefinitionCommand, RegisterTaskDefinitionCommand, type TaskDefinition } from '@aws-sdk/client-ecs';
import { parse } from 'yaml';
import { registrable, type Shape } from '#shared/ecs/definition-shape';
import { registerTaskDefinition } from '#shared/ecs/register-task-definition';
import { fromDescribed, sameDefinition } from '#shared/ecs/task-definition';
import { aRunningCloud, type RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { diffDefinitions } from '../../src/definition/diff.ts';
import { type Definition, readDefinitionFile } from '../../src/definition/read-definition.ts';
import { diffAsText } from '../../src/definition/show-diff.ts';

const folder = join(__dirname, 'as-written');
const files = readdirSync(folder).filter((file) => /\.(json|yml)$/.test(file));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

function read(text: string, file: string): Definition {
  const reading = readDefinitionFile(text, file);
  if (reading.kind === 'refused') throw new Error(reading.mistakes.map((m) => `${m.where}: ${m.message}`).join('\n'));
  return reading.definition;
}

// Written out here, so that a mistake in the derived list is seen.
const goesSilently =
  /^(taskDefinitionArn|revision|status|requiresAttributes|compatibilities|registeredAt|registeredBy|deregisteredAt|\$schema|x-.*)$/;

/** What a file says, by another parser where it can be, without nulls and without what ECS wrote. */
function written(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '');
  const raw = plain.startsWith('{') ? JSON.parse(plain) : parse(plain, { merge: true });
  const { taskDefinition, tags, ...rest } = raw;
  const all = { ...(taskDefinition ?? rest), ...(tags?.length > 0 ? { tags } : {}) };
  const own = Object.entries(all).filter(([field]) => !goesSilently.test(field));
  return JSON.parse(JSON.stringify(Object.fromEntries(own)), (_key, value) => value ?? undefined);
}

test('there are at least sixty, and the list tells what each is for', () => {
  expect(files.length).toBeGreaterThanOrEqual(60);
  const listed = textOf('README.md').match(/[\w-]+\.(json|yml)/g);
  expect([...(listed ?? [])].sort()).toEqual([...files].sort());
});

test.each(files)('%s is read as it is written', (file) => {
  expect(read(textOf(file), file)).toEqual(written(textOf(file)));
});

test('together they have every field of the API model', () => {
  const missing = new Set(fieldsOf(registrable));
  const see = (shape: Shape, value: unknown): void => {
    if (shape.kind === 'list' || shape.kind === 'map')
      for (const item of Object.values(value as object)) see(shape.of, item);
    if (shape.kind !== 'fields') return;
    for (const [field, inner] of Object.entries(value as object)) {
      missing.delete(`${shape.name}.${field}`);
      see(shape.fields[field] as Shape, inner);
    }
  };
  for (const file of files) see(registrable, read(textOf(file), file));
  expect([...missing]).toEqual([]);
});

function fieldsOf(shape: Shape): string[] {
  if (shape.kind === 'list' || shape.kind === 'map') return fieldsOf(shape.of);
  if (shape.kind !== 'fields') return [];
  return Object.entries(shape.fields).flatMap(([field, inner]) => [`${shape.name}.${field}`, ...fieldsOf(inner)]);
}

// RegisterTaskDefinition may be called twenty times at once and once a second after that: a cloud for each twenty.
const twenties = Array.from({ length: Math.ceil(files.length / 20) }, (_, index) =>
  files.slice(index * 20, (index + 1) * 20),
);

describe.each(twenties.map((some, index) => ({ some, index })))('registered and described, part $index', ({ some }) => {
  let cloud: RunningCloud;
  beforeAll(async () => {
    cloud = await aRunningCloud(600);
  });
  afterAll(() => cloud?.stop());

  test.each(some)('%s comes back without loss, and is not registered a second time', async (file) => {
    const definition = read(textOf(file), file);
    const { taskDefinition } = await cloud.ecs.send(new RegisterTaskDefinitionCommand(definition));
    const name = taskDefinition?.taskDefinitionArn ?? '';
    const answer = await cloud.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] }));
    const described = answer.taskDefinition as TaskDefinition;
    expect(lost(asStored(definition), { ...described, tags: answer.tags })).toEqual([]);
    const again = read(JSON.stringify({ taskDefinition: described, tags: answer.tags }), 'described.json');
    expect(again).toEqual(JSON.parse(JSON.stringify(fromDescribed(described, answer.tags))));
    expect(diffAsText(diffDefinitions(definition, again))).toBe('');
    expect(sameDefinition(described, definition, answer.tags)).toBe(true);
    for (const wanted of [definition, again])
      expect(await registerTaskDefinition(cloud.ecs, wanted)).toEqual({ arn: name, reused: true });
  });
});

/** ECS stores sizes in units, which the files also write in words. */
const inUnits: Readonly<Record<string, string>> = {
  '16 vCPU': '16384',
  '120 GB': '122880',
  '.25 vCPU': '256',
  '0.5GB': '512',
};
/** And a role that is given by its name by its ARN. */
const byArn = (role: string) => (role.startsWith('arn:') ? role : `arn:aws:iam::123456789012:role/${role}`);
const asStored = ({ cpu, memory, taskRoleArn, executionRoleArn, ...rest }: Definition) => ({
  ...rest,
  ...(cpu ? { cpu: inUnits[cpu] ?? cpu } : {}),
  ...(memory ? { memory: inUnits[memory] ?? memory } : {}),
  ...(taskRoleArn ? { taskRoleArn: byArn(taskRoleArn) } : {}),
  ...(executionRoleArn ? { executionRoleArn: byArn(executionRoleArn) } : {}),
});

/** Whatever of `before` is not in `after`, by path. Lists keep their order here: the local cloud does not sort. */
function lost(before: unknown, after: unknown, path = ''): string[] {
  if (typeof before !== 'object' || before === null) return before === after ? [] : [`${path}: ${before} -> ${after}`];
  if (typeof after !== 'object' || after === null) return [path];
  const unlike = Array.isArray(before) && before.length !== (after as unknown[]).length ? [`${path}: length`] : [];
  const inner = after as Record<string, unknown>;
  return [...unlike, ...Object.entries(before).flatMap(([key, value]) => lost(value, inner[key], `${path}.${key}`))];
}
