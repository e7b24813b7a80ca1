import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An OCI layout in `folder` with a small image for each platform; an index only when there is more than one. */
export async function aLayout(folder: string, architectures: readonly string[]): Promise<void> {
  const blobs = join(folder, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  const put = async (value: object | string, mediaType: string) => {
    const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    const hex = createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(blobs, hex), bytes);
    return { mediaType: `application/vnd.oci.image.${mediaType}`, digest: `sha256:${hex}`, size: bytes.length };
  };
  const images = [];
  for (const architecture of architectures) {
    const config = await put({ architecture, os: 'linux' }, 'config.v1+json');
    const layer = await put(`layer of ${architecture}`, 'layer.v1.tar');
    images.push({
      ...(await put({ schemaVersion: 2, config, layers: [layer] }, 'manifest.v1+json')),
      platform: { os: 'linux', architecture },
    });
  }
  const top = images.length === 1 ? images : [await put({ schemaVersion: 2, manifests: images }, 'index.v1+json')];
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: top }));
}
