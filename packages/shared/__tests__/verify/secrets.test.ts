import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { findSecrets } from '#shared/verify/find-secrets';
import { judgeSecrets } from '#shared/verify/secrets';
import { aRunningCloud, type RunningCloud } from '../running-cloud.ts';
import { aCandidate } from './a-candidate.ts';

let cloud: RunningCloud;
let secrets: SecretsManagerClient;
let ssm: SSMClient;
beforeAll(async () => {
  cloud = await aRunningCloud();
  secrets = new SecretsManagerClient(cloud.settings);
  ssm = new SSMClient(cloud.settings);
}, 60_000);
afterAll(() => cloud?.stop());

/** What is said of a task with these secrets, which calls that took, and which other regions were asked. */
async function judged(valuesFrom: readonly string[], serviceArn?: string) {
  const calls: string[] = [];
  const regions: string[] = [];
  const counting =
    <Args, Result>(next: (args: Args) => Promise<Result>, { commandName = '' }: { commandName?: string }) =>
    (args: Args) => {
      calls.push(commandName.replace('Command', ''));
      return next(args);
    };
  const clients = { secrets: new SecretsManagerClient(cloud.settings), ssm: new SSMClient(cloud.settings) };
  clients.secrets.middlewareStack.add(counting, { step: 'initialize' });
  clients.ssm.middlewareStack.add(counting, { step: 'initialize' });
  const elsewhere = (region: string) => {
    regions.push(region);
    return { ...clients, ecr: cloud.ecr };
  };
  const named = valuesFrom.map((valueFrom, index) => ({ name: `S${index}`, valueFrom }));
  const candidate = aCandidate({ container: { secrets: named }, ...(serviceArn ? { view: { serviceArn } } : {}) });
  const found = await findSecrets({ ...clients, elsewhere }, 'ap-northeast-2', [candidate]);
  const findings = judgeSecrets(candidate, found);
  return {
    verdicts: findings.map(({ verdict }) => verdict),
    because: findings.map((one) => one.because),
    calls,
    regions,
  };
}

const put = (Name: string) => ssm.send(new PutParameterCommand({ Name, Value: 'x' }));

test('a parameter is found however many others there are, and many of them by few calls', async () => {
  for (let index = 0; index < 70; index += 1) await put(`/many/${index}`);
  const { verdicts, calls } = await judged(Array.from({ length: 70 }, (_, index) => `/many/${index}`));
  expect(new Set(verdicts)).toEqual(new Set(['pass']));
  expect(calls.length).toBeLessThan(10);
  expect((await judged(['/many/69', '/many/70'])).verdicts).toEqual(['pass', 'fail']);
});

test('a parameter is the same by its name and by its ARN, with a leading slash or without', async () => {
  await put('plain');
  await put('/a/path');
  const arn = (name: string) => `arn:aws:ssm:ap-northeast-2:123456789012:parameter/${name}`;
  expect((await judged(['plain', arn('plain'), '/a/path', arn('a/path'), arn('gone')])).verdicts).toEqual([
    'pass',
    'pass',
    'pass',
    'pass',
    'fail',
  ]);
});

test('a secret is asked for once, however many of its keys are wanted', async () => {
  const { ARN = '' } = await secrets.send(new CreateSecretCommand({ Name: 'keys', SecretString: '{}' }));
  const { verdicts, calls } = await judged([`${ARN}:user::`, `${ARN}:password::`, ARN]);
  expect(verdicts).toEqual(['pass', 'pass', 'pass']);
  expect(calls).toEqual(['DescribeSecret']);
});

test('a version of a secret is looked for by its id and by its stage', async () => {
  const { ARN = '', VersionId: first } = await secrets.send(
    new CreateSecretCommand({ Name: 'versions', SecretString: '1' }),
  );
  const { VersionId: second } = await secrets.send(new PutSecretValueCommand({ SecretId: ARN, SecretString: '2' }));
  const { verdicts, because } = await judged([
    `${ARN}:::${first}`,
    `${ARN}:::${second}`,
    `${ARN}::AWSPREVIOUS:${first}`,
    `${ARN}::AWSCURRENT:${first}`,
    `${ARN}::AWSPENDING:`,
    `${ARN}:::00000000-aaaa-bbbb-cccc-000000000000`,
  ]);
  expect(verdicts).toEqual(['pass', 'pass', 'pass', 'fail', 'fail', 'warn']);
  expect(because.at(-1)).toContain('has no version 00000000-aaaa-bbbb-cccc-000000000000 with a stage');
});

test('what lies in another region is asked for there', async () => {
  await put('/far/away');
  const { verdicts, regions } = await judged([
    'arn:aws:ssm:eu-west-1:123456789012:parameter/far/away',
    'arn:aws:ssm:eu-west-1:123456789012:parameter/far/gone',
    'arn:aws:secretsmanager:us-east-1:123456789012:secret:gone-AbCdEf',
  ]);
  expect(verdicts).toEqual(['pass', 'fail', 'fail']);
  expect(regions).toEqual(['eu-west-1', 'us-east-1']);
});

test('what another region does not tell is said to be in that region', async () => {
  const nowhere = { ...cloud.settings, endpoint: 'http://127.0.0.1:9', maxAttempts: 1 };
  const elsewhere = () => ({ ecr: cloud.ecr, secrets: new SecretsManagerClient(nowhere), ssm: new SSMClient(nowhere) });
  const valueFrom = 'arn:aws:ssm:eu-west-1:123456789012:parameter/far/away';
  const candidate = aCandidate({ container: { secrets: [{ name: 'FAR', valueFrom }] } });
  const found = await findSecrets({ secrets, ssm, elsewhere }, 'ap-northeast-2', [candidate]);
  expect(judgeSecrets(candidate, found)).toEqual([
    { verdict: 'inconclusive', because: expect.stringMatching(/^api\.FAR: parameter \/far\/away .*, in eu-west-1$/s) },
  ]);
});

test('a parameter that another account shares is told to be one, and not to be missing', async () => {
  const own = 'arn:aws:ecs:ap-northeast-2:123456789012:service/prod/api';
  const theirs = 'arn:aws:ssm:ap-northeast-2:999999999999:parameter/shared';
  expect(await judged([theirs], own)).toMatchObject({ verdicts: ['skipped'], calls: [] });
});
