import type { Check } from '#shared/evidence/check';
import type { Answer } from '#shared/github/rest';
import { check } from '../checks.ts';
import type { RoleGate } from '../gates/gate.ts';
import type { Approval } from './read-approvals.ts';

/** One check for each role: signed, refused, not signed, or not to be found out. `measured` is the login. */
export function judgeApprovals(
  gates: readonly RoleGate[],
  answer: Answer<readonly Approval[]>,
  at: string,
): readonly Check[] {
  const checks = gates.map((gate) => {
    const more = { source: 'GET actions/runs/{run}/approvals', at, expected: `an approval of ${gate.environment}` };
    const id = `sign-off.${gate.role}` as const;
    if (answer.kind !== 'found') {
      const why = answer.kind === 'unreadable' ? answer.why : 'GitHub does not know this run';
      return check(id, gate.role, 'inconclusive', `whether ${gate.role} signed could not be found out: ${why}`, more);
    }
    const own = answer.value.filter((approval) => approval.environments.some((one) => one.name === gate.environment));
    // The list has no order to rely on and spans all attempts, so a refusal counts for the whole run.
    const refused = own.find((approval) => approval.state === 'rejected');
    if (refused !== undefined)
      return check(id, gate.role, 'fail', `${refused.user.login} refused to sign as ${gate.role}${said(refused)}`, {
        ...more,
        measured: refused.user.login,
      });
    const signed = own.find((approval) => approval.state === 'approved');
    if (signed !== undefined)
      return check(id, gate.role, 'pass', `${signed.user.login} signed as ${gate.role}${said(signed)}`, {
        ...more,
        measured: signed.user.login,
      });
    return check(id, gate.role, 'fail', `nobody signed as ${gate.role}: ${gate.environment} was not approved`, more);
  });
  // A refusal is the reason; that others had not signed yet only follows from it.
  const refused = (one: Check) => one.verdict === 'fail' && one.measured !== undefined;
  return [...checks.filter(refused), ...checks.filter((one) => !refused(one))];
}

function said(approval: Approval): string {
  const comment = approval.comment?.trim() ?? '';
  return comment === '' ? '' : `, saying “${comment}”`;
}
