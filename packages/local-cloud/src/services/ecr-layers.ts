import type { Upload } from '../engine/registry/blobs.ts';
import type { RegistryEngine } from '../engine/registry.ts';
import { AwsError, type Operation } from '../wire/aws-service.ts';

interface LayerInput {
  readonly repositoryName: string;
  readonly uploadId: string;
}

/** ECR's own way of pushing layers, which the SDKs offer beside the distribution protocol. */
export function layerUploads(account: string, engine: RegistryEngine): Record<string, Operation> {
  const find = ({ repositoryName, uploadId }: LayerInput): Upload => {
    engine.repositories.get(repositoryName);
    const upload = engine.blobs.upload(uploadId);
    if (upload) return upload;
    throw new AwsError(
      'UploadNotFoundException',
      `The upload with id '${uploadId}' does not exist in the repository with name '${repositoryName}' in the registry with id '${account}'`,
    );
  };
  return {
    async InitiateLayerUpload({ repositoryName }: LayerInput) {
      engine.repositories.get(repositoryName);
      const { id } = await engine.blobs.begin();
      return { uploadId: id, partSize: 20 * 1024 * 1024 };
    },

    async UploadLayerPart(
      input: LayerInput & { partFirstByte: number; partLastByte: number; layerPartBlob: string | Uint8Array },
    ) {
      const upload = find(input);
      const bytes = Buffer.from(input.layerPartBlob as string, 'base64');
      if (input.partFirstByte !== upload.size || input.partLastByte !== upload.size + bytes.length - 1)
        throw new AwsError(
          'InvalidLayerPartException',
          `The layer part should begin at byte ${upload.size} and its bytes should fill the range that it names`,
          400,
          { lastValidByteReceived: upload.size - 1 },
        );
      await engine.blobs.append(upload, only(bytes));
      return {
        registryId: account,
        repositoryName: input.repositoryName,
        uploadId: upload.id,
        lastByteReceived: upload.size - 1,
      };
    },

    async CompleteLayerUpload(input: LayerInput & { layerDigests: string[] }) {
      const upload = find(input);
      const [layerDigest = ''] = input.layerDigests;
      if (engine.hasBlob(input.repositoryName, layerDigest))
        throw new AwsError(
          'LayerAlreadyExistsException',
          `Layer with digest '${layerDigest}' already exists in the repository with name '${input.repositoryName}' in the registry with id '${account}'`,
        );
      if (!(await engine.blobs.complete(upload, layerDigest)))
        throw new AwsError('InvalidLayerException', 'The layer digest does not match the bytes that were uploaded');
      engine.ownBlob(input.repositoryName, layerDigest);
      return { registryId: account, repositoryName: input.repositoryName, uploadId: upload.id, layerDigest };
    },

    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetDownloadUrlForLayer.html
    async GetDownloadUrlForLayer({ repositoryName, layerDigest }: { repositoryName: string; layerDigest: string }) {
      engine.repositories.get(repositoryName);
      if (!engine.hasBlob(repositoryName, layerDigest))
        throw new AwsError(
          'LayersNotFoundException',
          `The layer with digest '${layerDigest}' does not exist in the repository with name '${repositoryName}' in the registry with id '${account}'`,
        );
      return { downloadUrl: `${engine.url}${engine.downloads.pathOf(layerDigest)}`, layerDigest };
    },

    async BatchCheckLayerAvailability(input: { repositoryName: string; layerDigests: string[] }) {
      engine.repositories.get(input.repositoryName);
      const layers = await Promise.all(
        input.layerDigests.map(async (layerDigest) => {
          const here = engine.hasBlob(input.repositoryName, layerDigest);
          const layerSize = here ? await engine.blobs.size(layerDigest) : undefined;
          return {
            layerDigest,
            layerAvailability: here ? 'AVAILABLE' : 'UNAVAILABLE',
            ...(layerSize !== undefined && { layerSize }),
          };
        }),
      );
      return { layers, failures: [] };
    },
  };
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
