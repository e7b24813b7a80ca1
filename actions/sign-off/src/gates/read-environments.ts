import { z } from 'zod';
import { type Answer, type Ask, askAll } from '#shared/github/rest';
import type { Gate } from './gate.ts';

const reviewer = z.looseObject({
  type: z.string(),
  reviewer: z.looseObject({ id: z.number(), login: z.string().optional(), slug: z.string().optional() }).optional(),
});

const rule = z.looseObject({
  type: z.string(),
  wait_timer: z.number().optional(),
  prevent_self_review: z.boolean().optional(),
  reviewers: z.array(reviewer).optional(),
});

const environment = z.looseObject({
  name: z.string(),
  protection_rules: z.array(rule),
  can_admins_bypass: z.boolean().optional(),
  deployment_branch_policy: z
    .looseObject({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
    .nullish(),
});

const policies = z.looseObject({
  branch_policies: z.array(z.looseObject({ id: z.number(), name: z.string(), type: z.string().optional() })),
});

export type Environment = z.infer<typeof environment>;
export type Reviewer = z.infer<typeof reviewer>;
export type Policy = z.infer<typeof policies>['branch_policies'][number];

export interface GateView {
  readonly gate: Gate;
  readonly environment: Answer<Environment>;
  readonly policies: Answer<readonly Policy[]>;
}

/**
 * What GitHub says about each gate's environment. actions: read, for both questions:
 * https://docs.github.com/en/rest/deployments/environments#get-an-environment and
 * https://docs.github.com/en/rest/deployments/branch-policies#list-deployment-branch-policies.
 */
export async function readEnvironments(ask: Ask, gates: readonly Gate[]): Promise<readonly GateView[]> {
  const views: GateView[] = [];
  // One after the other: GitHub's secondary limit counts requests made at the same time.
  for (const gate of gates) {
    const path = `/environments/${encodeURIComponent(gate.environment)}`;
    const found = await ask(path, environment);
    const custom = found.kind === 'found' && found.value.deployment_branch_policy?.custom_branch_policies === true;
    const listed: Answer<readonly Policy[]> = custom
      ? await askAll(ask, `${path}/deployment-branch-policies`, policies, (page) => page.branch_policies)
      : { kind: 'missing' };
    views.push({ gate, environment: found, policies: listed });
  }
  return views;
}

/** The rule that lets a job wait for people; undefined where nobody has to review. */
export function reviewersRule(seen: Environment): Environment['protection_rules'][number] | undefined {
  return seen.protection_rules.find(({ type }) => type === 'required_reviewers');
}
