import { aCloud, type RunningCloud } from './a-cloud.ts';

let cloud: RunningCloud;
const repository = 'acme/coldchain';
beforeAll(async () => {
  cloud = await aCloud();
  await cloud.control('POST', 'github/repositories', { repository });
  await cloud.control('POST', 'github/tokens', { token: 'full', user: 'mina' });
  await cloud.control('POST', 'github/tokens', { token: 'reader', permissions: { actions: 'read' } });
});
afterAll(() => cloud.stop());

async function ask(method: string, path: string, { body, token = 'full' }: { body?: unknown; token?: string } = {}) {
  const response = await fetch(`${cloud.github}/repos/${repository}${path}`, {
    method,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    link: response.headers.get('link'),
    accepted: response.headers.get('x-accepted-github-permissions'),
    body: await response.json(),
  };
}

const protectedBy = (name: string, login: string, more: object = {}) =>
  cloud.control('POST', 'github/environments', {
    repository,
    name,
    reviewers: [{ type: 'User', name: login }],
    ...more,
  });

test('without a token it asks for one, a token it does not know is bad, one with too few permissions is turned away', async () => {
  expect(await ask('GET', '/environments', { token: '' })).toMatchObject({ status: 401 });
  expect(await ask('GET', '/environments', { token: 'stolen' })).toMatchObject({
    body: { message: 'Bad credentials' },
  });
  const refused = await ask('POST', '/deployments', { token: 'reader', body: { ref: 'v1' } });
  expect(refused).toMatchObject({
    status: 403,
    accepted: 'deployments=write',
    body: { message: 'Resource not accessible by integration' },
  });
});

test('a token is worth nothing once its job is over', async () => {
  await cloud.control('POST', 'github/tokens', { token: 'of-a-job', permissions: { actions: 'read' } });
  expect(await ask('GET', '/environments', { token: 'of-a-job' })).toMatchObject({ status: 200 });
  await cloud.control('POST', 'github/tokens', { token: 'of-a-job', revoked: true });
  expect(await ask('GET', '/environments', { token: 'of-a-job' })).toMatchObject({ status: 401 });
});

test('a run is cancelled by whoever may write actions, and not once it is over', async () => {
  await cloud.control('POST', 'github/runs', { repository, id: 77, actor: 'mina', status: 'in_progress' });
  expect(await ask('POST', '/actions/runs/77/cancel', { token: 'reader' })).toMatchObject({ status: 403 });
  expect(await ask('POST', '/actions/runs/77/cancel')).toMatchObject({ status: 202 });
  const { body } = await cloud.control('POST', 'github/cancellation', { repository, run: 77 });
  expect(body).toEqual({ requested: true });
  await cloud.control('POST', 'github/runs', { repository, id: 77, status: 'completed' });
  expect(await ask('POST', '/actions/runs/77/cancel')).toMatchObject({ status: 409 });
});

test.each([
  ['refs/tags/v1.2.0', undefined],
  ['refs/heads/main', 'Branch "main" is not allowed to deploy to tags-only due to environment protection rules.'],
  ['refs/heads/v1', 'Branch "v1" is not allowed to deploy to tags-only due to environment protection rules.'],
  ['refs/tags/nightly', 'Tag "nightly" is not allowed to deploy to tags-only due to environment protection rules.'],
])('an environment that admits only tags v* answers %s with %s', async (ref, refused) => {
  await protectedBy('tags-only', 'sora', {
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    branch_policies: [{ name: 'v*', type: 'tag' }],
  });
  const run = 78;
  await cloud.control('POST', 'github/runs', { repository, id: run, actor: 'mina' });
  const { body: answer } = await cloud.control('POST', 'github/waiting', {
    repository,
    run,
    environment: 'tags-only',
    ref,
  });
  expect((answer as { refused?: string }).refused).toBe(refused);
});

test('an environment that does not exist is not found, in the words of GitHub', async () => {
  expect(await ask('GET', '/environments/absent')).toMatchObject({
    status: 404,
    body: { message: 'Not Found', status: '404', documentation_url: expect.stringContaining('docs.github.com') },
  });
});

test('an environment tells who must review, whether oneself may, and whether admins can bypass it', async () => {
  await protectedBy('qa-lead', 'sora', { prevent_self_review: true, can_admins_bypass: false });
  expect((await ask('GET', '/environments/qa-lead')).body).toMatchObject({
    can_admins_bypass: false,
    protection_rules: [
      {
        type: 'required_reviewers',
        prevent_self_review: true,
        reviewers: [{ type: 'User', reviewer: { login: 'sora' } }],
      },
    ],
    deployment_branch_policy: null,
  });
});

test('naming an environment that does not exist creates it without protection, and the run does not wait', async () => {
  await cloud.control('POST', 'github/runs', { repository, id: 7, actor: 'mina' });
  const waiting = await cloud.control('POST', 'github/waiting', { repository, run: 7, environment: 'typo' });
  expect(waiting.body).toEqual({ waiting: [] });
  expect((await ask('GET', '/environments/typo')).body).toMatchObject({ protection_rules: [] });
});

test('a tag policy can be added once custom policies are on', async () => {
  const on = { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } };
  await ask('PUT', '/environments/production', { body: on });
  const policies = '/environments/production/deployment-branch-policies';
  await ask('POST', policies, { body: { name: 'v*', type: 'tag' } });
  expect((await ask('GET', policies)).body).toMatchObject({
    total_count: 1,
    branch_policies: [{ name: 'v*', type: 'tag' }],
  });
});

