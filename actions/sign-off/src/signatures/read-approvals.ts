import { z } from 'zod';
import type { Answer, Ask } from '#shared/github/rest';
import type { Approval } from './approval.ts';

const reviews = z.array(
  z.looseObject({
    environments: z.array(z.looseObject({ name: z.string() })),
    state: z.string(),
    user: z.looseObject({ login: z.string(), type: z.string().optional() }),
    comment: z.string().nullish(),
  }),
);

/**
 * Who approved or rejected what in a workflow run, each environment by itself. actions: read. GitHub tells neither the
 * time nor the commit: https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run
 */
export async function readApprovals(ask: Ask, runId: string): Promise<Answer<readonly Approval[]>> {
  const answer = await ask(`/actions/runs/${encodeURIComponent(runId)}/approvals`, reviews);
  if (answer.kind !== 'found') return answer;
  const value = answer.value.flatMap(({ environments, state, user, comment }) =>
    environments.map(({ name }) => ({
      environment: name,
      state,
      login: user.login,
      bot: user.type === 'Bot' || user.login.endsWith('[bot]'),
      comment: comment ?? '',
    })),
  );
  return { kind: 'found', value };
}
