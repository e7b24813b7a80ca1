// One step: a script, an action of this repository, or a stand-in.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpolate, resolve, resolveTexts, text } from '../workflow/evaluate.ts';
import type { Step } from '../workflow/model.ts';
import { inputVariables, type JavaScriptAction } from './action-file.ts';
import { createCommandFiles, readCommandFiles } from './command-files.ts';
import type { Env, JobState } from './job-state.ts';
import { createLineReader } from './line-reader.ts';
import { resolveStepUses } from './resolve-uses.ts';
import type { Result } from './run.ts';
import { runProcess } from './step-process.ts';

export interface StepOutcome {
  readonly result: Exclude<Result, 'skipped'>;
  readonly because?: string;
  readonly outputs: Env;
  /** The runner itself is gone: nothing of this job runs any more. */
  readonly lost?: boolean;
}

export async function runStep(state: JobState, step: Step, at: number): Promise<StepOutcome> {
  const { frame } = state;
  const env = resolveTexts(step.env, state.scope());
  const minutes = Number(text(resolve(step.timeoutMinutes, state.scope(env))) || 360);
  const signal = AbortSignal.any([frame.signal, AbortSignal.timeout(minutes * 60_000)]);
  if (step.run !== undefined) {
    const script = join(frame.folder, `step-${at}.sh`);
    writeFileSync(script, text(resolve(step.run, state.scope(env))));
    const cwd = join(frame.workspace, text(resolve(step.workingDirectory, state.scope(env))));
    return execute(state, {
      command: 'bash',
      args: ['--noprofile', '--norc', '-eo', 'pipefail', script],
      cwd,
      env,
      at,
      signal,
    });
  }
  const uses = step.uses ?? '';
  const given = resolveTexts(step.with, state.scope(env));
  const used = resolveStepUses(uses, frame.run.root);
  if (used.kind === 'unknown') throw new Error(used.because);
  if (used.kind === 'stand-in') return standIn(state, used.name, given);
  return runAction(state, used.action, { step, uses, given, env, at, signal });
}

function standIn({ frame, exported }: JobState, name: string, inputs: Env): StepOutcome {
  const { run, workspace, job } = frame;
  const done = run.standIns[name]?.({
    inputs,
    workspace,
    attempt: run.attempt,
    runId: text(run.github.run_id),
    log: createLineReader(run, job).line,
  });
  for (const secret of done?.masks ?? []) run.masks.add(secret);
  Object.assign(exported, done?.env);
  return { result: 'success', outputs: done?.outputs ?? {} };
}

interface ActionCall {
  readonly step: Step;
  readonly uses: string;
  readonly given: Env;
  readonly env: Env;
  readonly at: number;
  readonly signal: AbortSignal;
}

async function runAction(state: JobState, action: JavaScriptAction, call: ActionCall): Promise<StepOutcome> {
  const { run, job, workspace } = state.frame;
  const inputs: Record<string, string> = { ...call.given };
  for (const name of Object.keys(inputs))
    if (!(name in action.inputs))
      run.emit({ kind: 'annotation', job, level: 'warning', text: `Unexpected input '${name}' for ${call.uses}` });
  for (const [name, preset] of Object.entries(action.inputs))
    if (!inputs[name] && preset !== undefined) inputs[name] = interpolate(preset, state.scope(call.env));
  const env = {
    ...call.env,
    ...inputVariables(inputs),
    GITHUB_ACTION: call.step.id ?? `__step_${call.at}`,
    GITHUB_ACTION_PATH: action.folder,
  };
  const { at, signal, uses } = call;
  const done = await execute(state, {
    command: process.execPath,
    args: nodeArguments(action.main),
    cwd: workspace,
    env,
    at,
    signal,
    uses,
  });
  if (action.post) state.posts.push({ action, env, state: done.state });
  return done;
}

/** Post steps, the latest action's first; they run whatever the job's result is. */
export async function runPosts(state: JobState): Promise<void> {
  for (const { action, env, state: saved } of state.posts.toReversed()) {
    const variables = Object.fromEntries(Object.entries(saved).map(([key, value]) => [`STATE_${key}`, value]));
    const args = nodeArguments(action.post ?? '');
    const { workspace: cwd, signal } = state.frame;
    const done = await execute(state, {
      command: process.execPath,
      args,
      cwd,
      env: { ...env, ...variables },
      at: -1,
      signal,
    });
    if (done.result === 'failure') state.fail('failure', done.because ?? 'a post step failed');
  }
}

const nodeArguments = (main: string): string[] => ['--disable-warning=ExperimentalWarning', main];

interface Execution {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Env;
  readonly at: number;
  readonly signal: AbortSignal;
  readonly uses?: string;
}

let executions = 0;

async function execute(state: JobState, { at, uses, env, ...what }: Execution): Promise<StepOutcome & { state: Env }> {
  const { run, job, folder, signal } = state.frame;
  executions += 1;
  const files = createCommandFiles(join(folder, 'files', String(executions)));
  const reader = createLineReader(run, job);
  const ended = await runProcess({
    ...what,
    env: { ...state.environment(env), ...files },
    line: reader.line,
    started: (kill) => run.stepStarted?.({ job, step: at, uses, kill }),
  });
  const written = readCommandFiles(files);
  Object.assign(state.exported, written.env);
  state.path.push(...written.path);
  if (written.summary.trim()) run.emit({ kind: 'summary', job, markdown: run.masks.apply(written.summary) });
  const failed = ended.code !== 0;
  const late = what.signal.aborted && !signal.aborted;
  return {
    result: signal.aborted ? 'cancelled' : failed ? 'failure' : 'success',
    outputs: written.outputs,
    state: written.state,
    lost: ended.killed,
    ...(failed && { because: late ? 'timeout-minutes is over' : (reader.lastError() ?? `exit code ${ended.code}`) }),
  };
}
