import type { Relaxation } from '../../src/relaxations.ts';
import { report } from '../../src/report.ts';
import type { Approval } from '../../src/signatures/approval.ts';
import type { Ballot } from '../../src/signatures/judge.ts';
import { anApproval, asked, digest, judged } from './a-ballot.ts';

const qa = asked(['qa-lead']);
const mira = anApproval('qa-lead', 'mira', { comment: 'Load figures are fine' });
const other = 'b'.repeat(64);

test('an approval is a signature, with its author, its comment and the brief that it is for', () => {
  expect(judged(qa, { approvals: [mira] })).toMatchObject([
    {
      id: 'sign-off.qa-lead',
      verdict: 'pass',
      measured: { by: 'mira', comment: 'Load figures are fine', brief: digest },
      because: 'mira signed as qa-lead, saying “Load figures are fine”',
    },
  ]);
});

test('an approval of another environment is nobody’s signature', () => {
  expect(judged(qa, { approvals: [anApproval('cto', 'mira')] })).toMatchObject([
    { verdict: 'fail', because: expect.stringContaining('nobody signed') },
  ]);
});

test('a refusal counts, whatever was approved before or after it, and is told first', () => {
  const approvals = [mira, anApproval('qa-lead', 'noa', { state: 'rejected' })];
  expect(judged(asked(['cto', 'qa-lead']), { approvals })).toMatchObject([
    { subject: 'qa-lead', verdict: 'fail', because: 'noa refused to sign as qa-lead' },
    { subject: 'cto', verdict: 'fail' },
  ]);
});

interface Closed {
  readonly name: string;
  readonly change: Partial<Ballot>;
  readonly words: string;
  readonly unless?: Relaxation;
}

const inAttempt2 = (change: Partial<Ballot>): Partial<Ballot> => ({
  attempt: 2,
  brief: { digest, attempt: 2, baseline: [mira] },
  shown: new Map([['qa-lead', { digest, attempt: 2 }]]),
  ...change,
});
const earlier = 'approval-of-earlier-attempt';

const closed: readonly Closed[] = [
  {
    name: 'the author of the commit',
    change: { barred: [{ login: 'Mira', as: 'author' }] },
    words: 'wrote the commit',
    unless: 'author-signs',
  },
  {
    name: 'whoever pushed the tag',
    change: { barred: [{ login: 'mira', as: 'pusher' }] },
    words: 'pushed the tag',
    unless: 'pusher-signs',
  },
  {
    name: 'whoever ran it again',
    change: { barred: [{ login: 'mira', as: 'starter' }] },
    words: 'started this run',
    unless: 'pusher-signs',
  },
  { name: 'a program', change: { approvals: [{ ...mira, bot: true }] }, words: 'the account of a program' },
  {
    name: 'an outsider',
    change: { standing: () => ({ kind: 'stranger', because: 'mira is not among them' }) },
    words: 'not among',
  },
  {
    name: 'a brief of another digest',
    change: { shown: new Map([['qa-lead', { digest: other, attempt: 1 }]]) },
    words: 'what was shown is bbbbbbbbbbbb, and the brief is aaaaaaaaaaaa; re-run all jobs',
  },
  { name: 'no brief at all', change: { shown: new Map() }, words: 'no evidence that it showed the brief' },
  {
    name: 'an approval of attempt 1 in attempt 2, whose job was not run again',
    change: inAttempt2({ shown: new Map([['qa-lead', { digest, attempt: 1 }]]) }),
    words: 'given in attempt 1, and this is attempt 2; re-run all jobs',
    unless: earlier,
  },
  {
    name: 'an approval of attempt 1 in attempt 2, whose job was run again without being asked for',
    change: inAttempt2({}),
    words: "before this attempt's brief",
    unless: earlier,
  },
  {
    name: 'a brief that attempt 2 did not write anew',
    change: inAttempt2({ brief: { digest, attempt: 1, baseline: [] } }),
    words: 'given in attempt 1',
    unless: earlier,
  },
];

test.each(closed)('a signature does not count by $name', ({ change, words }) => {
  expect(judged(qa, { approvals: [mira], ...change })).toMatchObject([
    { verdict: 'fail', because: expect.stringContaining(words) },
  ]);
});

test.each(closed.filter(({ unless }) => unless))(
  'the rule about $name can be relaxed by its name, and that shows',
  ({ change, unless }) => {
    const checks = judged(asked(['qa-lead'], { allow: unless ? [unless] : [] }), { approvals: [mira], ...change });
    expect(checks).toMatchObject([
      { verdict: 'pass', because: expect.stringContaining(`${unless} is relaxed`), measured: { relaxed: [unless] } },
    ]);
  },
);

test('an approval for another brief is not saved by relaxing the attempt', () => {
  const allow = ['approval-of-earlier-attempt'] as const;
  const change = {
    attempt: 2,
    brief: { digest, attempt: 2, baseline: [mira] },
    shown: new Map([['qa-lead', { digest: other, attempt: 1 }]]),
  };
  expect(judged(asked(['qa-lead'], { allow }), { approvals: [mira], ...change })).toMatchObject([{ verdict: 'fail' }]);
});

