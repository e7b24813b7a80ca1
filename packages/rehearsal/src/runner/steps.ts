// The steps of one job, one after the other, in a fresh workspace.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, holds, interpolate, resolve, resolveTexts, type Scope, text } from '../workflow/evaluate.ts';
import type { Step, ValueMap } from '../workflow/model.ts';
import type { Plain } from '../workflow/value.ts';
import { inputVariables, type JavaScriptAction } from './action-file.ts';
import { createCommandFiles, readCommandFiles } from './command-files.ts';
import { createLineReader } from './line-reader.ts';
import { resolveStepUses } from './resolve-uses.ts';
import type { Result, Run } from './run.ts';
import { runProcess } from './step-process.ts';

export interface JobFrame {
  readonly run: Run;
  readonly job: string;
  readonly folder: string;
  readonly workspace: string;
  readonly runnerEnv: Readonly<Record<string, string>>;
  readonly contexts: Readonly<Record<string, Plain>>;
  readonly jobEnv: ValueMap;
  readonly signal: AbortSignal;
}

export interface StepsResult {
  readonly result: Exclude<Result, 'skipped'>;
  readonly because?: string;
  readonly steps: Readonly<Record<string, Plain>>;
}

interface Post {
  readonly action: JavaScriptAction;
  readonly env: Readonly<Record<string, string>>;
  readonly state: Record<string, string>;
}

interface Attempted {
  readonly result: Exclude<Result, 'skipped'>;
  readonly because?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly lost?: boolean;
}

