import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CloudHost, createCloud } from '../src/cloud.ts';
import type { RegistryEngine } from '../src/engine/registry.ts';
import { createEcr } from '../src/services/ecr.ts';
import { imageOf, sha256, type TestImage, tarOf, writeLayout } from './ecr-images.ts';

let cloud: CloudHost;
let engine: RegistryEngine;
let url: string;
let authorization: string;
const ecr = (operation: string, input: unknown = {}) => cloud.call('ecr', operation, input);

beforeEach(async () => {
  cloud = createCloud({ stateDir: mkdtempSync(join(tmpdir(), 'ecr-test-')), scale: 1000 });
  const part = createEcr(cloud);
  cloud.add('ecr', part);
  ({ engine } = part);
  ({ url } = await engine.start());
  await ecr('CreateRepository', { repositoryName: 'team/api', imageTagMutability: 'IMMUTABLE' });
  const { authorizationData } = await ecr('GetAuthorizationToken');
  authorization = `Basic ${authorizationData[0].authorizationToken}`;
});

afterEach(async () => {
  await cloud.stop();
  rmSync(cloud.stateDir, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, url), { ...init, headers: { authorization, ...init.headers } });

async function pushBlob(repository: string, blob: Buffer): Promise<void> {
  const begun = await ask(`/v2/${repository}/blobs/uploads/`, { method: 'POST' });
  const half = Math.floor(blob.length / 2);
  const first = await ask(begun.headers.get('location') ?? '', {
    method: 'PATCH',
    headers: { 'content-range': `0-${half - 1}` },
    body: new Uint8Array(blob.subarray(0, half)),
  });
  expect(first.status).toBe(202);
  const end = new URL(first.headers.get('location') ?? '', url);
  end.searchParams.set('digest', sha256(blob));
  const done = await ask(end.href, { method: 'PUT', body: new Uint8Array(blob.subarray(half)) });
  expect(done.status).toBe(201);
}

const putManifest = (repository: string, reference: string, { manifest }: TestImage) =>
  ask(`/v2/${repository}/manifests/${reference}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json' },
    body: manifest,
  });

const anImage = async () =>
  imageOf([
    await tarOf([{ name: 'app/node_modules/left-pad/package.json', content: '{"name":"left-pad","version":"1.3.0"}' }]),
  ]);

async function push(image: TestImage, tag: string): Promise<void> {
  for (const blob of image.blobs) await pushBlob('team/api', blob);
  expect((await putManifest('team/api', tag, image)).status).toBe(201);
}

test('an image pushed in chunks is described with its digest, tag and size, and pulled back unchanged', async () => {
  const image = await anImage();
  await push(image, 'v1');
  const { imageDetails } = await ecr('DescribeImages', { repositoryName: 'team/api', imageIds: [{ imageTag: 'v1' }] });
  expect(imageDetails[0]).toMatchObject({
    imageDigest: image.digest,
    imageTags: ['v1'],
    imageSizeInBytes: image.blobs[1]?.length,
  });
  const pulled = await ask('/v2/team/api/manifests/v1');
  expect(await pulled.text()).toBe(image.manifest);
  expect(pulled.headers.get('docker-content-digest')).toBe(image.digest);
});

test('without a token the registry asks for one', async () => {
  const answer = await fetch(new URL('/v2/', url));
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('Basic realm='),
  ]);
});

test('a blob with another digest than it claims is refused', async () => {
  const begun = await ask('/v2/team/api/blobs/uploads/', { method: 'POST' });
  const place = new URL(begun.headers.get('location') ?? '', url);
  place.searchParams.set('digest', sha256('something else'));
  const answer = await ask(place.href, { method: 'PUT', body: 'bytes' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ code: 'DIGEST_INVALID' }] });
});

test('a manifest whose layers are missing is refused', async () => {
  const answer = await putManifest('team/api', 'v1', await anImage());
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ errors: [{ code: 'MANIFEST_BLOB_UNKNOWN' }] });
});

test('a tag of an immutable repository is given once, over either protocol', async () => {
  const image = await anImage();
  await push(image, 'v1');
  const again = await putManifest('team/api', 'v1', image);
  expect(await again.json()).toMatchObject({ errors: [{ code: 'TAG_INVALID' }] });
  await expect(
    ecr('PutImage', { repositoryName: 'team/api', imageManifest: image.manifest, imageTag: 'v1' }),
  ).rejects.toMatchObject({ code: 'ImageTagAlreadyExistsException' });
  await ecr('PutImageTagMutability', { repositoryName: 'team/api', imageTagMutability: 'MUTABLE' });
  await expect(
    ecr('PutImage', { repositoryName: 'team/api', imageManifest: image.manifest, imageTag: 'v1' }),
  ).rejects.toMatchObject({ code: 'ImageAlreadyExistsException' });
});

test('a layer of a sibling repository is mounted instead of sent', async () => {
  const image = await anImage();
  await push(image, 'v1');
  await ecr('CreateRepository', { repositoryName: 'web' });
  const digest = sha256(image.blobs[1] ?? '');
  expect((await ask(`/v2/web/blobs/${digest}`, { method: 'HEAD' })).status).toBe(404);
  const mounted = await ask(`/v2/web/blobs/uploads/?mount=${digest}&from=team/api`, { method: 'POST' });
  expect(mounted.status).toBe(201);
  expect((await ask(`/v2/web/blobs/${digest}`, { method: 'HEAD' })).status).toBe(200);
});

test('a scan is in progress before it tells the advisories that match a package of the image', async () => {
  await push(await anImage(), 'v1');
  engine.addAdvisory({ package: 'left-pad', version: '1.3.0', severity: 'CRITICAL', id: 'CVE-2026-1' });
  engine.addAdvisory({ package: 'left-pad', version: '1.2.0', severity: 'HIGH', id: 'CVE-2026-2' });
  const which = { repositoryName: 'team/api', imageId: { imageTag: 'v1' } };
  await expect(ecr('DescribeImageScanFindings', which)).rejects.toMatchObject({ code: 'ScanNotFoundException' });
  await ecr('StartImageScan', which);
  expect(await ecr('DescribeImageScanFindings', which)).toMatchObject({ imageScanStatus: { status: 'IN_PROGRESS' } });
  await expect(ecr('StartImageScan', which)).rejects.toMatchObject({ code: 'LimitExceededException' });
  await cloud.clock.sleep(16_000);
  while ((await ecr('DescribeImageScanFindings', which)).imageScanStatus.status === 'IN_PROGRESS')
    await cloud.clock.sleep(10_000);
  expect(await ecr('DescribeImageScanFindings', which)).toMatchObject({
    imageScanStatus: { status: 'COMPLETE' },
    imageScanFindings: { findings: [{ name: 'CVE-2026-1' }], findingSeverityCounts: { CRITICAL: 1 } },
  });
});

test('an image is unpacked with whiteouts obeyed, links kept and files shared with other tasks', async () => {
  const layout = join(cloud.stateDir, 'layout');
  const base = await tarOf([
    { name: 'usr/bin/tool', content: 'tool', mode: 0o755 },
    { name: 'bin', type: 'symlink', linkname: 'usr/bin' },
    { name: 'etc/old', content: 'old' },
    { name: 'data/a', content: 'a' },
  ]);
  const upper = await tarOf([
    { name: 'etc/.wh.old', content: '' },
    { name: 'data/.wh..wh..opq', content: '' },
    { name: 'data/b', content: 'b' },
    { name: 'bin/second', content: 'second' },
  ]);
  writeLayout(layout, imageOf([base, upper], { Cmd: ['tool'] }));
  const { digest } = await engine.put(layout, 'team/api', 'v1');
  expect(engine.resolve(`${engine.host}/team/api:v1`)).toEqual({ repository: 'team/api', digest });
  const one = await engine.rootFs(`${engine.host}/team/api@${digest}`, join(cloud.stateDir, 'one'));
  const two = await engine.rootFs('team/api:v1', join(cloud.stateDir, 'two'));
  expect(one.config.config?.Cmd).toEqual(['tool']);
  expect(readFileSync(join(one.dir, 'bin/tool'), 'utf8')).toBe('tool');
  expect(readFileSync(join(one.dir, 'usr/bin/second'), 'utf8')).toBe('second');
  expect(statSync(join(one.dir, 'usr/bin/tool')).mode & 0o777).toBe(0o755);
  expect(['etc/old', 'data/a', 'data/b'].map((path) => existsSync(join(one.dir, path)))).toEqual([false, false, true]);
  expect(statSync(join(two.dir, 'data/b')).ino).toBe(statSync(join(one.dir, 'data/b')).ino);
});

test.each([
  ['a path that climbs out', [{ name: '../../escaped', content: 'x' }]],
  ['a hard link to a path that climbs out', [{ name: 'x', type: 'link' as const, linkname: '../../../etc/passwd' }]],
])('%s is refused', async (_, entries) => {
  const layout = join(cloud.stateDir, 'layout');
  writeLayout(layout, imageOf([await tarOf(entries)]));
  await engine.put(layout, 'team/api', 'v1');
  await expect(engine.rootFs('team/api:v1', join(cloud.stateDir, 'one'))).rejects.toThrow('leaves its root');
});

test('a link out of the image leads nowhere but into the image', async () => {
  const layout = join(cloud.stateDir, 'layout');
  const outside = join(cloud.stateDir, 'outside');
  const layer = await tarOf([
    { name: 'trap', type: 'symlink', linkname: outside },
    { name: 'trap/planted', content: 'x' },
  ]);
  writeLayout(layout, imageOf([layer]));
  await engine.put(layout, 'team/api', 'v1');
  const { dir } = await engine.rootFs('team/api:v1', join(cloud.stateDir, 'one'));
  expect(existsSync(outside)).toBe(false);
  expect(readFileSync(join(dir, outside, 'planted'), 'utf8')).toBe('x');
});
