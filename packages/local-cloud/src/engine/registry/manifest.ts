/** The parts of an OCI or Docker manifest, or of an index, that a registry looks at. */
export interface Descriptor {
  readonly mediaType?: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly os?: string; readonly architecture?: string };
}

export interface Manifest {
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
  readonly manifests?: readonly Descriptor[];
}

export const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
export const ociIndex = 'application/vnd.oci.image.index.v1+json';

/** Undefined where the text is no manifest. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value = JSON.parse(text);
    const isList = (list: unknown) =>
      list === undefined || (Array.isArray(list) && list.every((each) => typeof each?.digest === 'string'));
    if (!value || typeof value !== 'object' || !isList(value.layers) || !isList(value.manifests)) return undefined;
    if (!value.manifests && typeof value.config?.digest !== 'string') return undefined;
    return value;
  } catch {
    return undefined;
  }
}

export const mediaTypeOf = (manifest: Manifest): string =>
  manifest.mediaType ?? (manifest.manifests ? ociIndex : ociManifest);

const nodeArchitecture: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/** The image of an index for this machine; BuildKit's attestations say `unknown/unknown` and are never it. */
export function forThisMachine(manifests: readonly Descriptor[], arch: string): Descriptor | undefined {
  const wanted = nodeArchitecture[arch] ?? arch;
  const images = manifests.filter(({ platform }) => platform?.os !== 'unknown');
  return (
    images.find(({ platform }) => platform?.os === 'linux' && platform.architecture === wanted) ??
    images.find(({ platform }) => !platform)
  );
}
