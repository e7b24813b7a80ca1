// One job: its token, its steps in a workspace of its own, its outputs.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolve, resolveTexts, text } from '../workflow/evaluate.ts';
import type { Job } from '../workflow/model.ts';
import type { Permissions } from '../workflow/permissions.ts';
import type { Plain } from '../workflow/value.ts';
import { type Cancellation, lastWord } from './cancellation.ts';
import { githubContext, runnerVariables } from './contexts.ts';
import type { JobFrame } from './job-state.ts';
import type { JobOutcome, JobToken, Run } from './run.ts';
import { runSteps } from './steps.ts';

export type Contexts = Readonly<Record<string, Plain>>;

export interface JobToRun {
  readonly path: string;
  readonly job: Job;
  /** The workflow's own `env`. */
  readonly env: Job['env'];
  readonly given: Contexts;
  readonly permissions: Permissions;
}

export async function runJob(run: Run, { path, job, env, given, permissions }: JobToRun, stop: Cancellation) {
  const folder = mkdtempSync(join(run.tempDir, 'job-'));
  const token = await run.issueToken(path, permissions);
  run.masks.add(token.value);
  const end = lastWord(stop.signal, run.force);
  const { timer, late } = timeLimit(job, given, stop);
  const leftovers = new Set<() => void>();
  try {
    const frame: JobFrame = {
      run,
      job: path,
      folder,
      ...surroundings(run, job, given, folder, token),
      jobEnv: { ...env, ...job.env },
      permissions,
      token: token.value,
      signal: stop.signal,
      force: end.signal,
      leftovers,
    };
    const done = await runSteps(frame, job.steps);
    if (late()) run.emit({ kind: 'annotation', job: path, level: 'error', text: String(stop.signal.reason) });
    const outputs = outputsOf(run, path, job, { ...frame.contexts, steps: done.steps });
    return { result: done.result, outputs, ...(done.because !== undefined && { because: done.because }) };
  } finally {
    clearTimeout(timer);
    end.release();
    // What the steps left running ends with the job.
    for (const kill of leftovers) kill();
    await token.revoke();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** GitHub's own limit where the job gives none: six hours. */
const LONGEST_MINUTES = 360;

function timeLimit(job: Job, contexts: Contexts, stop: Cancellation) {
  const minutes = Number(text(resolve(job.timeoutMinutes, { contexts })) || LONGEST_MINUTES);
  const because = `The job has exceeded the maximum execution time of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  const timer = setTimeout(() => stop.cancel(because), minutes * 60_000);
  return { timer, late: () => stop.signal.reason === because };
}

function surroundings(run: Run, job: Job, given: Contexts, folder: string, token: JobToken) {
  const repository = text(run.github.repository).split('/')[1] ?? 'repository';
  const workspace = join(folder, 'work', repository, repository);
  const temp = join(folder, 'temp');
  mkdirSync(temp, { recursive: true });
  const runnerEnv = runnerVariables(run, job.id, workspace, temp);
  const contexts = {
    ...given,
    github: { ...(githubContext(run, job.id, workspace) as Contexts), token: token.value },
    secrets: { ...(given.secrets as Contexts), GITHUB_TOKEN: token.value },
    job: { ...(given.job as Contexts), status: 'success' },
    runner: {
      os: runnerEnv.RUNNER_OS ?? '',
      arch: runnerEnv.RUNNER_ARCH ?? '',
      name: runnerEnv.RUNNER_NAME ?? '',
      environment: runnerEnv.RUNNER_ENVIRONMENT ?? '',
      temp,
      tool_cache: runnerEnv.RUNNER_TOOL_CACHE ?? '',
    },
  };
  return { workspace, runnerEnv, contexts };
}

function outputsOf(run: Run, path: string, job: Job, contexts: Contexts): JobOutcome['outputs'] {
  const outputs: Record<string, string> = {};
  for (const [name, value] of Object.entries(resolveTexts(job.outputs, { contexts }))) {
    // As GitHub does: an output that contains a secret does not leave its job.
    if (!run.masks.hides(value)) outputs[name] = value;
    else {
      const warning = `Skip output '${name}' since it may contain secret.`;
      run.emit({ kind: 'annotation', job: path, level: 'warning', text: warning });
    }
  }
  return outputs;
}
