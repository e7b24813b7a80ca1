import { z } from 'zod';
import type { Answer, Ask } from '#shared/github/rest';
import type { Gate } from './plan.ts';

const rule = z.looseObject({
  type: z.string(),
  prevent_self_review: z.boolean().optional(),
  reviewers: z.array(z.looseObject({ type: z.string() })).optional(),
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
  branch_policies: z.array(z.looseObject({ name: z.string(), type: z.string().optional() })),
});

const approvals = z.array(
  z.looseObject({
    environments: z.array(z.looseObject({ name: z.string() })),
    state: z.string(),
    user: z.looseObject({ login: z.string() }),
    comment: z.string().nullish(),
  }),
);

export type Environment = z.infer<typeof environment>;
export type Policy = z.infer<typeof policies>['branch_policies'][number];
export type Approval = z.infer<typeof approvals>[number];

export interface GateView {
  readonly gate: Gate;
  readonly environment: Answer<Environment>;
  readonly policies: Answer<readonly Policy[]>;
}

/** What GitHub says about each gate's environment. */
export async function lookAtGates(ask: Ask, gates: readonly Gate[]): Promise<readonly GateView[]> {
  const views: GateView[] = [];
  // One after the other: GitHub's secondary limit counts requests made at the same time.
  for (const gate of gates) {
    const path = `/environments/${encodeURIComponent(gate.environment)}`;
    const found = await ask(path, environment);
    const custom = found.kind === 'found' && found.value.deployment_branch_policy?.custom_branch_policies === true;
    const listed: Answer<z.infer<typeof policies>> = custom
      ? await ask(`${path}/deployment-branch-policies?per_page=100`, policies)
      : { kind: 'missing' };
    views.push({
      gate,
      environment: found,
      policies: listed.kind === 'found' ? { kind: 'found', value: listed.value.branch_policies } : listed,
    });
  }
  return views;
}

/** Who approved or rejected what in a workflow run. GitHub tells neither the time nor the commit. */
export function readApprovals(ask: Ask, runId: string): Promise<Answer<readonly Approval[]>> {
  return ask(`/actions/runs/${encodeURIComponent(runId)}/approvals`, approvals);
}
