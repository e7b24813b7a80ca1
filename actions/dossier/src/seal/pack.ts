import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A file's bytes inside a JSON document: gzip, then base64. */
export function pack(content: Buffer): string {
  return gzipSync(content, { level: 9 }).toString('base64');
}

/** The bytes again. Throws when the text is no packed file, or one of more than `bytes` bytes. */
export function unpack(packed: string, bytes: number): Buffer {
  const zipped = Buffer.from(packed, 'base64');
  if (zipped.toString('base64') !== packed) throw new Error('it is no base64');
  return gunzipSync(zipped, { maxOutputLength: Math.max(1, bytes) });
}

/** 64 hexadecimal digits. */
export function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
