import { BatchGetImageCommand, PutImageCommand } from '@aws-sdk/client-ecr';
import type { RuntimePlatform } from '@aws-sdk/client-ecs';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { findImages, judgeImages } from '#shared/verify/images';
import { aRepository, aRunningCloud, programs, type RunningCloud } from '../running-cloud.ts';
import { aCandidate } from './a-candidate.ts';

let cloud: RunningCloud;
let digest: string;
let region: string;
beforeAll(async () => {
  cloud = await aRunningCloud();
  digest = await (await aRepository(cloud, 'backend')).push(programs.server('v1'));
  region = await cloud.ecr.config.region();
}, 60_000);
afterAll(() => cloud?.stop());

async function found(host: string) {
  const image = `${host}/backend@${digest}`;
  const candidates = [aCandidate({ container: { image } })];
  const asked: string[] = [];
  const elsewhere = (there: string) => {
    asked.push(there);
    return { ecr: cloud.ecr, secrets: new SecretsManagerClient(cloud.settings), ssm: new SSMClient(cloud.settings) };
  };
  const answers = await findImages({ ecr: cloud.ecr, elsewhere }, candidates, [], new AbortController().signal);
  return { kind: answers.get(image)?.kind, asked };
}

test('an image is looked for in the account that its registry names', async () => {
  expect(await found(`123456789012.dkr.ecr.${region}.amazonaws.com`)).toEqual({ kind: 'found', asked: [] });
  expect(await found(`999999999999.dkr.ecr.${region}.amazonaws.com`)).toEqual({ kind: 'missing', asked: [] });
});

test('an image of another region is looked for there', async () => {
  const there = 'us-gov-west-1';
  expect(await found(`123456789012.dkr.ecr.${there}.amazonaws.com`)).toEqual({ kind: 'found', asked: [there] });
  expect(await found(`999999999999.dkr.ecr.${there}.amazonaws.com`)).toEqual({ kind: 'missing', asked: [there] });
});

test('an image outside ECR is not asked for', async () => {
  expect(await found('public.ecr.aws')).toEqual({ kind: undefined, asked: [] });
});

/** Pushes an index of the image, and of others that nobody can run here; its digest. */
async function indexed(imageTag: string, ...platforms: string[]): Promise<string> {
  const { images = [] } = await cloud.ecr.send(
    new BatchGetImageCommand({ repositoryName: 'backend', imageIds: [{ imageDigest: digest }] }),
  );
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const manifests = platforms.map((platform) => {
    const [os, architecture] = platform.split('/');
    return { mediaType, digest, size: images[0]?.imageManifest?.length, platform: { os, architecture } };
  });
  const imageManifestMediaType = 'application/vnd.oci.image.index.v1+json';
  const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: imageManifestMediaType, manifests });
  const { image } = await cloud.ecr.send(
    new PutImageCommand({ repositoryName: 'backend', imageManifest, imageManifestMediaType, imageTag }),
  );
  return image?.imageId?.imageDigest ?? '';
}

test('an index is told by all its platforms, by digest and by tag, and its attestations are none that tasks run', async () => {
  const own = await indexed('all', 'linux/amd64', 'linux/arm64', 'unknown/unknown');
  const host = `123456789012.dkr.ecr.${region}.amazonaws.com/backend`;
  const judged = async (image: string, runtimePlatform?: RuntimePlatform) => {
    const candidate = aCandidate({ container: { image }, definition: { runtimePlatform } });
    const elsewhere = () => ({ ecr: cloud.ecr, secrets: new SecretsManagerClient({}), ssm: new SSMClient({}) });
    const images = await findImages({ ecr: cloud.ecr, elsewhere }, [candidate], [], new AbortController().signal);
    return { verdict: judgeImages(candidate, images)[0]?.verdict, found: images.get(image) };
  };
  for (const image of [`${host}@${own}`, `${host}:all`]) {
    expect(await judged(image)).toMatchObject({
      verdict: 'pass',
      found: { value: { digests: expect.arrayContaining([own, digest]) } },
    });
    expect(await judged(image, { cpuArchitecture: 'ARM64' })).toMatchObject({ verdict: 'pass' });
    expect(await judged(image, { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' })).toMatchObject({
      verdict: 'fail',
    });
  }
  expect(await judged(`${host}@${digest}`, { cpuArchitecture: 'ARM64' })).toMatchObject({ verdict: 'fail' });
  expect(await judged(`${host}:nobody`)).toMatchObject({ verdict: 'fail' });
});
