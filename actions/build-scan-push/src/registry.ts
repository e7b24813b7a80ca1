import { createReadStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Dispatcher, request } from 'undici';
import { GoliveError } from '#shared/runtime/golive-error';
import { blobPath, type Descriptor, type LayoutManifest } from './oci-layout.ts';

/** A registry of the OCI distribution specification, as ECR is one. */
export interface Registry {
  /** `https://123456789012.dkr.ecr.eu-central-1.amazonaws.com` */
  readonly endpoint: string;
  /** Value of the Authorization header. */
  readonly authorization: string;
  readonly signal: AbortSignal;
}

interface Call {
  readonly method: 'HEAD' | 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: () => Buffer | ReturnType<typeof createReadStream>;
  readonly expect: readonly number[];
  /** How often it may be asked; a part of an upload that got lost cannot be sent again, only the whole upload. */
  readonly attempts?: number;
}

const ATTEMPTS = 6;

/** How the other calls of this action name it too. */
const USER_AGENT = 'golive-build-scan-push';

/** One exchange, again after a lost connection, 429 or 5xx; what a registry refuses is an error at once. */
async function call(
  registry: Registry,
  one: Call,
): Promise<{ status: number; location: string | undefined; text: string }> {
  const { attempts = ATTEMPTS } = one;
  for (let attempt = 1; ; attempt++) {
    const answer = await exchange(registry, one).catch((cause: unknown) => {
      if (registry.signal.aborted || attempt === attempts) throw cause;
      return undefined;
    });
    if (answer && one.expect.includes(answer.status)) return answer;
    const passing = !answer || answer.status === 429 || answer.status >= 500;
    if (!passing || attempt === attempts) throw refusal(one, answer);
    await backOff(registry, attempt);
  }
}

/** An upload that is unknown or out of step is begun anew; what a registry denies, it denies again. */
const BEGIN_ANEW = [404, 416, 429];

function refusal(one: Call, answer: { readonly status: number; readonly text: string } | undefined): GoliveError {
  const { status = 0, text = '' } = answer ?? {};
  const final = status >= 400 && status < 500 && !BEGIN_ANEW.includes(status);
  return new GoliveError(
    final ? 'REGISTRY_REFUSED' : 'REGISTRY_UNAVAILABLE',
    `${one.method} ${new URL(one.url).pathname}: ${status} ${text.slice(0, 500)}`,
    {
      hint: final
        ? 'compare the permissions of this job with the policy in the README of build-scan-push'
        : 'run the job again: what was pushed already is found there',
    },
  );
}

/** Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
async function backOff({ signal }: Registry, attempt: number): Promise<void> {
  await delay(Math.random() * Math.min(5000, 100 * 2 ** attempt), undefined, { signal });
}

async function exchange({ authorization, endpoint, signal }: Registry, { method, url, headers, body }: Call) {
  // An upload may continue on another host, which must not see the registry's credentials.
  const sameHost = new URL(url).host === new URL(endpoint).host;
  const answer: Dispatcher.ResponseData = await request(url, {
    method,
    signal,
    headers: { 'user-agent': USER_AGENT, ...headers, ...(sameHost ? { authorization } : {}) },
    ...(body ? { body: body() } : {}),
  });
  const location = answer.headers.location;
  const text = await answer.body.text();
  return { status: answer.statusCode, location: Array.isArray(location) ? location[0] : location, text };
}

/** What a push did, for the timeline: how many blobs were there already, mounted from a neighbour, or uploaded. */
export interface Pushed {
  present: number;
  mounted: number;
  uploaded: number;
}

/** Pushes an image by digest, without any tag: blobs first, then manifests, an index after its platforms. */
export async function pushByDigest(
  registry: Registry,
  repository: string,
  layout: string,
  image: LayoutManifest,
  neighbours: readonly string[],
): Promise<Pushed> {
  const pushed: Pushed = { present: 0, mounted: 0, uploaded: 0 };
  for (const child of image.children) {
    const inner = await pushByDigest(registry, repository, layout, child, neighbours);
    pushed.present += inner.present;
    pushed.mounted += inner.mounted;
    pushed.uploaded += inner.uploaded;
  }
  const blobs = image.config ? [image.config, ...image.layers] : image.layers;
  for (const blob of new Map(blobs.map((one) => [one.digest, one])).values())
    pushed[await pushBlob(registry, repository, layout, blob, neighbours)] += 1;
  await putManifest(registry, repository, image, image.digest);
  return pushed;
}

async function pushBlob(
  registry: Registry,
  repository: string,
  layout: string,
  blob: Descriptor,
  neighbours: readonly string[],
): Promise<keyof Pushed> {
  if (await hasBlob(registry, repository, blob)) return 'present';
  const uploads = `${registry.endpoint}/v2/${repository}/blobs/uploads/`;
  for (const neighbour of neighbours) {
    if (!(await hasBlob(registry, neighbour, blob))) continue;
    const url = `${uploads}?mount=${blob.digest}&from=${encodeURIComponent(neighbour)}`;
    // 202: the registry does not mount and began an upload, which it drops again when unused.
    if ((await call(registry, { method: 'POST', url, expect: [201, 202] })).status === 201) return 'mounted';
    break;
  }
  for (let attempt = 1; ; attempt++) {
    try {
      await upload(registry, uploads, layout, blob);
      return 'uploaded';
    } catch (error) {
      const refused = error instanceof GoliveError && error.code === 'REGISTRY_REFUSED';
      if (refused || registry.signal.aborted || attempt === ATTEMPTS) throw error;
    }
    await backOff(registry, attempt);
    // The answer may have been lost after the blob had arrived.
    if (await hasBlob(registry, repository, blob)) return 'uploaded';
  }
}

async function upload(registry: Registry, uploads: string, layout: string, blob: Descriptor): Promise<void> {
  const begun = await call(registry, { method: 'POST', url: uploads, expect: [202] });
  const target = locationOf(registry, begun.location, uploads);
  const sent = await call(registry, {
    method: 'PATCH',
    url: target.href,
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(blob.size),
      'content-range': `0-${Math.max(0, blob.size - 1)}`,
    },
    body: () => createReadStream(blobPath(layout, blob.digest)),
    expect: [202],
    attempts: 1,
  });
  const end = locationOf(registry, sent.location, target.href);
  end.searchParams.set('digest', blob.digest);
  const headers = { 'content-length': '0' };
  await call(registry, { method: 'PUT', url: end.href, headers, expect: [201, 204], attempts: 1 });
}

function locationOf({ endpoint }: Registry, location: string | undefined, otherwise: string): URL {
  return new URL(location ?? otherwise, endpoint);
}

async function hasBlob(registry: Registry, repository: string, { digest }: Descriptor): Promise<boolean> {
  const url = `${registry.endpoint}/v2/${repository}/blobs/${digest}`;
  // Some registries answer a HEAD for a blob with a redirect to where it is stored.
  return (await call(registry, { method: 'HEAD', url, expect: [200, 307, 404] })).status !== 404;
}

/** Puts the manifest's own bytes under a digest or a tag. */
export async function putManifest(
  registry: Registry,
  repository: string,
  image: LayoutManifest,
  reference: string,
): Promise<void> {
  await call(registry, {
    method: 'PUT',
    url: `${registry.endpoint}/v2/${repository}/manifests/${reference}`,
    headers: { 'content-type': image.mediaType },
    body: () => image.bytes,
    expect: [200, 201],
  });
}