export async function runSteps(frame: JobFrame, steps: readonly Step[]): Promise<StepsResult> {
  const { run } = frame;
  const exported: Record<string, string> = {};
  const path: string[] = [];
  const context: Record<string, Plain> = {};
  const posts: Post[] = [];
  let result: StepsResult['result'] = 'success';
  let because: string | undefined;
  let number = 0;

  const scope = (stepEnv: Readonly<Record<string, string>> = {}): Scope => ({
    contexts: {
      ...frame.contexts,
      env: { ...jobEnv, ...exported, ...stepEnv },
      steps: context,
      job: { ...(frame.contexts.job as Record<string, Plain>), status: result },
    },
    status: {
      success: result === 'success',
      failure: result === 'failure',
      cancelled: result === 'cancelled',
    },
  });
  const jobEnv = resolveTexts(frame.jobEnv, { contexts: frame.contexts });

  const execute = async (
    command: string,
    args: string[],
    cwd: string,
    env: Record<string, string>,
    at: number,
    uses: string | undefined,
    signal: AbortSignal,
  ): Promise<Attempted & { state: Record<string, string> }> => {
    const files = createCommandFiles(join(frame.folder, 'files', String(number++)));
    const reader = createLineReader(run, frame.job);
    const ended = await runProcess({
      command,
      args,
      cwd,
      signal,
      env: {
        ...run.baseEnv,
        PATH: [...[...path].reverse(), run.baseEnv.PATH].join(':'),
        ...frame.runnerEnv,
        ...jobEnv,
        ...exported,
        ...env,
        ...files,
      },
      line: reader.line,
      started: (kill) => run.stepStarted?.({ job: frame.job, step: at, uses, kill }),
    });
    const written = readCommandFiles(files);
    Object.assign(exported, written.env);
    path.push(...written.path);
    if (written.summary.trim())
      run.emit({ kind: 'summary', job: frame.job, markdown: run.masks.apply(written.summary) });
    const lost = ended.killed;
    const cancelled = frame.signal.aborted;
    const failed = ended.code !== 0;
    return {
      result: cancelled ? 'cancelled' : failed ? 'failure' : 'success',
      outputs: written.outputs,
      state: { ...written.state },
      lost,
      ...(lost
        ? { because: 'the runner was lost' }
        : failed && { because: reader.lastError() ?? `exit code ${ended.code}` }),
    };
  };

  const attempt = async (step: Step, at: number): Promise<Attempted> => {
    const env = resolveTexts(step.env, scope());
    const minutes = Number(text(resolve(step.timeoutMinutes, scope(env))) || 360);
    const signal = AbortSignal.any([frame.signal, AbortSignal.timeout(minutes * 60_000)]);
    if (step.run !== undefined) {
      const script = join(frame.folder, `step-${at}.sh`);
      writeFileSync(script, text(resolve(step.run, scope(env))));
      const cwd = join(frame.workspace, text(resolve(step.workingDirectory, scope(env))));
      return execute('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], cwd, env, at, undefined, signal);
    }
    const uses = step.uses ?? '';
    const given = resolveTexts(step.with, scope(env));
    const used = resolveStepUses(uses, run.root);
    if (used.kind === 'unknown') throw new Error(used.because);
    if (used.kind === 'stand-in') {
      const done = run.standIns[used.name]?.({
        inputs: given,
        workspace: frame.workspace,
        attempt: run.attempt,
        runId: text(run.github.run_id),
        log: createLineReader(run, frame.job).line,
      });
      for (const secret of done?.masks ?? []) run.masks.add(secret);
      Object.assign(exported, done?.env);
      return { result: 'success', outputs: done?.outputs ?? {} };
    }
    const inputs: Record<string, string> = { ...given };
    for (const name of Object.keys(given))
      if (!(name in used.action.inputs))
        run.emit({
          kind: 'annotation',
          job: frame.job,
          level: 'warning',
          text: `Unexpected input '${name}' for ${uses}`,
        });
    for (const [name, preset] of Object.entries(used.action.inputs))
      if (!inputs[name] && preset !== undefined) inputs[name] = interpolate(preset, scope(env));
    const actionEnv = {
      ...env,
      ...inputVariables(inputs),
      GITHUB_ACTION: step.id ?? `__step_${at}`,
      GITHUB_ACTION_PATH: used.action.folder,
    };
    const done = await execute(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', used.action.main],
      frame.workspace,
      actionEnv,
      at,
      uses,
      signal,
    );
    if (used.action.post) posts.push({ action: used.action, env: actionEnv, state: done.state });
    return done;
  };

  mkdirSync(frame.workspace, { recursive: true });
  for (const [at, step] of steps.entries()) {
    if (frame.signal.aborted) result = 'cancelled';
    const wanted = holds(step.condition, scope());
    let done: Attempted | undefined;
    if (wanted) {
      try {
        done = await attempt(step, at);
      } catch (error) {
        done = { result: 'failure', because: error instanceof Error ? error.message : String(error), outputs: {} };
        run.emit({ kind: 'annotation', job: frame.job, level: 'error', text: run.masks.apply(done.because ?? '') });
      }
      if (done.lost) return { result: 'failure', because: 'the runner was lost', steps: context };
    }
    const outcome = done?.result ?? 'skipped';
    const forgiven = outcome === 'failure' && evaluateFlag(step.continueOnError, scope());
    if (done && outcome !== 'success' && !forgiven && result === 'success') {
      result = done.result;
      because = run.masks.apply(done.because ?? '');
    }
    if (step.id)
      context[step.id] = { outcome, conclusion: forgiven ? 'success' : outcome, outputs: done?.outputs ?? {} };
  }
  for (const post of posts.reverse()) {
    const state = Object.fromEntries(Object.entries(post.state).map(([key, value]) => [`STATE_${key}`, value]));
    const done = await execute(
      process.execPath,
      [post.action.post ?? ''],
      frame.workspace,
      { ...post.env, ...state },
      -1,
      undefined,
      frame.signal,
    );
    if (done.result === 'failure' && result === 'success') {
      result = 'failure';
      because = run.masks.apply(done.because ?? 'a post step failed');
    }
  }
  return { result, steps: context, ...(because !== undefined && { because }) };
}

function evaluateFlag(value: Step['continueOnError'], scope: Scope): boolean {
  const flag = resolve(value, scope);
  return typeof flag === 'string' ? evaluate(flag, scope) === true : flag === true;
}
