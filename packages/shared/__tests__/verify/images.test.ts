import { findImages } from '#shared/verify/images';
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
  return (await findImages(cloud.ecr, candidates, [], new AbortController().signal)).get(image)?.kind;
}

test('an image is looked for in the account that its registry names', async () => {
  expect(await found(`123456789012.dkr.ecr.${region}.amazonaws.com`)).toBe('found');
  expect(await found(`999999999999.dkr.ecr.${region}.amazonaws.com`)).toBe('missing');
});

test('an image of another region is not asked for', async () => {
  expect(await found('123456789012.dkr.ecr.us-gov-west-1.amazonaws.com')).toBeUndefined();
});
