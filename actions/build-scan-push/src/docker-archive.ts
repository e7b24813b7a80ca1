import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import { blobPath, type Descriptor } from './oci-layout.ts';

const archive = z.array(z.object({ Config: z.string(), Layers: z.array(z.string()) })).length(1);

/**
 * Turns what `docker save` wrote (unpacked in `from`) into an OCI layout in `to`. Every engine since 1.10 writes
 * manifest.json, the newer ones beside an index.json whose layers are not compressed, so it is read on all of them.
 */
export async function convertDockerArchive(from: string, to: string): Promise<void> {
  const [saved] = archive.parse(JSON.parse(await readFile(join(from, 'manifest.json'), 'utf8')));
  if (!saved) throw new Error('docker save wrote no image');
  await mkdir(join(to, 'blobs', 'sha256'), { recursive: true });
  const layers: Descriptor[] = [];
  for (const layer of saved.Layers) layers.push(await addLayer(join(from, layer), to));
  const config = await addBytes(
    await readFile(join(from, saved.Config)),
    'application/vnd.oci.image.config.v1+json',
    to,
  );
  const manifest = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', config, layers };
  const image = await addBytes(Buffer.from(JSON.stringify(manifest)), manifest.mediaType, to);
  await writeFile(join(to, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await writeFile(join(to, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [image] }));
}

async function addBytes(bytes: Buffer, mediaType: string, layout: string): Promise<Descriptor> {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  await writeFile(blobPath(layout, digest), bytes);
  return { mediaType, digest, size: bytes.length };
}

async function addLayer(file: string, layout: string): Promise<Descriptor> {
  const hash = createHash('sha256');
  const measured = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const unnamed = join(layout, 'blobs', 'layer.part');
  const compression = await compressionOf(file);
  if (compression) {
    await copyFile(file, unnamed);
    await pipeline(createReadStream(file), hash);
  } else await pipeline(createReadStream(file), createGzip(), measured, createWriteStream(unnamed));
  const digest = `sha256:${hash.digest('hex')}`;
  const { size } = await stat(unnamed);
  await rename(unnamed, blobPath(layout, digest));
  return { mediaType: `application/vnd.oci.image.layer.v1.tar+${compression ?? 'gzip'}`, digest, size };
}

/** By the first bytes: an engine with containerd's store saves layers as they were pulled. */
async function compressionOf(file: string): Promise<'gzip' | 'zstd' | undefined> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer.readUInt16BE(0) === 0x1f8b) return 'gzip';
    return buffer.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : undefined;
  } finally {
    await handle.close();
  }
}
