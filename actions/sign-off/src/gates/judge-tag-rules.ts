import type { Check } from '#shared/evidence/check';
import type { Answer } from '#shared/github/rest';
import { check } from '../checks.ts';
import type { Relaxation } from '../relaxations.ts';
import type { Ruleset } from './read-rules.ts';
import { isBeyondPlan, unknown } from './unknown.ts';

/** What must be restricted for a tag to stay what it was when it was signed. */
export const tagRules = ['creation', 'update', 'deletion'] as const;

const does = { creation: 'create', update: 'move', deletion: 'delete' } as const;

/** Whether rulesets keep release tags from being created by anybody, moved and deleted. */
export function judgeTagRules(
  rulesets: Answer<readonly Ruleset[]>,
  { tagPolicy, allow }: { readonly tagPolicy: string; readonly allow: readonly Relaxation[] },
  at: string,
): readonly Check[] {
  const id = 'gate.tag-ruleset';
  const subject = `tags ${tagPolicy}`;
  const more = { source: 'GET rulesets?targets=tag', at, expected: tagRules.join(', ') };
  const open = (because: string, measured: string) =>
    allow.includes('no-tag-ruleset')
      ? check(id, subject, 'warn', `${because}; no-tag-ruleset allows it`, { ...more, measured })
      : check(id, subject, 'fail', because, { ...more, measured });
  if (isBeyondPlan(rulesets)) {
    const because = `the plan of this repository has no rulesets, so anybody who can push can move tags ${tagPolicy}; what is left is that a moved tag is found out before production changes, if sign-offs.allow names no-tag-ruleset`;
    return [open(because, 'no rulesets')];
  }
  if (rulesets.kind !== 'found')
    return [check(id, subject, ...unknown(`who may create, move and delete ${subject}`, rulesets), more)];
  const covering = rulesets.value.filter((one) => coversTags(one, tagPolicy));
  const restricted = tagRules.filter((rule) => covering.some((one) => has(one, rule)));
  const missing = tagRules.filter((rule) => !restricted.includes(rule));
  const measured = restricted.join(', ') || 'nothing';
  if (missing.length > 0) {
    const because = `anybody who can push can ${missing.map((rule) => does[rule]).join(', ')} ${subject}; npx golive gates --apply restricts it by a ruleset`;
    return [open(because, measured)];
  }
  return [
    check(id, subject, 'pass', `rulesets restrict who may create, move and delete ${subject}`, { ...more, measured }),
    ...bypasses(covering, subject, at),
  ];
}

/** Who may move a tag all the same: told to whoever administers the repository, and to nobody else. */
function bypasses(covering: readonly Ruleset[], subject: string, at: string): readonly Check[] {
  const id = 'gate.tag-bypass';
  const more = { source: 'GET rulesets/{ruleset_id}', at, expected: 'nobody' };
  const loose = (['update', 'deletion'] as const).filter(
    (rule) => !covering.some((one) => has(one, rule) && one.bypass_actors?.length === 0),
  );
  if (loose.length === 0)
    return [check(id, subject, 'pass', `nobody may move or delete ${subject}`, { ...more, measured: 'nobody' })];
  if (covering.some((one) => one.bypass_actors === undefined)) {
    const because = `who may move ${subject} past the rulesets is told only to a token that administers the repository (an App's token with administration: write); whether this tag has moved was asked all the same`;
    return [check(id, subject, 'warn', because, more)];
  }
  const who = [...new Set(covering.flatMap((one) => one.bypass_actors ?? []).map(actorName))].join(', ');
  return [
    check(
      id,
      subject,
      'warn',
      `${who} may ${loose.map((rule) => does[rule]).join(' and ')} ${subject} past the rulesets`,
      { ...more, measured: who },
    ),
  ];
}

const actorName = ({ actor_type, actor_id }: NonNullable<Ruleset['bypass_actors']>[number]) =>
  actor_id === null || actor_id === undefined ? actor_type : `${actor_type} ${actor_id}`;

const has = ({ rules }: Ruleset, type: string) => rules.some((rule) => rule.type === type);

/** Whether a ruleset in force holds for every tag of the policy: by its pattern, a wider one, or all. */
export function coversTags({ target, enforcement, conditions }: Ruleset, tagPolicy: string): boolean {
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  // A * of fnmatch stops at a slash.
  const wide = [
    '~ALL',
    `refs/tags/${tagPolicy}`,
    'refs/tags/**/*',
    ...(tagPolicy.includes('/') ? [] : ['refs/tags/*']),
  ];
  return (
    target === 'tag' && enforcement === 'active' && exclude.length === 0 && include.some((one) => wide.includes(one))
  );
}
