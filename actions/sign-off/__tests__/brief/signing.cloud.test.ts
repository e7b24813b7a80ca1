import type { RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { aCloud, commits, protectedEnvironment } from '../gates/a-guarded-repository.ts';
import { aPlan, aSigning, images } from './a-signing.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aCloud();
}, 60_000);
afterAll(() => cloud.stop());

type Signing = Awaited<ReturnType<typeof aSigning>>;

async function signed(golive = '') {
  const release = await aSigning(cloud, golive);
  await release.job('brief');
  await release.approve('cto', 'anna');
  await release.approve('qa-lead', 'mira', 'load figures are fine');
  return release;
}

const collected = { 'collected-attempt': '1' };

test('a release that two people approved for its brief may begin, with what a job’s own token may read', async () => {
  const release = await aSigning(cloud);
  const { code, closing } = await release.job('brief');
  expect({ code, closing }).toEqual({ code: 0, closing: [] });
  expect(release.brief()).toMatchObject({
    range: { from: commits.deployed, total: 1, commits: [{ sha: commits.released }] },
    material: { commit: commits.released, images, findings: { backend: { verdict: 'pass' } } },
    baseline: [],
  });
  const shown = await release.approve('cto', 'anna');
  expect(shown?.summary).toContain('ALTER TABLE trucks ADD COLUMN seen timestamptz');
  expect(shown?.checks).toMatchObject([{ id: 'sign-off.brief', subject: 'cto', measured: release.brief().digest }]);
  await release.approve('qa-lead', 'mira', 'load figures are fine');
  const { checks } = await release.job('collect');
  expect(checks).toMatchObject([
    { id: 'sign-off.cto', verdict: 'pass', measured: { by: 'anna', brief: release.brief().digest } },
    { id: 'sign-off.qa-lead', verdict: 'pass', measured: { by: 'mira', comment: 'load figures are fine' } },
  ]);
  expect(release.output()).toContain('attempt');
  expect(await release.job('confirm', collected)).toMatchObject({ code: 0, closing: [] });
  release.delete();
});

interface Change {
  readonly name: string;
  readonly change?: (release: Signing) => Promise<unknown>;
  readonly given?: Readonly<Record<string, string>>;
  readonly words: RegExp;
}

const edited = 'project: fleet\nregion: eu-central-1\nsign-offs: { roles: [cto, qa-lead] }\n';
const changes: readonly Change[] = [
  {
    name: 'another image is to be deployed',
    given: { images: JSON.stringify({ backend: `fleet-backend@sha256:${'2'.repeat(64)}` }) },
    words: /the image backend was .*sha256:1+ and is .*sha256:2+/,
  },
  {
    name: 'a plan is another',
    change: (release) => release.plan(aPlan('DROP TABLE trucks')),
    words: /the plan of migrate was [0-9a-f]{12} and is [0-9a-f]{12}/,
  },
  {
    name: 'a plan has come',
    change: (release) => release.plan({ ...aPlan(), action: 'dns-cutover' }),
    words: /the plan of dns-cutover was not there/,
  },
  {
    name: 'the checklist was edited',
    change: async ({ write }) =>
      write('golive.yml', `${edited}checklist: { remove: { 7: 'we have no such thing' } }\n`),
    words: /the checklist was [0-9a-f]{12} and is [0-9a-f]{12}/,
  },
  {
    name: 'a gate was opened',
    change: ({ control }) =>
      control('environments', { ...protectedEnvironment, name: 'golive-cto', can_admins_bypass: true }),
    words: /the gate gate.admin-bypass of golive-cto was pass and is fail/,
  },
  {
    name: 'the tag was moved',
    change: ({ control }) => control('refs', { ref: 'refs/tags/v1.1.0', sha: commits.side }),
    words: /the gate gate.tag-unmoved of v1.1.0 was pass and is fail/,
  },
];

test.each(changes)('the approvals are void when $name', async ({ change, given = {}, words }) => {
  const release = await signed();
  await change?.(release);
  const { code, closing } = await release.job('confirm', { ...collected, ...given });
  expect(code).toBe(1);
  const because = expect.stringMatching(words);
  expect(closing[0]).toMatchObject({ id: 'sign-off.brief-unchanged', verdict: 'fail', because });
  release.delete();
});

test('a brief that somebody edited on its way is shown to nobody', async () => {
  const release = await aSigning(cloud);
  await release.job('brief');
  release.write('.golive/brief.json', release.read('brief.json').replaceAll('ADD COLUMN seen', 'ADD COLUMN gone'));
  const { code, errors } = await release.job('sign', { role: 'cto' });
  expect(code).toBe(1);
  expect(errors.join()).toContain('shows another plan of migrate than was sealed');
  release.delete();
});

test('where nobody says which brief is meant, none is', async () => {
  const release = await signed();
  for (const mode of ['sign', 'collect', 'confirm'] as const) {
    const { code, errors } = await release.job(mode, { role: 'cto', 'brief-digest': '' });
    expect(code).toBe(1);
    expect(errors.join()).toContain('BRIEF_DIGEST_MISSING');
  }
  release.delete();
});

