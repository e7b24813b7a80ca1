import { aPace, aRunningCloud, type RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { endRelease } from '../../src/release/end-release.ts';
import { aGitHubRun, wait } from '../a-rollback.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aRunningCloud();
});
afterAll(() => cloud?.stop());

const inProgress = { status: 'in_progress' };
const release = (runId: string | undefined) => ({ runId, ownRunId: '9', cancel: true, dryRun: false });
const fault = (path: string, kind: string, count: number) =>
  cloud.control('faults', { service: 'github', operation: `${path}`, kind, count });
const RUN = '/repos/{owner}/{repo}/actions/runs/{run_id}';

test('a release in progress is cancelled, and waited for until it has ended', async () => {
  const run = await aGitHubRun(cloud, inProgress);
  const said: string[] = [];
  const ended = endRelease(run.client, release(run.id), aPace(30, said));
  while (!said.join('\n').includes('waits until it has ended')) await wait(20);
  expect(await run.cancelAsked()).toBe(true);
  await run.end();
  expect(await ended).toMatchObject({ verdict: 'pass', because: 'was cancelled, and ended (cancelled)' });
});

test('a release that has ended, that GitHub forgot, or that is this very run, is nothing to wait for', async () => {
  const run = await aGitHubRun(cloud, { status: 'completed', conclusion: 'success' });
  expect(await endRelease(run.client, release(run.id), aPace())).toMatchObject({ verdict: 'pass' });
  expect(await run.cancelAsked()).toBe(false);
  expect(await endRelease(run.client, release('404'), aPace())).toMatchObject({ verdict: 'pass' });
  expect(await endRelease(run.client, { ...release('9'), ownRunId: '9' }, aPace())).toMatchObject({ verdict: 'pass' });
});

test('two people who cancel the same release both see it end', async () => {
  const run = await aGitHubRun(cloud, inProgress);
  const both = [1, 2].map(() => endRelease(run.client, release(run.id), aPace()));
  while (!(await run.cancelAsked())) await wait(20);
  await run.end();
  for (const one of await Promise.all(both)) expect(one).toMatchObject({ verdict: 'pass' });
});

test('a token that may not cancel says which permission it needs', async () => {
  const run = await aGitHubRun(cloud, inProgress, { actions: 'read' });
  expect(await endRelease(run.client, release(run.id), aPace())).toMatchObject({
    verdict: 'fail',
    because: expect.stringContaining('actions: write'),
  });
});

test('a token that may not even read is not taken for a release that has ended', async () => {
  const run = await aGitHubRun(cloud, inProgress, {});
  const check = await endRelease(run.client, release(run.id), aPace());
  expect(check).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('403') });
  expect(await endRelease(undefined, release(run.id), aPace())).toMatchObject({ verdict: 'inconclusive' });
});

test('a release that does not end in its time keeps anything from being put back', async () => {
  const run = await aGitHubRun(cloud, inProgress);
  const check = await endRelease(run.client, release(run.id), { ...aPace(), within: { ms: 200 } });
  expect(check).toMatchObject({ verdict: 'fail', because: expect.stringContaining('is in_progress after 200ms') });
});

test('a lost answer, a rate limit and a server that stumbles change nothing about the end', async () => {
  const run = await aGitHubRun(cloud, inProgress);
  await fault(`GET ${RUN}`, 'error', 2);
  await fault(`POST ${RUN}/cancel`, 'throttle', 1);
  await fault(`POST ${RUN}/cancel`, 'drop', 1);
  const ended = endRelease(run.client, release(run.id), aPace());
  while (!(await run.cancelAsked())) await wait(20);
  await run.end();
  expect(await ended).toMatchObject({ verdict: 'pass' });
});

test('a release that GitHub does not cancel for all its attempts is still in progress', async () => {
  const run = await aGitHubRun(cloud, inProgress);
  await fault(`POST ${RUN}/cancel`, 'error', 4);
  expect(await endRelease(run.client, release(run.id), aPace())).toMatchObject({
    verdict: 'fail',
    because: expect.stringMatching(/still in progress, and could not be cancelled: .*50\d/),
  });
});

test('a dry run tells that it would cancel, and does not', async () => {
  const run = await aGitHubRun(cloud, inProgress);
  const check = await endRelease(run.client, { ...release(run.id), dryRun: true }, aPace());
  expect(check).toMatchObject({ verdict: 'skipped', because: expect.stringContaining('would be cancelled') });
  expect(await run.cancelAsked()).toBe(false);
});
