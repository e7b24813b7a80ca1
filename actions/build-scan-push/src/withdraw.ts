import { BatchDeleteImageCommand, type ECRClient } from '@aws-sdk/client-ecr';
import { findImage } from '#shared/ecr/images';

export interface Place {
  readonly name: string;
  readonly repository: string;
  readonly digest: string;
}

/**
 * Deletes what was pushed by digest for the scan; an index before its platforms, as ECR demands. A digest with a tag is
 * an earlier release's and stays. Returns what could not be deleted.
 */
export async function withdraw(ecr: ECRClient, { repository }: Place, digests: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const imageDigest of digests) {
    try {
      const found = await findImage(ecr, repository, { imageDigest });
      if (!found || (found.imageTags ?? []).length > 0) continue;
      const answer = await ecr.send(
        new BatchDeleteImageCommand({ repositoryName: repository, imageIds: [{ imageDigest }] }),
      );
      for (const { failureCode, failureReason } of answer.failures ?? [])
        if (failureCode !== 'ImageNotFound') left.push(`${imageDigest}: ${failureReason ?? failureCode}`);
    } catch (error) {
      left.push(`${imageDigest}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return left;
}
