import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { type Difference, diffDefinitions } from '../../src/definition/diff.ts';
import { diffAsMarkdown, diffAsText } from '../../src/definition/show-diff.ts';
import { aDefinition, aDigest, anImage } from './a-definition.ts';

const shown = (from: ContainerDefinition, to: ContainerDefinition) =>
  diffAsText(diffDefinitions(aDefinition(from), aDefinition(to)));

test('a new image is shown by what differs of it', () => {
  expect(shown({}, { image: anImage('9') })).toBe('  api.image  sha256:111111111111… → sha256:999999999999…');
  expect(shown({ image: 'backend:v1' }, { image: 'backend:v2' })).toBe('  api.image  v1 → v2');
  expect(shown({ image: 'localhost:5000/a/b:v1' }, { image: `localhost:5000/a/b@${aDigest('a')}` })).toBe(
    '  api.image  v1 → sha256:aaaaaaaaaaaa…',
  );
  expect(shown({ image: 'backend:v1' }, { image: 'other:v1' })).toBe('  api.image  backend:v1 → other:v1');
});

test('digests that are alike at their beginning are shown in full', () => {
  const [one, other] = [`sha256:${'a'.repeat(63)}1`, `sha256:${'a'.repeat(63)}2`];
  expect(shown({ image: `b@${one}` }, { image: `b@${other}` })).toBe(`  api.image  ${one} → ${other}`);
});

test('names and values stand under each other, additions and removals are marked', () => {
  const from = aDefinition({
    environment: [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'OLD', value: '' },
    ],
  });
  const to = aDefinition(
    {
      environment: [
        { name: 'LOG_LEVEL', value: 'debug' },
        { name: 'MODE', value: 'fast' },
      ],
    },
    { cpu: '512' },
  );
  expect(diffAsText(diffDefinitions(from, to))).toBe(
    [
      '  api.environment.LOG_LEVEL  info → debug',
      '- api.environment.OLD        ""',
      '+ api.environment.MODE       fast',
      '  cpu                        256 → 512',
    ].join('\n'),
  );
});

test('the values of what looks like a secret are hidden, and that they differ is said', () => {
  const of = (value: string) => ({
    environment: [{ name: 'DB_PASSWORD', value }],
    command: ['serve', '--api-key', value],
    logConfiguration: { logDriver: 'splunk' as const, options: { 'splunk-token': value } },
  });
  const text = shown(of('first-value'), of('second-value'));
  expect(text).not.toMatch(/first|second/);
  expect(text).toContain('api.environment.DB_PASSWORD');
  expect(text).toContain('(hidden) → (hidden) with another value');
  expect(text).toContain('["serve", "--api-key", (hidden)]');
});

test('a secret is shown by where it is', () => {
  const arn = (name: string) => `arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:${name}-AbCdEf`;
  const of = (name: string) => ({ secrets: [{ name: 'DB_PASSWORD', valueFrom: arn(name) }] });
  expect(shown(of('old'), of('new'))).toBe(`  api.secrets.DB_PASSWORD  ${arn('old')} → ${arn('new')}`);
});

test('a secret that was written where its ARN should be is hidden', () => {
  const of = (valueFrom: string) => ({ secrets: [{ name: 'DB', valueFrom }] });
  expect(shown(of('postgres://u:hunter2@db/x'), of('correct horse'))).toBe(
    '  api.secrets.DB  (hidden) → (hidden) with another value',
  );
});

test('a volume whose options hold a password is shown without it', () => {
  const volume = {
    name: 'share',
    dockerVolumeConfiguration: { driverOpts: { o: 'addr=10.0.0.1,username=u,password=hunter2' } },
  };
  const text = diffAsText(diffDefinitions(aDefinition(), aDefinition({}, { volumes: [volume] })));
  expect(text).toBe('+ volumes.share  name share, dockerVolumeConfiguration {driverOpts {o (hidden)}}');
});

test('a container that comes is shown with its fields, one that goes with its image', () => {
  const alone = { ...aDefinition(), containerDefinitions: aDefinition().containerDefinitions?.slice(0, 1) };
  expect(diffAsText(diffDefinitions(alone, aDefinition()))).toMatch(
    /^\+ proxy +container with image .*\/proxy@sha256:222222222222…\n\+ proxy\.image /,
  );
  expect(diffAsText(diffDefinitions(aDefinition(), alone))).toMatch(/^- proxy {2}container with image .*$/);
});

test('an order that means something is a difference', () => {
  const points = [
    { containerPath: '/a', sourceVolume: 'v' },
    { containerPath: '/b', sourceVolume: 'v' },
  ];
  expect(shown({ mountPoints: points }, { mountPoints: points.toReversed() })).toBe(
    '  api.mountPoints  /a, /b → /b, /a (order)',
  );
});

test('what ECS adds by itself is no difference', () => {
  const stored = {
    essential: true,
    cpu: 0,
    portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' as const }],
  };
  expect(diffDefinitions(aDefinition({ portMappings: [{ containerPort: 80 }] }), aDefinition(stored))).toEqual([]);
});

test("a change of the user's tags is shown, a release's own tags are not", () => {
  const tags = (team: string, commit: string) => ({
    tags: [
      { key: 'golive:commit', value: commit },
      { key: 'team', value: team },
    ],
  });
  expect(diffAsText(diffDefinitions(aDefinition({}, tags('a', '1')), aDefinition({}, tags('b', '2'))))).toBe(
    '  tags.team  a → b',
  );
});

test('each difference has the path by which its line in the file is found', () => {
  const [difference] = diffDefinitions(aDefinition(), aDefinition({ environment: [{ name: 'my.flag', value: '1' }] }));
  expect(difference?.path).toEqual(['containerDefinitions', 'api', 'environment', 'my.flag']);
});

test('a value cannot break out of its line or of its cell', () => {
  const value = 'a\n::error::b | <img src=x> \u001b[31m';
  const differences = diffDefinitions(aDefinition(), aDefinition({ environment: [{ name: '[x](y)', value }] }));
  expect(diffAsText(differences).split('\n')).toHaveLength(1);
  const { text } = diffAsMarkdown(differences);
  expect(text).toContain('&lt;img');
  expect(text).not.toMatch(/<img|[^\\]\[x/);
  expect(text).not.toContain('\u001b');
  expect(text.split('\n')).toHaveLength(3);
});

test('no difference is said in words', () => {
  expect(diffAsMarkdown([]).text).toBe('Nothing changes.');
});

test('differences are a table of field, before and after', () => {
  const differences: Difference[] = [
    { path: ['containerDefinitions', 'api', 'image'], kind: 'changed', from: 'v1', to: 'v2' },
    { path: ['cpu'], kind: 'added', to: '256' },
  ];
  expect(diffAsMarkdown(differences).text).toBe(
    '| Field | Before | After |\n| --- | --- | --- |\n| api.image | v1 | v2 |\n| cpu | *none* | 256 |',
  );
});
