import { BatchGetImageCommand, type ECRClient, GetDownloadUrlForLayerCommand } from '@aws-sdk/client-ecr';
import { z } from 'zod';
import { parseImageReference } from '../values/image-reference.ts';
import { atMost } from '../waiting/at-most.ts';
import { type Candidate, containersOf } from './candidate.ts';
import type { Elsewhere, Stores } from './elsewhere.ts';
import { type Finding, type Found, fail, inRegion, lookUp, pass, skip, unknown } from './finding.ts';

/** `linux/amd64`, as OCI writes it. */
export type Platform = string;

const ociArchitectures: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' };

/** The platform that a candidate's tasks need; ECS takes Linux on x86_64 where the definition says nothing. */
export function platformOf({ definition }: Candidate): Platform {
  const { cpuArchitecture = 'X86_64', operatingSystemFamily = 'LINUX' } = definition.runtimePlatform ?? {};
  return `${operatingSystemFamily.startsWith('WINDOWS') ? 'windows' : 'linux'}/${ociArchitectures[cpuArchitecture] ?? cpuArchitecture.toLowerCase()}`;
}

/** An image as its repository has it. */
export interface ImageView {
  readonly platforms: readonly Platform[];
  /** Its own digest, and those of its platforms: ECS may report a running task by either. */
  readonly digests: readonly string[];
}

/** @param found each image by reference; an image outside ECR is not in it */
export function judgeImages(candidate: Candidate, found: ReadonlyMap<string, Found<ImageView>>): Finding[] {
  const wanted = platformOf(candidate);
  return containersOf(candidate).map(({ name, image = '' }): Finding => {
    const answer = found.get(image);
    const told = `${name}: image ${shortImage(image)}`;
    if (!answer) return skip(`${told} is not in ECR, and is not asked for`);
    if (answer.kind === 'unknown') return unknown(`${told} ${answer.because}`);
    if (answer.kind === 'missing') return fail(`${told} is not in its repository: push it with build-scan-push`);
    const { platforms } = answer.value;
    if (!platforms.includes(wanted))
      return fail(`${told} is built for ${platforms.join(', ') || 'nothing'}, and its tasks need ${wanted}`);
    return pass(`${told} is there for ${wanted}`);
  });
}

export const shortImage = (image: string): string =>
  image.replace(/^[^/]+\.[^/]+\/|^[^/]+:\d+\//, '').replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}/, '$1…');

const index = z.object({
  manifests: z.array(
    z.object({
      digest: z.string(),
      platform: z.object({ os: z.string(), architecture: z.string() }).optional(),
    }),
  ),
});
const manifest = z.object({ config: z.object({ digest: z.string() }) });
const imageConfig = z.object({ os: z.string(), architecture: z.string() });

/** Images asked about at a time. */
const AT_ONCE = 10;

/**
 * Asks ECR for every image that is in it, each in its own region.
 * @param registries hosts that are known to be this account's ECR, besides those with ECR's own form
 */
export async function findImages(
  { ecr, elsewhere }: Pick<Stores, 'ecr'> & Elsewhere,
  candidates: readonly Candidate[],
  registries: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, Found<ImageView>>> {
  const images = new Set(candidates.flatMap((one) => containersOf(one).map(({ image = '' }) => image)));
  const here = await ecr.config.region();
  const ours = [...images].flatMap((image) => {
    const reference = inEcr(image, registries);
    return reference ? [{ image, ...reference }] : [];
  });
  const found = await atMost(
    AT_ONCE,
    ours,
    async ({ image, id, region = here, ...place }): Promise<[string, Found<ImageView>]> => {
      if (region === here) return [image, await findPlatforms(ecr, place, id, signal)];
      return [image, inRegion(await findPlatforms(elsewhere(region).ecr, place, id, signal), region)];
    },
  );
  return new Map(found);
}

/** A repository, of the account that is asked unless another one is named. */
interface Place {
  readonly repository: string;
  readonly account?: string;
}

interface InEcr extends Place {
  readonly id: { readonly imageDigest: string } | { readonly imageTag: string };
  readonly region?: string;
}

function inEcr(image: string, registries: readonly string[]): InEcr | undefined {
  try {
    const { registry = '', repository, tag = 'latest', digest } = parseImageReference(image);
    const [, account, region] = /^(\d{12})\.dkr\.ecr\.([\w-]+)\.amazonaws\.com(?:\.cn)?$/.exec(registry) ?? [];
    if (!registries.includes(registry) && !account) return undefined;
    return {
      repository,
      id: digest ? { imageDigest: digest } : { imageTag: tag },
      ...(account && region ? { account, region } : {}),
    };
  } catch {
    return undefined;
  }
}

async function findPlatforms(
  ecr: ECRClient,
  place: Place,
  imageId: InEcr['id'],
  abortSignal: AbortSignal,
): Promise<Found<ImageView>> {
  const answer = await lookUp('ecr:BatchGetImage', /^RepositoryNotFound/, () =>
    ecr.send(new BatchGetImageCommand({ ...namesOf(place), imageIds: [imageId] }), { abortSignal }),
  );
  if (answer.kind !== 'found') return answer;
  const [image] = answer.value.images ?? [];
  if (!image?.imageManifest) {
    const [failure] = answer.value.failures ?? [];
    return failure && failure.failureCode !== 'ImageNotFound'
      ? { kind: 'unknown', because: `could not be read (${failure.failureCode}: ${failure.failureReason})` }
      : { kind: 'missing', because: 'is not in its repository' };
  }
  const own = image.imageId?.imageDigest ?? '';
  return viewOf(ecr, place, own, image.imageManifest, abortSignal);
}

const namesOf = ({ repository, account }: Place) => ({
  repositoryName: repository,
  ...(account ? { registryId: account } : {}),
});

async function viewOf(
  ecr: ECRClient,
  place: Place,
  own: string,
  text: string,
  signal: AbortSignal,
): Promise<Found<ImageView>> {
  const json = parse(text);
  const many = index.safeParse(json);
  if (many.success) {
    const { manifests } = many.data;
    const platforms = manifests.flatMap(({ platform }) =>
      platform ? [`${platform.os}/${platform.architecture}`] : [],
    );
    return { kind: 'found', value: { platforms, digests: [own, ...manifests.map(({ digest }) => digest)] } };
  }
  const one = manifest.safeParse(json);
  if (!one.success) return { kind: 'unknown', because: 'has a manifest that is not understood' };
  return lookUp('ecr:GetDownloadUrlForLayer', /^$/, async () => {
    const { downloadUrl = '' } = await ecr.send(
      new GetDownloadUrlForLayerCommand({ ...namesOf(place), layerDigest: one.data.config.digest }),
      { abortSignal: signal },
    );
    const answer = await fetch(downloadUrl, { signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]) });
    if (!answer.ok) throw new Error(`its configuration could not be read: HTTP ${answer.status}`);
    const { os, architecture } = imageConfig.parse(await answer.json());
    return { platforms: [`${os}/${architecture}`], digests: [own] };
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
