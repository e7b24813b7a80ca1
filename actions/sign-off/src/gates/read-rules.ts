import { z } from 'zod';
import { type Answer, type Ask, askAll } from '#shared/github/rest';

const actor = z.looseObject({
  actor_id: z.number().nullish(),
  actor_type: z.string(),
  bypass_mode: z.string().nullish(),
});

const summary = z.looseObject({ id: z.number(), name: z.string(), target: z.string(), enforcement: z.string() });

const ruleset = summary.extend({
  source_type: z.string().optional(),
  // Only whoever may write the ruleset is told: https://docs.github.com/en/rest/repos/rules#get-a-repository-ruleset
  bypass_actors: z.array(actor).optional(),
  conditions: z
    .looseObject({ ref_name: z.looseObject({ include: z.array(z.string()), exclude: z.array(z.string()) }).optional() })
    .nullish(),
  rules: z.array(z.looseObject({ type: z.string(), parameters: z.looseObject({}).optional() })).default([]),
});

const branchRules = z.array(z.looseObject({ type: z.string(), parameters: z.looseObject({}).optional() }));

const statusChecks = z.looseObject({
  required_status_checks: z.array(z.looseObject({ context: z.string(), integration_id: z.number().nullish() })),
});

const branchView = z.looseObject({
  protection: z
    .looseObject({
      required_status_checks: z
        .looseObject({
          contexts: z.array(z.string()).default([]),
          checks: z.array(z.looseObject({ context: z.string(), app_id: z.number().nullish() })).optional(),
        })
        .optional(),
    })
    .optional(),
});

export type Ruleset = z.infer<typeof ruleset>;

/** A check that must have succeeded; `app` is the id of the GitHub App that must have reported it. */
export interface RequiredCheck {
  readonly name: string;
  readonly app?: number;
  readonly source: string;
}

/** Every ruleset of tags or branches, in force or not, those of the organisation with them. metadata: read. */
export async function readRulesets(ask: Ask, target: 'tag' | 'branch'): Promise<Answer<readonly Ruleset[]>> {
  const listed = await askAll(
    ask,
    `/rulesets?includes_parents=true&targets=${target}`,
    z.array(summary),
    (page) => page,
  );
  if (listed.kind !== 'found') return listed;
  const found: Ruleset[] = [];
  for (const { id, target: of } of listed.value) {
    if (of !== target) continue;
    const answer = await ask(`/rulesets/${id}?includes_parents=true`, ruleset);
    if (answer.kind === 'unreadable') return answer;
    if (answer.kind === 'found') found.push(answer.value);
  }
  return { kind: 'found', value: found };
}

/**
 * The checks that rulesets (metadata: read) and classic protection (contents: read) demand of a branch.
 * https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch and
 * https://docs.github.com/en/rest/branches/branches#get-a-branch, which tells required checks without administration: read.
 */
export async function readRequiredChecks(ask: Ask, branch: string): Promise<Answer<readonly RequiredCheck[]>> {
  const name = encodeURIComponent(branch);
  const rules = await askAll(ask, `/rules/branches/${name}`, branchRules, (page) => page);
  if (rules.kind !== 'found') return rules;
  const classic = await ask(`/branches/${name}`, branchView);
  if (classic.kind !== 'found') return classic;
  const ofRules = rules.value.flatMap((rule) => {
    const read = rule.type === 'required_status_checks' ? statusChecks.safeParse(rule.parameters) : undefined;
    return read?.data?.required_status_checks ?? [];
  });
  const { contexts = [], checks } = classic.value.protection?.required_status_checks ?? {};
  const ofProtection = checks ?? contexts.map((context) => ({ context, app_id: null }));
  return {
    kind: 'found',
    value: [
      ...ofRules.map(({ context, integration_id }) => required(context, integration_id, `rulesets of ${branch}`)),
      ...ofProtection.map(({ context, app_id }) => required(context, app_id, `protection of ${branch}`)),
    ],
  };
}

function required(name: string, app: number | null | undefined, source: string): RequiredCheck {
  // Classic protection says -1 where any app will do.
  return { name, source, ...(typeof app === 'number' && app > 0 ? { app } : {}) };
}
