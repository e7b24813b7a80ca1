import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'migrate.snapshot': 'Was a snapshot available before the migration began?',
  'migrate.exit-code': 'Did the migration’s container end with 0?',
} as const;

export const check = checkIn(checks);
