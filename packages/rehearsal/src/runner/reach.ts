// What a job may see of the run it is part of, and how the results of several jobs add up to one.
import { resolve, resolveTexts } from '../workflow/evaluate.ts';
import type { Job, Workflow } from '../workflow/model.ts';
import type { Permissions } from '../workflow/permissions.ts';
import type { Plain } from '../workflow/value.ts';
import type { Held } from './admission.ts';
import type { JobOutcome, Result, Run } from './run.ts';

export interface Place {
  readonly workflow: Workflow;
  /** Path of the calling job; empty at the top. */
  readonly path: string;
  /** What GitHub shows of the calling job; empty at the top. */
  readonly title: string;
  readonly inputs: Readonly<Record<string, Plain>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Aborted when the run, or the job that calls this workflow, is cancelled. */
  readonly signal: AbortSignal;
  /** What the calling job may do at most; undefined at the top. */
  readonly allowed: Permissions | undefined;
  /** Concurrency groups that are held above. */
  readonly held: Held;
  /** Whether everything before this workflow was carried over from an earlier attempt. */
  readonly reused: boolean;
}

/** Where this repository lies is the user's to say; the rehearsal takes it from this machine. */
const WORKFLOW_REPOSITORY = 'OWNER/golive';

export function sharedContexts(run: Run, { workflow, inputs, secrets }: Place): Record<string, Plain> {
  const contexts = { github: run.github, inputs, vars: run.vars, secrets };
  return {
    ...contexts,
    github: { ...run.github, run_attempt: String(run.attempt) },
    env: resolveTexts(workflow.env, { contexts }),
    job: { workflow_repository: WORKFLOW_REPOSITORY, workflow_sha: run.github.sha ?? '' },
  };
}

export function inputsOf(defined: Workflow['inputs'], given: Readonly<Record<string, Plain>>): Record<string, Plain> {
  const inputs: Record<string, Plain> = {};
  for (const [name, input] of Object.entries(defined)) {
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
