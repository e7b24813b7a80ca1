import type { Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { fromDescribed, sameDefinition } from '#shared/ecs/task-definition';
import { diffDefinitions } from '../../src/definition/diff.ts';
import { edit } from '../../src/definition/edit.ts';
import { type Definition, readDefinitionFile } from '../../src/definition/read-definition.ts';
import { diffAsMarkdown, diffAsText } from '../../src/definition/show-diff.ts';
import { anyDefinition } from './any-definition.ts';

const runs = { numRuns: 100 };

function read(text: string): Definition {
  const reading = readDefinitionFile(text, 'td');
  if (reading.kind === 'refused') throw new Error(reading.mistakes.map((m) => `${m.where}: ${m.message}`).join('\n'));
  return reading.definition;
}
const same = (one: Definition, other: Definition) => sameDefinition(one as TaskDefinition, other, one.tags ?? []);

test.each([
  ['JSON', (definition: Definition) => JSON.stringify(definition, null, 2)],
  ['JSON with tabs', (definition: Definition) => JSON.stringify(definition, null, '\t')],
  ['JSON on one line', (definition: Definition) => JSON.stringify(definition)],
  ['YAML', (definition: Definition) => stringify(definition, { defaultKeyType: 'QUOTE_DOUBLE' })],
])('whatever the API takes is read from %s as it was written', (_form, write) => {
  fc.assert(
    fc.property(anyDefinition, (definition) => expect(read(write(definition))).toEqual(definition)),
    runs,
  );
});

test('whatever was described is registered again as it was', () => {
  const { tags: _, ...none } = { tags: undefined };
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      const { tags, ...rest } = { ...none, ...definition };
      const own = (tags ?? []).filter(({ key }: Tag) => !/^aws:/i.test(key ?? ''));
      const again = fromDescribed({ ...rest, revision: 7, status: 'ACTIVE' } as TaskDefinition, tags);
      expect(again).toEqual({ ...rest, ...(own.length > 0 ? { tags: own } : {}) });
    }),
    runs,
  );
});

test('two definitions are the same exactly when nothing is shown to differ', () => {
  const pairs = fc.oneof(
    fc.tuple(anyDefinition, anyDefinition),
    anyDefinition.map((one): [Definition, Definition] => [one, structuredClone(one)]),
    // One container with another's fields: most of the pair is alike.
    fc.tuple(anyDefinition, anyDefinition).map(([one, other]): [Definition, Definition] => {
      const [first, second] = [one.containerDefinitions?.[0], other.containerDefinitions?.[0]];
      return [one, { ...one, containerDefinitions: [{ ...first, ...second }] }];
    }),
  );
  fc.assert(
    fc.property(pairs, ([one, other]) => expect(diffDefinitions(one, other).length === 0).toBe(same(one, other))),
    runs,
  );
});

test('an edit without changes changes nothing, and a definition is the same as itself', () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      expect(edit(definition, {})).toEqual({ kind: 'edited', definition, edits: [], remarks: [] });
      expect(same(definition, definition)).toBe(true);
    }),
    runs,
  );
});

test('what an edit says that it changed is what differs afterwards, and a second time it changes nothing', () => {
  const settings = fc.dictionary(fc.constantFrom('A', 'B', 'PORT'), fc.option(fc.constantFrom('1', '2', '')), {
    maxKeys: 3,
  });
  const changes = fc.record(
    {
      image: fc.constantFrom('repository@sha256:'.concat('a'.repeat(64)), 'repository:v2'),
      environment: settings,
      command: fc.option(fc.array(fc.constantFrom('run', '--fast'), { maxLength: 2 })),
      cpu: fc.nat(64),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyDefinition, changes, (definition, own) => {
      const wanted = { containers: { c0: own } };
      const first = edit(definition, wanted);
      if (first.kind === 'refused') throw new Error(JSON.stringify(first.refusals));
      const second = edit(first.definition, wanted);
      expect(second).toMatchObject({ kind: 'edited', definition: first.definition, edits: [] });
      if (diffDefinitions(definition, first.definition).length > 0) expect(first.edits).not.toEqual([]);
    }),
    runs,
  );
});

test('whatever differs can be shown, one line each', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (one, other) => {
      const differences = diffDefinitions(one, other);
      expect(diffAsText(differences).split('\n')).toHaveLength(Math.max(1, differences.length));
      expect(diffAsMarkdown(differences).text.split('\n')).toHaveLength(
        differences.length === 0 ? 1 : differences.length + 2,
      );
    }),
    runs,
  );
});
