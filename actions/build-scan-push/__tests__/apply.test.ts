import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
import {
  anImage,
  aPace,
  aRepository,
  aRunningCloud,
  programs,
  type RunningCloud,
  writeLayout,
} from '../../../packages/shared/__tests__/running-cloud.ts';
import { apply, type Tools } from '../src/apply.ts';
import { readLayout } from '../src/oci-layout.ts';
import { scanWithEcr } from '../src/scan-ecr.ts';

let cloud: RunningCloud;
let folder: string;
let tools: Omit<Tools, 'tag'>;

beforeAll(async () => {
  cloud = await aRunningCloud();
  folder = await mkdtemp(join(tmpdir(), 'golive-push-test-'));
  const { endpoint, authorization } = await aRepository(cloud, 'backend');
  await aRepository(cloud, 'frontend');
  const ecr = new ECRClient(await cloud.as('build-scan-push'));
  tools = {
    ecr,
    registry: { endpoint, authorization, signal: new AbortController().signal },
    failOn: ['CRITICAL'],
    pace: aPace(),
    scanPushed: (repository, digest, pace) => scanWithEcr(ecr, repository, digest, pace),
  };
});
afterAll(async () => {
  await cloud?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function aBuilt(name: string, program: string) {
  const layout = join(folder, `${name}-${Math.random()}`);
  await writeLayout(layout, await anImage(program));
  const manifest = await readLayout(layout);
  return { name, repository: name, digest: manifest.digest, layout, manifest };
}

const imagesIn = async (repositoryName: string) =>
  (await cloud.ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails ?? [];

test('the bytes of the layout are pushed, scanned, tagged and proven, and a second run changes nothing', async () => {
  const images = [await aBuilt('backend', programs.server('v1')), await aBuilt('frontend', programs.server('v1'))];
  const first = await apply({ ...tools, tag: 'v1' }, images);
  expect(first.images.map(({ proven }) => proven)).toEqual(images.map(({ digest }) => digest));
  const again = await apply({ ...tools, tag: 'v1' }, images);
  expect(again.images[0]).toMatchObject({ tag: { kind: 'leave' }, pushed: { uploaded: 0 }, proven: images[0]?.digest });
});

test('a tag that holds other bytes is refused before anything is pushed', async () => {
  const before = await imagesIn('backend');
  const { images } = await apply({ ...tools, tag: 'v1' }, [await aBuilt('backend', programs.server('other'))]);
  expect(images[0]).toMatchObject({ tag: { kind: 'refuse' } });
  expect(await imagesIn('backend')).toHaveLength(before.length);
});

test('one image too big keeps every image from being pushed', async () => {
  const small = await aBuilt('backend', programs.server('v2'));
  const big = { ...(await aBuilt('frontend', programs.server('v2'))), maxSize: 10 };
  const before = await imagesIn('backend');
  const { images } = await apply({ ...tools, tag: 'v2' }, [small, big]);
  expect(images.map(({ size }) => size.kind)).toEqual(['open', 'closed']);
  expect(await imagesIn('backend')).toHaveLength(before.length);
});

test('a critical vulnerability in one image leaves nothing of the whole build behind', async () => {
  await cloud.control('advisories', { package: 'app', severity: 'CRITICAL', id: 'CVE-2026-1', image: 'frontend' });
  const before = [await imagesIn('backend'), await imagesIn('frontend')];
  const images = [await aBuilt('backend', programs.server('v3')), await aBuilt('frontend', programs.server('v3'))];
  const trail = await apply({ ...tools, tag: 'v3' }, images);
  expect(trail.images.map(({ scan }) => scan?.kind)).toEqual(['open', 'closed']);
  expect(trail.images[1]?.scan?.because).toContain('CVE-2026-1');
  expect([await imagesIn('backend'), await imagesIn('frontend')].map((one) => one.length)).toEqual(
    before.map((one) => one.length),
  );
});