test('a recorded approval is listed with user, state and comment, and nothing is pending any more', async () => {
  await protectedBy('cto', 'hana');
  await cloud.control('POST', 'github/runs', { repository, id: 8, actor: 'mina' });
  await cloud.control('POST', 'github/waiting', { repository, run: 8, environment: 'cto' });
  expect((await ask('GET', '/actions/runs/8/pending_deployments')).body).toMatchObject([
    { environment: { name: 'cto' } },
  ]);
  const given = { repository, run: 8, environments: ['cto'], state: 'approved', user: 'hana', comment: 'go' };
  await cloud.control('POST', 'github/approvals', given);
  expect((await ask('GET', '/actions/runs/8/approvals')).body).toMatchObject([
    { state: 'approved', comment: 'go', user: { login: 'hana' }, environments: [{ name: 'cto' }] },
  ]);
  expect((await ask('GET', '/actions/runs/8/pending_deployments')).body).toEqual([]);
});

test('who started the run cannot approve it where self-review is prevented, nor can a stranger', async () => {
  await protectedBy('ceo', 'mina', { prevent_self_review: true });
  await cloud.control('POST', 'github/runs', { repository, id: 9, actor: 'mina' });
  await cloud.control('POST', 'github/waiting', { repository, run: 9, environment: 'ceo' });
  const given = { repository, run: 9, environments: ['ceo'], state: 'approved' };
  expect((await cloud.control('POST', 'github/approvals', { ...given, user: 'mina' })).status).toBe(400);
  expect((await cloud.control('POST', 'github/approvals', { ...given, user: 'stranger' })).status).toBe(400);
});

test('a deployment carries its statuses, newest first', async () => {
  const { body: made } = await ask('POST', '/deployments', { body: { ref: 'v1.2.3', environment: 'production' } });
  const statuses = `/deployments/${(made as { id: number }).id}/statuses`;
  await ask('POST', statuses, { body: { state: 'in_progress' } });
  await ask('POST', statuses, { body: { state: 'success', environment_url: 'https://app.example.com' } });
  expect((await ask('GET', statuses)).body).toMatchObject([{ state: 'success' }, { state: 'in_progress' }]);
  expect((await ask('POST', statuses, { body: { state: 'great' } })).status).toBe(422);
});

test('check runs are listed by commit, the latest of each name, a page at a time', async () => {
  for (const name of ['lint', 'test', 'test'])
    await ask('POST', '/check-runs', { body: { name, head_sha: 'abc', conclusion: 'success' } });
  const first = await ask('GET', '/commits/abc/check-runs?per_page=1');
  expect(first.body).toMatchObject({ total_count: 2, check_runs: [{ status: 'completed', conclusion: 'success' }] });
  expect(first.link).toContain('rel="next"');
});

test('an annotated tag leads to its commit by way of the tag object', async () => {
  const annotated = { sha: 'tag-object', message: 'v2' };
  await cloud.control('POST', 'github/refs', { repository, ref: 'refs/tags/v2', sha: 'commit-2', annotated });
  expect((await ask('GET', '/git/ref/tags/v2')).body).toMatchObject({ object: { type: 'tag', sha: 'tag-object' } });
  expect((await ask('GET', '/git/tags/tag-object')).body).toMatchObject({
    object: { type: 'commit', sha: 'commit-2' },
  });
});
