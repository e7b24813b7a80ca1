import type { Report } from '#shared/runtime/run';
import type { Tools } from '../mode.ts';
import type { PlanOf } from '../plan.ts';
import { report } from '../report.ts';
import { judgeApprovals } from './judge-approvals.ts';
import { readApprovals } from './read-approvals.ts';

/** Collects who signed in this run. */
export async function collect(decision: PlanOf<'collect'>, { ask, run }: Tools): Promise<Report> {
  const answer = await readApprovals(ask, run.github.runId);
  return report('Signatures', decision, judgeApprovals(decision.roles, answer, run.now().toISOString()));
}
