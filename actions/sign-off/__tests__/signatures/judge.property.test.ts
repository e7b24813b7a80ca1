import fc from 'fast-check';
import { isFailure } from '#shared/evidence/check';
import type { Quorum } from '../../src/inputs.ts';
import type { Relaxation } from '../../src/relaxations.ts';
import type { Approval } from '../../src/signatures/approval.ts';
import { anApproval, asked, judged } from './a-ballot.ts';

const roles = ['cto', 'ceo', 'qa-lead', 'security-lead'];
const people = ['anna', 'ben', 'Mira', 'mira', 'sam', 'author', 'stranger'];

const approval: fc.Arbitrary<Approval> = fc
  .record({
    role: fc.constantFrom(...roles),
    login: fc.constantFrom(...people),
    comment: fc.constantFrom('', 'fine', 'abstain'),
  })
  .map(({ role, login, ...rest }) => anApproval(role, login, rest));
const approvals = fc.array(approval, { maxLength: 14 });
const quorum = fc.constantFrom<Quorum[]>(
  [],
  [{ of: ['cto', 'ceo', 'qa-lead'], need: 2 }],
  [
    { of: ['cto', 'ceo'], need: 1 },
    { of: ['qa-lead', 'security-lead'], need: 1 },
  ],
);
const allow = fc.subarray<Relaxation>(['one-person-two-roles', 'author-signs']);

const standing = (_: string, login: string) =>
  login === 'stranger' ? ({ kind: 'stranger', because: 'nobody knows them' } as const) : ({ kind: 'named' } as const);
const checksOf = (all: readonly Approval[], more: Parameters<typeof asked>[1] = {}) =>
  judged(asked(roles, more), { approvals: all, standing });
const passes = (all: readonly Approval[], more: Parameters<typeof asked>[1] = {}) =>
  checksOf(all, more).every(({ verdict }) => !isFailure(verdict));

test('nothing passes with fewer people than roles, none of them the author or a stranger', () => {
  fc.assert(
    fc.property(approvals, (all) => {
      const admitted = all.filter(({ login }) => login !== 'author' && login !== 'stranger');
      const distinct = new Set(admitted.map(({ login }) => login.toLowerCase())).size;
      return !passes(all) || distinct >= roles.length;
    }),
    { numRuns: 2000 },
  );
});

test('every role is signed by another person', () => {
  fc.assert(
    fc.property(approvals, quorum, (all, quorum) => {
      const signers = checksOf(all, { quorum })
        .filter(({ id, subject, verdict }) => id === `sign-off.${subject}` && verdict === 'pass')
        .map(({ measured }) => (measured as { by: string }).by.toLowerCase());
      return new Set(signers).size === signers.length;
    }),
    { numRuns: 1000 },
  );
});

test('one more approval never closes what was open', () => {
  fc.assert(
    fc.property(approvals, approval, quorum, allow, (all, one, quorum, allow) => {
      return !passes(all, { quorum, allow }) || passes([...all, one], { quorum, allow });
    }),
    { numRuns: 2000 },
  );
});

test('one more rejection never opens what was closed', () => {
  fc.assert(
    fc.property(approvals, approval, quorum, (all, one, quorum) => {
      return passes(all, { quorum }) || !passes([...all, { ...one, state: 'rejected' }], { quorum });
    }),
    { numRuns: 1000 },
  );
});

test('the order of the approvals does not matter', () => {
  const shuffled = approvals.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, quorum, allow, ([all, other], quorum, allow) => {
      expect(checksOf(other, { quorum, allow })).toEqual(checksOf(all, { quorum, allow }));
    }),
    { numRuns: 1000 },
  );
});

test('four people who approve one role each are enough, whoever else approves beside them', () => {
  const four = roles.map((role, index) => anApproval(role, `person-${index}`));
  fc.assert(
    fc.property(approvals, (all) => passes([...all, ...four])),
    { numRuns: 500 },
  );
});
