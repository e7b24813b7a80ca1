import type { ECRClient } from '@aws-sdk/client-ecr';
import { findImage } from '#shared/ecr/images';
import type { Pace } from '#shared/ecs/pace';
import { compressedSize, type LayoutManifest, leaves } from './oci-layout.ts';
import { decideTag, type Gate, gateScan, gateSize, type ScanGate, type ScanResult, type TagDecision } from './plan.ts';
import { type Pushed, pushByDigest, putManifest, type Registry } from './registry.ts';
import { type Place, withdraw } from './withdraw.ts';

/** An image that was built: where its layout is, and what it holds. */
export interface BuiltImage extends Place {
  readonly layout: string;
  readonly manifest: LayoutManifest;
  readonly maxSize?: number;
}

export interface ImageTrail {
  readonly image: BuiltImage;
  readonly size: Gate;
  readonly tag?: TagDecision;
  readonly scan?: ScanGate;
  readonly pushed?: Pushed;
  /** Digest that DescribeImages gives for the tag after the push. */
  readonly proven?: string;
}

export interface Trail {
  readonly images: readonly ImageTrail[];
  readonly steps: readonly { readonly at: string; readonly subject: string; readonly what: string }[];
}

export interface Tools {
  readonly ecr: ECRClient;
  readonly registry: Registry;
  readonly tag: string;
  readonly failOn: readonly string[];
  readonly pace: Pace;
  /** Scans a layout on disk, where a scanner is installed; otherwise ECR scans what was pushed by digest. */
  readonly scanLayout?: (image: BuiltImage) => Promise<ScanResult>;
  readonly scanPushed: (repository: string, digest: string, pace: Pace) => Promise<ScanResult>;
}

/** Takes all images through one gate after the other. None gets its tag unless every one is through all of them. */
export async function apply(tools: Tools, images: readonly BuiltImage[]): Promise<Trail> {
  const steps: { at: string; subject: string; what: string }[] = [];
  const note = (subject: string, what: string) => {
    steps.push({ at: tools.pace.now().toISOString(), subject, what });
    tools.pace.progress(`${subject}: ${what}`);
  };
  let trails: ImageTrail[] = images.map((image) => ({
    image,
    size: gateSize(compressedSize(image.manifest), image.maxSize),
  }));
  const each = async (step: (trail: ImageTrail) => Promise<ImageTrail>) => {
    trails = await Promise.all(trails.map(step));
  };
  if (trails.some(({ size }) => size.kind === 'closed')) return { images: trails, steps };
  await each(async (trail) => ({ ...trail, tag: await askTag(tools, trail.image) }));
  if (trails.some(({ tag }) => tag?.kind === 'refuse')) return { images: trails, steps };
  const { scanLayout } = tools;
  if (scanLayout) {
    await each(async (trail) => ({ ...trail, scan: gateScan(await scanLayout(trail.image), tools.failOn) }));
    if (trails.some(({ scan }) => scan?.kind !== 'open')) return { images: trails, steps };
  }
  try {
    await each(async (trail) => push(tools, trail, images, note));
    if (!scanLayout)
      await each(async (trail) => ({ ...trail, scan: gateScan(await scanAll(tools, trail.image), tools.failOn) }));
  } catch (error) {
    await withdrawAll(tools, images, note);
    throw error;
  }
  if (trails.some(({ scan }) => scan?.kind !== 'open')) {
    await withdrawAll(tools, images, note);
    return { images: trails, steps };
  }
  await each(async (trail) => setTag(tools, trail, note));
  return { images: trails, steps };
}

async function askTag({ ecr, tag }: Tools, { repository, digest }: BuiltImage): Promise<TagDecision> {
  return decideTag(tag, digest, (await findImage(ecr, repository, { imageTag: tag }))?.imageDigest);
}

async function push(
  { registry }: Tools,
  trail: ImageTrail,
  images: readonly BuiltImage[],
  note: (subject: string, what: string) => void,
): Promise<ImageTrail> {
  const { name, repository, layout, manifest, digest } = trail.image;
  const neighbours = [...new Set(images.map((one) => one.repository))].filter((one) => one !== repository);
  const pushed = await pushByDigest(registry, repository, layout, manifest, neighbours);
  note(
    name,
    `pushed ${digest} without a tag: ${pushed.uploaded} blobs uploaded, ${pushed.mounted} mounted, ${pushed.present} there`,
  );
  return { ...trail, pushed };
}

/** ECR scans images, not indexes: every platform is scanned, and one that cannot be is enough to not know. */
async function scanAll({ scanPushed, pace }: Tools, { repository, manifest }: BuiltImage): Promise<ScanResult> {
  const results = await Promise.all(leaves(manifest).map(({ digest }) => scanPushed(repository, digest, pace)));
  const unknown = results.find((result) => result.kind === 'unknown');
  if (unknown) return unknown;
  const findings = results.flatMap((result) => (result.kind === 'scanned' ? result.findings : []));
  return { kind: 'scanned', scanner: 'ECR', findings };
}

async function withdrawAll(
  { ecr }: Tools,
  images: readonly BuiltImage[],
  note: (subject: string, what: string) => void,
) {
  for (const image of images) {
    const left = await withdraw(ecr, image, allDigests(image.manifest));
    note(
      image.name,
      left.length === 0
        ? 'withdrawn: nothing of this build is in the repository'
        : `could not be withdrawn: ${left.join('; ')}`,
    );
  }
}

const allDigests = (manifest: LayoutManifest): string[] => [manifest.digest, ...manifest.children.flatMap(allDigests)];

async function setTag(
  tools: Tools,
  trail: ImageTrail,
  note: (subject: string, what: string) => void,
): Promise<ImageTrail> {
  const { repository, manifest, name, digest } = trail.image;
  const { ecr, registry, tag } = tools;
  if (trail.tag?.kind === 'set') {
    try {
      await putManifest(registry, repository, manifest, tag);
      note(name, `${repository}:${tag} is ${digest}`);
    } catch (error) {
      // An immutable tag refuses even its own digest, as when the answer to a first try was lost.
      const decision = await askTag(tools, trail.image);
      if (decision.kind === 'set') throw error;
      if (decision.kind === 'refuse') return { ...trail, tag: decision };
    }
  }
  const proven = (await findImage(ecr, repository, { imageTag: tag }))?.imageDigest;
  return { ...trail, ...(proven ? { proven } : {}) };
}
