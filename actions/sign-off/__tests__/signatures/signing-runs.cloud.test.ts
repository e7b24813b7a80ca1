import type { RunningCloud } from '../../../../packages/shared/__tests__/running-cloud.ts';
import { aWorkspace } from '../../../../packages/shared/__tests__/runtime/a-run.ts';
import {
  aCloud,
  aGuardedRepository,
  type GuardedRepository,
  goliveYml,
  protectedEnvironment,
} from '../gates/a-guarded-repository.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await aCloud();
}, 60_000);
afterAll(() => cloud.stop());

const byWorkflow = { 'sign-by': 'workflow', reviewers: JSON.stringify({ 'qa-lead': ['mira'] }) };

/** A private repository of the team plan: its environments wait for nobody. */
async function withoutReviewers(): Promise<GuardedRepository> {
  const repository = await aGuardedRepository(cloud, { private: true, plan: 'team' });
  for (const name of ['golive-qa-lead', 'production', 'rollback'])
    await repository.control('environments', { ...protectedEnvironment, name, reviewers: [] });
  return repository;
}

test('where the plan has no reviewers, a role that signs by a workflow opens its gate with a warning', async () => {
  const { signOff } = await withoutReviewers();
  const { closing, checks } = await signOff(byWorkflow);
  expect(closing).toEqual([]);
  expect(checks.filter(({ id }) => id === 'gate.reviewers')).toMatchObject([
    { subject: 'golive-qa-lead', verdict: 'warn', because: expect.stringContaining('only collect holds back') },
    { subject: 'rollback', verdict: 'warn' },
  ]);
});

test('a role that signs by a workflow must have people named for it', async () => {
  const { signOff } = await withoutReviewers();
  expect((await signOff({ 'sign-by': 'workflow' })).closing).toMatchObject([
    { id: 'gate.reviewers', because: expect.stringContaining('sign-offs.reviewers.qa-lead') },
  ]);
});

test('gates are not given reviewers that the plan does not have', async () => {
  const { signOff } = await withoutReviewers();
  expect((await signOff({ ...byWorkflow, mode: 'plan' })).checks.map(({ verdict }) => verdict)).toEqual(
    Array(6).fill('pass'),
  );
});

/** A release up to its brief, and what `collect` says after `people` have started the signing workflow. */
async function collected(
  people: (short: string, run: (actor: string, title: string) => Promise<unknown>) => Promise<void>,
) {
  const { signOff, control } = await withoutReviewers();
  const { id } = await control('runs', { actor: 'release-manager', event: 'push' });
  const workspace = aWorkspace(goliveYml);
  const env = { GITHUB_RUN_ID: String(id), GITHUB_RUN_ATTEMPT: '1' };
  const of = { ...byWorkflow, 'evidence-from': '.golive/evidence' };
  try {
    const before = { actor: 'mira', event: 'workflow_dispatch', path: '.github/workflows/sign.yml' };
    await signOff({ ...of, mode: 'brief' }, { env, workspace });
    const [, digest = ''] = /digest<<.*\n([0-9a-f]{64})\n/.exec(workspace.read('output')) ?? [];
    const short = digest.slice(0, 12);
    await people(short, (actor, title) => control('runs', { ...before, actor, display_title: title }));
    const ofBrief = { ...of, 'brief-digest': digest };
    await signOff({ ...ofBrief, mode: 'sign', role: 'qa-lead' }, { env, workspace });
    const { checks } = await signOff({ ...ofBrief, mode: 'collect' }, { env, workspace });
    return checks.find(({ id: check }) => check === 'sign-off.qa-lead');
  } finally {
    workspace.delete();
  }
}

test('whoever starts the signing workflow for this brief has signed, with the comment', async () => {
  const check = await collected(async (short, run) => {
    await run('mira', `golive: qa-lead approves ${short}: figures are fine`);
  });
  expect(check).toMatchObject({ verdict: 'pass', because: expect.stringContaining('figures are fine') });
});

test.each([
  ['nobody started it', async () => {}, /nobody/],
  [
    'it was started for another brief',
    async (_: string, run) => void (await run('mira', 'golive: qa-lead approves 000000000000: fine')),
    /nobody/,
  ],
  [
    'a stranger started it',
    async (short, run) => void (await run('eve', `golive: qa-lead approves ${short}: fine`)),
    /eve is not among/,
  ],
  [
    'it was started to refuse',
    async (short, run) => void (await run('mira', `golive: qa-lead refuses ${short}: too slow`)),
    /refused/,
  ],
  [
    'a run of another name was started',
    async (short, run) => void (await run('mira', `golive: qa-lead approves ${short} and more`)),
    /nobody/,
  ],
] as [string, Parameters<typeof collected>[0], RegExp][])('nobody has signed when %s', async (_, people, because) => {
  expect(await collected(people)).toMatchObject({ verdict: 'fail', because: expect.stringMatching(because) });
});
