import type { RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import {
  aCloud,
  aGuardedRepository,
  commits,
  type GuardedRepository,
  granted,
  onlyQaLeadSigns,
  protectedEnvironment,
} from './a-guarded-repository.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aCloud();
}, 60_000);
afterAll(() => cloud.stop());

test('a guarded repository and a tested tag on main open every gate, with what a job’s own token may read', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const { code, closing, checks } = await signOff();
  expect(closing).toEqual([]);
  expect(code).toBe(0);
  expect(new Set(checks.map(({ id }) => id))).toEqual(
    new Set([
      'gate.exists',
      'gate.reviewers',
      'gate.self-review',
      'gate.admin-bypass',
      'gate.tags',
      'gate.tag-ruleset',
      'gate.tag-bypass',
      'gate.tag-unmoved',
      'gate.tag-on-main',
      'gate.tag-newer',
      'gate.required-checks',
      'gate.waivers',
    ]),
  );
});

const environment =
  (change: object) =>
  ({ control }: GuardedRepository) =>
    control('environments', { name: 'golive-qa-lead', ...protectedEnvironment, ...change });

const checkRun =
  (change: object) =>
  ({ control }: GuardedRepository) =>
    control('check-runs', {
      head_sha: commits.released,
      name: 'checks',
      app: { id: 15368, slug: 'github-actions' },
      ...change,
    });

test.each([
  ['it has no reviewers', environment({ reviewers: [] }), 'gate.reviewers', /no required reviewers/],
  ['it lets people approve themselves', environment({ prevent_self_review: false }), 'gate.self-review', /approve it/],
  ['administrators can bypass it', environment({ can_admins_bypass: true }), 'gate.admin-bypass', /administrators/],
  [
    'it admits a branch',
    environment({ branch_policies: [{ name: 'main', type: 'branch' }] }),
    'gate.tags',
    /branch main/,
  ],
  ['it admits anything', environment({ deployment_branch_policy: null }), 'gate.tags', /any branch or tag/],
  [
    'nobody keeps tags from moving',
    ({ control }: GuardedRepository) => control('rulesets', { name: 'release tags', rules: [{ type: 'creation' }] }),
    'gate.tag-ruleset',
    /move, delete/,
  ],
  [
    'the tag has moved',
    ({ control }: GuardedRepository) => control('refs', { ref: 'refs/tags/v1.1.0', sha: commits.deployed }),
    'gate.tag-unmoved',
    /has moved/,
  ],
  [
    'main has gone on without the commit',
    ({ control }: GuardedRepository) => control('refs', { ref: 'refs/heads/main', sha: commits.deployed }),
    'gate.tag-on-main',
    /is not on main/,
  ],
  [
    'a newer tag is deployed',
    ({ control }: GuardedRepository) =>
      control('deployments', { environment: 'production', ref: 'v1.2.0', sha: commits.released, state: 'success' }),
    'gate.tag-newer',
    /not newer than v1\.2\.0/,
  ],
  [
    'what is deployed is not part of it',
    ({ control }: GuardedRepository) =>
      control('deployments', { environment: 'production', ref: 'v1.0.9', sha: commits.side, state: 'success' }),
    'gate.tag-newer',
    /does not contain v1\.0\.9/,
  ],
  ['a required check was skipped', checkRun({ conclusion: 'skipped' }), 'gate.required-checks', /only success counts/],
  ['a required check was run again and failed', checkRun({ conclusion: 'failure' }), 'gate.required-checks', /failure/],
  [
    'another app reported the required check',
    checkRun({ conclusion: 'success', app: { id: 7, slug: 'impostor' } }),
    'gate.required-checks',
    /impostor/,
  ],
  [
    'branch protection requires a check that nobody reported',
    ({ control }: GuardedRepository) => control('protections', { branch: 'main', checks: ['audit'] }),
    'gate.required-checks',
    /never reported/,
  ],
] as const)('a gate is closed when %s', async (_, spoil, id, because) => {
  const repository = await aGuardedRepository(cloud);
  await spoil(repository);
  const { code, closing } = await repository.signOff();
  expect(closing).toMatchObject([{ id, verdict: 'fail', because: expect.stringMatching(because) }]);
  expect(code).toBe(1);
});

