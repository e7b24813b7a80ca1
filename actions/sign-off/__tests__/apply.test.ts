import { askGitHub } from '#shared/github/rest';
import { readEnvironments } from '../src/gates/read-environments.ts';
import { readApprovals } from '../src/signatures/read-approvals.ts';
import { aGitHub, anEnvironment, type FakeGitHub } from './builders.ts';

const base = '/repos/acme/fleet';
const asking = (github: FakeGitHub, signal = new AbortController().signal) =>
  askGitHub({
    action: 'sign-off',
    apiUrl: github.apiUrl,
    repository: 'acme/fleet',
    token: 'secret',
    signal,
    sleep: async () => {},
  });

test('an environment is read together with its tag policies', async () => {
  await using github = await aGitHub({
    [`${base}/environments/golive-cto`]: [[200, anEnvironment({ name: 'golive-cto' })]],
    [`${base}/environments/golive-cto/deployment-branch-policies?per_page=100&page=1`]: [
      [200, { total_count: 1, branch_policies: [{ id: 1, name: 'v*', type: 'tag' }] }],
    ],
  });
  expect(await readEnvironments(asking(github), [{ environment: 'golive-cto', reviewed: true }])).toMatchObject([
    { environment: { kind: 'found' }, policies: { kind: 'found', value: [{ name: 'v*', type: 'tag' }] } },
  ]);
});

test('a name with a slash stays one environment', async () => {
  await using github = await aGitHub({});
  await readEnvironments(asking(github), [{ environment: 'eu/production', reviewed: true }]);
  expect(github.asked).toEqual([`${base}/environments/eu%2Fproduction`]);
});

test('a server that stumbles is asked again', async () => {
  await using github = await aGitHub({
    [`${base}/actions/runs/7/approvals`]: [
      [502, {}],
      [200, []],
    ],
  });
  expect(await readApprovals(asking(github), '7')).toEqual({ kind: 'found', value: [] });
});

test('a refusal is not asked again, and stays unreadable', async () => {
  await using github = await aGitHub({ [`${base}/actions/runs/7/approvals`]: [[403, {}]] });
  expect(await readApprovals(asking(github), '7')).toMatchObject({
    kind: 'unreadable',
    why: expect.stringContaining('403'),
  });
  expect(github.asked).toHaveLength(1);
});

test('an answer of another shape is unreadable, and says where', async () => {
  await using github = await aGitHub({ [`${base}/actions/runs/7/approvals`]: [[200, [{ state: 'approved' }]]] });
  expect(await readApprovals(asking(github), '7')).toMatchObject({
    kind: 'unreadable',
    why: expect.stringContaining('0.environments'),
  });
});

test('a cancelled run stops asking', async () => {
  await using github = await aGitHub({ [`${base}/actions/runs/7/approvals`]: [[502, {}]] });
  await expect(readApprovals(asking(github, AbortSignal.abort()), '7')).rejects.toThrow();
});
