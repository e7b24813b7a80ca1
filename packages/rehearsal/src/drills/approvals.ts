// Approvals that do not count: of the wrong person, of another attempt, or of something else than what is released.
import type { Drill, Expectation } from './drill.ts';

/** Everybody has approved on GitHub, and the release stops all the same. */
const refused = (job: string, says: RegExp, tells: RegExp): Expectation => ({
  result: 'failure',
  job,
  says,
  tells,
  served: 'old',
  untouched: true,
});

export const approvalDrills: readonly Drill[] = [
  {
    name: 'sign-off-denied',
    title: 'The security lead refuses to sign',
    approve: { deny: 'security-lead' },
    expect: refused('sign-off (security-lead)', /rejected by \w+/, /security-lead/),
  },
];
