import { report } from '../src/report.ts';
import { judgeApprovals } from '../src/signatures/judge-approvals.ts';
import type { Approval } from '../src/signatures/read-approvals.ts';

const at = '2026-11-23T12:00:00.000Z';
const gates = [{ role: 'qa-lead', environment: 'golive-qa-lead', reviewed: true }];

const anApproval = (change: Partial<Approval> = {}): Approval => ({
  environments: [{ name: 'golive-qa-lead' }],
  state: 'approved',
  user: { login: 'mira' },
  comment: 'Load figures are fine',
  ...change,
});

const judge = (...approvals: Approval[]) => judgeApprovals(gates, { kind: 'found', value: approvals }, at);

test('an approval is a signature, with its author and comment', () => {
  expect(judge(anApproval())).toMatchObject([
    {
      id: 'sign-off.qa-lead',
      verdict: 'pass',
      measured: 'mira',
      because: 'mira signed as qa-lead, saying “Load figures are fine”',
    },
  ]);
});

test('an approval of another environment is nobody else’s signature', () => {
  expect(judge(anApproval({ environments: [{ name: 'production' }] }))).toMatchObject([
    { verdict: 'fail', because: expect.stringContaining('nobody signed') },
  ]);
});

test('a refusal counts, whatever was approved before or after it', () => {
  expect(judge(anApproval(), anApproval({ state: 'rejected', user: { login: 'noa' }, comment: '' }))).toMatchObject([
    { verdict: 'fail', because: 'noa refused to sign as qa-lead' },
  ]);
});

test('a refusal is told before the signatures that are missing', () => {
  const all = [{ role: 'cto', environment: 'golive-cto', reviewed: true }, ...gates];
  const checks = judgeApprovals(all, { kind: 'found', value: [anApproval({ state: 'rejected' })] }, at);
  expect(checks.map((one) => one.subject)).toEqual(['qa-lead', 'cto']);
});

test('a pending approval is no signature', () => {
  expect(judge(anApproval({ state: 'pending' }))).toMatchObject([{ verdict: 'fail' }]);
});

test('approvals that cannot be read are inconclusive', () => {
  expect(judgeApprovals(gates, { kind: 'unreadable', why: 'answered 502' }, at)).toMatchObject([
    { verdict: 'inconclusive' },
  ]);
});

test('who signed goes out as JSON, role by role', () => {
  expect(report('Signatures', { because: 'one role signs' }, judge(anApproval())).outputs).toEqual({
    verdict: 'pass',
    approvals: '{"qa-lead":"mira"}',
  });
});
