import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'dossier.chain': 'Is every evidence file whole, and its predecessor there?',
  'dossier.evidence-of-job': 'Did every job that ran leave evidence of how it ended?',
  'dossier.foreign-evidence': 'Is all the evidence of this repository and commit?',
  'dossier.ready': 'Is every box closed that is due by now?',
} as const;

export const check = checkIn(checks);
