// What main went through before its commit was tagged: the application's own checks, so that a release finds their
// evidence.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Scene } from './scene.ts';
import { CHECKS_RUN } from './stage/history.ts';
import { performRun, registerArtifacts, type Stage } from './stage/perform.ts';
import { triggerOf } from './stage/trigger.ts';
import type { View } from './view.ts';
import { readWorkflow } from './workflow/read.ts';

/** Beside the workflow that is rehearsed; undefined where that is no release of a tag, or the checks themselves. */
export function checksFile(appDir: string, workflow: string, trigger: Scene['trigger']): string | undefined {
  const file = join(appDir, dirname(workflow), 'checks.yml');
  const isRelease = trigger.refType === 'tag' && join(appDir, workflow) !== file;
  return isRelease && existsSync(file) ? file : undefined;
}

/**
 * Runs them on main as the push of the commit did, once for all drills that release it. A drill may have spoilt them:
 * the release has to notice that.
 */
export async function checksBefore(stage: Stage, scene: Scene, args: Arguments, view: View): Promise<void> {
  const file = checksFile(stage.appDir, args.workflow, scene.trigger);
  if (file === undefined) return;
  const workflow = await readWorkflow(file);
  const trigger = triggerOf(workflow, stage.tag, stage.repository.mainBranch, undefined);
  if (typeof trigger === 'string' || trigger.event !== 'push') return;
  const kept = stage.checked.get(stage.sha);
  if (kept !== undefined) {
    stage.artifacts.adopt(String(CHECKS_RUN), kept);
    return registerArtifacts(stage, CHECKS_RUN);
  }
  view.title(`${workflow.name}: ${trigger.event} on ${trigger.ref}`);
  const { outcome } = await performRun(stage, { workflow, inputs: {}, trigger, runId: CHECKS_RUN, attempt: 1 });
  if (outcome.result === 'success') stage.checked.set(stage.sha, join(stage.artifacts.root, String(CHECKS_RUN)));
}
