// What a job may see of the run it is part of, and how the results of several jobs add up to one.
import { resolve, resolveTexts, text } from '../workflow/evaluate.ts';
import type { Job, Workflow } from '../workflow/model.ts';
import type { Plain } from '../workflow/value.ts';
import type { JobOutcome, Result, Run } from './run.ts';

export interface Place {
  readonly workflow: Workflow;
  /** Path of the calling job; empty at the top. */
  readonly path: string;
  readonly inputs: Readonly<Record<string, Plain>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Whether everything before this workflow was carried over from an earlier attempt. */
  readonly reused: boolean;
}

export function sharedContexts(run: Run, { workflow, inputs, secrets }: Place): Record<string, Plain> {
  const contexts = { github: run.github, inputs, vars: run.vars, secrets };
  return {
    ...contexts,
    github: { ...run.github, run_attempt: String(run.attempt) },
    secrets: { ...secrets, GITHUB_TOKEN: text(run.github.token) },
    env: resolveTexts(workflow.env, { contexts }),
    job: { workflow_repository: 'golive', workflow_sha: text(run.github.sha) },
  };
}

export function inputsOf(workflow: Workflow, given: Readonly<Record<string, Plain>>): Record<string, Plain> {
  const inputs: Record<string, Plain> = {};
  for (const [name, input] of Object.entries(workflow.inputs)) {
    const empty = input.type === 'boolean' ? false : input.type === 'number' ? 0 : '';
    const value = given[name] ?? resolve(input.default, { contexts: {} }) ?? empty;
    inputs[name] = input.type === 'boolean' && typeof value === 'string' ? value === 'true' : value;
  }
  return inputs;
}

/** Everything that a job needs, and what that needs. */
export function ancestorsOf(job: Job, byId: ReadonlyMap<string, Job>): Set<Job> {
  const found = new Set<Job>();
  const visit = (each: Job): void => {
    for (const id of each.needs) {
      const need = byId.get(id);
      if (need && !found.has(need)) {
        found.add(need);
        visit(need);
      }
    }
  };
  visit(job);
  return found;
}

export function combine(outcomes: readonly JobOutcome[]): Omit<JobOutcome, 'outputs'> {
  const order = ['failure', 'cancelled', 'success'] as const;
  const result: Result = order.find((each) => outcomes.some((outcome) => outcome.result === each)) ?? 'skipped';
  const because = outcomes.find((each) => each.result === result)?.because;
  const reused = outcomes.length > 0 && outcomes.every((each) => each.reused);
  return { result, ...(because !== undefined && result !== 'success' && { because }), ...(reused && { reused }) };
}
