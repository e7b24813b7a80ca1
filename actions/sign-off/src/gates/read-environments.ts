import { z } from 'zod';
import type { Answer, Ask } from '#shared/github/rest';
import type { Gate } from './gate.ts';

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

export type Environment = z.infer<typeof environment>;
export type Policy = z.infer<typeof policies>['branch_policies'][number];

export interface GateView {
  readonly gate: Gate;
  readonly environment: Answer<Environment>;
  readonly policies: Answer<readonly Policy[]>;
}

/** What GitHub says about each gate's environment. */
export async function readEnvironments(ask: Ask, gates: readonly Gate[]): Promise<readonly GateView[]> {
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
