import type { Drill } from './drill.ts';

export const gateDrills: readonly Drill[] = [
  {
    name: 'sign-off-denied',
    title: 'The security lead refuses to sign',
    approve: { deny: 'security-lead' },
    expect: {
      result: 'failure',
      job: 'sign-off (security-lead)',
      says: /rejected by \w+/,
      tells: /security-lead/,
      served: 'old',
    },
  },
  {
    name: 'gate-unprotected',
    title: 'The environment of the CTO has lost its required reviewers',
    environments: { 'golive-cto': { reviewers: [] } },
    expect: {
      result: 'failure',
      job: 'verify-gates',
      says: /golive-cto/,
      tells: /golive-cto/,
      served: 'old',
      pushed: false,
    },
  },
];
