// What one run of a workflow shares between its jobs, and what the jobs report.
import type { StandIns } from '../stand-ins.ts';
import type { Plain } from '../workflow/value.ts';
import type { Masks } from './masks.ts';

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface JobOutcome {
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  /** Why, where it is not a success: the step that failed, the gate that was refused, the runner that was lost. */
  readonly because?: string;
  /** Carried over from an earlier attempt instead of run again. */
  readonly reused?: boolean;
}

export type RunEvent =
  | { readonly kind: 'job-started'; readonly job: string }
  | { readonly kind: 'gate'; readonly job: string; readonly environment: string; readonly answer: GateAnswer }
  | { readonly kind: 'job-finished'; readonly job: string; readonly outcome: JobOutcome; readonly seconds: number }
  | { readonly kind: 'line'; readonly job: string; readonly text: string }
  | { readonly kind: 'annotation'; readonly job: string; readonly level: string; readonly text: string }
  | { readonly kind: 'summary'; readonly job: string; readonly markdown: string };

export interface GateAnswer {
  readonly open: boolean;
  /** `unprotected`, `approved by …`, `rejected by …`. */
  readonly because: string;
}

export interface StepStarted {
  readonly job: string;
  readonly step: number;
  readonly uses: string | undefined;
  readonly kill: () => void;
}

export interface Run {
  /** This repository: `$/…` and OWNER/golive/… resolve to it. */
  readonly root: string;
  readonly appDir: string;
  readonly tempDir: string;
  readonly github: Readonly<Record<string, Plain>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** What every step's environment starts from: PATH and HOME, nothing of this machine's besides. */
  readonly baseEnv: Readonly<Record<string, string>>;
  readonly masks: Masks;
  readonly standIns: StandIns;
  readonly signal: AbortSignal;
  readonly attempt: number;
  /** Outcomes of the attempt before this one, by job path. */
  readonly previous: ReadonlyMap<string, JobOutcome>;
  readonly outcomes: Map<string, JobOutcome>;
  readonly gate: (environment: string, job: string, signal: AbortSignal) => Promise<GateAnswer>;
  readonly emit: (event: RunEvent) => void;
  readonly stepStarted?: (step: StepStarted) => void;
  /** True: the runner dies before this step begins. A step is counted from 0 within its job. */
  readonly diesBefore?: (job: string, step: number) => boolean;
  /** Sees a job end before the jobs that wait for it do, and may change what they get. */
  readonly jobEnded?: (job: string, outcome: JobOutcome) => Promise<JobOutcome>;
}
