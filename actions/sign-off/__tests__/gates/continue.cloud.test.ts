import type { RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { aCloud, aGuardedRepository, commits, granted } from './a-guarded-repository.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aCloud();
}, 60_000);
afterAll(() => cloud.stop());

const mode = { mode: 'continue' };

test('a release goes on when nothing newer was released meanwhile, with contents and deployments to read', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const permissions = { contents: 'read', deployments: 'read' };
  const { code, checks } = await signOff(mode, { permissions });
  expect(checks).toMatchObject([{ id: 'gate.tag-newer', verdict: 'pass' }]);
  expect(code).toBe(0);
});

test('failed jobs that are run again after a newer release change nothing any more', async () => {
  const { signOff, control } = await aGuardedRepository(cloud);
  await control('deployments', { environment: 'production', ref: 'v1.2.0', sha: commits.released, state: 'success' });
  const { code, closing } = await signOff(mode);
  expect(closing).toMatchObject([
    { id: 'gate.tag-newer', verdict: 'fail', because: expect.stringMatching(/not newer than v1\.2\.0/) },
  ]);
  expect(code).toBe(1);
});

test('a release stops in the middle where it cannot be found out what is deployed', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const { deployments: _, ...permissions } = granted;
  const { code, closing } = await signOff(mode, { permissions });
  expect(closing).toMatchObject([{ id: 'gate.tag-newer', verdict: 'inconclusive' }]);
  expect(code).toBe(1);
});
