import type { ECRClient } from '@aws-sdk/client-ecr';
import { parseDigestReference } from '#shared/ecr/digest-reference';
import { findImage, newestImage, repositoryUris } from '#shared/ecr/images';
import { GoliveError } from '#shared/runtime/golive-error';

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
