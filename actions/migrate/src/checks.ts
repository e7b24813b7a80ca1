import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'migrate.snapshot': 'Was a snapshot available before the migration began?',
  'migrate.exit-code': 'Did the migration’s container end with 0?',
  'migrate.previous-release-works': 'Does the release before this one work with the new schema?',
} as const;

export const check = checkIn(checks);
