import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegistryEngine } from '../registry.ts';
import { type Descriptor, parseManifest } from './manifest.ts';

/**
 * Stores the first image of an OCI layout under a tag.
 * @throws when the folder is no layout, a blob does not have its digest, or the repository refuses the tag
 */
export async function pushLayout(registry: RegistryEngine, layoutDir: string, repository: string, tag: string) {
  const file = (digest: string) => join(layoutDir, 'blobs', digest.replace(':', '/'));
  const index = parseManifest(await readFile(join(layoutDir, 'index.json'), 'utf8'));
  const top = index?.manifests?.[0];
  if (!top) throw new Error(`registry: ${layoutDir} is no OCI layout with an image`);
  const push = async (descriptor: Descriptor, as?: string): Promise<void> => {
    const text = await readFile(file(descriptor.digest), 'utf8');
    const manifest = parseManifest(text);
    for (const child of manifest?.manifests ?? []) await push(child);
    for (const blob of [...(manifest?.config ? [manifest.config] : []), ...(manifest?.layers ?? [])]) {
      await registry.blobs.adopt(file(blob.digest), blob.digest);
      registry.ownBlob(repository, blob.digest);
    }
    if (!as && registry.repositories.get(repository).images.has(descriptor.digest)) return;
    await registry.putManifest(repository, { manifest: text, tag: as, mediaType: descriptor.mediaType });
  };
  await push(top, tag);
  return { repository, digest: top.digest };
}
