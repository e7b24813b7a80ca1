import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CreateRoleCommand, GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { DescribeParametersCommand, GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { aCloud, type RunningCloud } from './a-cloud.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aCloud({ scale: 600 });
});
afterAll(() => cloud.stop());

test('a role is given with its trust policy URL-encoded, and one that is missing is no such entity', async () => {
  const iam = new IAMClient(cloud.client());
  const policy = '{"Statement":[{"Effect":"Allow"}]}';
  await iam.send(new CreateRoleCommand({ RoleName: 'task', AssumeRolePolicyDocument: policy }));
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'task' }));
  expect(Role?.Arn).toBe('arn:aws:iam::123456789012:role/task');
  expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(policy);
  await expect(iam.send(new GetRoleCommand({ RoleName: 'other' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
  });
});

test('a parameter is found by name and by ARN, and its description has no value', async () => {
  const ssm = new SSMClient(cloud.client());
  await ssm.send(new PutParameterCommand({ Name: '/app/level', Value: 'debug', Type: 'SecureString' }));
  const arn = `arn:aws:ssm:${cloud.client().region}:123456789012:parameter/app/level`;
  const { Parameters, InvalidParameters } = await ssm.send(new GetParametersCommand({ Names: [arn, '/app/none'] }));
  expect(Parameters?.map(({ Value }) => Value)).toEqual(['debug']);
  expect(InvalidParameters).toEqual(['/app/none']);
  const described = await ssm.send(
    new DescribeParametersCommand({ ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: ['/app/level'] }] }),
  );
  expect(JSON.stringify(described.Parameters)).not.toContain('debug');
  expect(described.Parameters?.[0]?.Name).toBe('/app/level');
});

test('a secret marked for deletion is still described, and gives no value', async () => {
  const secrets = new SecretsManagerClient(cloud.client());
  await secrets.send(new CreateSecretCommand({ Name: 'old', SecretString: 'x' }));
  await secrets.send(new DeleteSecretCommand({ SecretId: 'old' }));
  const { DeletedDate } = await secrets.send(new DescribeSecretCommand({ SecretId: 'old' }));
  expect(DeletedDate).toBeInstanceOf(Date);
  await expect(secrets.send(new GetSecretValueCommand({ SecretId: 'old' }))).rejects.toMatchObject({
    name: 'InvalidRequestException',
  });
});

test('the quota of Fargate names the metric that counts its use, and CloudWatch has points of it', async () => {
  const quotas = new ServiceQuotasClient(cloud.client());
  await cloud.control('POST', 'quota', { code: 'L-3032A538', value: 8 });
  const { Quota } = await quotas.send(new GetServiceQuotaCommand({ ServiceCode: 'fargate', QuotaCode: 'L-3032A538' }));
  expect(Quota?.Value).toBe(8);
  const { MetricNamespace, MetricName, MetricDimensions } = Quota?.UsageMetric ?? {};
  await new Promise((resolve) => setTimeout(resolve, 300)); // three of the cloud's minutes
  const now = Date.now() + 24 * 3600_000;
  const { MetricDataResults } = await new CloudWatchClient(cloud.client()).send(
    new GetMetricDataCommand({
      StartTime: new Date(now - 48 * 3600_000),
      EndTime: new Date(now),
      MetricDataQueries: [
        {
          Id: 'used',
          MetricStat: {
            Metric: {
              Namespace: MetricNamespace,
              MetricName,
              Dimensions: Object.entries(MetricDimensions ?? {}).map(([Name, Value]) => ({ Name, Value })),
            },
            Period: 60,
            Stat: 'Maximum',
          },
        },
      ],
    }),
  );
  expect(MetricDataResults?.[0]?.Values?.[0]).toBe(0);
});
