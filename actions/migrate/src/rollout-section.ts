/** What the rollout section of golive.yml says about the service that the migration task is like. */
import { z } from 'zod';

/** A container: the name of its image, or a map that may have it. */
const containerImage = z.union([
  z.string(),
  z.object({ image: z.string().optional() }).transform(({ image }) => image),
]);

const rolloutSection = z.object({
  cluster: z.string().optional(),
  services: z
    .record(z.string(), z.object({ containers: z.record(z.string(), containerImage).default({}) }))
    .default({}),
});

/** Its cluster and the name of the container's image, as far as the section has them. */
export function inRollout(
  section: unknown,
  service: string,
  container: string,
): { readonly cluster?: string | undefined; readonly image?: string | undefined } {
  const rollout = rolloutSection.safeParse(section).data;
  return { cluster: rollout?.cluster, image: rollout?.services[service]?.containers[container] };
}
