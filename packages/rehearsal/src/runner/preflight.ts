// Before anything runs: every job and step of the workflow and of those it calls must be something we know how to run.
import { existsSync } from 'node:fs';
import { NotSupported } from '../workflow/errors.ts';
import type { Workflow } from '../workflow/model.ts';
import { readWorkflow } from '../workflow/read.ts';
import { resolveStepUses, resolveWorkflowUses } from './resolve-uses.ts';

/** What is left out on purpose. Throws NotSupported with every place at once. */
export async function preflight(
  workflow: Workflow,
  root: string,
  appDir: string,
  depth = 0,
): Promise<readonly string[]> {
  const missing: string[] = [];
  const leftOut = new Set(workflow.leftOut);
  for (const job of workflow.jobs) {
    const where = `${workflow.file}: jobs.${job.id}`;
    job.steps.forEach((step, at) => {
      if (step.uses === undefined) return;
      const used = resolveStepUses(step.uses, root);
      if (used.kind === 'unknown') missing.push(`${where}.steps[${at}]: ${used.because}`);
    });
    if (job.uses === undefined) continue;
    const file = resolveWorkflowUses(job.uses, root, appDir);
    if (!file || !existsSync(file)) missing.push(`${where}: uses: ${job.uses}`);
    else if (depth >= 4) missing.push(`${where}: more than four workflows call each other`);
    else for (const each of await preflight(await readWorkflow(file), root, appDir, depth + 1)) leftOut.add(each);
  }
  if (missing.length > 0) throw new NotSupported(missing);
  return [...leftOut];
}
