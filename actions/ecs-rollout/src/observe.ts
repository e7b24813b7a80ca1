import type { ECRClient } from '@aws-sdk/client-ecr';
import type { ECSClient } from '@aws-sdk/client-ecs';
import { parseDigestReference } from '#shared/ecr/digest-reference';
import { findImage, newestImage, repositoryUris } from '#shared/ecr/images';
import { targetOf } from '#shared/ecs/go-back';
import { readTaskDefinition } from '#shared/ecs/register-task-definition';
import { isInFlight, latestDeployments } from '#shared/ecs/service-deployment';
import { describeServices } from '#shared/ecs/services';
import { imagesOf } from '#shared/ecs/task-definition';
import { GoliveError } from '#shared/runtime/golive-error';
import type { ServiceView } from './plan.ts';

/** What every service of the release runs now. Services that the cluster does not have are missing from the map. */
export async function observeServices(
  ecs: ECSClient,
  cluster: string,
  names: readonly string[],
  recorded: Readonly<Record<string, string>>,
): Promise<Map<string, ServiceView>> {
  const services = await describeServices(ecs, cluster, names);
  const views = await Promise.all(
    [...services].map(async ([name, service]): Promise<[string, ServiceView]> => {
      const [latest] = await latestDeployments(ecs, cluster, name, 1);
      const target = latest && isInFlight(latest) ? latest.taskDefinition : undefined;
      const { definition, tags } = await readTaskDefinition(ecs, targetOf(service));
      return [
        name,
        {
          name,
          definition,
          tags,
          ...(latest ? { latest } : {}),
          ...(target ? { latestImages: imagesOf((await readTaskDefinition(ecs, target)).definition) } : {}),
          ...(recorded[name] ? { recorded: recorded[name] } : {}),
        },
      ];
    }),
  );
  return new Map(views);
}

/** Registry addresses of the images, each proven to be in its repository. */
export async function resolveAddresses(
  ecr: ECRClient,
  images: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const references = Object.entries(images).map(([name, text]) => {
    const reference = parseDigestReference(text);
    if (!reference)
      throw new GoliveError('ROLLOUT_IMAGE_INVALID', `images.${name} is '${text}', not repository@sha256:…`, {
        hint: 'pass the output images of build-scan-push',
      });
    return { name, ...reference };
  });
  if (references.length === 0) return {};
  const uris = await repositoryUris(
    ecr,
    references.map((reference) => reference.repository),
  );
  const addresses = await Promise.all(
    references.map(async ({ name, repository, digest }): Promise<[string, string]> => {
      const uri = uris.get(repository);
      if (!uri || !(await findImage(ecr, repository, { imageDigest: digest })))
        throw await notFound(ecr, name, repository, digest);
      return [name, `${uri}@${digest}`];
    }),
  );
  return Object.fromEntries(addresses);
}

async function notFound(ecr: ECRClient, name: string, repository: string, digest: string): Promise<GoliveError> {
  const newest = await newestImage(ecr, repository);
  const told = newest ? ` (newest: ${newest.imageDigest} pushed ${newest.imagePushedAt?.toISOString()})` : '';
  return new GoliveError(
    'ROLLOUT_IMAGE_NOT_FOUND',
    `image ${name} cannot be rolled out: ${repository}@${digest} is not in the repository${told}`,
    { hint: 'push it with build-scan-push, or pass a digest that exists' },
  );
}
