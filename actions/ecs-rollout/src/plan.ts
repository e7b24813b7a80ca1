import type { Tag, TaskDefinition } from '@aws-sdk/client-ecs';
import { type DeploymentView, isGoingBack, isInFlight } from '#shared/ecs/service-deployment';
import { containerNames, imagesOf, unknownContainers } from '#shared/ecs/task-definition';

/** One service as ECS reported it. */
export interface ServiceView {
  readonly name: string;
  readonly definition: TaskDefinition;
  readonly tags: readonly Tag[];
  readonly latest?: DeploymentView;
  /** Images of the definition that an in-flight deployment leads to. */
  readonly latestImages?: Readonly<Record<string, string>>;
  /** What it ran before the release, from the release record. */
  readonly recorded?: string;
}

/** What to do about one service, decided from what ECS reported and what the user asked. */
export type Decision = { readonly service: string; readonly because: string } & (
  | { readonly kind: 'leave'; readonly definition: string; readonly previous: string }
  | { readonly kind: 'refuse'; readonly hint: string }
  | { readonly kind: 'adopt'; readonly deployment: string; readonly definition: string; readonly previous: string }
  | { readonly kind: 'deploy'; readonly view: ServiceView; readonly images: Images; readonly previous: string }
);

/** Container name -> image reference with a registry and a digest. */
export type Images = Readonly<Record<string, string>>;

export function decide(view: ServiceView | undefined, service: string, wanted: Images): Decision {
  if (!view)
    return {
      kind: 'refuse',
      service,
      because: `the cluster has no active service ${service}`,
      hint: 'create it first, or correct its name under rollout.services',
    };
  const unknown = unknownContainers(view.definition, wanted);
  if (unknown.length > 0)
    return {
      kind: 'refuse',
      service,
      because: `task definition ${view.definition.family} has no container ${unknown.join(', ')}`,
      hint: `it has ${containerNames(view.definition).join(', ')}`,
    };
  return decideKnown(view, wanted);
}

function decideKnown(view: ServiceView, wanted: Images): Decision {
  const { name: service, latest } = view;
  const current = view.definition.taskDefinitionArn ?? '';
  const previous = view.recorded ?? (latest && isInFlight(latest) ? latest.from : undefined) ?? current;
  if (latest && (isInFlight(latest) || isGoingBack(latest))) {
    if (isInFlight(latest) && latest.taskDefinition && runs(view.latestImages ?? {}, wanted))
      return {
        kind: 'adopt',
        service,
        because: `is already on its way to ${revision(latest.taskDefinition)} with these images`,
        deployment: latest.arn,
        definition: latest.taskDefinition,
        previous,
      };
    return {
      kind: 'refuse',
      service,
      because: `is already deploying ${revision(latest.taskDefinition)} (${latest.status})`,
      hint: 'wait for it, or stop it with the rollback action',
    };
  }
  const healthy = !latest || latest.status === 'SUCCESSFUL' || latest.status === 'ROLLBACK_SUCCESSFUL';
  if (healthy && runs(imagesOf(view.definition), wanted))
    return {
      kind: 'leave',
      service,
      because: `already runs ${Object.values(wanted).map(digestOf).join(', ')}`,
      definition: current,
      previous,
    };
  const changes = Object.entries(wanted).map(
    ([container, image]) =>
      `${container}: ${digestOf(imagesOf(view.definition)[container] ?? '')} -> ${digestOf(image)}`,
  );
  return { kind: 'deploy', service, because: changes.join(', '), view, images: wanted, previous };
}

function runs(images: Images, wanted: Images): boolean {
  return Object.entries(wanted).every(([container, image]) => images[container] === image);
}

export const digestOf = (image: string): string => image.split('@').at(-1) ?? image;
export const revision = (arn: string | undefined): string => arn?.split('/').at(-1) ?? 'an unknown task definition';

export interface WantedService {
  readonly service: string;
  readonly images: Images;
}

/** Container images of each service, with registry addresses; or what is missing to know them. */
export function resolveImages(
  services: Readonly<Record<string, { readonly containers: Readonly<Record<string, string>> }>>,
  addresses: Readonly<Record<string, string>>,
): { readonly wanted: readonly WantedService[]; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const wanted = Object.entries(services).map(([service, { containers }]) => ({
    service,
    images: Object.fromEntries(
      Object.entries(containers).flatMap(([container, image]) => {
        const address = addresses[image];
        if (!address) missing.push(`${service}.containers.${container}: no image named ${image}`);
        return address ? [[container, address]] : [];
      }),
    ),
  }));
  return { wanted, missing };
}
