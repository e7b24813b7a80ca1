// What grows while a job's steps run: exported variables, the path, step outcomes, post steps to come.
import { resolveTexts, type Scope } from '../workflow/evaluate.ts';
import type { ValueMap } from '../workflow/model.ts';
import type { Permissions } from '../workflow/permissions.ts';
import type { Plain } from '../workflow/value.ts';
import type { JavaScriptAction } from './action-file.ts';
import type { Result, Run } from './run.ts';

export interface JobFrame {
  readonly run: Run;
  readonly job: string;
  readonly folder: string;
  readonly workspace: string;
  readonly runnerEnv: Readonly<Record<string, string>>;
  readonly contexts: Readonly<Record<string, Plain>>;
  readonly jobEnv: ValueMap;
  readonly permissions: Permissions;
  readonly token: string;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  /** Aborted when nothing of it may run any more. */
  readonly force: AbortSignal;
  /** What ends the processes that steps left behind. */
  readonly leftovers: Set<() => void>;
}

export type Env = Readonly<Record<string, string>>;

export interface Post {
  readonly action: JavaScriptAction;
  readonly env: Env;
  readonly state: Env;
}

export class JobState {
  result: Exclude<Result, 'skipped'> = 'success';
  because: string | undefined;
  readonly exported: Record<string, string> = {};
  readonly path: string[] = [];
  readonly steps: Record<string, Plain> = {};
  readonly posts: Post[] = [];
  readonly frame: JobFrame;
  readonly #jobEnv: Env;

  constructor(frame: JobFrame) {
    this.frame = frame;
    this.#jobEnv = resolveTexts(frame.jobEnv, { contexts: frame.contexts });
  }

  scope(stepEnv: Env = {}): Scope {
    const { contexts } = this.frame;
    return {
      contexts: {
        ...contexts,
        env: { ...this.#jobEnv, ...this.exported, ...stepEnv },
        steps: this.steps,
        job: { ...(contexts.job as Record<string, Plain>), status: this.result },
      },
      status: {
        success: this.result === 'success' && !this.frame.signal.aborted,
        failure: this.result === 'failure' && !this.frame.signal.aborted,
        cancelled: this.frame.signal.aborted,
      },
    };
  }

  /** The whole environment of a step's process. */
  environment(stepEnv: Env): Record<string, string> {
    const { run, runnerEnv } = this.frame;
    const path = [...this.path.toReversed(), run.baseEnv.PATH].join(':');
    return { ...run.baseEnv, PATH: path, ...runnerEnv, ...this.#jobEnv, ...this.exported, ...stepEnv };
  }

  /** The first step that failed decides. */
  fail(because: string): void {
    if (this.result === 'success') this.#end('failure', because);
  }

  /** What has failed before it was cancelled stays failed. */
  cancel(because: string): void {
    if (this.result === 'success') this.#end('cancelled', because);
  }

  #end(result: 'failure' | 'cancelled', because: string): void {
    this.result = result;
    this.because = this.frame.run.masks.apply(because);
  }
}
