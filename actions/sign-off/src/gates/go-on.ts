import type { Report } from '#shared/runtime/run';
import type { Tools } from '../mode.ts';
import type { PlanOf } from '../plan.ts';
import { report } from '../report.ts';
import { newer } from './judge-tag.ts';
import { candidateOf, readDeployed } from './read-tag.ts';

/**
 * Before a later job changes production: no newer tag was released since the first one did. GitHub lets anybody run the
 * failed jobs of an old run again, for 30 days, and skips those that have succeeded: verify and confirm among them.
 * https://docs.github.com/en/actions/how-tos/manage-workflow-runs/re-run-workflows-and-jobs
 */
export async function goOn(decision: PlanOf<'continue'>, { ask, run }: Tools): Promise<Report> {
  const candidate = candidateOf(run.github);
  const view = await readDeployed(ask, candidate.commit, decision.production);
  return report('Still the newest', decision, [newer(candidate, view, decision, run.now().toISOString())]);
}