test('an environment that does not exist closes the gate, and asking for it does not create it', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  for (let time = 1; time <= 2; time++) {
    const { closing } = await signOff({ roles: 'qa-lead\ncto' });
    expect(closing).toMatchObject([{ id: 'gate.exists', subject: 'golive-cto', verdict: 'fail' }]);
  }
});

test('a check that golive.yml names is required beside those of the branch', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const { closing } = await signOff({ 'required-checks': 'audit' });
  expect(closing).toMatchObject([{ id: 'gate.required-checks', subject: 'audit' }]);
});

test('a commit status of the older kind counts as a required check', async () => {
  const { signOff, control } = await aGuardedRepository(cloud);
  await control('statuses', { sha: commits.released, context: 'audit', state: 'success' });
  expect((await signOff({ 'required-checks': 'audit' })).closing).toEqual([]);
});

test('a branch that requires no check closes the gate', async () => {
  const { signOff, control } = await aGuardedRepository(cloud);
  await control('rulesets', { name: 'main', rules: [] });
  expect((await signOff()).closing).toMatchObject([{ id: 'gate.required-checks', verdict: 'fail' }]);
});

test('a run of a branch is closed, whatever commit it is', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const { closing } = await signOff({}, { env: { GITHUB_REF: 'refs/heads/main' } });
  expect(closing).toMatchObject([{ id: 'gate.tag-unmoved', because: expect.stringContaining('no tag') }]);
});

test('production needs reviewers only where golive.yml asks for them', async () => {
  const { signOff, control } = await aGuardedRepository(cloud);
  await control('environments', { ...protectedEnvironment, name: 'production', reviewers: [] });
  expect((await signOff()).closing).toEqual([]);
  expect((await signOff({ 'production-reviewers': 'true' })).closing).toMatchObject([
    { id: 'gate.reviewers', subject: 'production' },
  ]);
});

test('a reviewer whom golive.yml does not name closes the gate', async () => {
  const { signOff, control } = await aGuardedRepository(cloud);
  const reviewers = [
    { type: 'User', name: 'mira' },
    { type: 'User', name: 'stranger' },
  ];
  await control('environments', { ...protectedEnvironment, name: 'golive-qa-lead', reviewers });
  const named = JSON.stringify({ 'qa-lead': ['Mira'] });
  expect((await signOff({ reviewers: named })).closing).toMatchObject([
    { id: 'gate.reviewers', because: expect.stringContaining('stranger') },
  ]);
});

test.each([
  ['actions', 'gate.exists'],
  ['contents', 'gate.required-checks'],
  ['checks', 'gate.required-checks'],
  ['deployments', 'gate.tag-newer'],
] as const)('without %s: read the gate stays closed, and says so', async (permission, id) => {
  const { signOff } = await aGuardedRepository(cloud);
  const { [permission]: _, ...permissions } = granted;
  const { closing, code } = await signOff({}, { permissions });
  expect(closing).toContainEqual(
    expect.objectContaining({ id, verdict: 'inconclusive', because: expect.stringContaining(`${permission}: read`) }),
  );
  expect(code).toBe(1);
});

test('without statuses: read a check that no app reported is not taken for missing', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const { statuses: _, ...permissions } = granted;
  expect((await signOff({ 'required-checks': 'audit' }, { permissions })).closing).toMatchObject([
    { id: 'gate.required-checks', verdict: 'inconclusive', because: expect.stringContaining('statuses: read') },
  ]);
});