describe('in attempt 2', () => {
  test('approvals of attempt 1 do not count, and all jobs have to be run again', async () => {
    const release = await signed();
    await release.again();
    const { closing } = await release.job('collect');
    expect(closing).toMatchObject([
      {
        id: 'sign-off.cto',
        because: expect.stringContaining('given in attempt 1, and this is attempt 2; re-run all jobs'),
      },
      { id: 'sign-off.qa-lead' },
    ]);
    release.delete();
  });

  test('the same people approve the new brief, and that counts', async () => {
    const release = await signed();
    await release.again();
    await release.job('brief');
    expect(release.brief().baseline).toHaveLength(2);
    await release.approve('cto', 'anna');
    await release.approve('qa-lead', 'mira', 'load figures are fine');
    expect(await release.job('collect')).toMatchObject({ code: 0, closing: [] });
    release.delete();
  });

  test('production does not begin by the signatures of attempt 1', async () => {
    const release = await signed();
    await release.again();
    const { closing } = await release.job('confirm', collected);
    expect(closing).toMatchObject([
      { id: 'sign-off.this-attempt', because: expect.stringContaining('Re-run all jobs') },
    ]);
    release.delete();
  });

  test('what the signatures of attempt 1 have begun is finished by them, as long as it is the same', async () => {
    const release = await signed();
    expect(await release.job('confirm', collected)).toMatchObject({ code: 0 });
    await release.again();
    const { code, checks } = await release.job('confirm', collected);
    expect(code).toBe(0);
    expect(checks).toContainEqual(
      expect.objectContaining({
        id: 'sign-off.this-attempt',
        because: expect.stringContaining('finishes what these signatures began in attempt 1'),
      }),
    );
    await release.plan(aPlan('DROP TABLE trucks'));
    const { closing } = await release.job('confirm', collected);
    expect(closing).toMatchObject([{ id: 'sign-off.brief-unchanged' }]);
    release.delete();
  });

  test('a team that relaxes it goes on by the same brief, and the relaxation shows', async () => {
    const release = await signed('  allow: [approval-of-earlier-attempt]\n');
    await release.again();
    const { code, checks } = await release.job('collect');
    expect(code).toBe(0);
    expect(checks[0]).toMatchObject({ measured: { by: 'anna', relaxed: ['approval-of-earlier-attempt'] } });
    expect(await release.job('confirm', collected)).toMatchObject({ code: 0 });
    release.delete();
  });
});

test('who ran it again does not sign', async () => {
  const release = await aSigning(cloud);
  const reviewers = [{ type: 'User', name: 'anna' }];
  // GitHub would keep her from it; whoever relaxes self-review has opened that gate.
  const relaxed = { ...protectedEnvironment, name: 'golive-cto', reviewers, prevent_self_review: false };
  await release.control('environments', relaxed);
  await release.again('anna');
  await release.job('brief');
  await release.approve('cto', 'anna');
  const { closing } = await release.job('collect');
  expect(closing).toMatchObject([
    { id: 'sign-off.cto', because: expect.stringContaining('anna started this run') },
    { id: 'sign-off.qa-lead' },
  ]);
  release.delete();
});

describe('a role of a team', () => {
  const team = async () => {
    const release = await aSigning(cloud);
    await release.control('teams', { org: 'acme', slug: 'quality', members: ['mira'] });
    const reviewers = [{ type: 'Team', name: 'quality' }];
    await release.control('environments', { ...protectedEnvironment, name: 'golive-qa-lead', reviewers });
    await release.job('brief');
    await release.approve('cto', 'anna');
    await release.approve('qa-lead', 'mira');
    return release;
  };

  test('is signed by its members, as far as the token may ask', async () => {
    const release = await team();
    const { code, checks } = await release.job('collect', {}, { actions: 'read', contents: 'read', members: 'read' });
    expect(code).toBe(0);
    expect(checks.map(({ id }) => id)).toEqual(['sign-off.cto', 'sign-off.qa-lead']);
    release.delete();
  });

  test('is signed with a warning where the token may not ask', async () => {
    const release = await team();
    const { code, checks } = await release.job('collect', {}, { actions: 'read', contents: 'read' });
    expect(code).toBe(0);
    expect(checks).toContainEqual(
      expect.objectContaining({ id: 'sign-off.team', subject: 'qa-lead', verdict: 'warn' }),
    );
    release.delete();
  });
});

test('an outsider, who passed as an administrator or is no reviewer any more, does not sign', async () => {
  const release = await signed();
  await release.control('environments', {
    ...protectedEnvironment,
    name: 'golive-cto',
    reviewers: [{ type: 'User', name: 'zoe' }],
  });
  const { closing } = await release.job('collect');
  expect(closing).toMatchObject([
    { id: 'sign-off.cto', because: expect.stringContaining('anna is not among the reviewers') },
  ]);
  release.delete();
});

test('approvals that cannot be read close the gate without a verdict about anybody', async () => {
  const release = await signed();
  const { closing } = await release.job('collect', {}, { contents: 'read' });
  expect(closing).toMatchObject([{ verdict: 'inconclusive' }, { verdict: 'inconclusive' }]);
  release.delete();
});

test('a brief whose changes cannot be read asks nobody', async () => {
  const release = await aSigning(cloud);
  const { code, closing } = await release.job(
    'brief',
    {},
    { actions: 'read', contents: 'read', checks: 'read', statuses: 'read' },
  );
  expect(code).toBe(1);
  expect(closing.map(({ subject }) => subject)).toContain('commits since the last release');
  release.delete();
});
