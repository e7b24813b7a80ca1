import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'gate.exists': 'Does the environment exist?',
  'gate.reviewers': 'Does it wait for a reviewer?',
  'gate.self-review': 'Is whoever starts a release kept from approving it?',
  'gate.admin-bypass': 'Do administrators wait like everybody else?',
  'gate.tags': 'Does it admit release tags and nothing else?',
  'sign-off.<role>': 'Did somebody sign as this role?',
} as const;

export const check = checkIn(checks);
