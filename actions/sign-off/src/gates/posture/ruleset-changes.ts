import type { Answer } from '#shared/github/rest';
import type { Relaxation } from '../../relaxations.ts';
import { coversTags } from '../judge-tag-rules.ts';
import type { RequiredCheck, Ruleset } from '../read-rules.ts';
import { isBeyondPlan, unknown } from '../unknown.ts';
import { blockedChange, type Call, type Change } from './change.ts';

export interface RulesetDemand {
  readonly tagPolicy: string;
  readonly branch: string;
  readonly requiredChecks: readonly string[];
  readonly allow: readonly Relaxation[];
}

/** The names under which Golive keeps its own rulesets, and finds them again. */
export const rulesetNames = {
  frozen: 'golive: release tags stay what they are',
  makers: 'golive: who may make release tags',
  checks: 'golive: checks that a release needs',
} as const;

// Repository roles maintain (2) and admin (5), as https://registry.terraform.io/providers/integrations/github lists them.
const makers = [2, 5].map((id) => ({ actor_id: id, actor_type: 'RepositoryRole', bypass_mode: 'always' }));

/** What has to be done so that release tags are made by few and then stay what they are. */
export function tagRulesetChanges(answer: Answer<readonly Ruleset[]>, demand: RulesetDemand): readonly Change[] {
  if (demand.allow.includes('no-tag-ruleset')) return [];
  const subject = `tags ${demand.tagPolicy}`;
  if (answer.kind !== 'found') return [cannotRead(subject, 'which rulesets there are', answer)];
  return [frozen(answer.value, demand), made(answer.value, demand)];
}

function frozen(all: readonly Ruleset[], { tagPolicy }: RulesetDemand): Change {
  const types = ['update', 'deletion'];
  const covering = all.filter((one) => coversTags(one, tagPolicy));
  // A token that may not write a ruleset is not told who may bypass it.
  const strict = (one: Ruleset) => one.bypass_actors === undefined || one.bypass_actors.length === 0;
  const isFrozen = (type: string) => covering.some((one) => strict(one) && has(one, type));
  const isLimited = (type: string) => covering.some((one) => has(one, type));
  const state = (type: string) =>
    isFrozen(type) ? 'nobody' : isLimited(type) ? 'whoever may bypass the ruleset' : 'whoever can push';
  return {
    subject: `tags ${tagPolicy}: that they stay what they are`,
    facts: [
      { name: 'may be moved by', is: state('update'), must: 'nobody' },
      { name: 'may be deleted by', is: state('deletion'), must: 'nobody' },
    ],
    calls: types.every(isFrozen)
      ? []
      : [
          save(
            all,
            rulesetNames.frozen,
            `refs/tags/${tagPolicy}`,
            'tag',
            types.map((type) => ({ type })),
            [],
          ),
        ],
  };
}

function made(all: readonly Ruleset[], { tagPolicy }: RulesetDemand): Change {
  const limited = all.some((one) => coversTags(one, tagPolicy) && has(one, 'creation'));
  const must = 'maintainers and administrators';
  return {
    subject: `tags ${tagPolicy}: who makes them`,
    facts: [
      {
        name: 'may be made by',
        is: limited ? 'whoever may bypass the ruleset' : 'whoever can push',
        must: limited ? 'whoever may bypass the ruleset' : must,
      },
    ],
    calls: limited
      ? []
      : [save(all, rulesetNames.makers, `refs/tags/${tagPolicy}`, 'tag', [{ type: 'creation' }], keptMakers(all))],
  };
}

/** Whoever the ruleset let make tags before, else maintainers and administrators: without anybody there is no release. */
function keptMakers(all: readonly Ruleset[]): readonly object[] {
  const before = ownRuleset(all, rulesetNames.makers)?.bypass_actors ?? [];
  return before.length > 0 ? before : makers;
}

/** What has to be done so that the branch requires the checks that golive.yml names; what it requires already stays. */
export function checksChange(
  required: Answer<readonly RequiredCheck[]>,
  rulesets: Answer<readonly Ruleset[]>,
  { branch, requiredChecks, allow }: RulesetDemand,
): Change {
  const subject = `branch ${branch}: required checks`;
  if (required.kind !== 'found') return cannotRead(subject, `which checks ${branch} requires`, required);
  if (rulesets.kind !== 'found') return cannotRead(subject, 'which rulesets there are', rulesets);
  const there = [...new Set(required.value.map(({ name }) => name))].sort();
  const missing = requiredChecks.filter((name) => !there.includes(name));
  const list = (names: readonly string[]) => names.join(', ') || 'none';
  const facts = [{ name: 'required', is: list(there), must: list([...there, ...new Set(missing)].sort()) }];
  if (there.length + missing.length === 0 && !allow.includes('no-required-checks'))
    return blockedChange(
      subject,
      'it requires no check, and golive.yml names none: give sign-offs.required-checks',
      true,
      facts,
    );
  if (missing.length === 0) return { subject, facts, calls: [] };
  const own = ownRuleset(rulesets.value, rulesetNames.checks);
  const before = own?.rules.find(({ type }) => type === 'required_status_checks')?.parameters;
  const kept = Array.isArray(before?.required_status_checks) ? (before.required_status_checks as unknown[]) : [];
  const parameters = {
    strict_required_status_checks_policy: false,
    ...before,
    required_status_checks: [...kept, ...[...new Set(missing)].map((context) => ({ context }))],
  };
  const rules = [{ type: 'required_status_checks', parameters }];
  return {
    subject,
    facts,
    calls: [save(rulesets.value, rulesetNames.checks, `refs/heads/${branch}`, 'branch', rules, [])],
  };
}

type Rule = Ruleset['rules'][number];

/** Makes the ruleset of that name, or adds to the one that is there; rules and patterns of others stay in it. */
function save(
  all: readonly Ruleset[],
  name: string,
  pattern: string,
  target: 'tag' | 'branch',
  rules: readonly Rule[],
  bypass: readonly object[],
): Call {
  const own = ownRuleset(all, name);
  const include = own?.conditions?.ref_name?.include ?? [];
  const body = {
    name,
    target,
    enforcement: 'active',
    bypass_actors: bypass,
    conditions: { ref_name: { include: [...new Set([...include, pattern])], exclude: [] } },
    rules: [...(own?.rules ?? []).filter(({ type }) => !rules.some((rule) => rule.type === type)), ...rules],
  };
  return own === undefined
    ? { method: 'POST', path: '/rulesets', body }
    : { method: 'PUT', path: `/rulesets/${own.id}`, body };
}

const ownRuleset = (all: readonly Ruleset[], name: string) =>
  all.find((one) => one.name === name && one.source_type !== 'Organization' && one.source_type !== 'Enterprise');

const has = ({ rules }: Ruleset, type: string) => rules.some((rule) => rule.type === type);

function cannotRead(subject: string, what: string, answer: Exclude<Answer<never>, { kind: 'found' }>): Change {
  const plan = isBeyondPlan(answer);
  const because = plan
    ? 'the plan of this repository has no rulesets; docs/gates.md says what comes nearest'
    : unknown(what, answer)[1];
  return blockedChange(subject, because, plan);
}
