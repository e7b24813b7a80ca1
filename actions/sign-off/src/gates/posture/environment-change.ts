import type { Relaxation } from '../../relaxations.ts';
import type { Gate } from '../gate.ts';
import { type Environment, type GateView, type Reviewer, reviewersRule } from '../read-environments.ts';
import { describeReviewer } from '../reviewers.ts';
import { unknown } from '../unknown.ts';
import { blockedChange, type Call, type Change, type Fact } from './change.ts';
import type { ResolvedReviewers } from './resolve-reviewers.ts';

export interface EnvironmentDemand {
  readonly tagPolicy: string;
  readonly allow: readonly Relaxation[];
}

const none = 'nobody';

/** What has to be done to an environment. What is stricter than it must be stays: wait timers, reviewers of production. */
export function environmentChange(view: GateView, named: ResolvedReviewers, demand: EnvironmentDemand): Change {
  const { gate } = view;
  const subject = `environment ${gate.environment}`;
  if (view.environment.kind === 'unreadable')
    return blockedChange(subject, unknown('how it is protected', view.environment)[1], false);
  if (named.kind === 'unresolved') return blockedChange(subject, named.because, named.known);
  const seen = view.environment.kind === 'found' ? view.environment.value : undefined;
  const custom = seen?.deployment_branch_policy?.custom_branch_policies === true;
  if (custom && view.policies.kind !== 'found')
    return blockedChange(subject, unknown('which tags it admits', view.policies)[1], false);
  const wanted = wantedOf(gate, seen, named, demand);
  const facts = factsOf(view, seen, wanted, demand);
  if (wanted.reviewers.length === 0 && gate.reviewed) {
    const because = `nobody is named for it: give sign-offs.reviewers.${gate.role ?? gate.environment} in golive.yml`;
    return blockedChange(subject, because, true, facts);
  }
  return { subject, facts, calls: callsOf(view, seen, wanted, facts, demand) };
}

interface Wanted {
  readonly reviewers: readonly Reviewer[];
  readonly preventSelfReview: boolean;
  readonly adminsBypass: boolean;
  readonly waitTimer: number;
}

function wantedOf(
  gate: Gate,
  seen: Environment | undefined,
  named: ResolvedReviewers,
  demand: EnvironmentDemand,
): Wanted {
  const rule = seen && reviewersRule(seen);
  const there = rule?.reviewers ?? [];
  const reviewers = named.kind === 'named' ? named.reviewers : there;
  return {
    reviewers,
    preventSelfReview:
      reviewers.length > 0 &&
      (rule?.prevent_self_review === true || (gate.reviewed && !demand.allow.includes('self-review'))),
    adminsBypass: demand.allow.includes('admin-bypass') && seen?.can_admins_bypass !== false,
    waitTimer: seen?.protection_rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
  };
}

function factsOf(
  view: GateView,
  seen: Environment | undefined,
  wanted: Wanted,
  { tagPolicy }: EnvironmentDemand,
): Fact[] {
  const rule = seen && reviewersRule(seen);
  const list = (all: readonly Reviewer[] | undefined) =>
    [...(all ?? [])].map(describeReviewer).sort().join(', ') || none;
  return [
    { name: 'exists', is: seen === undefined ? 'no' : 'yes', must: 'yes' },
    { name: 'required reviewers', is: list(rule?.reviewers), must: list(wanted.reviewers) },
    { name: 'prevents self-review', ...asFarAsTold(rule, rule?.prevent_self_review, wanted.preventSelfReview) },
    {
      name: 'administrators can bypass',
      ...asFarAsTold(seen, seen === undefined ? true : seen.can_admins_bypass, wanted.adminsBypass),
    },
    { name: 'admits', is: admitted(view, seen), must: `tag ${tagPolicy}` },
    ...(wanted.waitTimer > 0 ? [same('wait timer', `${wanted.waitTimer} minutes`)] : []),
  ];
}

function callsOf(
  view: GateView,
  seen: Environment | undefined,
  wanted: Wanted,
  facts: readonly Fact[],
  { tagPolicy }: EnvironmentDemand,
): Call[] {
  const path = `/environments/${encodeURIComponent(view.gate.environment)}`;
  const policies = view.policies.kind === 'found' ? view.policies.value : [];
  const custom = seen?.deployment_branch_policy?.custom_branch_policies === true;
  const isPolicy = (one: (typeof policies)[number]) => one.type === 'tag' && one.name === tagPolicy;
  const differs = facts.some(({ name, is, must }) => name !== 'admits' && is !== must) || !custom;
  const body = {
    wait_timer: wanted.waitTimer,
    prevent_self_review: wanted.preventSelfReview,
    reviewers: wanted.reviewers.map(({ type, reviewer }) => ({ type, id: reviewer?.id })),
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    // Not among the documented properties, and taken: go-github's CreateUpdateEnvironment and the Terraform provider
    // send it. Reading back finds out where it was not.
    can_admins_bypass: wanted.adminsBypass,
  };
  return [
    // It replaces all protection: https://docs.github.com/en/rest/deployments/environments#create-or-update-an-environment
    ...(differs ? [{ method: 'PUT', path, body } as const] : []),
    ...(custom && policies.some(isPolicy)
      ? []
      : [
          {
            method: 'POST',
            path: `${path}/deployment-branch-policies`,
            body: { name: tagPolicy, type: 'tag' },
          } as const,
        ]),
    ...policies
      .filter((one) => !isPolicy(one))
      .map(({ id }) => ({ method: 'DELETE', path: `${path}/deployment-branch-policies/${id}` }) as const),
  ];
}

function admitted(view: GateView, seen: Environment | undefined): string {
  const policy = seen?.deployment_branch_policy;
  if (policy?.protected_branches) return 'protected branches';
  if (policy?.custom_branch_policies !== true || view.policies.kind !== 'found') return 'any branch or tag';
  return (
    view.policies.value
      .map(({ type, name }) => `${type ?? 'branch'} ${name}`)
      .sort()
      .join(', ') || 'nothing'
  );
}

const yes = (value: boolean | undefined) => (value === true ? 'yes' : 'no');

/** An older GitHub Enterprise Server leaves the property out: it can neither be read nor set there. */
function asFarAsTold(
  holder: unknown,
  is: boolean | undefined,
  must: boolean,
): { readonly is: string; readonly must: string } {
  return holder !== undefined && is === undefined
    ? { is: 'not told', must: 'not told' }
    : { is: yes(is), must: yes(must) };
}

const same = (name: string, value: string): Fact => ({ name, is: value, must: value });
