import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'images.size': 'Is the compressed image within its limit?',
  'images.immutable-tag': 'Is the tag free, or on this very digest already?',
  'images.no-critical-vulnerabilities': 'Did the scan end, and find nothing critical?',
  'images.digest-proven': 'Does the registry hold the bytes that were built and scanned?',
} as const;

export const check = checkIn(checks);
