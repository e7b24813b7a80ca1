import { judgeTag } from '../../src/gates/judge-tag.ts';
import type { Candidate, Deployment, TagView } from '../../src/gates/read-tag.ts';

const at = '2026-11-23T12:00:00.000Z';
const commit = 'c'.repeat(40);
const candidate: Candidate = { tag: 'v1.3.0', ref: 'refs/tags/v1.3.0', commit };
const unreadable = { kind: 'unreadable', why: 'GET it answered 403; it wants a token with deployments: read' } as const;

const aDeployment = (change: Partial<Deployment> = {}): Deployment => ({
  id: 1,
  ref: 'v1.2.0',
  sha: 'b'.repeat(40),
  created_at: at,
  ...change,
});

/** A tag that is on main, has not moved, and contains what was deployed last. */
function aTagView(last: Deployment = aDeployment(), change: Partial<TagView> = {}): TagView {
  return {
    now: { kind: 'found', value: [commit] },
    againstBranch: { kind: 'found', value: 'behind' },
    deployments: { kind: 'found', value: [last] },
    deployed: { kind: 'found', value: last },
    deployedStands: { kind: 'found', value: 'behind' },
    ...change,
  };
}

const judge = (view: TagView, of: Candidate = candidate, allow: readonly 'older-release'[] = []) =>
  judgeTag(of, view, { branch: 'main', production: 'production', allow }, at);
const closing = (view: TagView, of?: Candidate) => judge(view, of).filter((one) => one.verdict !== 'pass');

test('a tag on main that is newer than what is deployed may be released', () => {
  expect(judge(aTagView()).map(({ id, verdict }) => [id, verdict])).toEqual([
    ['gate.tag-unmoved', 'pass'],
    ['gate.tag-on-main', 'pass'],
    ['gate.tag-newer', 'pass'],
  ]);
});

test('a tag that names another commit than when the run began is closed', () => {
  expect(closing(aTagView(undefined, { now: { kind: 'found', value: ['a'.repeat(40)] } }))).toMatchObject([
    { id: 'gate.tag-unmoved', verdict: 'fail', because: expect.stringMatching(/was ccccccc .* is aaaaaaa now/) },
  ]);
});

test('an annotated tag is the commit that its object names', () => {
  expect(closing(aTagView(undefined, { now: { kind: 'found', value: ['9'.repeat(40), commit] } }))).toEqual([]);
});

test('a tag that was deployed as another commit before is closed', () => {
  const moved = aDeployment({ id: 0, ref: 'v1.3.0', sha: 'd'.repeat(40) });
  const deployments = { kind: 'found', value: [aDeployment(), moved] } as const;
  expect(closing(aTagView(undefined, { deployments }))).toMatchObject([
    { id: 'gate.tag-unmoved', verdict: 'fail', because: expect.stringContaining('ddddddd') },
  ]);
});

test('a tag that was deleted is closed', () => {
  expect(closing(aTagView(undefined, { now: { kind: 'missing' } }))).toMatchObject([
    { id: 'gate.tag-unmoved', verdict: 'fail' },
  ]);
});

test('a run that was started by a branch releases nothing', () => {
  expect(closing(aTagView(), { ref: 'refs/heads/main', commit })).toMatchObject([
    { id: 'gate.tag-unmoved', verdict: 'fail', because: expect.stringContaining('no tag') },
  ]);
});

test.each(['ahead', 'diverged'] as const)('a commit that is %s of main is not on it', (value) => {
  expect(closing(aTagView(undefined, { againstBranch: { kind: 'found', value } }))).toMatchObject([
    { id: 'gate.tag-on-main', verdict: 'fail' },
  ]);
});

test.each([
  ['an older version', aDeployment({ ref: 'v1.10.0' }), {}],
  ['the same version of another commit', aDeployment({ ref: 'refs/tags/v1.3.0' }), {}],
  ['a commit that it does not contain', aDeployment(), { deployedStands: { kind: 'found', value: 'diverged' } }],
  ['a commit behind a branch', aDeployment({ ref: 'main' }), { deployedStands: { kind: 'found', value: 'ahead' } }],
] as const)('a tag is closed when it is released after %s', (_, last, change) => {
  const view = aTagView(last, change);
  expect(closing({ ...view, deployments: { kind: 'found', value: [] } })).toMatchObject([
    { id: 'gate.tag-newer', verdict: 'fail' },
  ]);
});

test('the release that was deployed last may be run again', () => {
  expect(closing(aTagView(aDeployment({ ref: 'v1.3.0', sha: commit })))).toEqual([]);
});

test('an older tag is let through by its relaxation, and the check says so', () => {
  expect(judge(aTagView(aDeployment({ ref: 'v2.0.0' })), candidate, ['older-release'])).toMatchObject([
    {},
    {},
    { id: 'gate.tag-newer', verdict: 'warn', because: expect.stringContaining('older-release') },
  ]);
});

test('the first release of all is newer than nothing', () => {
  const nothing = { deployments: { kind: 'found', value: [] }, deployed: { kind: 'missing' } } as const;
  expect(closing(aTagView(undefined, nothing))).toEqual([]);
});

test.each([
  ['the tag', { now: unreadable }, 'gate.tag-unmoved'],
  ['the branch', { againstBranch: unreadable }, 'gate.tag-on-main'],
  ['a branch that GitHub does not find', { againstBranch: { kind: 'missing' } }, 'gate.tag-on-main'],
  ['the deployments', { deployments: unreadable, deployed: unreadable }, 'gate.tag-newer'],
  [
    'deployments that GitHub does not find',
    { deployments: { kind: 'missing' }, deployed: { kind: 'missing' } },
    'gate.tag-newer',
  ],
  ['what was deployed', { deployedStands: unreadable }, 'gate.tag-newer'],
  ['a deployed commit that is gone', { deployedStands: { kind: 'missing' } }, 'gate.tag-newer'],
] as const)('%s, unread, closes the gate', (_, change, id) => {
  expect(closing(aTagView(undefined, change))).toMatchObject([{ id, verdict: 'inconclusive' }]);
});
