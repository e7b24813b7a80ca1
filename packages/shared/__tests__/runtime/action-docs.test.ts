import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { z } from 'zod';
import { toActionYml, toGoliveSchema, toInputTable, toJsonSchema } from '#shared/runtime/action-docs';
import { defineAction } from '#shared/runtime/define-action';
import { definition } from './a-run.ts';

const signing = defineAction({
  ...definition,
  name: 'sign',
  section: 'sign-offs',
  sectionAs: 'roles',
  post: true,
  inputs: z.object({
    roles: z.array(z.string()).describe('Who signs'),
    mode: z.enum(['verify', 'collect']).default('verify').describe('What to do'),
    token: z.string().meta({ secret: true, actionDefault: `\${{ github.token }}`, description: 'A token' }),
  }),
});

test('action.yml has no default that would win over golive.yml, but tells it', () => {
  const { inputs, runs } = parse(toActionYml(definition));
  expect(inputs.timeout).toEqual({ description: 'The time there is. Default: 5m', required: false });
  expect(inputs.evidence.description).toMatch(/Default: .golive\/evidence$/);
  expect(runs).toEqual({ using: 'node24', main: '../../dist/try-out/index.js' });
});

test('action.yml has the default that only an expression can give, and the post step', () => {
  const { inputs, runs } = parse(toActionYml(signing));
  expect(inputs.token.default).toBe(`\${{ github.token }}`);
  expect(runs.post).toBe('../../dist/sign/index.js');
});

test('an input of an action without a section is required in action.yml when it has no default', () => {
  expect(parse(toActionYml({ ...definition, section: null })).inputs.cluster.required).toBe(true);
});

test('the table tells kind, default and the place in golive.yml', () => {
  const rows = toInputTable(signing).split('\n');
  expect(rows).toContain('| `roles` | `list` | required | Who signs | `sign-offs` |');
  expect(rows).toContain('| `mode` | `verify or collect` | `verify` | What to do | `sign-offs.mode` |');
});

test('the JSON schema of golive.yml accepts what the parser accepts, and marks a misspelt key', () => {
  const validate = new Ajv2020({ strict: false }).compile(toGoliveSchema([definition, signing]));
  const good = { project: 'p', rollout: { cluster: 'c', timeout: '3m' }, 'sign-offs': ['qa'], 'x-more': 1 };
  expect(validate(good)).toBe(true);
  expect(validate({ ...good, 'sign-offs': { roles: ['qa'], mode: 'collect' } })).toBe(true);
  expect(validate({ ...good, rollout: { clutser: 'c' } })).toBe(false);
  expect(validate({ rollout: {} })).toBe(false);
});

test('the JSON schema does not tell which inputs are secret, and an action without a section has none', () => {
  expect(JSON.stringify(toJsonSchema(signing))).not.toMatch(/secret|github.token/);
  expect(toJsonSchema({ ...definition, section: null })).toBeUndefined();
});

test('a definition whose input has no description, or no kebab-case name, is refused', () => {
  const inputs = z.object({ Bad: z.string() });
  expect(() => defineAction({ ...definition, inputs })).toThrow(
    /input Bad is not in kebab-case; input Bad has no description/,
  );
});
