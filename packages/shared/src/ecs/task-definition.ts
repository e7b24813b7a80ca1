import type { RegisterTaskDefinitionCommandInput, Tag, TaskDefinition } from '@aws-sdk/client-ecs';

/** Fields that ECS writes and RegisterTaskDefinition does not take. */
const WRITTEN_BY_ECS = [
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt',
] as const;

/** What to register to get `definition` again, with other images in the named containers and all else unchanged. */
export function withImages(
  definition: TaskDefinition,
  images: Readonly<Record<string, string>>,
  tags: readonly Tag[] = [],
): RegisterTaskDefinitionCommandInput {
  const kept = Object.fromEntries(
    Object.entries(definition).filter(([field]) => !(WRITTEN_BY_ECS as readonly string[]).includes(field)),
  );
  return {
    ...kept,
    family: definition.family ?? '',
    containerDefinitions: (definition.containerDefinitions ?? []).map((container) => {
      const image = images[container.name ?? ''];
      return image === undefined ? container : { ...container, image };
    }),
    // RegisterTaskDefinition refuses an empty list of tags.
    ...(tags.length > 0 ? { tags: [...tags] } : {}),
  };
}

/** Names in `wanted` that the definition has no container for. */
export function unknownContainers(definition: TaskDefinition, wanted: Readonly<Record<string, string>>): string[] {
  const known = containerNames(definition);
  return Object.keys(wanted).filter((name) => !known.includes(name));
}

export function containerNames(definition: TaskDefinition): string[] {
  return (definition.containerDefinitions ?? []).map((container) => container.name ?? '');
}

/** Image of every container, by container name. */
export function imagesOf(definition: TaskDefinition): Record<string, string> {
  return Object.fromEntries((definition.containerDefinitions ?? []).map((c) => [c.name ?? '', c.image ?? '']));
}

/** Whether registering `wanted` would only repeat `registered` under a new revision number. */
export function sameDefinition(registered: TaskDefinition, wanted: RegisterTaskDefinitionCommandInput): boolean {
  const { tags: _, ...definition } = wanted;
  return canonical(withImages(registered, {})) === canonical(definition);
}

/** JSON with sorted keys, without the empty lists and undefined fields that ECS adds or drops when it stores a definition. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Array.isArray(part)) return part.length === 0 ? undefined : part;
    if (part === null || typeof part !== 'object') return part === null ? undefined : part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}
