import { pipeline } from 'node:stream/promises';
import { AwsError } from '../../wire/aws-service.ts';
import { digestOf, isDigest } from './blobs.ts';
import type { Exchange } from './distribution.ts';
import { DistributionError } from './distribution-error.ts';

const notAllowed = (method: string | undefined) =>
  new DistributionError(405, 'UNSUPPORTED', `The operation ${method} is unsupported`);

export async function blobs({ registry, request, response, repository, reference }: Exchange): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw notAllowed(request.method);
  const size = registry.hasBlob(repository, reference) ? await registry.blobs.size(reference) : undefined;
  if (size === undefined) throw new DistributionError(404, 'BLOB_UNKNOWN', 'blob unknown to registry');
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const range = from ? { start: Number(from), end: Math.min(to ? Number(to) : size - 1, size - 1) } : undefined;
  if (range && range.start > range.end) throw new DistributionError(416, 'SIZE_INVALID', 'range not satisfiable');
  response.writeHead(range ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': range ? range.end - range.start + 1 : size,
    'docker-content-digest': reference,
    'accept-ranges': 'bytes',
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(registry.blobs.read(reference, range), response);
}

export async function uploads(exchange: Exchange): Promise<void> {
  const { registry, request, response, url, repository, reference } = exchange;
  if (request.method === 'POST' && !reference) return begin(exchange);
  const upload = registry.blobs.upload(reference);
  if (!upload) throw new DistributionError(404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
  const location = `/v2/${repository}/blobs/uploads/${upload.id}`;
  const progress = { location, 'docker-upload-uuid': upload.id, range: `0-${Math.max(0, upload.size - 1)}` };
  switch (request.method) {
    case 'GET':
      return void response.writeHead(204, progress).end();
    case 'DELETE':
      await registry.blobs.cancel(upload);
      return void response.writeHead(204).end();
    case 'PATCH': {
      const [, start] = /^(?:bytes[ =])?(\d+)-/.exec(request.headers['content-range'] ?? '') ?? [];
      if (start !== undefined && Number(start) !== upload.size) return void response.writeHead(416, progress).end();
      await registry.blobs.append(upload, request);
      return void response
        .writeHead(202, { ...progress, range: `0-${Math.max(0, upload.size - 1)}`, 'content-length': 0 })
        .end();
    }
    case 'PUT':
      await registry.blobs.append(upload, request);
      return finish(exchange, upload.id, url.searchParams.get('digest') ?? '');
    default:
      throw notAllowed(request.method);
  }
}

async function begin(exchange: Exchange): Promise<void> {
  const { registry, request, response, url, repository } = exchange;
  const mount = url.searchParams.get('mount');
  const from = url.searchParams.get('from');
  if (mount && from && registry.hasBlob(from, mount)) {
    registry.ownBlob(repository, mount);
    return created(exchange, `blobs/${mount}`, mount);
  }
  const upload = await registry.blobs.begin();
  await registry.blobs.append(upload, request);
  const digest = url.searchParams.get('digest');
  if (digest) return finish(exchange, upload.id, digest);
  response
    .writeHead(202, {
      location: `/v2/${repository}/blobs/uploads/${upload.id}`,
      'docker-upload-uuid': upload.id,
      range: '0-0',
      'content-length': 0,
    })
    .end();
}

async function finish(exchange: Exchange, id: string, digest: string): Promise<void> {
  const { registry, repository } = exchange;
  const upload = registry.blobs.upload(id);
  if (!isDigest(digest)) throw new DistributionError(400, 'DIGEST_INVALID', 'digest is missing or not sha256');
  if (!upload || !(await registry.blobs.complete(upload, digest)))
    throw new DistributionError(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
  registry.ownBlob(repository, digest);
  created(exchange, `blobs/${digest}`, digest);
}

function created({ response, repository }: Exchange, path: string, digest: string): void {
  response
    .writeHead(201, {
      location: `/v2/${repository}/${path}`,
      'docker-content-digest': digest,
      'content-length': 0,
    })
    .end();
}

export async function manifests(exchange: Exchange): Promise<void> {
  const { registry, request, response, repository, reference } = exchange;
  const id = reference.includes(':') ? { imageDigest: reference } : { imageTag: reference };
  if (request.method === 'PUT') {
    const body = await bytesOf(request);
    const digest = digestOf(body);
    if (id.imageDigest && id.imageDigest !== digest)
      throw new DistributionError(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
    await registry
      .putManifest(repository, {
        manifest: body.toString('utf8'),
        tag: id.imageTag,
        mediaType: request.headers['content-type'],
      })
      .catch((error: unknown) => {
        // Over this protocol a second push of what is there already succeeds.
        if (!(error instanceof AwsError && error.code === 'ImageAlreadyExistsException')) throw error;
      });
    return created(exchange, `manifests/${digest}`, digest);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') throw notAllowed(request.method);
  const image = registry.repositories.image(registry.repositories.get(repository), id);
  if (request.method === 'GET') image.pulledAt = registry.now();
  response.writeHead(200, {
    'content-type': image.mediaType,
    'content-length': Buffer.byteLength(image.manifest),
    'docker-content-digest': image.digest,
  });
  response.end(request.method === 'HEAD' ? undefined : image.manifest);
}

export async function tags({ registry, request, response, url, repository }: Exchange): Promise<void> {
  if (request.method !== 'GET') throw notAllowed(request.method);
  const all = [...registry.repositories.get(repository).images.values()].flatMap((image) => [...image.tags]).sort();
  const last = url.searchParams.get('last');
  const rest = last ? all.filter((tag) => tag > last) : all;
  const page = rest.slice(0, Number(url.searchParams.get('n') ?? 1000));
  const more = page.length < rest.length && page.length > 0;
  const next = `/v2/${repository}/tags/list?n=${page.length}&last=${encodeURIComponent(page.at(-1) ?? '')}`;
  response.writeHead(200, { 'content-type': 'application/json', ...(more && { link: `<${next}>; rel="next"` }) });
  response.end(JSON.stringify({ name: repository, tags: page }));
}

/** ECR's limit for a manifest is 4 MiB. */
async function bytesOf(request: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > 4 * 1024 * 1024) throw new DistributionError(400, 'SIZE_INVALID', 'manifest larger than 4 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
