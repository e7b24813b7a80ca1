import { aRepository, type RunningRepository, sha } from './a-repository.ts';

let at: RunningRepository;
beforeAll(async () => {
  at = await aRepository();
  await at.control('commits', { sha: sha('d'), parents: [sha('b')], author: { name: 'X', email: 'x@example.com' } });
  await at.control('refs', { ref: 'refs/heads/side', sha: sha('d') });
  await at.control('refs', { ref: 'refs/tags/v1', sha: sha('a') });
  await at.control('commits', { sha: sha('e'), parents: [] });
});
afterAll(() => at.cloud.stop());

test('a commit is found by its SHA, a start of it, a branch or a tag, with its author, parents and files', async () => {
  for (const ref of [sha('c'), sha('c').slice(0, 8), 'main', 'heads/main'])
    expect((await at.ask('GET', `/commits/${ref}`)).body).toMatchObject({
      sha: sha('c'),
      author: { login: 'jonas' },
      commit: { message: 'Commit c', author: { name: 'jonas' } },
      parents: [{ sha: sha('b') }],
    });
  expect((await at.ask('GET', '/commits/v1')).body.sha).toBe(sha('a'));
});

test('the author of a commit whose address belongs to nobody is null', async () => {
  expect((await at.ask('GET', '/commits/side')).body).toMatchObject({
    author: null,
    commit: { author: { name: 'X' } },
  });
});

test('a name that leads to no commit is answered 422, in the words of GitHub', async () => {
  expect(await at.ask('GET', '/commits/nowhere')).toMatchObject({
    status: 422,
    body: { message: 'No commit found for SHA: nowhere' },
  });
});

test.each([
  ['v1...main', { status: 'ahead', ahead_by: 2, behind_by: 0, total_commits: 2 }],
  ['main...v1', { status: 'behind', ahead_by: 0, behind_by: 2, total_commits: 0 }],
  ['main...main', { status: 'identical', ahead_by: 0, behind_by: 0 }],
  ['main...side', { status: 'diverged', ahead_by: 1, behind_by: 1, merge_base_commit: { sha: sha('b') } }],
])('comparing %s says %j', async (basehead, expected) => {
  expect((await at.ask('GET', `/compare/${basehead}`)).body).toMatchObject(expected);
});

test('the commits of a comparison come oldest first, a page at a time, while the total counts all', async () => {
  const { body } = await at.ask('GET', '/compare/v1...main?per_page=1&page=2');
  expect(body.commits.map((each: { sha: string }) => each.sha)).toEqual([sha('c')]);
  expect(body.total_commits).toBe(2);
});

test('two histories that never met cannot be compared, and what is not there is not found', async () => {
  expect(await at.ask('GET', `/compare/main...${sha('e')}`)).toMatchObject({
    status: 404,
    body: { message: `No common ancestor between main and ${sha('e')}.` },
  });
  expect(await at.ask('GET', '/compare/main...v99')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
});

test('the combined status is pending without any, and a failure as soon as the latest of one context failed', async () => {
  expect((await at.ask('GET', '/commits/main/status')).body).toMatchObject({ state: 'pending', total_count: 0 });
  await at.control('statuses', { sha: sha('c'), context: 'ci/lint', state: 'failure' });
  await at.control('statuses', { sha: sha('c'), context: 'ci/test', state: 'success' });
  expect((await at.ask('GET', '/commits/main/status')).body).toMatchObject({ state: 'failure', total_count: 2 });
  await at.ask('POST', `/statuses/${sha('c')}`, { body: { context: 'ci/lint', state: 'success' } });
  expect((await at.ask('GET', '/commits/main/status')).body).toMatchObject({ state: 'success', total_count: 2 });
  expect((await at.ask('GET', '/commits/main/statuses')).body).toHaveLength(3);
});

test('check runs are found by whatever name leads to their commit', async () => {
  await at.control('check-runs', { head_sha: sha('a'), name: 'Checks / required', conclusion: 'skipped' });
  expect((await at.ask('GET', '/commits/v1/check-runs')).body).toMatchObject({
    total_count: 1,
    check_runs: [{ name: 'Checks / required', status: 'completed', conclusion: 'skipped', app: { id: 15368 } }],
  });
  expect((await at.ask('GET', '/commits/v1/check-runs?app_id=7')).body.total_count).toBe(0);
});

test('a tag can be moved with force, and by nobody once a ruleset forbids it, unless the ruleset lets them', async () => {
  await at.control('refs', { ref: 'refs/tags/v2', sha: sha('c') });
  const move = (to: string) => at.ask('PATCH', '/git/refs/tags/v2', { body: { sha: to, force: true } });
  expect((await move(sha('b'))).body).toMatchObject({ object: { sha: sha('b') } });
  const rules = [{ type: 'update' }, { type: 'deletion' }];
  const tags = { ref_name: { include: ['refs/tags/v*'], exclude: [] } };
  await at.control('rulesets', { name: 'Release tags', target: 'tag', enforcement: 'active', conditions: tags, rules });
  expect(await move(sha('c'))).toMatchObject({
    status: 422,
    body: { message: expect.stringContaining('Cannot update this protected ref.') },
  });
  expect((await at.ask('DELETE', '/git/refs/tags/v2')).body.message).toContain('Cannot delete this tag');
  const admins = [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }];
  await at.control('rulesets', { name: 'Release tags', enforcement: 'active', bypass_actors: admins });
  expect((await move(sha('c'))).status).toBe(200);
});

test('a branch does not go back without force, and a ref that is there is not made again', async () => {
  const back = { sha: sha('b') };
  expect(await at.ask('PATCH', '/git/refs/heads/side', { body: { sha: sha('c') } })).toMatchObject({
    status: 422,
    body: { message: 'Update is not a fast forward' },
  });
  expect((await at.ask('POST', '/git/refs', { body: { ref: 'refs/heads/side', ...back } })).body.message).toBe(
    'Reference already exists',
  );
  expect((await at.ask('GET', '/git/matching-refs/tags/v')).body.map((each: { ref: string }) => each.ref)).toContain(
    'refs/tags/v1',
  );
});
