import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { type FieldsShape, registrable, type Shape } from '#shared/ecs/definition-shape';
import { settled } from '#shared/ecs/settled-definition';
import type { KeyPath } from '#shared/runtime/mistake';
import { isRecord } from './check-shape.ts';
import type { Definition } from './read-definition.ts';
import { type Leaf, shownPair } from './shown-value.ts';

/** One thing in which two definitions differ, for people. */
export interface Difference {
  readonly path: KeyPath;
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** What is shown of the old value: never a secret. Absent when it was added. */
  readonly from?: string;
  readonly to?: string;
}

/** The field, or fields, by which people know an item of a list. */
const identity: Readonly<Record<string, readonly string[]>> = {
  ContainerDefinition: ['name'],
  ContainerDependency: ['containerName'],
  Device: ['hostPath'],
  EnvironmentFile: ['value'],
  HostEntry: ['hostname'],
  InferenceAccelerator: ['deviceName'],
  KeyValuePair: ['name'],
  MountPoint: ['containerPath'],
  PortMapping: ['containerPort', 'containerPortRange'],
  ResourceRequirement: ['type'],
  Secret: ['name'],
  SystemControl: ['namespace'],
  Tag: ['key'],
  TaskDefinitionPlacementConstraint: ['expression'],
  Tmpfs: ['containerPath'],
  Ulimit: ['name'],
  Volume: ['name'],
  VolumeFrom: ['sourceContainer'],
};

/** Items that are a name with one value, which stands for them. */
const valueField: Readonly<Record<string, string>> = { KeyValuePair: 'value', Secret: 'valueFrom', Tag: 'value' };

/**
 * What changes from one definition to the other, by container and field, beyond ECS's own defaults. It is empty
 * exactly when the two are the same definition and have the same tags, tags of a release aside.
 */
export function diffDefinitions(from: TaskDefinition | Definition, to: TaskDefinition | Definition): Difference[] {
  const before = { ...settled(from), tags: ownTags(from) };
  const after = { ...settled(to), tags: ownTags(to) };
  return walk(registrable, before, after, []);
}

function ownTags(definition: TaskDefinition | Definition): unknown {
  const tags = ('tags' in definition && definition.tags) || [];
  const own = tags
    .filter(({ key }) => !key?.startsWith('golive:'))
    .sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
  return own.length > 0 ? own.map(({ key, value }) => ({ key, value: value ?? '' })) : undefined;
}

function walk(shape: Shape, from: unknown, to: unknown, path: KeyPath): Difference[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (shape.kind === 'fields') return walkFields(shape, from, to, path);
  if (shape.kind === 'map') return walkMap(from, to, path);
  if (shape.kind === 'list' && shape.of.kind === 'fields') return walkItems(shape.of, from, to, path);
  const kind = shape.kind === 'list' ? 'arguments' : path.at(-1) === 'image' ? 'image' : 'plain';
  return [leaf({ kind, name: String(path.at(-1)) }, from, to, path)];
}

function walkFields({ fields }: FieldsShape, from: unknown, to: unknown, path: KeyPath): Difference[] {
  const before = isRecord(from) ? from : {};
  const after = isRecord(to) ? to : {};
  return Object.entries(fields).flatMap(([field, shape]) => walk(shape, before[field], after[field], [...path, field]));
}

function walkMap(from: unknown, to: unknown, path: KeyPath): Difference[] {
  const before = new Map(Object.entries(isRecord(from) ? from : {}));
  const after = new Map(Object.entries(isRecord(to) ? to : {}));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => leaf({ kind: 'setting', name: key }, before.get(key), after.get(key), [...path, key]));
}

function walkItems(shape: FieldsShape, from: unknown, to: unknown, path: KeyPath): Difference[] {
  const before = byIdentity(shape, from);
  const after = byIdentity(shape, to);
  const differences = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    walkItem(shape, before.get(key), after.get(key), [...path, key]),
  );
  const kept = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...one.keys()].filter((key) => other.has(key)).join(', ');
  const [orderBefore, orderAfter] = [kept(before, after), kept(after, before)];
  return orderBefore === orderAfter
    ? differences
    : [...differences, { path, kind: 'reordered', from: orderBefore, to: orderAfter }];
}

function walkItem(shape: FieldsShape, from: unknown, to: unknown, path: KeyPath): Difference[] {
  const value = valueField[shape.name];
  const name = String(path.at(-1));
  if (value !== undefined) {
    const kind = shape.name === 'Secret' ? 'reference' : 'setting';
    const of = (item: unknown) => (isRecord(item) ? (item[value] ?? null) : undefined);
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [leaf({ kind, name }, of(from), of(to), path)];
  }
  // A new container is shown field by field; of one that goes, its image tells enough.
  if (shape.name === 'ContainerDefinition' && from === undefined)
    return [leaf({ kind: 'container', name }, undefined, to, path), ...walkFields(shape, { name }, to, path)];
  if (shape.name === 'ContainerDefinition' && to === undefined)
    return [leaf({ kind: 'container', name }, from, undefined, path)];
  if (from === undefined || to === undefined) return [leaf({ kind: 'item', name }, from, to, path)];
  return walk(shape, from, to, path);
}

/** Items by what people call them; a second of one name is told apart by a number. */
function byIdentity({ name }: FieldsShape, list: unknown): Map<string, unknown> {
  const items = new Map<string, unknown>();
  for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
    const fields = identity[name] ?? [];
    const called = fields.map((field) => (isRecord(item) ? item[field] : undefined)).find((one) => one !== undefined);
    const key = called === undefined ? `#${index + 1}` : String(called);
    let unique = key;
    for (let count = 2; items.has(unique); count += 1) unique = `${key}#${count}`;
    items.set(unique, item);
  }
  return items;
}

function leaf(what: Leaf, from: unknown, to: unknown, path: KeyPath): Difference {
  const shown = shownPair(what, from, to);
  if (from === undefined) return { path, kind: 'added', to: shown.to };
  if (to === undefined) return { path, kind: 'removed', from: shown.from };
  return { path, kind: 'changed', from: shown.from, to: shown.to };
}
