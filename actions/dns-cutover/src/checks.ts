import { checkIn } from '#shared/evidence/checks';

/** What this action reports. */
export const checks = {
  'dns.ttl': 'Can no resolver hold the old answer for more than 60 s?',
  'dns.ttl-lowered': 'Was the TTL lowered, and seen low at every name server?',
  'dns.records': 'Is the record what it was when the release began?',
  'dns.insync': 'Has Route 53 the change on all its servers?',
  'dns.authoritative': 'Does the name server give the new answer, by its own authority?',
} as const;

export const check = checkIn(checks);
