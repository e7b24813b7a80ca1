// One job: its gate, its steps in a workspace of its own, its outputs.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolve, resolveTexts, text } from '../workflow/evaluate.ts';
import type { Job } from '../workflow/model.ts';
import { isMap, type Plain } from '../workflow/value.ts';
import { githubContext, runnerVariables } from './contexts.ts';
import type { JobOutcome, Run } from './run.ts';
import { runSteps } from './steps.ts';

export type Contexts = Readonly<Record<string, Plain>>;

export async function runJob(
  run: Run,
  path: string,
  job: Job,
  env: Job['env'],
  given: Contexts,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const environment = resolve(job.environment, { contexts: given });
  const gateName = text(isMap(environment) ? (environment.name as Plain) : environment);
  if (gateName) {
    const answer = await run.gate(gateName, path, signal);
    run.emit({ kind: 'gate', job: path, environment: gateName, answer });
    if (signal.aborted) return { result: 'cancelled', outputs: {} };
    if (!answer.open) return { result: 'failure', outputs: {}, because: `${gateName} was ${answer.because}` };
  }
  const folder = mkdtempSync(join(run.tempDir, 'job-'));
  const repository = text(run.github.repository).split('/')[1] ?? 'repository';
  const workspace = join(folder, 'work', repository, repository);
  const temp = join(folder, 'temp');
  mkdirSync(temp, { recursive: true });
  try {
    const contexts = {
      ...given,
      github: githubContext(run, job.id, workspace),
      job: { ...(given.job as Record<string, Plain>), status: 'success' },
      runner: { os: 'Linux', arch: 'X64', name: 'golive-rehearsal', temp, tool_cache: `${temp}/tools` },
    };
    const minutes = Number(text(resolve(job.timeoutMinutes, { contexts })) || 360);
    const frame = {
      run,
      job: path,
      folder,
      workspace,
      contexts,
      runnerEnv: runnerVariables(run, job.id, workspace, temp),
      jobEnv: { ...env, ...job.env },
      signal: AbortSignal.any([signal, AbortSignal.timeout(minutes * 60_000)]),
    };
    const done = await runSteps(frame, job.steps);
    const raw = resolveTexts(job.outputs, { contexts: { ...contexts, steps: done.steps } });
    const outputs: Record<string, string> = {};
    for (const [name, value] of Object.entries(raw)) {
      // As GitHub does: an output that contains a secret does not leave its job.
      if (run.masks.hides(value))
        run.emit({
          kind: 'annotation',
          job: path,
          level: 'warning',
          text: `Skip output '${name}' since it may contain secret.`,
        });
      else outputs[name] = value;
    }
    return { result: done.result, outputs, ...(done.because !== undefined && { because: done.because }) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
