import { z } from 'zod';
import { defineAction } from '#shared/runtime/define-action';
import { aWorkspace, definition, type Input, nothing } from './a-run.ts';

let workspace: ReturnType<typeof aWorkspace>;
afterEach(() => workspace.delete());

async function inputOf(goliveYml: string | undefined, given: Record<string, string>): Promise<Input | undefined> {
  workspace = aWorkspace(goliveYml);
  let seen: Input | undefined;
  await workspace.run(
    definition,
    async (input) => {
      seen = input;
      return nothing;
    },
    { with: given },
  );
  return seen;
}

async function errorsOf(goliveYml: string | undefined, given: Record<string, string>): Promise<string[]> {
  expect(await inputOf(goliveYml, given)).toBeUndefined();
  return workspace.errors();
}

test('inputs come from golive.yml, and a non-empty input of the workflow wins', async () => {
  const yml = 'project: p\nrollout: { cluster: a, timeout: 1m, suites: [x] }\n';
  expect(await inputOf(yml, { cluster: 'b', timeout: '' })).toMatchObject({
    cluster: 'b',
    timeout: { ms: 60_000 },
    suites: ['x'],
  });
});

test('text stays text, and everything else is YAML or JSON', async () => {
  const input = await inputOf(undefined, { cluster: '007', services: '{"api":{"containers":{"web":"img"}}}' });
  expect(input).toMatchObject({ cluster: '007', services: { api: { containers: { web: 'img' }, count: 1 } } });
});

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const variables = defineAction({
  ...definition,
  inputs: z.object({
    environment: z.record(z.string(), text.nullable()).describe('Variables'),
    count: z.number().default(1).describe('Tasks'),
    limit: z.union([z.number(), z.string()]).optional().describe('A number, or one with its unit'),
  }),
});

test.each([
  [
    'from golive.yml',
    (yml: string) => [`project: p\nrollout: { environment: ${yml}, count: 007, limit: 0.50 }`, {}] as const,
  ],
  ['from an input', (yml: string) => [undefined, { environment: yml, count: '007', limit: '0.50' }] as const],
])('a number that is to be text keeps its zeros and its form, %s', async (_, given) => {
  const [yml, inputs] = given(
    '{ ACCOUNT: 012345678901, VERSION: 1.10, MASK: 0x1F, ID: 12345678901234567890, ON: True, OLD: null }',
  );
  workspace = aWorkspace(yml);
  let seen: object = {};
  await workspace.run(
    variables,
    async (input) => {
      seen = input;
      return nothing;
    },
    { with: inputs },
  );
  const kept = { ACCOUNT: '012345678901', VERSION: '1.10', MASK: '0x1F', ID: '12345678901234567890', ON: 'True' };
  expect(seen).toMatchObject({ environment: { ...kept, OLD: null }, count: 7, limit: 0.5 });
});

test.each([
  ['*.yml\nsmoke/*.yml', ['*.yml', 'smoke/*.yml']],
  ['[a, b]', ['a', 'b']],
  ['- a\n- b', ['a', 'b']],
  ['one', ['one']],
])('a list may be given as %j', async (text, suites) => {
  expect(await inputOf(undefined, { cluster: 'c', suites: text })).toMatchObject({ suites });
});

test('every mistake is reported at once, each on its line', async () => {
  const yml = [
    'project: p',
    'rolout: {}',
    'rollout:',
    '  clutser: prod',
    '  timeout: 300',
    '  services:',
    '    api:',
    '      containers: { web: 7 }',
    '      cont: 2',
    '    worker: {}',
  ].join('\n');
  const errors = await errorsOf(yml, { suits: 'x' });
  expect(errors).toEqual([
    '::error file=golive.yml,line=2::golive.yml:2 rolout: there is no such section; did you mean rollout?',
    '::error file=golive.yml,line=4::golive.yml:4 rollout.clutser: try-out has no such setting; did you mean cluster?',
    '::error::input suits: try-out has no such input; did you mean suites?',
    expect.stringMatching(
      /^::error file=golive.yml,line=9::golive.yml:9 rollout.services.api.cont: there is no such key/,
    ),
    expect.stringMatching(
      /^::error::input cluster: is missing \(The cluster\); give it as an input, or as rollout.cluster in golive.yml/,
    ),
    '::error file=golive.yml,line=8::golive.yml:8 rollout.services.api.containers.web: expected text, got 7; put it in quotes',
    '::error file=golive.yml,line=10::golive.yml:10 rollout.services.worker.containers: is missing',
    expect.stringMatching(
      /^::error file=golive.yml,line=5::golive.yml:5 rollout.timeout: expected a duration with its unit.*got 300$/,
    ),
  ]);
  expect((await workspace.evidence()).checks).toHaveLength(8);
  expect(workspace.read('summary')).toContain('rolout');
});

test('YAML that cannot be read is reported on its line', async () => {
  const errors = await errorsOf('project: p\nproject: q\n', { cluster: 'c' });
  expect(errors[0]).toMatch(/^::error file=golive.yml,line=2::golive.yml:2: Map keys must be unique/);
});

test('of YAML that cannot be read it is not said that something is missing in it', async () => {
  expect(await errorsOf('project: p\nrollout: { cluster: a\n', {})).toHaveLength(1);
});

test('a description that is missed is told without the links of its Markdown', async () => {
  const linked = definition.inputs.extend({ cluster: z.string().describe('Which; see [A cluster](#a-cluster)') });
  workspace = aWorkspace('project: p\n');
  await workspace.run({ ...definition, inputs: linked }, async () => nothing, {});
  expect(workspace.errors()[0]).toContain('is missing (Which; see A cluster)');
});

test('a config that was named must exist', async () => {
  expect(await errorsOf(undefined, { cluster: 'c', config: 'other.yml' })).toEqual([
    '::error::input config: there is no file other.yml',
  ]);
});

test('a section that is one input may be a list, or a map with that list in it', async () => {
  const gates = { ...definition, section: 'sign-offs', sectionAs: 'suites' };
  for (const yml of ['project: p\nsign-offs: [qa]\n', 'project: p\nsign-offs: { suites: [qa] }\n']) {
    workspace = aWorkspace(yml);
    let seen: unknown;
    await workspace.run(
      gates,
      async (input) => {
        seen = input.suites;
        return nothing;
      },
      { with: { cluster: 'c' } },
    );
    expect(seen).toEqual(['qa']);
  }
});
