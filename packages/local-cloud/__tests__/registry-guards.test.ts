import { CreateRepositoryCommand, ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { aCloud, type RunningCloud } from './a-cloud.ts';
import { imageOf, type TestImage, tarOf } from './ecr-images.ts';

let cloud: RunningCloud;
let authorization: string;
let image: TestImage;

beforeAll(async () => {
  cloud = await aCloud();
  const ecr = new ECRClient(cloud.client());
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'team/api' }));
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  authorization = `Basic ${authorizationData?.[0]?.authorizationToken}`;
  image = imageOf([await tarOf([{ name: 'a', content: 'b' }])]);
});
afterAll(() => cloud.stop());
afterEach(async () => {
  await cloud.control('DELETE', 'faults');
  await cloud.control('DELETE', 'policy');
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, cloud.registry), {
    ...init,
    headers: { authorization, 'user-agent': 'docker/28.1 go/1.24', ...init.headers },
  });
const upload = () => ask('/v2/team/api/blobs/uploads/', { method: 'POST' });
const inject = (operation: string, kind: string) =>
  cloud.control('POST', 'faults', { service: 'registry', operation, kind, count: 1, ms: 1 });

test('a throttled request is told so in the protocol of the registry, once', async () => {
  await inject('POST /v2/{name}/blobs/uploads/', 'throttle');
  const answer = await upload();
  expect(answer.status).toBe(429);
  expect(await answer.json()).toMatchObject({ errors: [{ code: 'TOOMANYREQUESTS' }] });
  expect((await upload()).status).toBe(202);
});

test('a failing registry answers 503', async () => {
  await inject('*', 'error');
  expect((await upload()).status).toBe(503);
});

test('a dropped answer leaves the blob there', async () => {
  const [config = Buffer.alloc(0)] = image.blobs;
  const begun = await upload();
  const end = new URL(begun.headers.get('location') ?? '', cloud.registry);
  const { digest } = JSON.parse(image.manifest).config;
  end.searchParams.set('digest', digest);
  await inject('PUT /v2/{name}/blobs/uploads/{reference}', 'drop');
  const put = ask(end.href, { method: 'PUT', body: new Uint8Array(config) });
  await expect(put).rejects.toThrow('fetch failed');
  expect((await ask(`/v2/team/api/blobs/${digest}`, { method: 'HEAD' })).status).toBe(200);
});

test('a download can be cut as well', async () => {
  await inject('GET /v2/', 'drop');
  await expect(ask('/v2/')).rejects.toThrow('fetch failed');
  expect((await ask('/v2/')).status).toBe(200);
});

test('the journal has each request with its client, its outcome and the permission that it takes', async () => {
  await ask('/v2/team/api/manifests/absent');
  const { body } = await cloud.control('GET', 'journal');
  expect(body).toContainEqual(
    expect.objectContaining({
      service: 'registry',
      operation: 'GET /v2/{name}/manifests/{reference}',
      userAgent: 'docker/28.1 go/1.24',
      status: 404,
      error: 'MANIFEST_UNKNOWN',
      permissions: [
        { action: 'ecr:BatchGetImage', resource: 'arn:aws:ecr:ap-northeast-2:123456789012:repository/team/api' },
      ],
    }),
  );
});

test('the journal holds no token', async () => {
  await upload();
  const { body } = await cloud.control('GET', 'journal');
  expect(JSON.stringify(body)).not.toContain(authorization.slice('Basic '.length));
});

test('a policy denies a push that it does not allow', async () => {
  const policy = { Statement: [{ Effect: 'Allow', Action: 'ecr:BatchGetImage', Resource: '*' }] };
  await cloud.control('POST', 'policy', { action: '*', policy });
  const answer = await upload();
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({
    errors: [{ code: 'DENIED', message: expect.stringContaining('ecr:InitiateLayerUpload') }],
  });
});
