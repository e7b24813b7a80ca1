import { ValueError } from './value-error.ts';

/** An image as OCI names it: `[registry/]repository[:tag][@digest]`. */
export interface ImageReference {
  /** Host with its port, absent when the text begins with the repository. */
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
}

// The grammar of the OCI distribution specification, "Pulling manifests".
const repositoryPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagPattern = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const digestPattern = /^sha256:[a-f0-9]{64}$/;

/** Parses an image reference. Throws a ValueError that names the part that is wrong. */
export function parseImageReference(text: string): ImageReference {
  const [named = '', digest, ...rest] = text.trim().split('@');
  if (rest.length > 0 || (digest !== undefined && !digestPattern.test(digest)))
    throw new ValueError(`'${text}' has no valid digest: after @ stand sha256: and 64 hexadecimal digits`);
  const first = named.indexOf('/');
  const host = first > 0 ? named.slice(0, first) : '';
  // A first part with a dot or a port, or localhost, is a host; any other is part of the repository.
  const isHost = /[.:]/.test(host) || host === 'localhost';
  const path = isHost ? named.slice(first + 1) : named;
  const colon = path.lastIndexOf(':');
  const repository = colon < 0 ? path : path.slice(0, colon);
  const tag = colon < 0 ? undefined : path.slice(colon + 1);
  if (!repositoryPattern.test(repository))
    throw new ValueError(
      `'${text}' has no valid repository: '${repository}' must be lower-case letters, digits and . _ - between them`,
    );
  if (tag !== undefined && !tagPattern.test(tag)) throw new ValueError(`'${text}' has no valid tag: '${tag}'`);
  return {
    ...(isHost && { registry: host }),
    repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/** The text of an image reference. */
export function formatImageReference({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry ? `${registry}/` : ''}${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}
