import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
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
