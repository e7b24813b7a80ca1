import type { Check } from '#shared/evidence/check';
import { check } from '../checks.ts';
import type { Relaxation } from '../relaxations.ts';
import type { Gate } from './gate.ts';
import { type Environment, type GateView, reviewersRule } from './read-environments.ts';
import { strangersAmong } from './reviewers.ts';
import { unknown } from './unknown.ts';

/** What every gate is held to, and what its repository can do. */
export interface Rules {
  readonly tagPolicy: string;
  readonly allow: readonly Relaxation[];
  /** Who may review, by role or environment. */
  readonly reviewers: Readonly<Record<string, readonly string[]>>;
  /** Whether the repository is private: required reviewers need GitHub Enterprise there. */
  readonly isPrivate: boolean;
  /** The version of GitHub Enterprise Server; undefined on github.com. */
  readonly server: string | undefined;
}

/** The checks of one environment; whatever could not be read is inconclusive, and so closes the gate. */
export function judgeGate(view: GateView, rules: Rules, at: string): readonly Check[] {
  const name = view.gate.environment;
  const source = `GET environments/${name}`;
  if (view.environment.kind === 'missing') {
    const because = `environment ${name} does not exist, and naming it in a job would create it unprotected; create it with required reviewers`;
    return [check('gate.exists', name, 'fail', because, { source, at })];
  }
  if (view.environment.kind === 'unreadable')
    return [check('gate.exists', name, ...unknown(`whether ${name} is protected`, view.environment), { source, at })];
  const seen = view.environment.value;
  const about = { name, seen, rules, origin: { source, at } };
  return [
    check('gate.exists', name, 'pass', `environment ${name} exists`, { source, at }),
    ...(view.gate.reviewed ? reviews(about, view.gate) : []),
    ...(view.gate.signedBy === undefined ? [] : [signedByWorkflow(about, view.gate, view.gate.signedBy)]),
    adminBypass(about),
    tags(view, about),
  ];
}

interface About {
  readonly name: string;
  readonly seen: Environment;
  readonly rules: Rules;
  readonly origin: { readonly source: string; readonly at: string };
}

/** Whom it waits for; where that is nobody, who may not approve themselves is no question. */
function reviews(about: About, gate: Gate): readonly Check[] {
  const one = reviewers(about, gate);
  return one.measured === '0' ? [one] : [one, selfReview(about)];
}

/** Where GitHub waits for nobody: who may sign must stand in golive.yml, for nothing else says it. */
function signedByWorkflow({ name, rules, origin }: About, { role }: Gate, workflow: string): Check {
  const id = 'gate.reviewers';
  const named = rules.reviewers[role ?? name];
  const more = { ...origin, measured: named?.join(', ') ?? 'nobody', expected: 'named in golive.yml' };
  if (role === undefined)
    return check(id, name, 'warn', `${name} waits for nobody: sign-by: workflow has no reviewers`, more);
  return named === undefined
    ? check(id, name, 'fail', `nobody is named who may sign as ${role}: give sign-offs.reviewers.${role}`, more)
    : check(
        id,
        name,
        'warn',
        `${name} waits for nobody: ${role} signs by ${workflow}, and only collect holds back`,
        more,
      );
}

function reviewers({ name, seen, rules, origin }: About, gate: Gate): Check {
  const id = 'gate.reviewers';
  const found = reviewersRule(seen)?.reviewers ?? [];
  const more = { ...origin, measured: String(found.length), expected: 'at least 1' };
  if (found.length === 0) {
    // https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments#required-reviewers
    const plan = rules.isPrivate
      ? '; in a private repository required reviewers need GitHub Enterprise, and docs/gates.md says what comes nearest without it'
      : '';
    return check(id, name, 'fail', `${name} has no required reviewers, so anybody's push would pass it${plan}`, more);
  }
  const strangers = strangersAmong(found, rules.reviewers[gate.role ?? name]);
  if (strangers.length > 0) {
    const because = `${name} also waits for ${strangers.join(', ')}, whom sign-offs.reviewers does not name`;
    return check(id, name, 'fail', because, { ...more, measured: strangers.join(', ') });
  }
  return check(id, name, 'pass', `${name} waits for one of ${found.length} reviewers`, more);
}

function selfReview({ name, seen, rules, origin }: About): Check {
  const id = 'gate.self-review';
  const prevented = reviewersRule(seen)?.prevent_self_review;
  const more = { ...origin, measured: String(prevented ?? 'not told'), expected: 'true' };
  if (prevented === true) return check(id, name, 'pass', `who starts a release cannot approve it in ${name}`, more);
  if (rules.allow.includes('self-review'))
    return check(id, name, 'warn', `${name} lets the one who starts a release approve it; self-review allows it`, more);
  if (prevented === undefined && rules.server !== undefined && reviewersRule(seen) !== undefined) {
    const because = `GitHub Enterprise Server ${rules.server} cannot keep whoever starts a release from approving it in ${name}; such an approval is refused when signatures are collected`;
    return check(id, name, 'warn', because, more);
  }
  return check(id, name, 'fail', `${name} lets the one who starts a release approve it`, more);
}

function adminBypass({ name, seen, rules, origin }: About): Check {
  const id = 'gate.admin-bypass';
  const bypass = seen.can_admins_bypass;
  const more = { ...origin, measured: String(bypass ?? 'not told'), expected: 'false' };
  if (bypass === false) return check(id, name, 'pass', `administrators wait at ${name} like everybody else`, more);
  if (rules.allow.includes('admin-bypass'))
    return check(id, name, 'warn', `administrators can bypass ${name}; admin-bypass allows it`, more);
  if (bypass === true) return check(id, name, 'fail', `administrators can bypass ${name}`, more);
  if (rules.server !== undefined) {
    const because = `GitHub Enterprise Server ${rules.server} does not say whether administrators can bypass ${name}; who bypasses it leaves no approval, so the signature is missing when signatures are collected`;
    return check(id, name, 'warn', because, more);
  }
  return check(id, name, 'inconclusive', `GitHub does not say whether administrators can bypass ${name}`, more);
}

function tags(view: GateView, { name, seen, rules, origin }: About): Check {
  const id = 'gate.tags';
  const { tagPolicy } = rules;
  const base = { source: `${origin.source}/deployment-branch-policies`, at: origin.at };
  const expected = `tag ${tagPolicy} and nothing else`;
  if (seen.deployment_branch_policy?.custom_branch_policies !== true) {
    const measured = seen.deployment_branch_policy?.protected_branches ? 'protected branches' : 'any branch or tag';
    const because = `${name} admits ${measured}, not only tags ${tagPolicy}`;
    return check(id, name, 'fail', because, { ...base, measured, expected });
  }
  if (view.policies.kind !== 'found')
    return check(id, name, ...unknown(`which tags ${name} admits`, view.policies), { ...base, expected });
  const admitted = view.policies.value.map((policy) => `${policy.type ?? 'branch'} ${policy.name}`);
  const more = { ...base, measured: admitted.join(', ') || 'nothing', expected };
  const strays = admitted.filter((policy) => policy !== `tag ${tagPolicy}`);
  if (strays.length > 0) return check(id, name, 'fail', `${name} also admits ${strays.join(', ')}`, more);
  return admitted.length > 0
    ? check(id, name, 'pass', `${name} admits tags ${tagPolicy} and nothing else`, more)
    : check(id, name, 'fail', `${name} admits nothing: it lacks the tag policy ${tagPolicy}`, more);
}
