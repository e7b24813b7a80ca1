import type { ContainerDefinition, LogConfiguration } from '@aws-sdk/client-ecs';
import { parseImageReference } from '#shared/values/image-reference';
import { ValueError } from '#shared/values/value-error';
import type { CommonChanges, ContainerChanges, Notes, Settings } from './changes.ts';

/** One container with the changes for all containers and then its own in it. */
export function editContainer(
  container: ContainerDefinition,
  own: ContainerChanges,
  every: CommonChanges,
  notes: Notes,
): ContainerDefinition {
  const scribe = scribeOf(container.name ?? '', notes);
  // That one container of all has nothing to take away is nothing to remark upon.
  const common = withNames(container, every, withoutNamesOf(own), { ...scribe, remark: () => undefined });
  const named = withNames(common, own, {}, scribe);
  const simple = withValues(named, own, scribe);
  return own.log ? { ...simple, ...withLog(simple, own.log, scribe) } : simple;
}

interface Scribe {
  readonly container: string;
  edit(path: readonly (string | number)[], because: string): void;
  refuse(path: readonly (string | number)[], because: string): void;
  remark(text: string): void;
}

function scribeOf(container: string, notes: Notes): Scribe {
  const at = (path: readonly (string | number)[]) => ['containerDefinitions', container, ...path];
  return {
    container,
    edit: (path, because) => notes.edits.push({ path: at(path), because }),
    refuse: (path, because) => notes.refusals.push({ path: at(path), because: `container ${container}: ${because}` }),
    remark: (text) => notes.remarks.push(`container ${container}: ${text}`),
  };
}

function withValues(container: ContainerDefinition, own: ContainerChanges, scribe: Scribe): ContainerDefinition {
  const result: ContainerDefinition = { ...container };
  if (own.image !== undefined) {
    const because = problemOfImage(own.image);
    if (because) scribe.refuse(['image'], because);
    else if (own.image !== container.image) {
      result.image = own.image;
      scribe.edit(['image'], `image of ${scribe.container} was given`);
    }
  }
  for (const size of ['cpu', 'memory', 'memoryReservation'] as const) {
    const wanted = own[size];
    if (wanted === undefined || wanted === container[size]) continue;
    if (!Number.isSafeInteger(wanted) || wanted < 0)
      scribe.refuse([size], `${size} is ${wanted}; expected a whole number, not below 0`);
    result[size] = wanted;
    scribe.edit([size], `${size} of ${scribe.container} was given`);
  }
  for (const argv of ['command', 'entryPoint'] as const) {
    const wanted = own[argv];
    if (wanted === undefined || JSON.stringify(wanted ?? undefined) === JSON.stringify(container[argv])) continue;
    if (wanted === null) delete result[argv];
    else result[argv] = [...wanted];
    scribe.edit(
      [argv],
      `${argv} of ${scribe.container} ${wanted === null ? 'is to be the one of its image' : 'was given'}`,
    );
  }
  return result;
}

function problemOfImage(image: string): string | undefined {
  try {
    parseImageReference(image);
    return undefined;
  } catch (error) {
    if (error instanceof ValueError) return error.message;
    throw error;
  }
}

/** What one container gets wins over what all get: names that it speaks of, in whichever way. */
function withoutNamesOf({ environment, secrets }: CommonChanges): Settings {
  return { ...environment, ...secrets };
}

function withNames(
  container: ContainerDefinition,
  { environment = {}, secrets = {} }: CommonChanges,
  except: Settings,
  scribe: Scribe,
): ContainerDefinition {
  for (const name of Object.keys({ ...environment, ...secrets })) {
    if (name === '' || name.includes('=')) scribe.refuse(['environment'], `'${name}' cannot be the name of a variable`);
    if (typeof environment[name] === 'string' && typeof secrets[name] === 'string')
      scribe.refuse(['secrets', name], `${name} is given as a variable and as a secret; ECS takes a name only once`);
  }
  const allowed = (settings: Settings) => Object.entries(settings).filter(([name]) => !Object.hasOwn(except, name));
  let result = container;
  for (const [name, value] of allowed(environment))
    result = withName(result, 'environment', name, value, secrets, scribe);
  for (const [name, value] of allowed(secrets)) result = withName(result, 'secrets', name, value, environment, scribe);
  return result;
}

const kinds = { environment: 'variable', secrets: 'secret' } as const;

/** Sets or takes away one name, keeping its place; one that is given anew as the other kind leaves its old list. */
function withName(
  container: ContainerDefinition,
  list: 'environment' | 'secrets',
  name: string,
  value: string | null,
  otherWanted: Settings,
  scribe: Scribe,
): ContainerDefinition {
  const before = container[list] ?? [];
  const at = before.findIndex((one) => one.name === name);
  if (value === null) {
    if (at < 0) {
      scribe.remark(`${kinds[list]} ${name} is not there, so it need not be taken away`);
      return container;
    }
    scribe.edit([list, name], `${kinds[list]} ${name} is to go`);
    return { ...container, [list]: before.filter((one) => one.name !== name) };
  }
  const item = list === 'environment' ? { name, value } : { name, valueFrom: value };
  const others = before.filter((one, index) => one.name !== name || index === at);
  const after = at < 0 ? [...others, item] : others.map((one) => (one.name === name ? item : one));
  const other = list === 'environment' ? 'secrets' : 'environment';
  const moved = (container[other] ?? []).some((one) => one.name === name);
  const unchanged = !moved && JSON.stringify(before) === JSON.stringify(after);
  if (unchanged) return container;
  const taken = moved && otherWanted[name] !== null;
  const because = taken ? `: it was a ${kinds[other]}, and the newer wins` : '';
  scribe.edit([list, name], `${kinds[list]} ${name} was given${because}`);
  return {
    ...container,
    [list]: after,
    ...(moved ? { [other]: (container[other] ?? []).filter((one) => one.name !== name) } : {}),
  };
}

function withLog(
  { logConfiguration }: ContainerDefinition,
  { driver, options = {} }: NonNullable<ContainerChanges['log']>,
  scribe: Scribe,
): { logConfiguration?: LogConfiguration } {
  if (!logConfiguration && !driver) {
    scribe.refuse(['logConfiguration'], 'has no log whose options could be set; give its driver as well');
    return {};
  }
  const drivers = driver ?? logConfiguration?.logDriver;
  if (driver && driver !== logConfiguration?.logDriver)
    scribe.edit(['logConfiguration', 'logDriver'], `log driver of ${scribe.container} was given`);
  const merged = new Map(Object.entries(logConfiguration?.options ?? {}));
  for (const [name, value] of Object.entries(options)) {
    const path = ['logConfiguration', 'options', name];
    if (value === null) {
      if (merged.delete(name)) scribe.edit(path, `log option ${name} is to go`);
      else scribe.remark(`log option ${name} is not there, so it need not be taken away`);
    } else if (merged.get(name) !== value) {
      merged.set(name, value);
      scribe.edit(path, `log option ${name} was given`);
    }
  }
  const kept = merged.size > 0 || logConfiguration?.options ? { options: Object.fromEntries(merged) } : {};
  return { logConfiguration: { ...logConfiguration, logDriver: drivers, ...kept } };
}
