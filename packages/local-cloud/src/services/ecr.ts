import type { Cloud, Part } from '../cloud.ts';
import { RegistryEngine } from '../engine/registry.ts';
import { createFaults, type Faults } from '../faults.ts';
import type { Gate } from '../gate.ts';
import {
  deleteImage,
  describeImage,
  describeRepository,
  type ExclusionFilter,
  type Image,
  type ImageId,
  lookUpImage,
  type Mutability,
  Repositories,
} from '../state/ecr.ts';
import { findingsOf, rescanMs } from '../state/ecr-scan.ts';
import { AwsError, type AwsService, type Operation } from '../wire/aws-service.ts';
import { advisoryOf } from './ecr-advisory.ts';
import { layerUploads } from './ecr-layers.ts';
import { type Paging, page } from './ecr-page.ts';

const mutabilities: readonly string[] = ['MUTABLE', 'IMMUTABLE', 'MUTABLE_WITH_EXCLUSION', 'IMMUTABLE_WITH_EXCLUSION'];

function mutabilityOf(text: string | undefined): Mutability {
  if (text === undefined) return 'MUTABLE';
  if (mutabilities.includes(text)) return text as Mutability;
  throw new AwsError(
    'InvalidParameterException',
    `Invalid parameter at 'imageTagMutability' failed to satisfy constraint: 'must be one of ${mutabilities.join(', ')}'`,
  );
}

interface CreateRepository {
  readonly repositoryName: string;
  readonly imageTagMutability?: string;
  readonly imageTagMutabilityExclusionFilters?: readonly ExclusionFilter[];
  readonly imageScanningConfiguration?: { readonly scanOnPush?: boolean };
}

type Listing = Paging & { readonly filter?: { readonly tagStatus?: 'TAGGED' | 'UNTAGGED' | 'ANY' } };

const byTagStatus = ({ filter }: Listing) => {
  const wanted = filter?.tagStatus ?? 'ANY';
  return (image: Image) => wanted === 'ANY' || image.tags.size > 0 === (wanted === 'TAGGED');
};

interface Guards {
  readonly faults: Faults;
  readonly gate: Pick<Gate, 'allow'>;
}

const unguarded: Guards = { faults: createFaults(), gate: { allow: () => undefined } };

