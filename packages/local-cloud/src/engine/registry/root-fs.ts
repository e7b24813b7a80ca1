import { copyFile, link, lstat, mkdir, readdir, readlink, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Layer } from './layers.ts';
import { withinRoot } from './within-root.ts';

/** Lays the layers over each other in `dir`: folders are made, files hard-linked, whiteouts obeyed. */
export async function mergeLayers(layers: readonly Layer[], dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const layer of layers) {
    for (const path of layer.removed) await rm(await withinRoot(dir, path), { recursive: true, force: true });
    for (const path of layer.opaque) {
      const folder = await withinRoot(dir, path);
      const inside = await readdir(folder).catch(() => []);
      for (const name of inside) await rm(join(folder, name), { recursive: true, force: true });
    }
    await overlay(layer.files, dir, dir);
  }
}

async function overlay(from: string, to: string, root: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true });
  await inParallel(entries, 16, async (entry) => {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) return overlay(source, await folderAt(target, source, root), root);
    await rm(target, { recursive: true, force: true });
    if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    // A task's folder may lie on another file system than the cache.
    else await link(source, target).catch(() => copyFile(source, target));
  });
}

/** Makes the folder; a link to a folder of the layers below (`/bin` → `usr/bin`) stays and is followed. */
async function folderAt(target: string, like: string, root: string): Promise<string> {
  const present = await lstat(target).catch(() => undefined);
  if (present?.isDirectory()) return target;
  if (present?.isSymbolicLink()) {
    const real = await withinRoot(root, `${target.slice(root.length)}/.keep`).catch(() => undefined);
    const folder = real?.slice(0, -'/.keep'.length);
    if (folder && (await lstat(folder).catch(() => undefined))?.isDirectory()) return folder;
  }
  if (present) await rm(target);
  await mkdir(target, { mode: (await stat(like)).mode });
  return target;
}

async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}
