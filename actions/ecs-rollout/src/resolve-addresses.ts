import type { ECRClient } from '@aws-sdk/client-ecr';
import { parseDigestReference } from '#shared/ecr/digest-reference';
import { findImage, newestImage, repositoryUris } from '#shared/ecr/images';
import { GoliveError } from '#shared/runtime/golive-error';
import { atMost } from '#shared/waiting/at-most';

/** Images asked about at a time. */
const AT_ONCE = 10;

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
  const uris = await repositoryUris(
    ecr,
    references.map((reference) => reference.repository),
  ).catch(saysWhichRepository);
  const addresses = await atMost(
    AT_ONCE,
    references,
    async ({ name, repository, digest }): Promise<[string, string]> => {
      const uri = uris.get(repository);
      if (!uri || !(await findImage(ecr, repository, { imageDigest: digest })))
        throw await notFound(ecr, name, repository, digest);
      return [name, `${uri}@${digest}`];
    },
  );
  return Object.fromEntries(addresses);
}

/** AWS's own words name the repository and the registry. */
function saysWhichRepository(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'RepositoryNotFoundException') throw error;
  throw new GoliveError('ROLLOUT_IMAGE_NOT_FOUND', `the images cannot be rolled out: ${error.message}`, {
    hint: 'push them with build-scan-push to the account and region of the services, or correct the input images',
    cause: error,
  });
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