export function createEcr(
  cloud: Cloud,
  { faults, gate }: Guards = unguarded,
): Part & { service: AwsService; engine: RegistryEngine } {
  const { account } = cloud;
  const repositories = new Repositories(account);
  const engine = new RegistryEngine(cloud, repositories, {
    faults,
    allow: (caller, action, needed) => gate.allow(caller, action, needed, 'json'),
  });
  cloud.onStop(() => engine.stop());

  const operations: Record<string, Operation> = {
    ...layerUploads(account, engine),

    CreateRepository(input: CreateRepository) {
      const created = repositories.add({
        name: input.repositoryName,
        arn: `arn:aws:ecr:${cloud.region}:${account}:repository/${input.repositoryName}`,
        uri: `${engine.host}/${input.repositoryName}`,
        createdAt: cloud.clock.now(),
        scanOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
        mutability: mutabilityOf(input.imageTagMutability),
        exclusions: input.imageTagMutabilityExclusionFilters ?? [],
      });
      return { repository: describeRepository(created, account) };
    },

    DescribeRepositories(input: { repositoryNames?: string[] } & Paging) {
      if ((input.repositoryNames ?? []).length > 100)
        throw new AwsError('InvalidParameterException', 'repositoryNames must have 100 items or fewer.');
      const named = input.repositoryNames?.map((name) => repositories.get(name));
      const { items, nextToken } = page(named ?? repositories.all(), input);
      return { repositories: items.map((each) => describeRepository(each, account)), nextToken };
    },

    GetAuthorizationToken: (_input, { caller }) => ({
      authorizationData: [{ ...engine.tokens.issue(caller), proxyEndpoint: engine.url }],
    }),

    PutImageTagMutability(input: CreateRepository) {
      const repository = repositories.get(input.repositoryName);
      repository.mutability = mutabilityOf(input.imageTagMutability);
      repository.exclusions = input.imageTagMutabilityExclusionFilters ?? [];
      return {
        registryId: account,
        repositoryName: repository.name,
        imageTagMutability: repository.mutability,
        ...(repository.exclusions.length > 0 && { imageTagMutabilityExclusionFilters: repository.exclusions }),
      };
    },

    DescribeImages(input: { repositoryName: string; imageIds?: ImageId[] } & Listing) {
      const repository = repositories.get(input.repositoryName);
      const images = input.imageIds
        ? [...new Set(input.imageIds.map((id) => repositories.image(repository, id)))]
        : [...repository.images.values()].filter(byTagStatus(input));
      const { items, nextToken } = page(images, input);
      return {
        imageDetails: items.map((each) => describeImage(each, repository, account, cloud.clock.now())),
        nextToken,
      };
    },

    ListImages(input: { repositoryName: string } & Listing) {
      const images = [...repositories.get(input.repositoryName).images.values()].filter(byTagStatus(input));
      const ids = images.flatMap(({ digest, tags }): ImageId[] =>
        tags.size > 0 ? [...tags].map((imageTag) => ({ imageDigest: digest, imageTag })) : [{ imageDigest: digest }],
      );
      const { items, nextToken } = page(ids, input);
      return { imageIds: items, nextToken };
    },

    BatchGetImage(input: { repositoryName: string; registryId?: string; imageIds: ImageId[] }) {
      const repository = repositories.get(input.repositoryName, input.registryId);
      const found = input.imageIds.map((id) => ({ id, image: lookUpImage(repository, id) }));
      return {
        images: found.flatMap(({ id, image }) => (image ? [whole(image, input.repositoryName, id.imageTag)] : [])),
        failures: found.flatMap(({ id, image }) => (image ? [] : [notFound(id)])),
      };
    },

    BatchDeleteImage(input: { repositoryName: string; imageIds: ImageId[] }) {
      const repository = repositories.get(input.repositoryName);
      const gone = input.imageIds.map((id) => ({ id, ids: deleteImage(repository, id) }));
      return {
        imageIds: gone.flatMap(({ ids }) => ids ?? []),
        failures: gone.flatMap(({ id, ids }) => (ids ? [] : [notFound(id)])),
      };
    },

    async PutImage(input: Record<'repositoryName' | 'imageManifest', string> & PutImageOptions) {
      const image = await engine.putManifest(input.repositoryName, {
        manifest: input.imageManifest,
        tag: input.imageTag,
        mediaType: input.imageManifestMediaType,
      });
      return { image: whole(image, input.repositoryName, input.imageTag) };
    },

    StartImageScan(input: { repositoryName: string; imageId: ImageId }) {
      const image = repositories.image(repositories.get(input.repositoryName), input.imageId);
      const now = cloud.clock.now();
      if (image.scan && now.getTime() - image.scan.startedAt.getTime() < rescanMs)
        throw new AwsError('LimitExceededException', 'The scan quota per image has been exceeded. Wait and try again.');
      engine.scan(input.repositoryName, image);
      return {
        registryId: account,
        repositoryName: input.repositoryName,
        imageId: { ...input.imageId, imageDigest: image.digest },
        imageScanStatus: { status: 'IN_PROGRESS' },
      };
    },

    DescribeImageScanFindings(input: { repositoryName: string; imageId: ImageId }) {
      const image = repositories.image(repositories.get(input.repositoryName), input.imageId);
      if (!image.scan)
        throw new AwsError(
          'ScanNotFoundException',
          `Image scan does not exist for the image with '{imageDigest:'${image.digest}', imageTag:'${input.imageId.imageTag ?? 'null'}'}' in the repository with name '${input.repositoryName}' in the registry with id '${account}'`,
        );
      return {
        registryId: account,
        repositoryName: input.repositoryName,
        imageId: { ...input.imageId, imageDigest: image.digest },
        ...findingsOf(image.scan, cloud.clock.now()),
      };
    },
  };

  const whole = (image: Image, repositoryName: string, imageTag: string | undefined) => ({
    registryId: account,
    repositoryName,
    imageId: { imageDigest: image.digest, ...(imageTag && { imageTag }) },
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
  });

  return {
    service: {
      signingName: 'ecr',
      wire: { kind: 'json', version: '1.1', targetPrefix: 'AmazonEC2ContainerRegistry_V20150921' },
      operations,
    },
    engine,
    start: () => engine.start(),
    controls: { advisories: (body) => engine.addAdvisory(advisoryOf(body)) },
  };
}

interface PutImageOptions {
  readonly imageTag?: string;
  readonly imageManifestMediaType?: string;
}

const notFound = (imageId: ImageId) => ({
  imageId,
  failureCode: 'ImageNotFound',
  failureReason: 'Requested image not found',
});
