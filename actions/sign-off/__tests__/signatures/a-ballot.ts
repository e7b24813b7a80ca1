import type { RoleGate } from '../../src/gates/gate.ts';
import type { Quorum } from '../../src/inputs.ts';
import type { Signatories } from '../../src/plan.ts';
import type { Relaxation } from '../../src/relaxations.ts';
import type { Approval } from '../../src/signatures/approval.ts';
import { type Ballot, judge } from '../../src/signatures/judge.ts';
import type { Shown } from '../../src/signatures/objections.ts';

export const at = '2026-11-23T12:00:00.000Z';
export const digest = 'a'.repeat(64);

export const gateOf = (role: string): RoleGate => ({ role, environment: `golive-${role}`, reviewed: true });

export const anApproval = (role: string, login: string, change: Partial<Approval> = {}): Approval => ({
  environment: `golive-${role}`,
  state: 'approved',
  login,
  bot: false,
  comment: '',
  ...change,
});

export const asked = (
  roles: readonly string[],
  more: { readonly allow?: readonly Relaxation[]; readonly quorum?: readonly Quorum[] } = {},
): Signatories => ({ roles: roles.map(gateOf), reviewers: {}, quorum: [], allow: [], ...more });

/** A first attempt in which every role was shown the brief, and nobody had a part in the release but `author`. */
export function aBallot(roles: readonly string[], change: Partial<Ballot> = {}): Ballot {
  return {
    attempt: 1,
    brief: { digest, attempt: 1, baseline: [] },
    approvals: [],
    shown: new Map(roles.map((role): [string, Shown] => [role, { digest, attempt: 1 }])),
    barred: [{ login: 'author', as: 'author' }],
    barredUnknown: [],
    standing: () => ({ kind: 'named' }),
    ...change,
  };
}

export const judged = (signatories: Signatories, change: Partial<Ballot>) =>
  judge(
    signatories,
    aBallot(
      signatories.roles.map(({ role }) => role),
      change,
    ),
    at,
  );
