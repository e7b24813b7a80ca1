import type { Check } from '#shared/evidence/check';
import { check } from '../checks.ts';
import type { Relaxation } from '../relaxations.ts';
import type { Environment, GateView } from './read-environments.ts';

/** What every gate is held to. */
export interface Rules {
  readonly tagPolicy: string;
  readonly allow: readonly Relaxation[];
}

/** The checks of one environment; whatever could not be read is inconclusive, and so closes the gate. */
export function judgeGate(view: GateView, { tagPolicy }: Rules, at: string): readonly Check[] {
  const name = view.gate.environment;
  const source = `GET environments/${name}`;
  if (view.environment.kind === 'missing') {
    const because = `environment ${name} does not exist, and naming it in a job would create it unprotected; create it with required reviewers`;
    return [check('gate.exists', name, 'fail', because, { source, at })];
  }
  if (view.environment.kind === 'unreadable') {
    const because = `whether ${name} is protected could not be found out: ${view.environment.why}`;
    return [check('gate.exists', name, 'inconclusive', because, { source, at })];
  }
  const seen = view.environment.value;
  return [
    check('gate.exists', name, 'pass', `environment ${name} exists`, { source, at }),
    ...(view.gate.reviewed ? [reviewers(name, seen, { source, at }), selfReview(name, seen, { source, at })] : []),
    adminBypass(name, seen, { source, at }),
    tags(view, seen, tagPolicy, { source: `${source}/deployment-branch-policies`, at }),
  ];
}

interface Origin {
  readonly source: string;
  readonly at: string;
}

function reviewersRule(seen: Environment) {
  return seen.protection_rules.find((rule) => rule.type === 'required_reviewers');
}

function reviewers(name: string, seen: Environment, origin: Origin): Check {
  const count = reviewersRule(seen)?.reviewers?.length ?? 0;
  const more = { ...origin, measured: String(count), expected: 'at least 1' };
  return count > 0
    ? check('gate.reviewers', name, 'pass', `${name} waits for one of ${count} reviewers`, more)
    : check('gate.reviewers', name, 'fail', `${name} has no required reviewers, so anybody's push would pass it`, more);
}

function selfReview(name: string, seen: Environment, origin: Origin): Check {
  const prevented = reviewersRule(seen)?.prevent_self_review === true;
  const more = { ...origin, measured: String(prevented), expected: 'true' };
  return prevented
    ? check('gate.self-review', name, 'pass', `who starts a release cannot approve it in ${name}`, more)
    : check('gate.self-review', name, 'fail', `${name} lets the one who starts a release approve it`, more);
}

function adminBypass(name: string, seen: Environment, origin: Origin): Check {
  const id = 'gate.admin-bypass';
  if (seen.can_admins_bypass === undefined)
    return check(id, name, 'inconclusive', `GitHub does not say whether administrators can bypass ${name}`, origin);
  const more = { ...origin, measured: String(seen.can_admins_bypass), expected: 'false' };
  return seen.can_admins_bypass
    ? check(id, name, 'fail', `administrators can bypass ${name}`, more)
    : check(id, name, 'pass', `administrators wait at ${name} like everybody else`, more);
}

function tags(view: GateView, seen: Environment, tagPolicy: string, origin: Origin): Check {
  const id = 'gate.tags';
  const name = view.gate.environment;
  const expected = `tag ${tagPolicy} and nothing else`;
  if (seen.deployment_branch_policy?.custom_branch_policies !== true) {
    const measured = seen.deployment_branch_policy?.protected_branches ? 'protected branches' : 'any branch or tag';
    const more = { ...origin, measured, expected };
    return check(id, name, 'fail', `${name} admits ${measured}, not only tags ${tagPolicy}`, more);
  }
  if (view.policies.kind !== 'found') {
    const why = view.policies.kind === 'unreadable' ? view.policies.why : 'GitHub has no such list';
    const because = `which tags ${name} admits could not be found out: ${why}`;
    return check(id, name, 'inconclusive', because, { ...origin, expected });
  }
  const admitted = view.policies.value.map((policy) => `${policy.type ?? 'branch'} ${policy.name}`);
  const more = { ...origin, measured: admitted.join(', ') || 'nothing', expected };
  const strays = admitted.filter((policy) => policy !== `tag ${tagPolicy}`);
  if (strays.length > 0) return check(id, name, 'fail', `${name} also admits ${strays.join(', ')}`, more);
  return admitted.length > 0
    ? check(id, name, 'pass', `${name} admits tags ${tagPolicy} and nothing else`, more)
    : check(id, name, 'fail', `${name} admits nothing: it lacks the tag policy ${tagPolicy}`, more);
}
