import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'rollback.<level>': 'Is this level back where the release record says?',
  'rollback.within-budget': 'Did going back take no longer than its minutes?',
} as const;

export const check = checkIn(checks);
