import { worst } from '#shared/evidence/check';
import { allRequired, judgeRequiredChecks } from '../../src/gates/judge-required-checks.ts';
import { judgeTagRules } from '../../src/gates/judge-tag-rules.ts';
import type { CheckRun, Reported } from '../../src/gates/read-check-runs.ts';
import type { RequiredCheck, Ruleset } from '../../src/gates/read-rules.ts';
import { relaxed } from '../../src/gates/relaxed.ts';
import type { Relaxation } from '../../src/relaxations.ts';

const at = '2026-11-23T12:00:00.000Z';
const commit = 'c'.repeat(40);
const unreadable = { kind: 'unreadable', why: 'GET it answered 403; it wants a token with checks: read' } as const;
const beyondPlan = {
  kind: 'unreadable',
  status: 403,
  why: 'GET it answered 403 (Upgrade to GitHub Pro or make this repository public to enable this feature.)',
} as const;

const aRun = (change: Partial<CheckRun> = {}): CheckRun => ({
  id: 1,
  name: 'checks',
  status: 'completed',
  conclusion: 'success',
  started_at: at,
  app: { id: 15368, slug: 'github-actions' },
  ...change,
});

const required: RequiredCheck = { name: 'checks', source: 'rulesets of main' };

function outcome(
  runs: readonly CheckRun[],
  one: RequiredCheck = required,
  statuses: Reported['statuses'] = { kind: 'found', value: [] },
) {
  const reported: Reported = { runs: { kind: 'found', value: runs }, statuses };
  const of = { branch: 'main', allow: [] };
  return judgeRequiredChecks(commit, { kind: 'found', value: [one] }, [one], reported, of, at);
}

test('a required check that succeeded opens the gate', () => {
  expect(outcome([aRun()])).toMatchObject([{ id: 'gate.required-checks', subject: 'checks', verdict: 'pass' }]);
});

test.each(['skipped', 'neutral', 'failure', 'cancelled', 'timed_out', 'action_required', 'stale'])(
  'a required check that ended as %s is not success',
  (conclusion) => {
    expect(outcome([aRun({ conclusion })])).toMatchObject([
      { verdict: 'fail', measured: conclusion, because: expect.stringContaining('only success counts') },
    ]);
  },
);

test('a required check that still runs closes the gate', () => {
  expect(outcome([aRun({ status: 'in_progress', conclusion: null })])).toMatchObject([
    { verdict: 'fail', because: expect.stringContaining('has not ended') },
  ]);
});

test('a required check that nobody reported closes the gate', () => {
  expect(outcome([aRun({ name: 'another' })])).toMatchObject([
    { verdict: 'fail', because: expect.stringContaining('never reported') },
  ]);
});

test('the latest attempt of a check counts, whichever is listed first', () => {
  const failed = aRun({ id: 2, started_at: '2026-11-23T13:00:00Z', conclusion: 'failure' });
  expect(outcome([failed, aRun()])).toMatchObject([{ verdict: 'fail' }]);
  expect(outcome([aRun({ id: 3, started_at: '2026-11-23T14:00:00Z' }), failed])).toMatchObject([{ verdict: 'pass' }]);
});

test('a check of the same name by another app does not count where the rule pins the app', () => {
  const pinned = { ...required, app: 15368 };
  const impostor = aRun({ app: { id: 99, slug: 'impostor' } });
  expect(outcome([impostor], pinned)).toMatchObject([
    { verdict: 'fail', because: expect.stringContaining('impostor') },
  ]);
  expect(outcome([impostor, aRun({ id: 2, conclusion: 'failure' })], pinned)).toMatchObject([{ verdict: 'fail' }]);
});

test('a commit status counts where no check run has the name', () => {
  const status = (state: string) => ({ kind: 'found', value: [{ context: 'checks', state }] }) as const;
  expect(outcome([], required, status('success'))).toMatchObject([{ verdict: 'pass' }]);
  expect(outcome([], required, status('pending'))).toMatchObject([{ verdict: 'fail' }]);
});

test('a commit status cannot prove that a pinned app set it', () => {
  const status = { kind: 'found', value: [{ context: 'checks', state: 'success' }] } as const;
  expect(outcome([], { ...required, app: 15368 }, status)).toMatchObject([{ verdict: 'inconclusive' }]);
});

test('what a branch requires and golive.yml names is asked once, pinned where either pins it', () => {
  const pinned = { ...required, app: 15368 };
  expect(allRequired({ kind: 'found', value: [required, pinned] }, ['checks', 'audit'])).toEqual([
    pinned,
    { name: 'audit', source: 'golive.yml' },
  ]);
});

const nothingRequired = (allow: readonly Relaxation[]) =>
  judgeRequiredChecks(
    commit,
    { kind: 'found', value: [] },
    [],
    { runs: { kind: 'found', value: [] }, statuses: { kind: 'found', value: [] } },
    { branch: 'main', allow },
    at,
  );

test('a branch that requires no check at all closes the gate, unless that is allowed by name', () => {
  expect(nothingRequired([])).toMatchObject([{ id: 'gate.required-checks', verdict: 'fail' }]);
  expect(nothingRequired(['no-required-checks'])).toMatchObject([{ verdict: 'warn' }]);
});

