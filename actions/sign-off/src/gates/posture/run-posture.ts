import type { Send } from '#shared/github/rest';
import type { Report } from '#shared/runtime/run';
import type { Tools } from '../../mode.ts';
import type { PlanOf } from '../../plan.ts';
import { outputsOf } from '../../report.ts';
import { ghCommands } from './gh-commands.ts';
import { makeChanges } from './make-changes.ts';
import { applied, planned, postureSummary } from './posture-report.ts';
import { readChanges } from './read-changes.ts';

/** Shows how the gates differ from what they must be; `apply` then makes them so, and reads them back. */
export async function runPosture(decision: PlanOf<'plan' | 'apply'>, tools: Tools, send: Send): Promise<Report> {
  const { run, input } = tools;
  const at = () => run.now().toISOString();
  const changes = await readChanges(decision, tools);
  const target = { repository: input.repository ?? run.github.repository, apiUrl: run.github.apiUrl };
  const commands = ghCommands(changes, target);
  if (decision.kind === 'plan') {
    const checks = planned(changes, at());
    const summary = postureSummary('Plan of the gates', changes, checks, commands);
    return { checks, outputs: { ...outputsOf(checks), commands: commands.join('\n') }, summary };
  }
  const made = await makeChanges(send, changes, (text) => run.log.info(text));
  const after = made.length === 0 ? changes : await readChanges(decision, tools);
  const checks = applied(made, after, at());
  const left = ghCommands(after, target);
  const summary = postureSummary('Gates, set', changes, checks, left);
  return { checks, outputs: { ...outputsOf(checks), commands: left.join('\n') }, summary };
}
