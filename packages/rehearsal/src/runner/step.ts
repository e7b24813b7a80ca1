// One step: a script, an action of this repository, or a stand-in.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, interpolate, resolve, resolveTexts, text } from '../workflow/evaluate.ts';
import type { Step } from '../workflow/model.ts';
import { inputVariables, type JavaScriptAction } from './action-file.ts';
import { type Execution, execute, type StepOutcome } from './execution.ts';
import type { Env, JobState } from './job-state.ts';
import { createLineReader } from './line-reader.ts';
import { resolveStepUses } from './resolve-uses.ts';

export type { StepOutcome } from './execution.ts';

export async function runStep(state: JobState, step: Step, at: number): Promise<StepOutcome> {
  const { frame } = state;
  const env = resolveTexts(step.env, state.scope());
  const minutes = Number(text(resolve(step.timeoutMinutes, state.scope(env)))) || undefined;
  const common = { env, at, minutes, condition: step.condition };
  if (step.run !== undefined) {
    const script = join(frame.folder, `step-${at}.sh`);
    writeFileSync(script, text(resolve(step.run, state.scope(env))));
    return execute(state, {
      ...common,
      command: 'bash',
      args: ['--noprofile', '--norc', '-eo', 'pipefail', script],
      cwd: join(frame.workspace, text(resolve(step.workingDirectory, state.scope(env)))),
    });
  }
  const uses = step.uses ?? '';
  const given = resolveTexts(step.with, state.scope(env));
  const used = resolveStepUses(uses, frame.run.root);
  if (used.kind === 'unknown') throw new Error(used.because);
  if (used.kind === 'stand-in') return standIn(state, used.name, given);
  return runAction(state, used.action, step, given, { ...common, uses });
}

function standIn({ frame, exported }: JobState, name: string, inputs: Env): StepOutcome {
  const { run, workspace, job, permissions, token } = frame;
  const done = run.standIns[name]?.({
    inputs,
    workspace,
    attempt: run.attempt,
    runId: text(run.github.run_id),
    permissions,
    token,
    repository: text(run.github.repository),
    log: createLineReader(run, job).line,
  });
  for (const secret of done?.masks ?? []) run.masks.add(secret);
  Object.assign(exported, done?.env);
  return { result: 'success', outputs: done?.outputs ?? {} };
}

async function runAction(
  state: JobState,
  action: JavaScriptAction,
  step: Step,
  given: Env,
  common: Omit<Execution, 'command' | 'args' | 'cwd'>,
): Promise<StepOutcome> {
  const { run, job, workspace } = state.frame;
  const inputs: Record<string, string> = { ...given };
  for (const name of Object.keys(inputs))
    if (!(name in action.inputs))
      run.emit({ kind: 'annotation', job, level: 'warning', text: `Unexpected input '${name}' for ${common.uses}` });
  for (const [name, preset] of Object.entries(action.inputs))
    if (!inputs[name] && preset !== undefined) inputs[name] = interpolate(preset, state.scope(common.env));
  const env = {
    ...common.env,
    ...inputVariables(inputs),
    GITHUB_ACTION: step.id ?? `__step_${common.at}`,
    GITHUB_ACTION_PATH: action.folder,
  };
  const done = await execute(state, {
    ...common,
    command: run.node,
    args: nodeArguments(action.main),
    cwd: workspace,
    env,
  });
  if (action.post) state.posts.push({ action, env, state: done.state });
  return done;
}

/** Post steps, the latest action's first, whatever became of the job; only what is forced to end ends them too. */
export async function runPosts(state: JobState): Promise<void> {
  for (const { action, env, state: saved } of state.posts.toReversed()) {
    if (state.frame.force.aborted || !holds(action.postIf, state.scope(env))) continue;
    const variables = Object.fromEntries(Object.entries(saved).map(([key, value]) => [`STATE_${key}`, value]));
    const done = await execute(state, {
      command: state.frame.run.node,
      args: nodeArguments(action.post ?? ''),
      cwd: state.frame.workspace,
      env: { ...env, ...variables },
      at: -1,
      minutes: undefined,
      condition: action.postIf,
    });
    if (done.result === 'failure') state.fail(done.because ?? 'a post step failed');
  }
}

const nodeArguments = (main: string): string[] => ['--disable-warning=ExperimentalWarning', main];
