import { aRepository, type RunningRepository } from './a-repository.ts';

let at: RunningRepository;
beforeAll(async () => {
  at = await aRepository();
});
afterAll(() => at.cloud.stop());

const onMain = {
  name: 'Main',
  target: 'branch',
  enforcement: 'active',
  conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
  rules: [
    {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: [{ context: 'required', integration_id: 15368 }],
      },
    },
  ],
};

test('a ruleset is made, listed without its rules, read with them, changed and deleted', async () => {
  const made = await at.ask('POST', '/rulesets', { body: onMain });
  expect(made).toMatchObject({ status: 201, body: { source_type: 'Repository', rules: onMain.rules } });
  const [listed] = (await at.ask('GET', '/rulesets')).body;
  expect(listed).toMatchObject({ name: 'Main', target: 'branch' });
  expect(listed).not.toHaveProperty('rules');
  const one = `/rulesets/${made.body.id}`;
  await at.ask('PUT', one, { body: { enforcement: 'disabled' } });
  expect((await at.ask('GET', one)).body).toMatchObject({ enforcement: 'disabled', rules: onMain.rules });
  expect((await at.ask('DELETE', one)).status).toBe(204);
  expect((await at.ask('GET', one)).status).toBe(404);
});

test('the rules of a branch are those of the active rulesets that name it, each with its origin', async () => {
  const { body } = await at.ask('POST', '/rulesets', { body: onMain });
  await at.ask('POST', '/rulesets', { body: { ...onMain, name: 'Later', enforcement: 'evaluate' } });
  expect((await at.ask('GET', '/rules/branches/main')).body).toEqual([
    { ...onMain.rules[0], ruleset_source_type: 'Repository', ruleset_source: at.name, ruleset_id: body.id },
  ]);
  expect((await at.ask('GET', '/rules/branches/side')).body).toEqual([]);
});

test('who may not write a ruleset does not see who can bypass it', async () => {
  const [{ id }] = (await at.ask('GET', '/rulesets')).body;
  expect((await at.ask('GET', `/rulesets/${id}`)).body).toHaveProperty('bypass_actors');
  expect((await at.ask('GET', `/rulesets/${id}`, { token: 'reader' })).body).not.toHaveProperty('bypass_actors');
});

test('classic protection is for administrators; its required checks are also told with the branch', async () => {
  const path = '/branches/main/protection';
  expect((await at.ask('GET', path)).body.message).toBe('Branch not protected');
  await at.control('protections', { branch: 'main' });
  expect((await at.ask('GET', `${path}/required_status_checks`)).body.message).toBe(
    'Required status checks not enabled',
  );
  await at.control('protections', { branch: 'main', checks: ['required'], enforceAdmins: true });
  expect((await at.ask('GET', `${path}/required_status_checks`)).body).toMatchObject({
    contexts: ['required'],
    checks: [{ context: 'required', app_id: null }],
  });
  expect(await at.ask('GET', path, { token: 'reader' })).toMatchObject({
    status: 403,
    body: { message: 'Resource not accessible by integration' },
  });
  expect((await at.ask('GET', '/branches/main', { token: 'reader' })).body).toMatchObject({
    protected: true,
    protection: { enabled: true, required_status_checks: { enforcement_level: 'everyone', contexts: ['required'] } },
  });
  expect((await at.ask('GET', '/branches/gone/protection')).body.message).toBe('Branch not found');
});

test('a private repository of the free plan has no rulesets, and an environment with reviewers comes out unprotected', async () => {
  await at.cloud.control('POST', 'github/repositories', { repository: 'acme/free', private: true, plan: 'free' });
  expect((await at.ask('GET', '//repos/acme/free/rulesets')).body.message).toBe(
    'Upgrade to GitHub Pro or make this repository public to enable this feature.',
  );
  const { body: mina } = await at.ask('GET', '//users/mina');
  const production = '//repos/acme/free/environments/production';
  const refused = await at.ask('PUT', production, { body: { reviewers: [{ type: 'User', id: mina.id }] } });
  expect(refused).toMatchObject({ status: 422, body: { message: expect.stringContaining('billing plan') } });
  expect((await at.ask('GET', production)).body).toMatchObject({ protection_rules: [] });
});

test('who is in a team is told to an App, and refused to the token of a workflow', async () => {
  await at.control('teams', { org: 'acme', slug: 'qa', members: ['sora'] });
  expect((await at.ask('GET', '//orgs/acme/teams/qa/memberships/sora')).body).toMatchObject({ state: 'active' });
  expect((await at.ask('GET', '//orgs/acme/teams/qa/memberships/mina')).status).toBe(404);
  expect((await at.ask('GET', '//orgs/acme/teams/qa/members')).body).toMatchObject([{ login: 'sora' }]);
  for (const path of ['//orgs/acme/teams/qa/members', '//orgs/acme/teams/qa/memberships/sora'])
    expect(await at.ask('GET', path, { token: 'reader' })).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
});

test('what somebody may do in the repository is told by role', async () => {
  await at.control('collaborators', { user: 'jonas', permission: 'maintain' });
  expect((await at.ask('GET', '/collaborators/jonas/permission')).body).toMatchObject({
    permission: 'write',
    role_name: 'maintain',
  });
  expect((await at.ask('GET', '/collaborators/nobody/permission')).status).toBe(404);
});

test('a tag policy of an environment is renamed and deleted, and goes when custom policies are switched off', async () => {
  const custom = { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } };
  const policies = '/environments/production/deployment-branch-policies';
  await at.ask('PUT', '/environments/production', { body: { ...custom, can_admins_bypass: false } });
  expect((await at.ask('GET', '/environments/production')).body.can_admins_bypass).toBe(false);
  const { body: made } = await at.ask('POST', policies, { body: { name: 'release/*' } });
  expect((await at.ask('PUT', `${policies}/${made.id}`, { body: { name: 'v*' } })).body).toMatchObject({
    name: 'v*',
    type: 'branch',
  });
  expect((await at.ask('DELETE', `${policies}/${made.id}`)).status).toBe(204);
  await at.ask('POST', policies, { body: { name: 'v*', type: 'tag' } });
  await at.ask('PUT', '/environments/production', { body: {} });
  expect((await at.ask('GET', policies)).body.total_count).toBe(0);
});

test.each([
  ['error', { status: 500 }, 500],
  ['error', { status: 404 }, 404],
  ['error', {}, 502],
  ['denied', {}, 403],
  ['throttle', {}, 403],
])('a drill can have one call to GitHub answered with %s %j', async (kind, more, status) => {
  const operation = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
  await at.cloud.control('POST', 'faults', { service: 'github', operation, kind, count: 1, ...more });
  expect((await at.ask('GET', '/rules/branches/main')).status).toBe(status);
  expect((await at.ask('GET', '/rules/branches/main')).status).toBe(200);
});
