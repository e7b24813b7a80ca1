import { AwsError } from '../wire/aws-service.ts';
import { findingsOf, type Scan } from './ecr-scan.ts';

export type Mutability = 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION';

export interface ExclusionFilter {
  readonly filterType: 'WILDCARD';
  readonly filter: string;
}

export interface Image {
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string;
  readonly artifactMediaType?: string;
  /** Bytes of all layers as stored, that is compressed. */
  readonly size: number;
  readonly pushedAt: Date;
  readonly tags: Set<string>;
  pulledAt?: Date;
  scan?: Scan;
}

export interface Repository {
  readonly name: string;
  readonly arn: string;
  readonly uri: string;
  readonly createdAt: Date;
  readonly scanOnPush: boolean;
  mutability: Mutability;
  exclusions: readonly ExclusionFilter[];
  readonly images: Map<string, Image>;
  /** Digests of the layers and configs pushed to this repository: a layer of a sibling must be mounted first. */
  readonly blobs: Set<string>;
}

export interface ImageId {
  readonly imageDigest?: string;
  readonly imageTag?: string;
}

export class Repositories {
  readonly #byName = new Map<string, Repository>();
  readonly #account: string;

  constructor(account: string) {
    this.#account = account;
  }

  all(): Repository[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  find(name: string): Repository | undefined {
    return this.#byName.get(name);
  }

  /**
   * @param registry account whose registry is asked; other accounts have no repositories here
   * @throws RepositoryNotFoundException in ECR's wording.
   */
  get(name: string | undefined, registry = this.#account): Repository {
    const found = this.#byName.get(name ?? '');
    if (found && registry === this.#account) return found;
    throw new AwsError(
      'RepositoryNotFoundException',
      `The repository with name '${name}' does not exist in the registry with id '${registry}'`,
    );
  }

  add(repository: Omit<Repository, 'images' | 'blobs'>): Repository {
    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
    if (!/^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(repository.name))
      throw new AwsError(
        'InvalidParameterException',
        `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*''`,
      );
    if (this.#byName.has(repository.name))
      throw new AwsError(
        'RepositoryAlreadyExistsException',
        `The repository with name '${repository.name}' already exists in the registry with id '${this.#account}'`,
      );
    const created = { ...repository, images: new Map(), blobs: new Set<string>() };
    this.#byName.set(created.name, created);
    return created;
  }

  /** @throws ImageNotFoundException in ECR's wording. */
  image(repository: Repository, id: ImageId): Image {
    const found = lookUpImage(repository, id);
    if (found) return found;
    throw new AwsError(
      'ImageNotFoundException',
      `The image with imageId {imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'} does not exist within the repository with name '${repository.name}' in the registry with id '${this.#account}'`,
    );
  }
}

/** Both a tag and a digest must agree where both are given. */
export function lookUpImage(repository: Repository, id: ImageId): Image | undefined {
  const tagged = id.imageTag
    ? [...repository.images.values()].find((image) => image.tags.has(id.imageTag ?? ''))
    : undefined;
  if (!id.imageDigest) return tagged;
  const image = repository.images.get(id.imageDigest);
  return id.imageTag && tagged !== image ? undefined : image;
}

function isImmutable(repository: Repository, tag: string): boolean {
  const excluded = repository.exclusions.some(({ filter }) =>
    new RegExp(`^${filter.split('*').map(escapeRegExp).join('.*')}$`).test(tag),
  );
  return repository.mutability.startsWith('IMMUTABLE') !== (excluded && repository.mutability.endsWith('_EXCLUSION'));
}

const escapeRegExp = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

export type NewImage = Omit<Image, 'tags' | 'pushedAt' | 'scan' | 'pulledAt'>;

/**
 * Stores an image and moves the tag to it. ECR refuses a tag that exists in an immutable repository even when the
 * digest is the same: https://github.com/aws/containers-roadmap/issues/2179
 * @throws ImageTagAlreadyExistsException, ImageAlreadyExistsException
 */
export function putImage(repository: Repository, image: NewImage, tag: string | undefined, now: Date): Image {
  const holder = tag ? lookUpImage(repository, { imageTag: tag }) : undefined;
  if (tag && holder && isImmutable(repository, tag))
    throw new AwsError(
      'ImageTagAlreadyExistsException',
      `The image tag '${tag}' already exists in the '${repository.name}' repository and cannot be overwritten because the repository is immutable.`,
    );
  const present = repository.images.get(image.digest);
  if (present && (!tag || holder === present))
    throw new AwsError(
      'ImageAlreadyExistsException',
      `Image with digest '${image.digest}' and tag '${tag ?? 'null'}' already exists in the repository with name '${repository.name}'`,
    );
  const stored = present ?? { ...image, pushedAt: now, tags: new Set<string>() };
  repository.images.set(stored.digest, stored);
  if (tag) {
    holder?.tags.delete(tag);
    stored.tags.add(tag);
  }
  return stored;
}

/** Naming a tag removes the tag, and the image with its last tag; naming a digest removes the image with all its tags. */
export function deleteImage(repository: Repository, id: ImageId): ImageId[] | undefined {
  const image = lookUpImage(repository, id);
  if (!image) return undefined;
  const gone = id.imageDigest ? [...image.tags] : [id.imageTag ?? ''];
  for (const tag of gone) image.tags.delete(tag);
  if (image.tags.size === 0) repository.images.delete(image.digest);
  return gone.length > 0
    ? gone.map((imageTag) => ({ imageDigest: image.digest, imageTag }))
    : [{ imageDigest: image.digest }];
}

export function describeImage(image: Image, repository: Repository, account: string, now: Date) {
  const findings = image.scan && findingsOf(image.scan, now);
  return {
    registryId: account,
    repositoryName: repository.name,
    imageDigest: image.digest,
    ...(image.tags.size > 0 && { imageTags: [...image.tags] }),
    imageSizeInBytes: image.size,
    imagePushedAt: image.pushedAt,
    imageManifestMediaType: image.mediaType,
    ...(image.artifactMediaType && { artifactMediaType: image.artifactMediaType }),
    ...(image.pulledAt && { lastRecordedPullTime: image.pulledAt }),
    ...(findings && { imageScanStatus: findings.imageScanStatus }),
    ...(findings?.imageScanFindings && {
      imageScanFindingsSummary: {
        imageScanCompletedAt: findings.imageScanFindings.imageScanCompletedAt,
        vulnerabilitySourceUpdatedAt: findings.imageScanFindings.vulnerabilitySourceUpdatedAt,
        findingSeverityCounts: findings.imageScanFindings.findingSeverityCounts,
      },
    }),
  };
}

export function describeRepository(repository: Repository, account: string) {
  return {
    repositoryArn: repository.arn,
    registryId: account,
    repositoryName: repository.name,
    repositoryUri: repository.uri,
    createdAt: repository.createdAt,
    imageTagMutability: repository.mutability,
    ...(repository.exclusions.length > 0 && { imageTagMutabilityExclusionFilters: repository.exclusions }),
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: { encryptionType: 'AES256' },
  };
}
