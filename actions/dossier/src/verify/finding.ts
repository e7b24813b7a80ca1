/** Something that is not as it was written. */
export interface Finding {
  /** The file to look into, from the dossier's folder. */
  readonly file: string;
  /** Its first byte that is off, from 0; absent where that cannot be known. */
  readonly offset?: number;
  /** What is wrong with it, the rest of a sentence that begins with the file. */
  readonly what: string;
}

/** Where two files begin to differ, from 0; undefined when they are equal. */
export function firstDifference(a: Buffer, b: Buffer): number | undefined {
  if (a.equals(b)) return undefined;
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) if (a[at] !== b[at]) return at;
  return shared;
}

/** A file beside what it has to be; undefined when it is that. */
export function differs(file: string, found: Buffer, wanted: Buffer): Finding | undefined {
  const offset = firstDifference(found, wanted);
  if (offset === undefined) return undefined;
  const lengths = found.length === wanted.length ? '' : ` (it has ${found.length} bytes, and had ${wanted.length})`;
  return { file, offset, what: `${at(found, offset)} where ${at(wanted, offset)} was written${lengths}` };
}

function at(content: Buffer, offset: number): string {
  const byte = content[offset];
  if (byte === undefined) return 'the end';
  const hex = `0x${byte.toString(16).padStart(2, '0')}`;
  return byte > 0x20 && byte < 0x7f ? `${hex} (${String.fromCharCode(byte)})` : hex;
}
