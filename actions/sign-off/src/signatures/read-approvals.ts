import { z } from 'zod';
import type { Answer, Ask } from '#shared/github/rest';

const approvals = z.array(
  z.looseObject({
    environments: z.array(z.looseObject({ name: z.string() })),
    state: z.string(),
    user: z.looseObject({ login: z.string() }),
    comment: z.string().nullish(),
  }),
);

export type Approval = z.infer<typeof approvals>[number];

/** Who approved or rejected what in a workflow run. GitHub tells neither the time nor the commit. */
export function readApprovals(ask: Ask, runId: string): Promise<Answer<readonly Approval[]>> {
  return ask(`/actions/runs/${encodeURIComponent(runId)}/approvals`, approvals);
}
