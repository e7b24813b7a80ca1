import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { aCloud, type RunningCloud } from './a-cloud.ts';
import { hasAwsCli } from './has-aws-cli.ts';

const run = promisify(execFile);

(hasAwsCli() ? describe : describe.skip)('the aws CLI', () => {
  let cloud: RunningCloud;
  beforeAll(async () => {
    cloud = await aCloud();
  });
  afterAll(() => cloud.stop());

  async function aws(...args: string[]): Promise<unknown> {
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      AWS_ENDPOINT_URL: cloud.endpoint,
      AWS_ACCESS_KEY_ID: cloud.accessKeyId,
      AWS_SECRET_ACCESS_KEY: cloud.secretAccessKey,
      AWS_DEFAULT_REGION: 'ap-northeast-2',
      AWS_MAX_ATTEMPTS: '1',
    };
    const { stdout } = await run('aws', args, { env });
    return stdout ? JSON.parse(stdout) : undefined;
  }

  test('asks STS who it is', async () => {
    expect(await aws('sts', 'get-caller-identity')).toMatchObject({ Account: '123456789012' });
  });

  test('reads back a secret', async () => {
    await aws('secretsmanager', 'create-secret', '--name', 'db', '--secret-string', 'a b');
    expect(await aws('secretsmanager', 'get-secret-value', '--secret-id', 'db')).toMatchObject({ SecretString: 'a b' });
  });

  test('reads back an alarm, in whichever protocol it speaks to CloudWatch', async () => {
    const metric = '--namespace N --metric-name M --statistic Sum --period 60 --evaluation-periods 1';
    const rule = '--threshold 2.5 --comparison-operator GreaterThanThreshold';
    await aws('cloudwatch', 'put-metric-alarm', '--alarm-name', 'a', ...metric.split(' '), ...rule.split(' '));
    expect(await aws('cloudwatch', 'describe-alarms')).toMatchObject({
      MetricAlarms: [{ AlarmName: 'a', Threshold: 2.5 }],
    });
  });

  test('reads back a log group', async () => {
    await aws('logs', 'create-log-group', '--log-group-name', '/ecs/api');
    expect(await aws('logs', 'describe-log-groups')).toMatchObject({ logGroups: [{ logGroupName: '/ecs/api' }] });
  });

  test("reads back a zone in Route 53's XML", async () => {
    await aws('route53', 'create-hosted-zone', '--name', 'example.test', '--caller-reference', '1');
    expect(await aws('route53', 'list-hosted-zones')).toMatchObject({ HostedZones: [{ Name: 'example.test.' }] });
  });

  test('is told an error by its code', async () => {
    await expect(aws('logs', 'create-log-group', '--log-group-name', '/ecs/api')).rejects.toThrow(
      'ResourceAlreadyExistsException',
    );
  });
});
