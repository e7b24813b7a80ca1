// The steps of one job, one after the other, in a fresh workspace.
import { mkdirSync } from 'node:fs';
import { evaluate, holds, resolve, type Scope } from '../workflow/evaluate.ts';
import type { Step } from '../workflow/model.ts';
import type { Plain } from '../workflow/value.ts';
import { reasonOf } from './cancellation.ts';
import { type JobFrame, JobState } from './job-state.ts';
import type { Result } from './run.ts';
import { runPosts, runStep, type StepOutcome } from './step.ts';

/** Why a job failed whose runner died. */
export const LOST = 'the runner was lost';

export interface StepsResult {
  readonly result: Exclude<Result, 'skipped'>;
  readonly because?: string;
  readonly steps: Readonly<Record<string, Plain>>;
}

export async function runSteps(frame: JobFrame, steps: readonly Step[]): Promise<StepsResult> {
  const state = new JobState(frame);
  mkdirSync(frame.workspace, { recursive: true });
  for (const [at, step] of steps.entries()) {
    if (frame.signal.aborted) state.cancel(reasonOf(frame.signal));
    if (frame.force.aborted) break;
    if (frame.run.diesBefore?.(frame.job, at)) return { result: 'failure', because: LOST, steps: state.steps };
    const done = holds(step.condition, state.scope()) ? await attempt(state, step, at) : undefined;
    if (done?.lost) return { result: 'failure', because: LOST, steps: state.steps };
    const outcome = done?.result ?? 'skipped';
    const forgiven = outcome === 'failure' && forgives(step, state.scope());
    if (done?.result === 'failure' && !forgiven) state.fail(done.because ?? '');
    if (step.id)
      state.steps[step.id] = { outcome, conclusion: forgiven ? 'success' : outcome, outputs: done?.outputs ?? {} };
  }
  if (frame.signal.aborted) state.cancel(reasonOf(frame.signal));
  await runPosts(state);
  const { result, because } = state;
  return { result, steps: state.steps, ...(because !== undefined && { because }) };
}

async function attempt(state: JobState, step: Step, at: number): Promise<StepOutcome> {
  try {
    return await runStep(state, step, at);
  } catch (error) {
    const { run, job } = state.frame;
    const because = run.masks.apply(error instanceof Error ? error.message : String(error));
    const level = forgives(step, state.scope()) ? 'warning' : 'error';
    run.emit({ kind: 'annotation', job, level, text: because });
    return { result: 'failure', because, outputs: {} };
  }
}

function forgives(step: Step, scope: Scope): boolean {
  const flag = resolve(step.continueOnError, scope);
  return typeof flag === 'string' ? evaluate(flag, scope) === true : flag === true;
}
