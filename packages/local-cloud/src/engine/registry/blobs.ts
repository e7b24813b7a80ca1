import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const digestOf = (bytes: string | Buffer): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export const isDigest = (text: string): boolean => /^sha256:[0-9a-f]{64}$/.test(text);

/** An upload under way; `size` is what has arrived. */
export interface Upload {
  readonly id: string;
  readonly file: string;
  readonly hash: Hash;
  size: number;
}

/** Content-addressed files, and the uploads that become such files once their digest is proven. */
export class BlobStore {
  readonly #dir: string;
  readonly #uploads = new Map<string, Upload>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  async open(): Promise<void> {
    await mkdir(join(this.#dir, 'uploads'), { recursive: true });
    await mkdir(join(this.#dir, 'sha256'), { recursive: true });
  }

  file(digest: string): string {
    if (!isDigest(digest)) throw new Error(`registry: ${digest} is not a sha256 digest`);
    return join(this.#dir, 'sha256', digest.slice(7));
  }

  /** Bytes, or undefined where the blob is not here. */
  async size(digest: string): Promise<number | undefined> {
    if (!isDigest(digest)) return undefined;
    return stat(this.file(digest)).then(
      ({ size }) => size,
      () => undefined,
    );
  }

  read(digest: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.file(digest), range);
  }

  async begin(): Promise<Upload> {
    const id = randomUUID();
    const upload = { id, file: join(this.#dir, 'uploads', id), hash: createHash('sha256'), size: 0 };
    await writeFile(upload.file, '');
    this.#uploads.set(id, upload);
    return upload;
  }

  upload(id: string): Upload | undefined {
    return this.#uploads.get(id);
  }

  async append(upload: Upload, bytes: AsyncIterable<Buffer>): Promise<void> {
    await pipeline(
      bytes,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          upload.hash.update(chunk);
          upload.size += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(upload.file, { flags: 'a' }),
    );
  }

  /** Makes the upload a blob; false, and nothing is kept, where the bytes do not have that digest. */
  async complete(upload: Upload, digest: string): Promise<boolean> {
    this.#uploads.delete(upload.id);
    const right = `sha256:${upload.hash.digest('hex')}` === digest;
    if (right) await rename(upload.file, this.file(digest));
    else await rm(upload.file, { force: true });
    return right;
  }

  async cancel(upload: Upload): Promise<void> {
    this.#uploads.delete(upload.id);
    await rm(upload.file, { force: true });
  }

  /** @throws when the bytes of the file do not have that digest. */
  async adopt(file: string, digest: string): Promise<void> {
    if ((await this.size(digest)) !== undefined) return;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk);
    const real = `sha256:${hash.digest('hex')}`;
    if (real !== digest) throw new Error(`registry: ${file} has digest ${real}, not ${digest}`);
    const passing = join(this.#dir, 'uploads', randomUUID());
    await copyFile(file, passing);
    await rename(passing, this.file(digest));
  }
}
