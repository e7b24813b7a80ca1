import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import tar, { type Header } from 'tar-stream';

export const sha256 = (bytes: string | Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export async function tarOf(
  entries: readonly (Partial<Header> & { name: string } & { content?: string })[],
): Promise<Buffer> {
  const pack = tar.pack();
  for (const { content, ...header } of entries) pack.entry(header, content ?? '');
  pack.finalize();
  const chunks: Buffer[] = [];
  pack.on('data', (chunk) => chunks.push(chunk as Buffer));
  await once(pack, 'end');
  return Buffer.concat(chunks);
}

export interface TestImage {
  readonly manifest: string;
  readonly digest: string;
  readonly blobs: readonly Buffer[];
}

export function imageOf(layers: readonly Buffer[], config: object = {}): TestImage {
  const configBytes = Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', config }));
  const packed = layers.map((layer) => gzipSync(layer));
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: sha256(configBytes),
      size: configBytes.length,
    },
    layers: packed.map((bytes) => ({
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      digest: sha256(bytes),
      size: bytes.length,
    })),
  });
  return { manifest, digest: sha256(manifest), blobs: [configBytes, ...packed] };
}

export function writeLayout(dir: string, image: TestImage): void {
  const folder = join(dir, 'blobs/sha256');
  mkdirSync(folder, { recursive: true });
  for (const blob of [...image.blobs, Buffer.from(image.manifest)])
    writeFileSync(join(folder, sha256(blob).slice(7)), blob);
  writeFileSync(join(dir, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(
    join(dir, 'index.json'),
    JSON.stringify({
      schemaVersion: 2,
      manifests: [
        {
          mediaType: 'application/vnd.oci.image.manifest.v1+json',
          digest: image.digest,
          size: Buffer.byteLength(image.manifest),
        },
      ],
    }),
  );
}
