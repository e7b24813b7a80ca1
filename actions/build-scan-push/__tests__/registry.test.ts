import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  anImage,
  aRepository,
  aRunningCloud,
  programs,
  type RunningCloud,
  writeLayout,
} from '../../../packages/shared/__tests__/running-cloud.ts';
import { readLayout } from '../src/oci-layout.ts';
import { pushByDigest, putManifest, type Registry } from '../src/registry.ts';

let cloud: RunningCloud;
let folder: string;
let registry: Registry;
let count = 0;

beforeAll(async () => {
  cloud = await aRunningCloud();
  folder = await mkdtemp(join(tmpdir(), 'golive-registry-test-'));
  const { endpoint, authorization } = await aRepository(cloud, 'web');
  registry = { endpoint, authorization, signal: new AbortController().signal };
});
afterAll(async () => {
  await cloud?.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  for (const what of ['faults', 'policy'])
    await fetch(`${cloud.settings.endpoint}/_golive/${what}`, { method: 'DELETE' });
});

/** An image that nobody has pushed yet. */
async function aLayout() {
  count += 1;
  const layout = join(folder, String(count));
  await writeLayout(layout, await anImage(programs.server(`version ${count}`)));
  return { layout, manifest: await readLayout(layout) };
}

const inject = (operation: string, kind: string, times = 1) =>
  cloud.control('faults', { service: 'registry', operation, kind, count: times });

interface Entry {
  readonly service: string;
  readonly operation: string;
  readonly fault?: string;
  readonly status: number;
}

async function journal(): Promise<Entry[]> {
  const entries = (await (await fetch(`${cloud.settings.endpoint}/_golive/journal`)).json()) as Entry[];
  return entries.filter(({ service }) => service === 'registry');
}

async function digestIn(reference: string): Promise<string | null> {
  const { endpoint, authorization } = registry;
  const answer = await fetch(`${endpoint}/v2/web/manifests/${reference}`, { headers: { authorization } });
  return answer.headers.get('docker-content-digest');
}

const WRITES = [
  'HEAD /v2/{name}/blobs/{digest}',
  'POST /v2/{name}/blobs/uploads/',
  'PATCH /v2/{name}/blobs/uploads/{reference}',
  'PUT /v2/{name}/blobs/uploads/{reference}',
  'PUT /v2/{name}/manifests/{reference}',
];

test.each(WRITES.flatMap((operation) => ['drop', 'error', 'throttle'].map((kind) => [operation, kind] as const)))(
  'a push whose %s meets a %s arrives all the same',
  async (operation, kind) => {
    const { layout, manifest } = await aLayout();
    await inject(operation, kind);
    await pushByDigest(registry, 'web', layout, manifest, []);
    expect(await digestIn(manifest.digest)).toBe(manifest.digest);
    const met = (await journal()).filter(({ fault }) => fault === kind).map((entry) => entry.operation);
    expect(met).toContain(operation);
  },
);

test('a blob whose last answer was lost is found there and not sent again', async () => {
  const { layout, manifest } = await aLayout();
  const before = (await journal()).length;
  await inject('PUT /v2/{name}/blobs/uploads/{reference}', 'drop');
  await pushByDigest(registry, 'web', layout, manifest, []);
  const begun = (await journal())
    .slice(before)
    .filter(({ operation }) => operation === 'POST /v2/{name}/blobs/uploads/');
  // Its configuration is there since the first push of these tests.
  expect(begun).toHaveLength(1);
});

test('a registry that stays away is given up, and the error says to run again', async () => {
  const { layout, manifest } = await aLayout();
  await inject('PUT /v2/{name}/manifests/{reference}', 'error', 99);
  const push = pushByDigest(registry, 'web', layout, manifest, []);
  await expect(push).rejects.toMatchObject({ code: 'REGISTRY_UNAVAILABLE', hint: expect.stringContaining('again') });
});

test('what a policy denies is asked for once', async () => {
  const { layout, manifest } = await aLayout();
  const Statement = [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: 'ecr:CompleteLayerUpload', Resource: '*' },
  ];
  await cloud.control('policy', { action: 'build-scan-push', policy: { Statement } });
  const push = pushByDigest(registry, 'web', layout, manifest, []);
  await expect(push).rejects.toMatchObject({
    code: 'REGISTRY_REFUSED',
    message: expect.stringContaining('ecr:CompleteLayerUpload'),
  });
  expect((await journal()).filter(({ status }) => status === 403)).toHaveLength(1);
});

test('a tag arrives although the answer to its manifest was lost, and an immutable one says so', async () => {
  const { layout, manifest } = await aLayout();
  await pushByDigest(registry, 'web', layout, manifest, []);
  await inject('PUT /v2/{name}/manifests/{reference}', 'drop');
  await expect(putManifest(registry, 'web', manifest, 'v1')).rejects.toMatchObject({ code: 'REGISTRY_REFUSED' });
  expect(await digestIn('v1')).toBe(manifest.digest);
});
