import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'smoke.<step>': 'Did the step of the suite with this id answer as expected?',
  'smoke.p95': 'Are 95 of 100 answers fast enough?',
} as const;

export const check = checkIn(checks);
