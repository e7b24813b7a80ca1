import { aRepository, type RunningRepository, sha } from './a-repository.ts';

let at: RunningRepository;
beforeAll(async () => {
  at = await aRepository();
});
afterAll(() => at.cloud.stop());

const started = (id: number, more: object = {}) =>
  at.control('runs', { id, actor: 'jonas', head_sha: sha('c'), head_branch: 'v1', event: 'push', ...more });
const reviewers = [{ type: 'User', name: 'sora' }];

test('runs are listed by commit, newest first', async () => {
  await started(21, { name: 'Checks', path: '.github/workflows/checks.yml' });
  await started(22, { name: 'Release' });
  await started(23, { head_sha: sha('a') });
  const { body } = await at.ask('GET', `/actions/runs?head_sha=${sha('c')}`);
  expect(body.workflow_runs.map((each: { id: number }) => each.id)).toEqual([22, 21]);
  const checks = await at.ask('GET', `/actions/workflows/checks.yml/runs?head_sha=${sha('c')}`);
  expect(checks.body).toMatchObject({ total_count: 1, workflow_runs: [{ id: 21 }] });
});

test('a run that is run again keeps who started it, names who ran it again, and its earlier attempt can be read', async () => {
  await started(31, { run_attempt: 1 });
  await at.control('runs', { id: 31, status: 'completed', conclusion: 'failure' });
  await at.control('runs', {
    id: 31,
    run_attempt: 2,
    triggering_actor: 'mina',
    status: 'in_progress',
    conclusion: null,
  });
  expect((await at.ask('GET', '/actions/runs/31')).body).toMatchObject({
    run_attempt: 2,
    actor: { login: 'jonas' },
    triggering_actor: { login: 'mina' },
    conclusion: null,
    previous_attempt_url: expect.stringMatching(/attempts\/1$/),
  });
  expect((await at.ask('GET', '/actions/runs/31/attempts/1')).body).toMatchObject({
    run_attempt: 1,
    triggering_actor: { login: 'jonas' },
    conclusion: 'failure',
  });
  expect((await at.ask('GET', '/actions/runs/31/attempts/3')).status).toBe(404);
});

test('the approvals of all attempts stand in one list, which does not say when or in which they were given', async () => {
  await at.control('environments', { name: 'golive-qa', reviewers });
  await started(32, { run_attempt: 1 });
  const approve = async (comment: string) => {
    await at.control('waiting', { run: 32, environment: 'golive-qa' });
    await at.control('approvals', { run: 32, environments: ['golive-qa'], state: 'approved', user: 'sora', comment });
  };
  await approve('first');
  await at.control('runs', { id: 32, run_attempt: 2 });
  await approve('second');
  const { body } = await at.ask('GET', '/actions/runs/32/approvals');
  expect(body.map((each: { comment: string }) => each.comment)).toEqual(['first', 'second']);
  expect(Object.keys(body[0]).sort()).toEqual(['comment', 'environments', 'state', 'user']);
});

test('who ran it again cannot approve it where self-review is prevented, and one of several reviewers is enough', async () => {
  const both = [...reviewers, { type: 'User', name: 'mina' }];
  await at.control('environments', { name: 'golive-cto', reviewers: both, prevent_self_review: true });
  await started(33, { triggering_actor: 'mina' });
  await at.control('waiting', { run: 33, environment: 'golive-cto' });
  const given = { run: 33, environments: ['golive-cto'], state: 'approved' };
  expect((await at.control('approvals', { ...given, user: 'mina' })).status).toBe(400);
  expect((await at.control('approvals', { ...given, user: 'sora' })).body).toEqual({ waiting: [] });
});

test('a team that reviews an environment lets its members approve and nobody else', async () => {
  await at.control('teams', { org: 'acme', slug: 'security', members: ['ines'] });
  await at.control('environments', { name: 'golive-security', reviewers: [{ type: 'Team', name: 'security' }] });
  await started(34);
  await at.control('waiting', { run: 34, environment: 'golive-security' });
  const given = { run: 34, environments: ['golive-security'], state: 'approved' };
  expect((await at.control('approvals', { ...given, user: 'sora' })).status).toBe(400);
  expect((await at.control('approvals', { ...given, user: 'ines' })).status).toBe(200);
});

test('an administrator lets a run past an environment that allows it, and leaves no approval', async () => {
  await at.control('environments', { name: 'open', reviewers });
  await at.control('environments', { name: 'shut', reviewers, can_admins_bypass: false });
  await started(35);
  for (const environment of ['open', 'shut']) await at.control('waiting', { run: 35, environment });
  const past = (environment: string, user: string) =>
    at.control('bypass', { run: 35, environments: [environment], user });
  expect((await past('open', 'jonas')).status).toBe(400);
  expect((await past('shut', 'mina')).status).toBe(400);
  expect((await past('open', 'mina')).body).toEqual({ waiting: ['shut'] });
  expect((await at.ask('GET', '/actions/runs/35/approvals')).body).toEqual([]);
});

test('jobs are listed by attempt; a job that was not run again keeps its earlier one', async () => {
  await started(36, { run_attempt: 1 });
  for (const name of ['build', 'rollout']) await at.control('jobs', { run: 36, name, status: 'completed' });
  await at.control('runs', { id: 36, run_attempt: 2 });
  await at.control('jobs', { run: 36, name: 'rollout', status: 'completed', conclusion: 'success' });
  const told = async (path: string) =>
    (await at.ask('GET', `/actions/runs/36${path}`)).body.jobs.map(
      (each: { name: string; run_attempt: number }) => `${each.name} ${each.run_attempt}`,
    );
  expect(await told('/attempts/1/jobs')).toEqual(['build 1', 'rollout 1']);
  expect(await told('/attempts/2/jobs')).toEqual(['rollout 2']);
  expect(await told('/jobs')).toEqual(['build 1', 'rollout 2']);
  expect(await told('/jobs?filter=all')).toHaveLength(3);
});

test('an artifact of a run is listed by name and downloaded as it was put', async () => {
  await started(37);
  const zip = Buffer.from('not really a zip');
  await at.control('artifacts', { run: 37, name: 'evidence-checks', zip: zip.toString('base64') });
  const { body } = await at.ask('GET', '/actions/runs/37/artifacts?name=evidence-checks');
  expect(body).toMatchObject({ total_count: 1, artifacts: [{ name: 'evidence-checks', size_in_bytes: zip.length }] });
  const got = await fetch(body.artifacts[0].archive_download_url, { headers: { authorization: 'Bearer reader' } });
  expect(Buffer.from(await got.arrayBuffer())).toEqual(zip);
});

test('a job’s deployment is listed by environment with its statuses; outside production the one before becomes inactive', async () => {
  const deploy = async (environment: string, ref: string) => {
    const { body } = await at.control('deployments', { environment, ref, sha: sha('a'), state: 'in_progress' });
    const { id } = body as { id: number };
    await at.control('deployments', { id, state: 'success' });
    return id;
  };
  const states = async (id: number) =>
    (await at.ask('GET', `/deployments/${id}/statuses`)).body.map((each: { state: string }) => each.state);
  const [first] = [await deploy('staging', 'v1'), await deploy('staging', 'v2')];
  const [kept] = [await deploy('production', 'v1'), await deploy('production', 'v2')];
  expect(await states(first)).toEqual(['inactive', 'success', 'in_progress']);
  expect(await states(kept)).toEqual(['success', 'in_progress']);
  const { body } = await at.ask('GET', '/deployments?environment=production');
  expect(body.map((each: { ref: string }) => each.ref)).toEqual(['v2', 'v1']);
});
