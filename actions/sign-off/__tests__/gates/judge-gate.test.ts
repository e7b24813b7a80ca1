import { worst } from '#shared/evidence/check';
import { askGitHubItself } from '#shared/github/rest';
import { judgeGate } from '../../src/gates/judge-gate.ts';
import type { GateView } from '../../src/gates/read-environments.ts';
import { readServerVersion } from '../../src/gates/read-repository.ts';
import { definition } from '../../src/inputs.ts';
import { plan } from '../../src/plan.ts';
import { aGitHub, anEnvironment, anInput, aView, type FakeGitHub } from '../builders.ts';

const at = '2026-11-23T12:00:00.000Z';
const rules = { tagPolicy: 'v*', allow: [], reviewers: {}, isPrivate: false, server: undefined };
const judge = (view: GateView) => judgeGate(view, rules, at);
const closing = (view: GateView) => judge(view).filter((one) => one.verdict !== 'pass');
const withEnvironment = (change: Parameters<typeof anEnvironment>[0]) =>
  aView({ environment: { kind: 'found', value: anEnvironment(change) } });

test('each role has an environment of its own, beside production and rollback', () => {
  const decision = plan(anInput({ roles: ['cto', 'cto', 'ceo'], environments: ['production', 'rollback'] }));
  expect(decision).toMatchObject({
    kind: 'verify',
    gates: [
      { environment: 'golive-cto', reviewed: true },
      { environment: 'golive-ceo', reviewed: true },
      { environment: 'production', reviewed: false },
      { environment: 'rollback', reviewed: true },
    ],
  });
});

test('the environment of production is a gate, whatever the list says', () => {
  const decision = plan(anInput({ environments: ['rollback'] }));
  expect(decision).toMatchObject({
    gates: [{ environment: 'golive-qa-lead' }, { environment: 'rollback' }, { environment: 'production' }],
  });
});

test('a protected environment passes every check', () => {
  expect(worst(judge(aView()).map((one) => one.verdict))).toBe('pass');
  expect(judge(aView()).map((one) => one.id)).toEqual([
    'gate.exists',
    'gate.reviewers',
    'gate.self-review',
    'gate.admin-bypass',
    'gate.tags',
  ]);
});

test('an environment that does not exist is refused before a job can create it unprotected', () => {
  expect(closing(aView({ environment: { kind: 'missing' } }))).toMatchObject([
    { id: 'gate.exists', verdict: 'fail', because: expect.stringContaining('create it unprotected') },
  ]);
});

test('an environment that cannot be read is inconclusive, never a pass', () => {
  expect(closing(aView({ environment: { kind: 'unreadable', why: 'answered 403' } }))).toMatchObject([
    { id: 'gate.exists', verdict: 'inconclusive', because: expect.stringContaining('403') },
  ]);
});

test('a reviewer rule without reviewers protects nothing', () => {
  const rules = [{ type: 'required_reviewers', prevent_self_review: true, reviewers: [] }];
  expect(closing(withEnvironment({ protection_rules: rules }))).toMatchObject([{ id: 'gate.reviewers' }]);
});

test('a gate that lets people approve themselves is closed', () => {
  const rules = [{ type: 'required_reviewers', prevent_self_review: false, reviewers: [{ type: 'Team' }] }];
  expect(closing(withEnvironment({ protection_rules: rules }))).toMatchObject([{ id: 'gate.self-review' }]);
});

test('a gate that administrators can bypass is closed', () => {
  expect(closing(withEnvironment({ can_admins_bypass: true }))).toMatchObject([{ id: 'gate.admin-bypass' }]);
});

test('when GitHub does not say whether administrators can bypass, the gate is closed', () => {
  const { can_admins_bypass: _, ...silent } = anEnvironment();
  expect(closing(aView({ environment: { kind: 'found', value: silent } }))).toMatchObject([
    { id: 'gate.admin-bypass', verdict: 'inconclusive' },
  ]);
});

test.each([
  ['no policy at all', withEnvironment({ deployment_branch_policy: null }), 'fail'],
  [
    'a branch of the same name',
    aView({ policies: { kind: 'found', value: [{ id: 1, name: 'v*', type: 'branch' }] } }),
    'fail',
  ],
  [
    'another tag',
    aView({
      policies: {
        kind: 'found',
        value: [
          { id: 1, name: 'v*', type: 'tag' },
          { id: 2, name: '*', type: 'tag' },
        ],
      },
    }),
    'fail',
  ],
  ['an empty list', aView({ policies: { kind: 'found', value: [] } }), 'fail'],
  ['a list that cannot be read', aView({ policies: { kind: 'unreadable', why: 'answered 500' } }), 'inconclusive'],
])('a gate that must admit tags v* only is closed by %s', (_, view, verdict) => {
  expect(closing(view)).toMatchObject([{ id: 'gate.tags', verdict }]);
});

test('production needs no reviewers of its own, since every job of a release would ask them again', () => {
  const open = anEnvironment({ protection_rules: [{ type: 'branch_policy' }] });
  const gate = { environment: 'production', reviewed: false };
  expect(closing(aView({ gate, environment: { kind: 'found', value: open } }))).toEqual([]);
});

test('a quorum that asks for more roles than it names is refused', () => {
  const given = { mode: 'collect', roles: ['cto'], 'github-token': 't', quorum: [{ of: ['cto', 'cto'], need: 2 }] };
  expect(definition.inputs.safeParse(given).success).toBe(false);
});

test('a role that does not sign cannot be shown anything to sign', () => {
  expect(plan(anInput({ mode: 'sign', role: 'intern' }))).toMatchObject({
    kind: 'refuse',
    because: 'intern is no role that signs',
  });
});

test('the version of a server is asked of the server itself, and github.com has none', async () => {
  await using server = await aGitHub({ '/meta': [[200, { installed_version: '3.9.1' }]] });
  await using gitHub = await aGitHub({ '/meta': [[200, { verifiable_password_authentication: false }]] });
  const version = ({ apiUrl }: FakeGitHub) =>
    readServerVersion(
      askGitHubItself({
        action: 'sign-off',
        apiUrl,
        repository: 'acme/fleet',
        token: 'secret',
        signal: new AbortController().signal,
        sleep: async () => {},
      }),
    );
  expect([await version(server), await version(gitHub)]).toEqual(['3.9.1', undefined]);
});

test('in a private repository without reviewers it is said that they need GitHub Enterprise', () => {
  const open = aView({ environment: { kind: 'found', value: anEnvironment({ protection_rules: [] }) } });
  expect(judgeGate(open, { ...rules, isPrivate: true }, at).find(({ id }) => id === 'gate.reviewers')).toMatchObject({
    verdict: 'fail',
    because: expect.stringMatching(/GitHub Enterprise.*docs\/gates\.md/),
  });
});

test('a server too old to keep people from approving themselves says what does it instead', () => {
  const { can_admins_bypass: _, ...silent } = anEnvironment({
    protection_rules: [{ type: 'required_reviewers', reviewers: [{ type: 'User' }] }],
  });
  const view = aView({ environment: { kind: 'found', value: silent } });
  const checks = judgeGate(view, { ...rules, server: '3.9.1' }, at).filter(({ verdict }) => verdict !== 'pass');
  expect(checks).toMatchObject([
    {
      id: 'gate.self-review',
      verdict: 'warn',
      because: expect.stringContaining('refused when signatures are collected'),
    },
    { id: 'gate.admin-bypass', verdict: 'warn', because: expect.stringContaining('leaves no approval') },
  ]);
});
