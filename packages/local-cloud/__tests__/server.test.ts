import { CreateSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { aCloud, type RunningCloud } from './a-cloud.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aCloud();
});
afterAll(() => cloud.stop());
afterEach(async () => {
  await cloud.control('DELETE', 'faults');
  await cloud.control('DELETE', 'policy');
});

test('a request signed with the known key is answered', async () => {
  const sts = new STSClient(cloud.client());
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '123456789012' });
});

test('an unknown key is refused in each protocol with the error of that protocol', async () => {
  const stranger = { ...cloud.client(), credentials: { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' } };
  const query = new STSClient(stranger).send(new GetCallerIdentityCommand({}));
  await expect(query).rejects.toMatchObject({ name: 'InvalidClientTokenId', $metadata: { httpStatusCode: 403 } });
  const json = new SecretsManagerClient(stranger).send(new GetSecretValueCommand({ SecretId: 'a' }));
  await expect(json).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
});

test('a wrong secret key is a wrong signature', async () => {
  const { accessKeyId } = cloud;
  const forger = { ...cloud.client(), credentials: { accessKeyId, secretAccessKey: 'guessed' } };
  const answer = new SecretsManagerClient(forger).send(new GetSecretValueCommand({ SecretId: 'a' }));
  await expect(answer).rejects.toMatchObject({ name: 'InvalidSignatureException' });
});

test('a request signed for another service is refused', async () => {
  const client = new SecretsManagerClient({ ...cloud.client(), signingName: 'ecs' } as never);
  client.middlewareStack.add(
    (next, context) => (args) => {
      const scheme = (context as { selectedHttpAuthScheme?: { signingProperties?: Record<string, unknown> } })
        .selectedHttpAuthScheme;
      if (scheme) scheme.signingProperties = { ...scheme.signingProperties, name: 'ecs', signingName: 'ecs' };
      (context as Record<string, unknown>).signing_service = 'ecs';
      return next(args);
    },
    { step: 'serialize', priority: 'low' },
  );
  await expect(client.send(new GetSecretValueCommand({ SecretId: 'a' }))).rejects.toMatchObject({
    name: 'InvalidSignatureException',
    message: expect.stringContaining('scoped to correct service'),
  });
});

test('an unsigned request is refused', async () => {
  const response = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'secretsmanager.ListSecrets', 'content-type': 'application/x-amz-json-1.1' },
    body: '{}',
  });
  expect(await response.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
});

test('an operation the service lacks answers with its own error', async () => {
  const response = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'secretsmanager.RotateSecret' },
    body: '{}',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ __type: 'UnknownOperationException' });
});

test('credentials of an assumed role sign as that role', async () => {
  const sts = new STSClient(cloud.client());
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::123456789012:role/deploy', RoleSessionName: 'run-1' }),
  );
  const credentials = {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
  const { Arn } = await new STSClient({ ...cloud.client(), credentials }).send(new GetCallerIdentityCommand({}));
  expect(Arn).toBe('arn:aws:sts::123456789012:assumed-role/deploy/run-1');
});

test('a policy denies what it does not allow, for its own action only', async () => {
  const policy = { Statement: [{ Effect: 'Allow', Action: 'secretsmanager:Describe*', Resource: '*' }] };
  await cloud.control('POST', 'policy', { action: 'migrate', policy });
  const read = new GetSecretValueCommand({ SecretId: 'absent' });
  await expect(new SecretsManagerClient(cloud.client('migrate')).send(read)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(
      'because no identity-based policy allows the secretsmanager:GetSecretValue action',
    ),
  });
  await expect(new SecretsManagerClient(cloud.client('smoke-test')).send(read)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('a policy with what is not evaluated here is refused', async () => {
  const statement = {
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
    Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
  };
  const { status, body } = await cloud.control('POST', 'policy', { action: 'x', policy: { Statement: statement } });
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: expect.stringContaining('condition operator IpAddress') });
});

test('a web page cannot steer the cloud', async () => {
  const { status } = await fetch(`${cloud.endpoint}/_golive/journal`, { headers: { origin: 'https://evil.example' } });
  expect(status).toBe(403);
});

test('a throttle fault is met as often as asked and no more', async () => {
  await cloud.control('POST', 'faults', { service: 'sts', operation: '*', kind: 'throttle', count: 1 });
  const sts = new STSClient(cloud.client());
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'Throttling' });
  await sts.send(new GetCallerIdentityCommand({}));
});

test('a dropped answer leaves the change made', async () => {
  await cloud.control('POST', 'faults', {
    service: 'secretsmanager',
    operation: 'CreateSecret',
    kind: 'drop',
    count: 1,
  });
  const client = new SecretsManagerClient(cloud.client());
  const create = client.send(new CreateSecretCommand({ Name: 'dropped', SecretString: 'canary-7f3a' }));
  await expect(create).rejects.toThrow('socket hang up');
  expect(await client.send(new GetSecretValueCommand({ SecretId: 'dropped' }))).toMatchObject({
    SecretString: 'canary-7f3a',
  });
});

test('the journal names the action and the outcome of each call, and never a secret', async () => {
  const client = new SecretsManagerClient(cloud.client('ecs-rollout'));
  await client.send(new CreateSecretCommand({ Name: 'journaled', SecretString: 'canary-91bc' }));
  const { body } = await cloud.control('GET', 'journal');
  expect(body).toContainEqual(
    expect.objectContaining({
      action: 'ecs-rollout',
      operation: 'CreateSecret',
      status: 200,
      service: 'secretsmanager',
    }),
  );
  expect(JSON.stringify(body)).not.toContain('canary');
});

test('a policy for one secret allows that one, by its name, and no other; the journal says which was needed', async () => {
  const client = new SecretsManagerClient(cloud.client('backup'));
  const { ARN } = await client.send(new CreateSecretCommand({ Name: 'own', SecretString: 'a' }));
  await client.send(new CreateSecretCommand({ Name: 'foreign', SecretString: 'b' }));
  const policy = { Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: ARN }] };
  await cloud.control('POST', 'policy', { action: 'backup', policy });
  expect(await client.send(new GetSecretValueCommand({ SecretId: 'own' }))).toMatchObject({ SecretString: 'a' });
  await expect(client.send(new GetSecretValueCommand({ SecretId: 'foreign' }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(':secret:foreign-'),
  });
  const { body } = await cloud.control('GET', 'journal');
  expect(body).toContainEqual(
    expect.objectContaining({
      action: 'backup',
      operation: 'GetSecretValue',
      permissions: [expect.objectContaining({ action: 'secretsmanager:GetSecretValue', resource: ARN })],
    }),
  );
});
