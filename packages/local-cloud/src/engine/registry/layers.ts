import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, link, lstat, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import tar, { type ExtractEvents } from 'tar-stream';
import { withinRoot } from './within-root.ts';

/** One unpacked layer: its files, and what it removes from the layers below. */
export interface Layer {
  readonly files: string;
  /** Paths that vanish. */
  readonly removed: readonly string[];
  /** Folders whose contents from below vanish. */
  readonly opaque: readonly string[];
}

/** By the first bytes, since media types lie: https://github.com/opencontainers/image-spec/blob/main/layer.md */
function decompressor(head: Buffer): Transform {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip();
  if (head.readUInt32BE(0) === 0x28b52ffd) return createZstdDecompress();
  return new PassThrough();
}

async function firstBytes(file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: 3 })) chunks.push(chunk);
  return Buffer.concat([...chunks, Buffer.alloc(4)]).subarray(0, 4);
}

/** Layers unpacked once per digest into folders of their own. */
export class LayerCache {
  readonly #dir: string;
  readonly #unpacking = new Map<string, Promise<Layer>>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** @throws when the file is no tar archive or holds a path that leaves its root */
  get(digest: string, blob: string): Promise<Layer> {
    const known = this.#unpacking.get(digest);
    if (known) return known;
    const unpacking = this.#unpack(join(this.#dir, digest.replace(':', '-')), blob);
    this.#unpacking.set(digest, unpacking);
    unpacking.catch(() => this.#unpacking.delete(digest));
    return unpacking;
  }

  async #unpack(place: string, blob: string): Promise<Layer> {
    const files = join(place, 'files');
    const list = join(place, 'whiteouts.json');
    const cached = await readFile(list, 'utf8').catch(() => undefined);
    if (cached) return { files, ...JSON.parse(cached) };
    await rm(place, { recursive: true, force: true });
    await mkdir(files, { recursive: true });
    const whiteouts = { removed: [] as string[], opaque: [] as string[] };
    const extract = tar.extract();
    const reading = pipeline(createReadStream(blob), decompressor(await firstBytes(blob)), extract);
    const writing = (async () => {
      for await (const entry of extract) {
        if (!noteWhiteout(entry.header.name, whiteouts)) await writeEntry(files, entry);
        entry.resume();
      }
    })();
    try {
      await Promise.all([reading, writing]);
    } catch (error) {
      extract.destroy();
      await Promise.allSettled([reading, writing]);
      await rm(place, { recursive: true, force: true });
      throw error;
    }
    await writeFile(`${list}.new`, JSON.stringify(whiteouts));
    await rename(`${list}.new`, list);
    return { files, ...whiteouts };
  }
}

function noteWhiteout(name: string, whiteouts: { removed: string[]; opaque: string[] }): boolean {
  const base = basename(name);
  if (!base.startsWith('.wh.')) return false;
  if (base === '.wh..wh..opq') whiteouts.opaque.push(dirname(name));
  else if (!base.startsWith('.wh..wh.')) whiteouts.removed.push(join(dirname(name), base.slice('.wh.'.length)));
  return true;
}

async function writeEntry(root: string, entry: ExtractEvents['entry'][1]): Promise<void> {
  const { name, type, linkname, mode = 0o644 } = entry.header;
  const target = await withinRoot(root, name);
  if (target === join(root, '/') || target === root) return;
  await mkdir(dirname(target), { recursive: true });
  if (type === 'directory') {
    const present = await lstat(target).catch(() => undefined);
    if (present && !present.isDirectory()) await rm(target);
    await mkdir(target, { recursive: true });
    // The owner is whoever runs the cloud, who must be able to enter and clean up.
    await chmod(target, (mode & 0o7777) | 0o700);
    return;
  }
  if (type !== 'file' && type !== 'contiguous-file' && type !== 'symlink' && type !== 'link') return;
  await rm(target, { recursive: true, force: true });
  if (type === 'symlink') await symlink(linkname ?? '', target);
  else if (type === 'link') await link(await withinRoot(root, linkname ?? ''), target);
  else {
    await pipeline(entry, createWriteStream(target, { mode: 0o600 }));
    await chmod(target, (mode & 0o7777) | 0o400);
  }
}
