// Before anything runs: every job and step of the workflow and of those it calls must be something we know how to run.
import { existsSync } from 'node:fs';
import { type Known, unknownIn } from '../workflow/check-expressions.ts';
import { NotSupported, WorkflowInvalid } from '../workflow/errors.ts';
import type { Job, Workflow } from '../workflow/model.ts';
import { excess, grantedTo, type Permissions } from '../workflow/permissions.ts';
import { readWorkflow } from '../workflow/read.ts';
import { expressionsIn, type Value } from '../workflow/value.ts';
import { resolveStepUses, resolveWorkflowUses } from './resolve-uses.ts';

export interface Surroundings {
  readonly root: string;
  readonly appDir: string;
  /** Names of the variables and secrets that the repository has. */
  readonly known: Known;
}

/** GitHub: "up to ten levels of workflows"; what this suite needs is two. */
const DEEPEST = 10;

/**
 * Throws NotSupported with every place at once, and WorkflowInvalid where GitHub would not start the run, as for a
 * called workflow that asks for more than its caller may give.
 */
export async function preflight(workflow: Workflow, around: Surroundings): Promise<void> {
  const missing = await examine(workflow, around, undefined, 0);
  if (missing.length > 0) throw new NotSupported(missing);
}

async function examine(
  workflow: Workflow,
  around: Surroundings,
  allowed: Permissions | undefined,
  depth: number,
): Promise<string[]> {
  const missing = unknownIn(workflow, around.known, depth > 0);
  for (const job of workflow.jobs) {
    for (const step of job.steps) {
      if (step.uses === undefined) continue;
      const used = resolveStepUses(step.uses, around.root);
      if (used.kind === 'unknown') missing.push(`${workflow.file}:${step.line ?? 1}: ${used.because}`);
    }
    if (job.uses !== undefined) missing.push(...(await examineCall(workflow, job, around, allowed, depth)));
  }
  return missing;
}

async function examineCall(
  workflow: Workflow,
  job: Job,
  around: Surroundings,
  allowed: Permissions | undefined,
  depth: number,
): Promise<string[]> {
  const where = `${workflow.file}:${job.line ?? 1}: jobs.${job.id}`;
  const file = resolveWorkflowUses(job.uses ?? '', around.root, around.appDir);
  if (!file || !existsSync(file)) return [`${where}: uses: ${job.uses}`];
  if (depth >= DEEPEST) return [`${where}: more than ${DEEPEST} workflows call each other`];
  if ([job.with, job.secrets].some(handsTokenOn)) return [`${where}: a calling job that hands its GITHUB_TOKEN on`];
  const called = await readWorkflow(file);
  const granted = grantedTo(job.permissions ?? workflow.permissions, allowed);
  const beyond = [
    excess('The workflow', called.permissions, granted),
    ...called.jobs.map((each) => excess(`The nested job '${each.id}'`, each.permissions, granted)),
  ].filter((each) => each !== undefined);
  if (beyond.length > 0)
    throw new WorkflowInvalid(
      workflow.file,
      beyond.map((each) => `(Line: ${job.line ?? 1}): Error calling workflow '${job.uses}'. ${each}.`),
    );
  return examine(called, around, granted, depth + 1);
}

function handsTokenOn(value: Value): boolean {
  return expressionsIn(value).some(({ text }) => /\b(?:github\.token|secrets\.GITHUB_TOKEN)\b/i.test(text));
}
