/** What the inputs ask of each service, with the settings for all services filled in where a service says nothing. */
import { suggestion } from '#shared/runtime/mistake';
import type { Impossible } from './impossible.ts';
import type { Inputs } from './inputs.ts';
import { containerOf, type DeploymentSettings, type ServiceSettings } from './settings.ts';

/** Container name -> image reference with a registry and a digest. */
export type Images = Readonly<Record<string, string>>;

/** Where a task definition comes from. */
export type Source =
  | { readonly kind: 'running' }
  | { readonly kind: 'registered'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

/** One service as the user wants it. */
export interface WantedService {
  readonly service: string;
  readonly source: Source;
  readonly images: Images;
  readonly settings: ServiceSettings;
  readonly deployment: DeploymentSettings;
  readonly force: boolean;
}

/** Services in groups: a group starts when the one before it has succeeded. */
export type Groups = readonly (readonly string[])[];

export interface Wanted {
  readonly services: readonly WantedService[];
  readonly groups: Groups;
  /** What is wrong with the inputs taken together; nothing is touched when there is any. */
  readonly mistakes: readonly Impossible[];
}

/** @param addresses image name -> registry address with a digest */
export function wantedServices(input: Inputs, addresses: Readonly<Record<string, string>>): Wanted {
  const mistakes: Impossible[] = [];
  const services = Object.entries(input.services).map(([service, own]): WantedService => {
    const settings = withDefaults(own, input);
    const images = Object.entries(own.containers).flatMap(([container, said]) => {
      const { image } = containerOf(said);
      if (image === undefined) return [];
      const address = addresses[image];
      if (!address)
        mistakes.push({
          path: ['services', service, 'containers', container, ...(typeof said === 'string' ? [] : ['image'])],
          because: `no image named ${image}${suggestion(image, Object.keys(addresses))}`,
        });
      return address ? [[container, address] as const] : [];
    });
    return {
      service,
      source: sourceOf(own.definition ?? input.definition),
      images: Object.fromEntries(images),
      settings,
      deployment: { ...input.deployment, ...own.deployment },
      force: input.force,
    };
  });
  const names = services.map(({ service }) => service);
  return { services, groups: groupsOf(names, input.order, mistakes), mistakes };
}

function withDefaults(own: ServiceSettings, input: Inputs): ServiceSettings {
  const { 'desired-count': count, 'capacity-providers': providers, 'health-check-grace-period': grace } = input;
  return {
    ...(count === undefined ? {} : { 'desired-count': count }),
    ...(providers ? { 'capacity-providers': providers } : {}),
    ...(grace ? { 'health-check-grace-period': grace } : {}),
    ...own,
  };
}

/** `running`, an ARN, `family:revision` or `family:latest`, else a file. */
export function sourceOf(text: string): Source {
  if (text === 'running') return { kind: 'running' };
  const isArn = /^arn:[^:]+:ecs:[^:]*:[^:]*:task-definition\//.test(text);
  if (isArn || /^[\w-]+:\d+$/.test(text)) return { kind: 'registered', name: text };
  // ECS gives the newest active revision of a family that is named alone.
  const [, family] = /^([\w-]+):latest$/.exec(text) ?? [];
  if (family) return { kind: 'registered', name: family };
  return { kind: 'file', path: text };
}

/** The order asked for; services that it does not name make up the last group. */
function groupsOf(services: readonly string[], order: Groups | undefined, mistakes: Impossible[]): Groups {
  if (!order) return [services];
  const named = new Set<string>();
  for (const [group, names] of order.entries())
    for (const [at, name] of names.entries()) {
      const path = ['order', group, at];
      if (named.has(name)) mistakes.push({ path, because: `${name} stands there twice` });
      else if (!services.includes(name))
        mistakes.push({ path, because: `there is no service ${name}${suggestion(name, services)}` });
      named.add(name);
    }
  const rest = services.filter((service) => !named.has(service));
  return rest.length > 0 ? [...order, rest] : order;
}
