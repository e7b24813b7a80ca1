/** The task definition that a service is to run: from where the user says, with what the user wants different. */
import type { RegisterTaskDefinitionCommandInput, Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import { fromDescribed, imagesOf } from '#shared/ecs/task-definition';
import type { ContainerChanges, DefinitionChanges, Refusal, Settings } from './definition/changes.ts';
import { edit } from './definition/edit.ts';
import { nowhere, type PlaceOf } from './definition/read-definition.ts';
import { problemsOfTags, type ReleaseTags, releaseTags } from './definition/release-tags.ts';
import { type ContainerSettings, containerOf, type ServiceSettings } from './settings.ts';
import type { WantedService } from './wanted.ts';

/** A task definition before it is edited. */
export interface Base {
  readonly definition: RegisterTaskDefinitionCommandInput;
  readonly placeOf: PlaceOf;
  /** When it is a revision that ECS has, and starts tasks from. */
  readonly arn?: string;
}

export type Resolution =
  | {
      readonly kind: 'resolved';
      readonly definition: RegisterTaskDefinitionCommandInput;
      readonly placeOf: PlaceOf;
      /** The revision that is deployed as it is, because nothing of it is to be different. */
      readonly asItIs?: string;
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly placeOf: PlaceOf };

/** A revision that ECS described, as it would be registered again: lossless. */
export function baseOf(described: TaskDefinition, tags: readonly Tag[]): Base {
  // ECS updates no service to a revision that was deregistered: one that runs on from it gets another like it.
  const arn = (described.status ?? 'ACTIVE') === 'ACTIVE' ? described.taskDefinitionArn : undefined;
  return { definition: fromDescribed(described, tags), placeOf: nowhere, ...(arn ? { arn } : {}) };
}

export function resolve(base: Base, { images, settings }: WantedService, release: ReleaseTags): Resolution {
  const edited = edit(base.definition, changesOf(images, settings));
  if (edited.kind === 'refused') return { ...edited, placeOf: base.placeOf };
  const { edits, remarks } = edited;
  if (base.arn && edits.length === 0)
    return { kind: 'resolved', definition: base.definition, placeOf: base.placeOf, asItIs: base.arn, remarks };
  const { tags, left } = releaseTags(release, edited.definition.tags);
  const notTagged = left.map((key) => `tag ${key} was left out: ECS takes at most 50`);
  const wrongTags = problemsOfTags(tags);
  if (wrongTags.length > 0)
    return {
      kind: 'refused',
      refusals: wrongTags.map((because) => ({ path: ['tags'], because })),
      placeOf: base.placeOf,
    };
  const definition = { ...edited.definition, tags: [...tags] };
  return { kind: 'resolved', definition, placeOf: base.placeOf, remarks: [...remarks, ...notTagged] };
}

/** What the settings of a service mean for its task definition. */
export function changesOf(images: Readonly<Record<string, string>>, settings: ServiceSettings): DefinitionChanges {
  const { environment = {}, secrets = {}, command = {}, containers = {}, cpu, memory, tags } = settings;
  const logOptions = settings['log-options'] ?? {};
  const platform = settings['runtime-platform'];
  const named = [images, containers, environment, secrets, command, logOptions].flatMap((one) => Object.keys(one));
  return {
    containers: Object.fromEntries(
      [...new Set(named)]
        .filter((name) => name !== EVERY)
        .map((name): [string, ContainerChanges] => [
          name,
          {
            ...(images[name] ? { image: images[name] } : {}),
            ...ownChanges(containerOf(containers[name] ?? {}), logOptions[name]),
            ...(environment[name] ? { environment: environment[name] } : {}),
            ...(secrets[name] ? { secrets: secrets[name] } : {}),
            ...(command[name] === undefined ? {} : { command: command[name] }),
          },
        ]),
    ),
    every: {
      ...(environment[EVERY] ? { environment: environment[EVERY] } : {}),
      ...(secrets[EVERY] ? { secrets: secrets[EVERY] } : {}),
    },
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory }),
    ...(platform ? { runtimePlatform: platformOf(platform) } : {}),
    ...(tags ? { tags } : {}),
  };
}

/** What is said of one container by itself; its image is resolved elsewhere. */
function ownChanges(own: ContainerSettings, options: Settings | undefined): ContainerChanges {
  const { cpu, memory, 'memory-reservation': reserved, 'entry-point': entryPoint, 'log-driver': driver } = own;
  const log = { ...(driver ? { driver } : {}), ...(options ? { options } : {}) };
  return {
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory }),
    ...(reserved === undefined ? {} : { memoryReservation: reserved }),
    ...(entryPoint === undefined ? {} : { entryPoint }),
    ...(Object.keys(log).length > 0 ? { log } : {}),
  };
}

function platformOf(
  platform: NonNullable<ServiceSettings['runtime-platform']>,
): NonNullable<DefinitionChanges['runtimePlatform']> {
  const { 'cpu-architecture': cpuArchitecture, 'operating-system-family': operatingSystemFamily } = platform;
  return {
    ...(cpuArchitecture ? { cpuArchitecture } : {}),
    ...(operatingSystemFamily ? { operatingSystemFamily } : {}),
  };
}

/** In place of a container's name: every container. */
const EVERY = '*';

/** Container -> image of a resolved definition. */
export const imagesIn = (definition: RegisterTaskDefinitionCommandInput): Record<string, string> =>
  imagesOf(definition as TaskDefinition);