test('a GitHub that does not answer closes every gate', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const { closing } = await signOff({}, { env: { GITHUB_API_URL: 'http://127.0.0.1:9' } });
  expect(closing).toMatchObject([{ id: 'gate.exists', verdict: 'inconclusive' }]);
}, 20_000);

test('each relaxation opens what it names, and is reported', async () => {
  const { signOff, control } = await aGuardedRepository(cloud);
  await control('rulesets', { name: 'main', rules: [] });
  await control('rulesets', { name: 'release tags', rules: [] });
  await control('deployments', { environment: 'production', ref: 'v2.0.0', sha: commits.released, state: 'success' });
  const loose = { ...protectedEnvironment, prevent_self_review: false, can_admins_bypass: true };
  await control('environments', { ...loose, name: 'golive-qa-lead' });
  const allow = ['no-required-checks', 'no-tag-ruleset', 'older-release', 'self-review', 'admin-bypass'];
  const { code, checks, closing } = await signOff({ allow: allow.join('\n') });
  expect(closing).toEqual([]);
  expect(checks.filter(({ id }) => id === 'gate.relaxed').map(({ subject }) => subject)).toEqual(allow);
  expect(code).toBe(0);
});

test('the free plan of a private repository is told apart from a refusal, and says what is left', async () => {
  const { signOff } = await aGuardedRepository(cloud, { private: true, plan: 'free' });
  const { closing } = await signOff({ 'required-checks': 'checks' });
  expect(closing).toMatchObject([
    {
      id: 'gate.tag-ruleset',
      verdict: 'fail',
      because: expect.stringContaining('plan of this repository has no rulesets'),
    },
  ]);
});

test('deployments that failed do not count as deployed, however many there are', async () => {
  const { signOff, control } = await aGuardedRepository(cloud);
  for (let time = 0; time < 105; time++)
    await control('deployments', { environment: 'production', ref: 'v9.0.0', sha: commits.side, state: 'failure' });
  const { checks } = await signOff();
  expect(checks.find(({ id }) => id === 'gate.tag-newer')).toMatchObject({ verdict: 'pass', measured: 'v1.0.0' });
}, 30_000);

const waived = (until: string) =>
  `checklist:\n  waive:\n    - { box: 6, owner: noa, reason: the bank is slow, until: ${until} }\n${onlyQaLeadSigns}`;

test('a waiver that is over closes the gate, and one that holds does not', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  expect((await signOff({}, { golive: waived('2020-01-31') })).closing).toMatchObject([
    { id: 'gate.waivers', subject: 'box 6', verdict: 'fail', because: expect.stringContaining('ended on 2020-01-31') },
  ]);
  const { closing, checks } = await signOff({}, { golive: waived('2999-12-31') });
  expect(closing).toEqual([]);
  expect(checks.at(-1)).toMatchObject({ id: 'gate.waivers', because: expect.stringContaining('waived by noa') });
});

test('a checklist with a mistake in it closes the gate', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const { closing } = await signOff({}, { golive: 'checklist:\n  waive: [{ box: 999 }]\n' });
  expect(closing).toMatchObject([
    { id: 'gate.waivers', verdict: 'inconclusive', because: expect.stringContaining('golive.yml:5') },
  ]);
});

test('a box that waits for a role whom nobody asks closes the gate, before anything has changed', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const golive = `checklist:\n${onlyQaLeadSigns.replace('signed: qa-lead', 'signed: treasurer')}`;
  expect((await signOff({}, { golive })).closing).toMatchObject([
    {
      id: 'gate.exists',
      subject: 'treasurer',
      verdict: 'fail',
      because: expect.stringContaining('box 6 waits for the signature of treasurer, whom nobody asks'),
    },
  ]);
});

test('a waived box waits for nobody', async () => {
  const { signOff } = await aGuardedRepository(cloud);
  const golive = waived('2999-12-31').replace('signed: qa-lead', 'signed: treasurer');
  expect((await signOff({}, { golive })).closing).toEqual([]);
});
