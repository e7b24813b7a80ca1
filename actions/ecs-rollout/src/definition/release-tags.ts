import type { Tag } from '@aws-sdk/client-ecs';

/** Which release a revision was made by. */
export interface ReleaseTags {
  readonly commit: string;
  /** Id of the workflow run. */
  readonly run: string;
  readonly actor: string;
  /** Name of the release, such as its Git tag. */
  readonly release?: string;
}

// RegisterTaskDefinition: "Maximum number of tags per resource - 50", "Maximum key length - 128 Unicode characters",
// "Maximum value length - 256", "letters, numbers, and spaces representable in UTF-8, and + - = . _ : / @",
// "Do not use aws:, AWS:, or any upper or lowercase combination of such as a prefix".
const mostTags = 50;
const longestKey = 128;
const longestValue = 256;
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const notAllowed = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
const prefix = 'golive:';

/**
 * The tags with those of this release in them, in place of an earlier release's. The user's own come first: when
 * fifty are too few, `left` names what did not fit, the most dispensable first to go.
 */
export function releaseTags(
  release: ReleaseTags,
  tags: readonly Tag[] = [],
): { readonly tags: readonly Tag[]; readonly left: readonly string[] } {
  const own = tags.filter(({ key }) => !key?.startsWith(prefix));
  const { commit, run, actor } = release;
  const wanted = Object.entries({ commit, run, actor, release: release.release })
    .filter(([, value]) => value)
    .map(([name, value = '']): Tag => ({ key: `${prefix}${name}`, value: fitting(value) }));
  const room = Math.max(0, mostTags - own.length);
  return { tags: [...own, ...wanted.slice(0, room)], left: wanted.slice(room).map(({ key }) => key ?? '') };
}

/** What ECS would refuse of the tags, one sentence each. */
export function problemsOfTags(tags: readonly Tag[]): string[] {
  const keys = tags.map(({ key }) => key ?? '');
  const problems = tags.flatMap(({ key = '', value = '' }) => {
    if (key === '') return ['a tag has no key'];
    if (/^aws:/i.test(key)) return [`tag ${key} begins with aws:, which only AWS may set`];
    if ([...key].length > longestKey) return [`tag ${key} has a key longer than ${longestKey} characters`];
    if ([...value].length > longestValue) return [`tag ${key} has a value longer than ${longestValue} characters`];
    const strange = [...`${key}${value}`].filter((one) => !allowed.test(one));
    return strange.length > 0
      ? [`tag ${key} holds ${[...new Set(strange)].join(' ')}; allowed are letters, digits, spaces and + - = . _ : / @`]
      : [];
  });
  for (const key of new Set(keys.filter((one, index) => keys.indexOf(one) !== index)))
    problems.push(`tag ${key} is there twice`);
  if (tags.length > mostTags) problems.push(`there are ${tags.length} tags; ECS takes ${mostTags}`);
  return problems;
}

/** An actor such as `dependabot[bot]` has characters that ECS does not take in a tag. */
function fitting(value: string): string {
  return [...value.replace(notAllowed, '_')].slice(0, longestValue).join('');
}
