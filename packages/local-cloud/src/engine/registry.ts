import { readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Cloud } from '../cloud.ts';
import { type Image, lookUpImage, putImage, type Repositories } from '../state/ecr.ts';
import { type Advisory, judge, scanMs } from '../state/ecr-scan.ts';
import { AwsError } from '../wire/aws-service.ts';
import { BlobStore, digestOf } from './registry/blobs.ts';
import { distributionServer, type RegistryGuards } from './registry/distribution.ts';
import { Downloads } from './registry/downloads.ts';
import { takeInventory } from './registry/inventory.ts';
import { LayerCache } from './registry/layers.ts';
import { pushLayout } from './registry/layout.ts';
import { forThisMachine, type Manifest, mediaTypeOf, parseManifest } from './registry/manifest.ts';
import { mergeLayers } from './registry/root-fs.ts';
import { Tokens } from './registry/tokens.ts';

/** The image configuration of https://github.com/opencontainers/image-spec/blob/main/config.md, as far as a task needs it. */
export interface ImageConfig {
  readonly architecture?: string;
  readonly os?: string;
  readonly config?: {
    readonly User?: string;
    readonly Env?: readonly string[];
    readonly Entrypoint?: readonly string[] | null;
    readonly Cmd?: readonly string[] | null;
    readonly WorkingDir?: string;
    readonly StopSignal?: string;
    readonly ExposedPorts?: Readonly<Record<string, object>>;
    readonly Labels?: Readonly<Record<string, string>>;
  };
}

/** The registry behind ECR: stores images, serves them over HTTP, unpacks them for tasks and looks into them for scans. */
export class RegistryEngine {
  readonly repositories: Repositories;
  readonly blobs: BlobStore;
  readonly tokens: Tokens;
  readonly downloads: Downloads;
  readonly #cloud: Cloud;
  readonly #layers: LayerCache;
  readonly #advisories: Advisory[] = [];
  readonly #guards: RegistryGuards;
  #server: Server | undefined;
  #port = 0;

  constructor(cloud: Cloud, repositories: Repositories, guards: Pick<RegistryGuards, 'faults' | 'allow'>) {
    this.#cloud = cloud;
    this.repositories = repositories;
    this.blobs = new BlobStore(join(cloud.stateDir, 'registry'));
    this.#layers = new LayerCache(join(cloud.stateDir, 'layers'));
    this.downloads = new Downloads(cloud.clock);
    this.tokens = new Tokens(cloud.clock);
    const arnPrefix = `arn:aws:ecr:${cloud.region}:${cloud.account}`;
    this.#guards = { ...guards, journal: cloud.journal, arnPrefix };
  }

  /** `http://127.0.0.1:port` */
  get url(): string {
    return `http://${this.host}`;
  }

  /** `127.0.0.1:port`, the first part of every repository's URI */
  get host(): string {
    if (this.#port === 0) throw new Error('registry: start() comes before anything that names its address');
    return `127.0.0.1:${this.#port}`;
  }

  now(): Date {
    return this.#cloud.clock.now();
  }

  async start(): Promise<{ url: string }> {
    await this.blobs.open();
    const server = distributionServer(this, this.#guards);
    this.#server = server;
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    const address = server.address();
    this.#port = typeof address === 'object' && address ? address.port : 0;
    return { url: this.url };
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(undefined)));
  }

  hasBlob(repository: string, digest: string): boolean {
    return this.repositories.find(repository)?.blobs.has(digest) ?? false;
  }

  ownBlob(repository: string, digest: string): void {
    this.repositories.get(repository).blobs.add(digest);
  }

