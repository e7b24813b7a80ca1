import { CreateRepositoryCommand } from '@aws-sdk/client-ecr';
import {
  aRepository,
  aRunningCloud,
  programs,
  type RunningCloud,
} from '../../../packages/shared/__tests__/running-cloud.ts';
import { resolveAddresses } from '../src/resolve-addresses.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aRunningCloud();
}, 60_000);
afterAll(() => cloud?.stop());

const digest = `sha256:${'0'.repeat(64)}`;

test('each image gets the address of its repository', async () => {
  const { uri, push } = await aRepository(cloud, 'backend');
  const pushed = await push(programs.server('v1'));
  expect(await resolveAddresses(cloud.ecr, { api: `backend@${pushed}` })).toEqual({ api: `${uri}@${pushed}` });
});

test('a repository that is not there is named, as an image that is not there is', async () => {
  await expect(resolveAddresses(cloud.ecr, { api: `nobody@${digest}` })).rejects.toMatchObject({
    code: 'ROLLOUT_IMAGE_NOT_FOUND',
    message: expect.stringContaining('nobody'),
  });
});

test('more repositories than ECR tells of in one call are no mistake', async () => {
  const names = Array.from({ length: 101 }, (_, index) => `service-${index}`);
  for (const repositoryName of names) await cloud.ecr.send(new CreateRepositoryCommand({ repositoryName }));
  const images = Object.fromEntries(names.map((name) => [name, `${name}@${digest}`]));
  // None of them holds the image, which can only be said once all repositories were found.
  await expect(resolveAddresses(cloud.ecr, images)).rejects.toMatchObject({
    code: 'ROLLOUT_IMAGE_NOT_FOUND',
    message: expect.stringMatching(/service-\d+@sha256:0+ is not in the repository/),
  });
});
