/** Whether a service runs what the release of the record made, or what somebody has deployed after it. */
import type { Tag } from '@aws-sdk/client-ecs';
import type { RegisteredDefinition } from '#shared/ecs/register-task-definition';
import type { ReleaseRecord } from '#shared/release/record';

/**
 * What a service runs when it is known not to be of the record's release, as a predicate; undefined when it is, or
 * when nothing tells. A definition that was used again has the tags of the release that registered it, and its images.
 */
export function deployedSince(
  { arn, definition, tags }: Pick<RegisteredDefinition, 'arn' | 'definition' | 'tags'>,
  { runId, images }: Pick<ReleaseRecord, 'runId' | 'images'>,
): string | undefined {
  const run = tagOf(tags, 'run');
  if (run === runId) return undefined;
  const released = new Set(Object.values(images).map(digestOf));
  const runs = (definition.containerDefinitions ?? []).map(({ image = '' }) => digestOf(image));
  if (runs.some((digest) => digest !== undefined && released.has(digest))) return undefined;
  if (run === undefined && released.size === 0) return undefined;
  const name = arn.split('/').at(-1) ?? arn;
  if (run === undefined) return `runs ${name}, with no image of the recorded release`;
  const release = tagOf(tags, 'release');
  return `runs ${name} of ${release ? `${release} (run ${run})` : `run ${run}`}, not of the recorded release`;
}

const digestOf = (image: string): string | undefined => image.split('@')[1];

export const tagOf = (tags: readonly Tag[], name: string): string | undefined =>
  tags.find(({ key }) => key === `golive:${name}`)?.value;
