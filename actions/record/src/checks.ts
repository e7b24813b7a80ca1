import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'record.written': 'Is what runs now written down, before anything changes?',
} as const;

export const check = checkIn(checks);
