import { check } from '#shared/evidence/check';
import type { Evidence, EvidenceFile } from '#shared/evidence/evidence-file';
import { thisAttempt } from '../../src/brief/confirm.ts';
import { startedIn } from '../../src/brief/started.ts';

const at = '2026-11-23T12:00:00.000Z';
const judged = (
  now: number,
  collected: number | undefined,
  allow: Parameters<typeof thisAttempt>[1] = [],
  started?: number,
) => thisAttempt({ now, collected, started }, allow, at);

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
  ['of an earlier attempt do where production was begun by them', judged(3, 1, [], 2), 'pass'],
  ['of nobody knows which attempt do not, whatever was begun', judged(3, undefined, [], 2), 'inconclusive'],
])('signatures %s', (_, { verdict }, expected) => {
  expect(verdict).toBe(expected);
});

describe('production counts as begun in an earlier attempt', () => {
  const digest = 'd'.repeat(64);
  const about = { repository: 'acme/fleet', sha: 'c0ffee', runId: '7', runAttempt: 2 };
  const confirmed = (change: Partial<Evidence> = {}, brief = digest): EvidenceFile => ({
    file: 'sign-off-migrate-1-1.json',
    sha256: '0'.repeat(64),
    content: Buffer.from(''),
    evidence: {
      schema: 'golive/evidence@1',
      action: 'sign-off',
      repository: 'acme/fleet',
      commit: 'c0ffee',
      run: '7',
      attempt: 1,
      job: 'migrate',
      startedAt: at,
      finishedAt: at,
      verdict: 'pass',
      timeline: [],
      previous: null,
      checks: [
        check('sign-off.brief-unchanged', 'dddd', 'pass', 'what would be done is what was signed', {
          source: 'dry runs',
          at,
          expected: brief,
        }),
        thisAttempt({ now: 1, collected: 1 }, [], at),
      ],
      ...change,
    },
  });

  test.each([
    ['after a confirmation of the same brief', confirmed(), 1, 1],
    ['never after one of another brief', confirmed({}, 'e'.repeat(64)), 1, undefined],
    ['never after one that failed', confirmed({ verdict: 'fail' }), 1, undefined],
    ['never after one of this very attempt', confirmed({ attempt: 2 }), 1, undefined],
    ['never after one of another run', confirmed({ run: '6' }), 1, undefined],
    ['never after one of another commit', confirmed({ commit: 'f00' }), 1, undefined],
    ['never by the word of another action', confirmed({ action: 'dossier' }), 1, undefined],
    ['never by signatures that were collected in another', confirmed(), 2, undefined],
    ['never where nobody says when they were collected', confirmed(), undefined, undefined],
  ])('%s', (_, file, collected, expected) => {
    expect(startedIn([file], about, { digest, collected })).toBe(expected);
  });
});
