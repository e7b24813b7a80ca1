import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'quality.unit-tests': 'Do all unit tests pass, and are there as many as asked for?',
  'quality.integration-tests': 'Do all integration tests pass, and are there as many as asked for?',
  'quality.end-to-end-tests': 'Do all tests in a browser pass, and are there as many as asked for?',
  'quality.coverage': 'Do the tests run enough of the code?',
  'quality.lint': 'Do the linters find no errors?',
  'quality.types': 'Do the types check?',
  'quality.debug-output': 'Is no debugging output left in what production runs?',
  'quality.measured-before': 'Did a successful run measure this very commit?',
} as const;

export const check = checkIn(checks);
