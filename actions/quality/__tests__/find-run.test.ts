import type { Answer, Ask } from '#shared/github/rest';
import { findRun } from '../src/find-run.ts';
import { definition } from '../src/inputs.ts';
import { plan } from '../src/plan.ts';

const commit = 'a'.repeat(40);
const aRun = (id: number, more: Record<string, unknown> = {}) => ({
  id,
  event: 'push',
  head_sha: commit,
  status: 'completed',
  conclusion: 'success',
  ...more,
});
const kept = { artifacts: [{ name: 'evidence-quality', expired: false }] };

/** GitHub, with these runs and what each kept; an answer that is a text is a reason why it cannot be read. */
function gitHub(runs: readonly unknown[] | string, artifacts: Readonly<Record<number, unknown>>): Ask {
  return async (path, schema) => {
    const id = /runs\/(\d+)\/artifacts/.exec(path)?.[1];
    const body = id === undefined ? runs : (artifacts[Number(id)] ?? { artifacts: [] });
    if (typeof body === 'string') return { kind: 'unreadable', why: body } satisfies Answer<never>;
    return { kind: 'found', value: schema.parse(id === undefined ? { workflow_runs: body } : body) };
  };
}
const find = (ask: Ask) => findRun(ask, { commit, artifact: 'evidence-quality', at: '2026-11-23T10:00:00Z' });

test('the newest successful run of the commit with evidence is found', async () => {
  expect(await find(gitHub([aRun(5), aRun(9), aRun(7)], { 5: kept, 7: kept }))).toMatchObject({
    runId: '7',
    check: { verdict: 'pass' },
  });
});

test.each([
  ['of a pull request', aRun(5, { event: 'pull_request' })],
  ['of another commit', aRun(5, { head_sha: 'b'.repeat(40) })],
])('a run %s says nothing about this commit', async (_what, run) => {
  const { check, runId } = await find(gitHub([run], { 5: kept }));
  expect(runId).toBeUndefined();
  expect(check).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('no run on main') });
});

test('a newer run that failed is not passed over for an older one', async () => {
  const runs = [aRun(5), aRun(7, { conclusion: 'failure' })];
  const { check, runId } = await find(gitHub(runs, { 5: kept, 7: kept }));
  expect(runId).toBeUndefined();
  expect(check).toMatchObject({ verdict: 'fail', because: 'run 7 measured this commit and ended in failure' });
});

test.each([
  ['still runs', gitHub([aRun(5, { status: 'in_progress', conclusion: null })], { 5: kept }), 'still measuring'],
  [
    'has lost its evidence',
    gitHub([aRun(5)], { 5: { artifacts: [{ name: 'evidence-quality', expired: true }] } }),
    'expired',
  ],
  ['cannot be listed', gitHub('GET answered 403', {}), '403'],
  ['cannot be looked into', gitHub([aRun(5)], { 5: 'GET answered 500' }), '500'],
])('a run that %s closes the gate', async (_what, ask, why) => {
  expect((await find(ask)).check).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining(why) });
});

test('where golive.yml asks nothing about quality, no run is looked for', () => {
  expect(plan(definition.inputs.parse({ mode: 'find' }))).toMatchObject({ kind: 'leave' });
});
