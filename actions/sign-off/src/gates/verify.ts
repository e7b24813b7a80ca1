import type { Report } from '#shared/runtime/run';
import type { Tools } from '../mode.ts';
import type { PlanOf } from '../plan.ts';
import { report } from '../report.ts';
import { judgeGate } from './judge-gate.ts';
import { readEnvironments } from './read-environments.ts';

/** Proves that every gate is protected, before a job names one. */
export async function verify(decision: PlanOf<'verify'>, { ask, run }: Tools): Promise<Report> {
  const views = await readEnvironments(ask, decision.gates);
  const at = run.now().toISOString();
  return report(
    'Gates',
    decision,
    views.flatMap((view) => judgeGate(view, decision, at)),
  );
}
