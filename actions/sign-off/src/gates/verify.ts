import type { Report } from '#shared/runtime/run';
import type { Tools } from '../mode.ts';
import type { PlanOf } from '../plan.ts';
import { report } from '../report.ts';
import { proveGates } from './prove.ts';
import { proveAsked } from './unasked.ts';

/** Proves that every gate is protected and that the tag may be released, before a job names an environment. */
export async function verify(decision: PlanOf<'verify'>, tools: Tools): Promise<Report> {
  const asked = decision.gates.flatMap(({ role }) => role ?? []);
  return report('Gates', decision, [...(await proveAsked(asked, tools)), ...(await proveGates(decision, tools))]);
}
