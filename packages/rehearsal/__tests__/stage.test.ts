import { join } from 'node:path';
import { aCloud, type RunningCloud } from '../../local-cloud/__tests__/a-cloud.ts';
import type { LocalCloud } from '../src/stage/cloud.ts';
import { gatesOf } from '../src/stage/gates.ts';
import { furnishGitHub } from '../src/stage/github.ts';
import { peopleFor } from '../src/stage/people.ts';
import { readRepository } from '../src/stage/repository.ts';
import { registerJob, registerRun } from '../src/stage/run-registry.ts';
import { triggerOf } from '../src/stage/trigger.ts';
import type { Workflow } from '../src/workflow/model.ts';

const { repository } = readRepository(join(__dirname, '../../../examples/coldchain'));
const sha = 'c'.repeat(40);
const pushed = triggerOf({ triggers: { push: null } } as unknown as Workflow, repository.tag, 'main', 'push');
let running: RunningCloud;
let cloud: Pick<LocalCloud, 'control'> & LocalCloud;

beforeAll(async () => {
  running = await aCloud();
  cloud = {
    addresses: running,
    control: async (what, body) => (await running.control('POST', what, body)).body as Record<string, unknown>,
    journal: async () => [],
    clearFaults: async () => undefined,
    stop: () => running.stop(),
  };
  await furnishGitHub(cloud, repository, sha, { 'golive-ceo': null, 'golive-cto': { reviewers: [] } });
  await cloud.control('github/tokens', { token: 'reader' });
});
afterAll(() => running.stop());

// biome-ignore lint/suspicious/noExplicitAny: read as GitHub documents it
async function ask(path: string): Promise<any> {
  const response = await fetch(`${running.github}/repos/${repository.name}${path}`, {
    headers: { authorization: 'Bearer reader' },
  });
  return response.json();
}

test('everybody who signs is somebody else, and neither wrote the commit nor pushed the tag', () => {
  const { signers, author, manager, outsider, admin } = repository.people;
  const all = [...Object.values(signers), author, manager, outsider, admin];
  expect(new Set(all).size).toBe(8 + 4);
  expect(Object.keys(signers)).not.toContain(author);
});

test('whom the application names as reviewers signs in the rehearsal, and nobody else gets their name', () => {
  const { signers } = peopleFor(['cto', 'ceo'], { ceo: ['minseo', 'pavel'] });
  expect(signers).toEqual({ cto: 'jonas', ceo: 'minseo' });
});

test('the tag is an annotated one on a commit of main, ahead of the tag that production runs', async () => {
  const { object } = await ask(`/git/ref/tags/${repository.tag}`);
  expect(object.type).toBe('tag');
  expect((await ask(`/git/tags/${object.sha}`)).object.sha).toBe(sha);
  expect(await ask(`/compare/${sha}...main`)).toMatchObject({ status: 'identical' });
  const [deployed] = await ask('/deployments?environment=production');
  expect(deployed.ref).toBe(repository.previousTag);
  expect(await ask(`/compare/${deployed.sha}...${repository.tag}`)).toMatchObject({
    status: 'ahead',
    total_commits: 3,
  });
});

test('what main requires has succeeded on the commit', async () => {
  const rules: { type: string; parameters: { required_status_checks: { context: string }[] } }[] =
    await ask('/rules/branches/main');
  const [required] =
    rules.find(({ type }) => type === 'required_status_checks')?.parameters.required_status_checks ?? [];
  expect((await ask(`/commits/${sha}/check-runs`)).check_runs).toMatchObject([
    { name: required?.context, conclusion: 'success' },
  ]);
});

test('a drill can take an environment away, or its reviewers', async () => {
  expect(await ask('/environments/golive-ceo')).toMatchObject({ message: 'Not Found' });
  expect((await ask('/environments/golive-cto')).protection_rules).toEqual([
    expect.objectContaining({ type: 'branch_policy' }),
  ]);
  expect((await ask('/environments/golive-qa-lead')).protection_rules).toMatchObject([
    { type: 'required_reviewers', prevent_self_review: true },
    { type: 'branch_policy' },
  ]);
});

test('a job that waits for its review is a deployment, which ends as the job does; one that says so is none', async () => {
  if (typeof pushed === 'string') throw new Error(pushed);
  const run = { id: 7, attempt: 1, sha, trigger: pushed, name: 'Release', path: '.github/workflows/release.yml' };
  await registerRun(cloud, repository, run);
  const sign = async () => ({ approved: true, comment: 'fine' });
  const { gate, deploymentOf } = gatesOf(cloud, repository, run, sign);
  const { signal } = new AbortController();
  const [job, environment] = ['release / migrate', 'rollback'];
  const url = 'https://github.com/example/coldchain/actions/runs/7';
  expect(await gate({ environment, job, deploys: true, url }, signal)).toMatchObject({ open: true });
  await registerJob(cloud, repository, run, job, { result: 'success', outputs: {} }, deploymentOf(job));
  const [made] = await ask('/deployments?environment=rollback');
  expect(made).toMatchObject({ ref: repository.tag, sha });
  const statuses = await ask(`/deployments/${made.id}/statuses`);
  expect(statuses.map(({ state }: { state: string }) => state)).toEqual(['success', 'in_progress', 'waiting']);
  expect(statuses[1]).toMatchObject({ environment_url: url });
  await gate({ environment: 'golive-qa-lead', job: 'release / sign-off', deploys: false }, signal);
  expect(await ask('/deployments?environment=golive-qa-lead')).toEqual([]);
  expect((await ask('/actions/runs/7/jobs')).jobs).toMatchObject([
    { name: job, conclusion: 'success', run_attempt: 1 },
  ]);
});
