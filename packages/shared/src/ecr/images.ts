import {
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  type ECRClient,
  type ImageDetail,
} from '@aws-sdk/client-ecr';

/** "repositoryNames: Maximum number of 100 items": DescribeRepositories, API reference. */
const NAMES_A_CALL = 100;

/** The registry address of each repository, by repository name. Throws RepositoryNotFoundException for an unknown one. */
export async function repositoryUris(ecr: ECRClient, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const open = [...new Set(names)];
  while (open.length > 0) {
    const repositoryNames = open.splice(0, NAMES_A_CALL);
    const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames }));
    for (const { repositoryName, repositoryUri } of repositories)
      if (repositoryName && repositoryUri) found.set(repositoryName, repositoryUri);
  }
  return found;
}

/** One image by tag or digest, or undefined when the repository does not hold it. */
export async function findImage(
  ecr: ECRClient,
  repositoryName: string,
  imageId: { readonly imageTag: string } | { readonly imageDigest: string },
): Promise<ImageDetail | undefined> {
  try {
    const answer = await ecr.send(new DescribeImagesCommand({ repositoryName, imageIds: [imageId] }));
    return answer.imageDetails?.[0];
  } catch (error) {
    if (error instanceof Error && error.name === 'ImageNotFoundException') return undefined;
    throw error;
  }
}

/** The image pushed last, for messages about one that is not there. */
export async function newestImage(ecr: ECRClient, repositoryName: string): Promise<ImageDetail | undefined> {
  const answer = await ecr.send(new DescribeImagesCommand({ repositoryName, maxResults: 100 }));
  return [...(answer.imageDetails ?? [])].sort(
    (a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0),
  )[0];
}
