// What main went through before its commit was tagged: the application's own checks, so that a release finds their
// evidence.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Scene } from './scene.ts';
import { CHECKS_RUN } from './stage/history.ts';
import { performRun, type Stage } from './stage/perform.ts';
import { triggerOf } from './stage/trigger.ts';
import type { View } from './view.ts';
import { readWorkflow } from './workflow/read.ts';

/** Beside the workflow that is rehearsed; undefined where that is no release of a tag, or the checks themselves. */
export function checksFile(appDir: string, workflow: string, trigger: Scene['trigger']): string | undefined {
  const file = join(appDir, dirname(workflow), 'checks.yml');
  const isRelease = trigger.refType === 'tag' && join(appDir, workflow) !== file;
  return isRelease && existsSync(file) ? file : undefined;
}

/** Runs them on main as the push of the commit did. A drill may have spoilt them: the release has to notice that. */
export async function checksBefore(stage: Stage, scene: Scene, args: Arguments, view: View): Promise<void> {
  const file = checksFile(stage.appDir, args.workflow, scene.trigger);
  if (file === undefined) return;
  const workflow = await readWorkflow(file);
  const trigger = triggerOf(workflow, stage.tag, stage.repository.mainBranch, undefined);
  if (typeof trigger === 'string' || trigger.event !== 'push') return;
  view.title(`${workflow.name}: ${trigger.event} on ${trigger.ref}`);
  await performRun(stage, { workflow, inputs: {}, trigger, runId: CHECKS_RUN, attempt: 1 });
}
