import type { RuntimePlatform, Tag } from '@aws-sdk/client-ecs';
import { suggestion } from '#shared/runtime/mistake';
import type { CommonChanges, DefinitionChanges, EditResult, Notes, Settings } from './changes.ts';
import { editContainer } from './edit-container.ts';
import type { Definition } from './read-definition.ts';

/** The definition with the changes in it, everything else and its order untouched; all that cannot be done at once. */
export function edit(definition: Definition, changes: DefinitionChanges): EditResult {
  const notes: Notes = { edits: [], refusals: [], remarks: [] };
  const { containers = {}, every = {} } = changes;
  const there = (definition.containerDefinitions ?? []).map(({ name }) => name ?? '');
  for (const name of Object.keys(containers).filter((one) => !there.includes(one))) {
    const meant = suggestion(name, there);
    const because = `there is no container ${name}${meant || `; there are ${there.join(', ')}`}`;
    notes.refusals.push({ path: ['containerDefinitions'], because });
  }
  remarkMissing(definition, every, notes);
  const edited: Definition = {
    ...definition,
    ...editTask(definition, changes, notes),
    containerDefinitions: definition.containerDefinitions?.map((container) => {
      const own = Object.hasOwn(containers, container.name ?? '') ? containers[container.name ?? ''] : undefined;
      return editContainer(container, own ?? {}, every, notes);
    }),
  };
  return notes.refusals.length > 0
    ? { kind: 'refused', refusals: notes.refusals }
    : { kind: 'edited', definition: edited, edits: notes.edits, remarks: notes.remarks };
}

function remarkMissing({ containerDefinitions = [] }: Definition, every: CommonChanges, { remarks }: Notes): void {
  for (const list of ['environment', 'secrets'] as const)
    for (const [name, value] of Object.entries(every[list] ?? {}))
      if (value === null && !containerDefinitions.some((one) => one[list]?.some((item) => item.name === name)))
        remarks.push(`${name} is in the ${list} of no container, so it need not be taken away`);
}

function editTask(definition: Definition, changes: DefinitionChanges, notes: Notes): Partial<Definition> {
  const edited: { cpu?: string; memory?: string; runtimePlatform?: RuntimePlatform; tags?: Tag[] } = {};
  for (const size of ['cpu', 'memory'] as const) {
    const wanted = changes[size];
    if (wanted === undefined || wanted === definition[size]) continue;
    edited[size] = wanted;
    notes.edits.push({ path: [size], because: `${size} of the task was given` });
  }
  for (const [field, value] of Object.entries(changes.runtimePlatform ?? {})) {
    const platform: Settings = { ...(definition.runtimePlatform as Settings | undefined) };
    if (platform[field] === value) continue;
    edited.runtimePlatform = { ...definition.runtimePlatform, ...edited.runtimePlatform, [field]: value };
    notes.edits.push({ path: ['runtimePlatform', field], because: `${field} was given` });
  }
  if (changes.tags) {
    const tags = withTags(definition.tags ?? [], changes.tags, notes);
    // RegisterTaskDefinition refuses an empty list of tags.
    return { ...edited, tags: tags.length > 0 ? tags : undefined };
  }
  return edited;
}

function withTags(tags: readonly Tag[], wanted: Settings, { edits, remarks }: Notes): Tag[] {
  let result = [...tags];
  for (const [key, value] of Object.entries(wanted)) {
    const at = result.findIndex((tag) => tag.key === key);
    if (value === null) {
      if (at < 0) remarks.push(`tag ${key} is not there, so it need not be taken away`);
      else edits.push({ path: ['tags', key], because: `tag ${key} is to go` });
      result = result.filter((tag) => tag.key !== key);
    } else if (at < 0) {
      result.push({ key, value });
      edits.push({ path: ['tags', key], because: `tag ${key} was given` });
    } else if (result[at]?.value !== value) {
      result[at] = { key, value };
      edits.push({ path: ['tags', key], because: `tag ${key} was given` });
    }
  }
  return result;
}
