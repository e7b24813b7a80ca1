import type { Run } from '#shared/runtime/run';
import type { Inputs } from './inputs.ts';
import { containerOf } from './settings.ts';

/** Another action may use an image; a release that rolls out none of those that it is given has forgotten something. */
export function tellUnused(
  { images, services }: Pick<Inputs, 'images' | 'services'>,
  { log, placeOf }: { readonly log: Pick<Run['log'], 'info' | 'warn'> } & Pick<Run, 'placeOf'>,
): void {
  const containers = Object.values(services).flatMap((service) => Object.values(service.containers));
  const taken = containers.map((said) => containerOf(said).image);
  const unused = Object.keys(images).filter((image) => !taken.includes(image));
  const told = `no container takes the image ${unused.join(', ')}; say which does, under containers of its service`;
  if (unused.length > 0 && unused.length === Object.keys(images).length) log.warn(told, placeOf(['services']));
  else if (unused.length > 0) log.info(told);
}
