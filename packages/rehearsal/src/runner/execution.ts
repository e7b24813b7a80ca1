// A step's process with the runner's files around it, and what became of it.
import { join } from 'node:path';
import { holds } from '../workflow/evaluate.ts';
import { below, reasonOf } from './cancellation.ts';
import { createCommandFiles, readCommandFiles } from './command-files.ts';
import type { Env, JobState } from './job-state.ts';
import { createLineReader } from './line-reader.ts';
import type { Result } from './run.ts';
import { runProcess } from './step-process.ts';

export interface StepOutcome {
  readonly result: Exclude<Result, 'skipped'>;
  readonly because?: string;
  readonly outputs: Env;
  /** The runner itself is gone: nothing of this job runs any more. */
  readonly lost?: boolean;
}

export interface Execution {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Env;
  /** Which step of the job; -1 for a post step. */
  readonly at: number;
  readonly uses?: string;
  /** `timeout-minutes` of the step. */
  readonly minutes: number | undefined;
  /** Asked again when the job is cancelled: a step that runs in spite of it goes on. */
  readonly condition: string;
}

let executions = 0;

export async function execute(
  state: JobState,
  { at, uses, env, minutes, condition, ...what }: Execution,
): Promise<StepOutcome & { state: Env }> {
  const { run, job, folder, signal, force, leftovers } = state.frame;
  executions += 1;
  const files = createCommandFiles(join(folder, 'files', String(executions)));
  const reader = createLineReader(run, job);
  const stop = below(signal, () => holds(condition, state.scope(env)));
  const late = `timeout-minutes is over: ${minutes}`;
  const timer = minutes === undefined ? undefined : setTimeout(() => stop.cancel(late), minutes * 60_000);
  const ended = await runProcess({
    ...what,
    env: { ...state.environment(env), ...files },
    stop: stop.signal,
    force,
    line: reader.line,
    started: (kill) => run.stepStarted?.({ job, step: at, uses, kill }),
    left: (kill) => leftovers.add(kill),
  }).finally(() => {
    clearTimeout(timer);
    stop.release();
  });
  const written = readCommandFiles(files);
  Object.assign(state.exported, written.env);
  state.path.push(...written.path);
  if (written.summary.trim()) run.emit({ kind: 'summary', job, markdown: run.masks.apply(written.summary) });
  const { result, because } = judge(ended.code, stop.signal, force, late, reader.lastError());
  return {
    result,
    outputs: written.outputs,
    state: written.state,
    lost: ended.killed,
    ...(because !== undefined && { because }),
  };
}

function judge(
  code: number | null,
  stop: AbortSignal,
  force: AbortSignal,
  late: string,
  error: string | undefined,
): { readonly result: StepOutcome['result']; readonly because?: string } {
  if (stop.aborted && stop.reason === late) return { result: 'failure', because: late };
  if (stop.aborted || force.aborted) return { result: 'cancelled', because: reasonOf(stop.aborted ? stop : force) };
  return code === 0 ? { result: 'success' } : { result: 'failure', because: error ?? `exit code ${code}` };
}