test('who approves again in attempt 2, in the same words, has signed attempt 2', () => {
  const change = {
    attempt: 2,
    brief: { digest, attempt: 2, baseline: [mira] },
    shown: new Map([['qa-lead', { digest, attempt: 2 }]]),
  };
  expect(judged(qa, { approvals: [mira, mira], ...change })).toMatchObject([{ verdict: 'pass' }]);
});

test('when nobody can tell who wrote the commit, the gate is closed and says so', () => {
  const barredUnknown = [
    { because: 'who wrote it could not be found out: answered 403', unless: 'author-signs' as const },
  ];
  expect(judged(qa, { approvals: [mira], barredUnknown })).toMatchObject([
    { verdict: 'inconclusive', because: expect.stringContaining('answered 403') },
  ]);
  expect(judged(asked(['qa-lead'], { allow: ['author-signs'] }), { approvals: [mira], barredUnknown })).toMatchObject([
    { verdict: 'pass' },
  ]);
});

test('a team that the token may not ask about leaves a warning beside the signature', () => {
  expect(judged(qa, { approvals: [mira], standing: () => ({ kind: 'untold', why: 'answered 403' }) })).toMatchObject([
    { id: 'sign-off.qa-lead', verdict: 'pass' },
    { id: 'sign-off.team', subject: 'qa-lead', verdict: 'warn', because: expect.stringContaining('403') },
  ]);
});

test('one person signs one role, and the sentence names the other', () => {
  const approvals = [anApproval('cto', 'mira'), anApproval('qa-lead', 'MIRA')];
  const checks = judged(asked(['cto', 'qa-lead']), { approvals });
  expect(checks.filter(({ verdict }) => verdict === 'fail')).toMatchObject([
    { because: expect.stringMatching(/signs as (cto|qa-lead) already: one person, one role/) },
  ]);
  const relaxed = judged(asked(['cto', 'qa-lead'], { allow: ['one-person-two-roles'] }), { approvals });
  expect(relaxed.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
});

test('of two approvals of one role, the one that leaves a person for the other role is taken', () => {
  const approvals = [anApproval('cto', 'anna'), anApproval('cto', 'mira'), anApproval('qa-lead', 'anna')];
  expect(judged(asked(['cto', 'qa-lead']), { approvals })).toMatchObject([
    { subject: 'cto', measured: { by: 'mira' } },
    { subject: 'qa-lead', measured: { by: 'anna' } },
  ]);
});

describe('with a quorum of 2 of cto, ceo and qa-lead', () => {
  const roles = ['cto', 'ceo', 'qa-lead', 'security-lead'];
  const quorum = [{ of: ['cto', 'ceo', 'qa-lead'], need: 2 }];
  const security = anApproval('security-lead', 'sam');
  const judgedBy = (...approvals: Approval[]) =>
    judged(asked(roles, { quorum }), { approvals: [security, ...approvals] });
  const verdicts = (checks: ReturnType<typeof judged>) =>
    Object.fromEntries(checks.map((one) => [one.id, one.verdict]));

  test('two suffice, and the third is not asked for any more', () => {
    expect(verdicts(judgedBy(anApproval('cto', 'anna'), anApproval('ceo', 'ben')))).toEqual({
      'sign-off.cto': 'pass',
      'sign-off.ceo': 'pass',
      'sign-off.qa-lead': 'skipped',
      'sign-off.security-lead': 'pass',
      'sign-off.quorum': 'pass',
    });
  });

  test('one does not suffice', () => {
    expect(verdicts(judgedBy(anApproval('cto', 'anna')))).toMatchObject({
      'sign-off.quorum': 'fail',
      'sign-off.ceo': 'fail',
    });
  });

  test('one person is one of two', () => {
    expect(verdicts(judgedBy(anApproval('cto', 'anna'), anApproval('ceo', 'anna')))).toMatchObject({
      'sign-off.quorum': 'fail',
    });
  });

  test('a rejection is a veto, unless its comment says that the role abstains', () => {
    const two = [anApproval('cto', 'anna'), anApproval('ceo', 'ben')];
    const rejects = (comment: string) => anApproval('qa-lead', 'mira', { state: 'rejected', comment });
    expect(verdicts(judgedBy(...two, rejects('too slow')))).toMatchObject({ 'sign-off.qa-lead': 'fail' });
    expect(verdicts(judgedBy(...two, rejects('Abstain: on leave')))).toMatchObject({ 'sign-off.qa-lead': 'skipped' });
  });

  test('a role outside of it cannot abstain', () => {
    const abstains = anApproval('security-lead', 'sam', { state: 'rejected', comment: 'abstain' });
    expect(verdicts(judgedBy(abstains))).toMatchObject({ 'sign-off.security-lead': 'fail' });
  });
});

test('who signed goes out as JSON, role by role', () => {
  const made = report('Signatures', { because: 'one role has to sign' }, judged(qa, { approvals: [mira] }));
  expect(made.outputs).toEqual({ verdict: 'pass', approvals: '{"qa-lead":"mira"}' });
});
