import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { GoliveError } from '#shared/runtime/golive-error';

/** A content descriptor of the OCI image specification. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** A manifest of the layout with all that must be in a registry before it: blobs of an image, children of an index. */
export interface LayoutManifest extends Descriptor {
  readonly bytes: Buffer;
  readonly config?: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly children: readonly LayoutManifest[];
}

const descriptor = z.object({
  mediaType: z.string(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  size: z.number().int().nonnegative(),
});
const manifest = z.object({
  config: descriptor.optional(),
  layers: z.array(descriptor).default([]),
  manifests: z.array(descriptor).default([]),
});

export const blobPath = (layout: string, digest: string): string => join(layout, 'blobs', ...digest.split(':'));

/** Reads the one image of an OCI layout, and proves every blob against its digest. */
export async function readLayout(layout: string): Promise<LayoutManifest> {
  const index = manifest.parse(
    JSON.parse(await readFile(join(layout, 'index.json'), 'utf8').catch(notALayout(layout))),
  );
  const [only, ...more] = index.manifests;
  if (!only || more.length > 0)
    throw new GoliveError('BUILD_LAYOUT_AMBIGUOUS', `the layout has ${index.manifests.length} images, expected one`, {
      hint: 'leave one image, or one image index for several platforms, in $GOLIVE_OUTPUT/index.json',
    });
  return readManifest(layout, only);
}

async function readManifest(layout: string, at: Descriptor): Promise<LayoutManifest> {
  await verify(layout, at);
  const bytes = await readFile(blobPath(layout, at.digest));
  const { config, layers, manifests } = manifest.parse(JSON.parse(bytes.toString('utf8')));
  for (const blob of config ? [config, ...layers] : layers) await verify(layout, blob);
  const children = await Promise.all(manifests.map((child) => readManifest(layout, child)));
  return { ...at, bytes, layers, children, ...(config ? { config } : {}) };
}

async function verify(layout: string, { digest, size }: Descriptor): Promise<void> {
  const path = blobPath(layout, digest);
  const found = await stat(path).catch(() => undefined);
  const hash = createHash('sha256');
  if (found) await pipeline(createReadStream(path), hash);
  const measured = found ? `sha256:${hash.digest('hex')}` : 'nothing';
  if (measured !== digest || found?.size !== size)
    throw new GoliveError('BUILD_LAYOUT_DAMAGED', `blob ${digest} (${size} bytes) of the layout is ${measured}`, {
      hint: 'the build-command must leave every blob complete; build again from clean',
    });
}

function notALayout(layout: string) {
  return (cause: unknown): never => {
    throw new GoliveError(
      'BUILD_NO_LAYOUT',
      `the build left no OCI layout: ${join(layout, 'index.json')} is not there`,
      {
        cause,
        hint: 'write an OCI image layout (index.json, oci-layout, blobs/) to the folder named by GOLIVE_OUTPUT',
      },
    );
  };
}

/** Bytes of the compressed layers; of several platforms the heaviest, for one host pulls one platform. */
export function compressedSize(image: Pick<LayoutManifest, 'layers' | 'children'>): number {
  const own = image.layers.reduce((sum, layer) => sum + layer.size, 0);
  return Math.max(own, ...image.children.map(compressedSize));
}

/** The image manifests that can be scanned and run: the image itself, or the platforms of an index. */
export function leaves(image: LayoutManifest): LayoutManifest[] {
  return image.children.length === 0 ? [image] : image.children.flatMap(leaves);
}
