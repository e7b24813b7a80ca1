/** `repository@sha256:…` as build-scan-push hands it on: a repository name and a digest, never a registry host. */
export interface DigestReference {
  readonly repository: string;
  readonly digest: string;
}

const PATTERN = /^([a-z0-9]+(?:[._/-][a-z0-9]+)*)@(sha256:[0-9a-f]{64})$/;

export function parseDigestReference(text: string): DigestReference | undefined {
  const [, repository, digest] = PATTERN.exec(text) ?? [];
  return repository && digest ? { repository, digest } : undefined;
}
