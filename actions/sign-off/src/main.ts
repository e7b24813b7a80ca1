// Names the real world and hands it in; everything else in this folder takes values.
import type { Check } from '#shared/evidence/check';
import { type Ask, askGitHub } from '#shared/github/rest';
import type { Run } from '#shared/runtime/run';
import { runAction } from '#shared/runtime/run-action';
import { lookAtGates, readApprovals } from './apply.ts';
import { definition } from './inputs.ts';
import { judgeApprovals } from './judge-approvals.ts';
import { judgeGate } from './judge-gate.ts';
import { type Plan, plan } from './plan.ts';
import { report } from './report.ts';

await runAction(definition, async (input, run) => {
  const decision = plan({
    mode: input.mode,
    roles: input.roles,
    prefix: input['environment-prefix'],
    environments: input.environments,
    tagPolicy: input['tag-policy'],
  });
  const ask = askGitHub({
    action: run.action,
    apiUrl: run.github.apiUrl,
    repository: run.github.repository,
    token: input['github-token'],
    signal: run.signal,
    sleep: run.sleep,
  });
  return report(decision, await judge(decision, ask, run));
});

async function judge(decision: Plan, ask: Ask, run: Run): Promise<readonly Check[]> {
  const at = () => run.now().toISOString();
  if (decision.kind === 'collect')
    return judgeApprovals(decision.gates, await readApprovals(ask, run.github.runId), at());
  const views = await lookAtGates(ask, decision.gates);
  return views.flatMap((view) => judgeGate(view, decision.tagPolicy, at()));
}
