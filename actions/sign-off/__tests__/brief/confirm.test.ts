import { thisAttempt } from '../../src/brief/confirm.ts';

const at = '2026-11-23T12:00:00.000Z';
const judged = (now: number, collected: number | undefined, allow: Parameters<typeof thisAttempt>[1] = []) =>
  thisAttempt({ now, collected }, allow, at);

test.each([
  ['of this attempt carry it', judged(2, 2), 'pass'],
  ['of an earlier attempt do not', judged(2, 1), 'fail'],
  [
    'of an earlier attempt do where the team relaxes it, and that shows',
    judged(2, 1, ['approval-of-earlier-attempt']),
    'warn',
  ],
  ['of nobody knows which attempt do not', judged(2, undefined), 'inconclusive'],
  [
    'of nobody knows which attempt do not, whatever is relaxed',
    judged(2, undefined, ['approval-of-earlier-attempt']),
    'inconclusive',
  ],
])('signatures %s', (_, { verdict }, expected) => {
  expect(verdict).toBe(expected);
});