  /** @throws the exceptions of ECR's PutImage */
  async putManifest(
    repositoryName: string,
    { manifest: text, tag, mediaType }: { manifest: string; tag?: string | undefined; mediaType?: string | undefined },
  ): Promise<Image> {
    const repository = this.repositories.get(repositoryName);
    const manifest = parseManifest(text);
    if (!manifest)
      throw new AwsError(
        'InvalidParameterException',
        "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
      );
    const where = `repository with name '${repositoryName}' in the registry with id '${this.#cloud.account}'`;
    const blobs = [...(manifest.config ? [manifest.config] : []), ...(manifest.layers ?? [])];
    const missing = blobs.filter(({ digest }) => !repository.blobs.has(digest));
    if (missing.length > 0)
      throw new AwsError(
        'LayersNotFoundException',
        `Layers with digests '[${missing.map(({ digest }) => digest).join(', ')}]' required for pushing image into ${where} do not exist`,
      );
    const strangers = (manifest.manifests ?? []).filter(({ digest }) => !repository.images.has(digest));
    if (strangers.length > 0)
      throw new AwsError(
        'ReferencedImagesNotFoundException',
        `Images with digests '[${strangers.map(({ digest }) => digest).join(', ')}]' required for pushing image into ${where} do not exist`,
      );
    const artifactMediaType = manifest.artifactType ?? manifest.config?.mediaType;
    const layers = manifest.layers ?? [];
    const image = putImage(
      repository,
      {
        digest: digestOf(text),
        manifest: text,
        mediaType: mediaType ?? mediaTypeOf(manifest),
        ...(artifactMediaType && { artifactMediaType }),
        size: layers.reduce((sum, { size }) => sum + size, 0),
      },
      tag,
      this.now(),
    );
    if (repository.scanOnPush && !image.scan && !manifest.manifests) this.scan(repositoryName, image);
    return image;
  }

  addAdvisory(advisory: Advisory): void {
    this.#advisories.push(advisory);
  }

  /** Starts a scan; its state is told by the clock, and by when the image has really been looked into. */
  scan(repository: string, image: Image): void {
    const startedAt = this.now();
    const scan: Image['scan'] = { startedAt, notBefore: new Date(startedAt.getTime() + scanMs) };
    image.scan = scan;
    const place = join(this.#cloud.stateDir, 'scans', `${image.digest.slice(7)}-${startedAt.getTime()}`);
    this.#unpack(repository, image, place)
      .then(() => takeInventory(place))
      .then((inventory) => {
        scan.outcome = judge(inventory, this.#advisories, repository, this.now());
      })
      .catch((error: unknown) => {
        scan.outcome = { kind: 'failed', because: `The scan failed: ${error}` };
      })
      .finally(() => rm(place, { recursive: true, force: true }));
  }

  /** What `127.0.0.1:port/name:tag`, `…/name@sha256:…` or the same without a host names now. */
  resolve(ref: string): { repository: string; digest: string } | undefined {
    const [, host, name = '', tag, digest] =
      /^(?:([^/]+[.:][^/]*)\/)?([^:@]+)(?::([^@/]+))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(ref) ?? [];
    if (host && host !== this.host) return undefined;
    const repository = this.repositories.find(name);
    const image =
      repository && lookUpImage(repository, digest ? { imageDigest: digest } : { imageTag: tag ?? 'latest' });
    return image && { repository: name, digest: image.digest };
  }

  /**
   * Unpacks the image into `intoDir`; files are links into a cache that other tasks share.
   * @throws when the reference names no image, or the image has none for this machine
   */
  async rootFs(ref: string, intoDir: string): Promise<{ dir: string; config: ImageConfig }> {
    const found = this.resolve(ref);
    if (!found) throw new Error(`${ref} is not in the registry`);
    const image = this.repositories.image(this.repositories.get(found.repository), { imageDigest: found.digest });
    image.pulledAt = this.now();
    return { dir: intoDir, config: await this.#unpack(found.repository, image, intoDir) };
  }

  async #unpack(repository: string, image: Image, dir: string): Promise<ImageConfig> {
    const manifest = this.#platformManifest(repository, image);
    const layers = await Promise.all(
      (manifest.layers ?? []).map(({ digest }) => this.#layers.get(digest, this.blobs.file(digest))),
    );
    await mergeLayers(layers, dir);
    return JSON.parse(await readFile(this.blobs.file(manifest.config?.digest ?? ''), 'utf8'));
  }

  #platformManifest(repository: string, image: Image): Manifest {
    const manifest = parseManifest(image.manifest);
    if (!manifest?.manifests) return manifest ?? {};
    const chosen = forThisMachine(manifest.manifests, process.arch);
    const child = chosen && this.repositories.get(repository).images.get(chosen.digest);
    if (!child) throw new Error(`no matching manifest for linux/${process.arch} in ${repository}@${image.digest}`);
    return this.#platformManifest(repository, child);
  }

  /** Loads the image of an OCI layout, as a push would; the folder is read only. */
  put(layoutDir: string, repository: string, tag: string): Promise<{ repository: string; digest: string }> {
    return pushLayout(this, layoutDir, repository, tag);
  }
}
