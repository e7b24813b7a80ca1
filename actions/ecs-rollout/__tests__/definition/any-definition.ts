import fc from 'fast-check';
import { registrable, type Shape } from '#shared/ecs/definition-shape';
import type { Definition } from '../../src/definition/read-definition.ts';

/** Texts that trip up readers: empty, with line breaks, quotation marks, what YAML takes for something else. */
const anyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'yes',
    'null',
    '1.10',
    '0x1F',
    '~',
    '- a',
    'a: b',
    '# a',
    '"',
    "'",
    '\n',
    '!Sub a',
    '<<',
    '=a',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** Any value that the model allows, also such as ECS would refuse for other reasons. */
function anyValue(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.kind === 'fields') {
    const fields = Object.entries(shape.fields).map(([field, inner]) => [field, anyValue(inner)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...shape.required] });
  }
  if (shape.kind === 'list') return fc.array(anyValue(shape.of), { maxLength: 3 });
  if (shape.kind === 'map') return fc.dictionary(anyText, anyValue(shape.of), { maxKeys: 3 });
  if (shape.kind === 'number') return fc.integer({ min: -10, max: 70_000 });
  return shape.kind === 'flag' ? fc.boolean() : anyText;
}

interface Container {
  name: string;
  environment?: readonly { readonly name?: string }[];
  secrets?: readonly { readonly name?: string }[];
}

/** Definitions with each field of the API model in any combination; containers have names of their own. */
export const anyDefinition: fc.Arbitrary<Definition> = anyValue(registrable).map((value) => {
  const { tags, ...definition } = value as { containerDefinitions: Container[]; tags?: unknown[] };
  const containers = definition.containerDefinitions.length > 0 ? definition.containerDefinitions : [{ name: '' }];
  return {
    ...definition,
    ...(tags && tags.length > 0 ? { tags } : {}),
    containerDefinitions: containers.map((container, index) => ({
      ...container,
      name: `c${index}`,
      ...(container.secrets ? { secrets: uniquelyNamed(container.secrets, container.environment) } : {}),
    })),
  } as unknown as Definition;
});

function uniquelyNamed(secrets: NonNullable<Container['secrets']>, environment: Container['environment']) {
  const taken = new Set((environment ?? []).map(({ name }) => name));
  return secrets.filter(({ name }) => !taken.has(name) && taken.add(name));
}