test.each([
  ['the rules', unreadable, { runs: { kind: 'found', value: [aRun()] }, statuses: { kind: 'found', value: [] } }],
  [
    'the check runs',
    { kind: 'found', value: [required] },
    { runs: unreadable, statuses: { kind: 'found', value: [] } },
  ],
  ['the statuses', { kind: 'found', value: [required] }, { runs: { kind: 'found', value: [] }, statuses: unreadable }],
] as const)('%s, unread, close the gate with the permission that would tell', (_, ofBranch, reported) => {
  const checks = judgeRequiredChecks(commit, ofBranch, [required], reported, { branch: 'main', allow: [] }, at);
  expect(checks).toMatchObject([{ verdict: 'inconclusive', because: expect.stringContaining('checks: read') }]);
});

test('on a plan without rulesets the checks that golive.yml names are the ones that count', () => {
  const reported: Reported = { runs: { kind: 'found', value: [aRun()] }, statuses: { kind: 'found', value: [] } };
  const named = allRequired(beyondPlan, ['checks']);
  const of = { branch: 'main', allow: [] };
  expect(judgeRequiredChecks(commit, beyondPlan, named, reported, of, at)).toMatchObject([{ verdict: 'pass' }]);
  expect(judgeRequiredChecks(commit, beyondPlan, [], reported, of, at)).toMatchObject([{ verdict: 'fail' }]);
});

const aRuleset = (change: Partial<Ruleset> = {}): Ruleset => ({
  id: 1,
  name: 'release tags',
  target: 'tag',
  enforcement: 'active',
  bypass_actors: [],
  conditions: { ref_name: { include: ['refs/tags/v*'], exclude: [] } },
  rules: [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }],
  ...change,
});

const judgeRulesets = (...rulesets: Ruleset[]) =>
  judgeTagRules({ kind: 'found', value: rulesets }, { tagPolicy: 'v*', allow: [] }, at);

test('rulesets that restrict creation, moves and deletion to nobody pass', () => {
  expect(judgeRulesets(aRuleset())).toMatchObject([
    { id: 'gate.tag-ruleset', verdict: 'pass' },
    { id: 'gate.tag-bypass', verdict: 'pass' },
  ]);
});

test.each([
  ['no ruleset', []],
  ['one that is not in force', [aRuleset({ enforcement: 'evaluate' })]],
  ['one for branches', [aRuleset({ target: 'branch' })]],
  ['one for other tags', [aRuleset({ conditions: { ref_name: { include: ['refs/tags/release-*'], exclude: [] } } })]],
  [
    'one with an exception',
    [aRuleset({ conditions: { ref_name: { include: ['~ALL'], exclude: ['refs/tags/v1*'] } } })],
  ],
  ['one that lets tags move', [aRuleset({ rules: [{ type: 'creation' }, { type: 'deletion' }] })]],
])('release tags are open under %s', (_, rulesets) => {
  expect(judgeRulesets(...rulesets)).toMatchObject([{ id: 'gate.tag-ruleset', verdict: 'fail' }]);
});

test('two rulesets may share what one would do', () => {
  const makers = aRuleset({
    rules: [{ type: 'creation' }],
    bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole' }],
  });
  const frozen = aRuleset({ id: 2, rules: [{ type: 'update' }, { type: 'deletion' }] });
  expect(worst(judgeRulesets(makers, frozen).map(({ verdict }) => verdict))).toBe('pass');
});

test('whoever may move tags past the rulesets is named', () => {
  const loose = aRuleset({ bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole' }] });
  expect(judgeRulesets(loose)).toMatchObject([
    { verdict: 'pass' },
    { id: 'gate.tag-bypass', verdict: 'warn', because: expect.stringContaining('RepositoryRole 5') },
  ]);
});

test('a token that is not told who may bypass says which one would be', () => {
  const { bypass_actors: _, ...silent } = aRuleset();
  expect(judgeRulesets(silent)).toMatchObject([
    { verdict: 'pass' },
    { id: 'gate.tag-bypass', verdict: 'warn', because: expect.stringContaining('administration: write') },
  ]);
});

test('rulesets that cannot be read close the gate', () => {
  expect(judgeTagRules(unreadable, { tagPolicy: 'v*', allow: [] }, at)).toMatchObject([{ verdict: 'inconclusive' }]);
});

test('a plan without rulesets is closed until no-tag-ruleset is allowed by name', () => {
  expect(judgeTagRules(beyondPlan, { tagPolicy: 'v*', allow: [] }, at)).toMatchObject([{ verdict: 'fail' }]);
  expect(judgeTagRules(beyondPlan, { tagPolicy: 'v*', allow: ['no-tag-ruleset'] }, at)).toMatchObject([
    { verdict: 'warn' },
  ]);
});

test('each relaxation in force is reported once', () => {
  expect(relaxed(['author-signs', 'self-review', 'author-signs'], at)).toMatchObject([
    { id: 'gate.relaxed', subject: 'author-signs', verdict: 'warn' },
    { id: 'gate.relaxed', subject: 'self-review', verdict: 'warn' },
  ]);
});
