import { digestOf } from '#shared/values/canonical-json';

/** A file, by what its bytes are. */
export interface Named {
  /** From the evidence folder, with `/` between folders. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file in its place in the chain. */
export interface Link extends Named {
  /** The link before it, null of the first one. */
  readonly previous: string | null;
  /** SHA-256 of the canonical JSON of `{ bytes, name, previous, sha256 }`. */
  readonly link: string;
}

/** Files as a chain: none of them can change, come, go or move without changing every link after it. */
export function chainOf(files: readonly Named[]): readonly Link[] {
  const links: Link[] = [];
  for (const { name, bytes, sha256 } of files) {
    const place = { name, bytes, sha256, previous: links.at(-1)?.link ?? null };
    links.push({ ...place, link: linkOf(place) });
  }
  return links;
}

export function linkOf({ name, bytes, sha256, previous }: Omit<Link, 'link'>): string {
  return digestOf({ name, bytes, sha256, previous });
}
