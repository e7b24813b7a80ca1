import type { RegisterTaskDefinitionCommandInput, Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import { writtenByEcs } from './definition-shape.ts';
import { settled } from './settled-definition.ts';

/** What to register to get a described definition again: all of it but what ECS itself wrote. */
export function fromDescribed(
  definition: TaskDefinition,
  tags: readonly Tag[] = [],
): RegisterTaskDefinitionCommandInput {
  const kept = Object.fromEntries(Object.entries(definition).filter(([field]) => !writtenByEcs.includes(field)));
  return {
    ...kept,
    family: definition.family ?? '',
    containerDefinitions: definition.containerDefinitions ?? [],
    // RegisterTaskDefinition refuses an empty list of tags, and tags that AWS itself has set.
    ...(tags.some(isOwn) ? { tags: tags.filter(isOwn) } : {}),
  };
}

/** What to register to get `definition` again, with other images in the named containers and all else unchanged. */
export function withImages(
  definition: TaskDefinition,
  images: Readonly<Record<string, string>>,
  tags: readonly Tag[] = [],
): RegisterTaskDefinitionCommandInput {
  const again = fromDescribed(definition, tags);
  return {
    ...again,
    containerDefinitions: again.containerDefinitions?.map((container) => {
      const image = images[container.name ?? ''];
      return image === undefined ? container : { ...container, image };
    }),
  };
}

export function containerNames(definition: TaskDefinition): string[] {
  return (definition.containerDefinitions ?? []).map((container) => container.name ?? '');
}

/** Image of every container, by container name. */
export function imagesOf(definition: TaskDefinition): Record<string, string> {
  return Object.fromEntries((definition.containerDefinitions ?? []).map((c) => [c.name ?? '', c.image ?? '']));
}

/**
 * Whether registering `wanted` would only repeat `registered` under a new revision number: the two differ in nothing
 * but ECS's own defaults and the order of what has none.
 *
 * @param tags of what is registered; with them the user's tags count too, but not those of a release (`golive:…`)
 */
export function sameDefinition(
  registered: TaskDefinition,
  wanted: RegisterTaskDefinitionCommandInput,
  tags?: readonly Tag[],
): boolean {
  if (tags && ownTags(tags) !== ownTags(wanted.tags ?? [])) return false;
  return canonical(settled(registered)) === canonical(settled(wanted));
}

// Tags that begin with aws: are set by AWS alone, in any case of letters.
const isOwn = ({ key }: Tag) => !/^aws:/i.test(key ?? '');

function ownTags(tags: readonly Tag[]): string {
  const own = tags.filter((tag) => isOwn(tag) && !tag.key?.startsWith('golive:'));
  return canonical(Object.fromEntries(own.map(({ key, value }) => [key ?? '', value ?? ''])));
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}
