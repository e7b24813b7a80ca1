// What one run of a workflow shares between its jobs, and what the jobs report.
import type { StandIns } from '../stand-ins.ts';
import type { Permissions } from '../workflow/permissions.ts';
import type { Plain } from '../workflow/value.ts';
import type { ConcurrencyGroups } from './concurrency.ts';
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
  | { readonly kind: 'job-started'; readonly job: string; readonly title: string }
  /** It waits for a concurrency group that another holds. */
  | { readonly kind: 'waiting'; readonly job: string; readonly group: string }
  | { readonly kind: 'gate'; readonly job: string; readonly environment: string; readonly answer: GateAnswer }
  | { readonly kind: 'job-finished'; readonly job: string; readonly outcome: JobOutcome; readonly seconds: number }
  | { readonly kind: 'line'; readonly job: string; readonly text: string }
  | { readonly kind: 'annotation'; readonly job: string; readonly level: string; readonly text: string }
  | { readonly kind: 'summary'; readonly job: string; readonly markdown: string };

export interface GateAnswer {
  readonly open: boolean;
  /** `needs no review`, `approved by …`, `rejected by …`. */
  readonly because: string;
}

/** Asked before a job that names an environment runs. */
export type Gate = (
  /** `deploys`: whether GitHub counts it as a deployment to the environment; `url`: what that deployment leads to. */
  wanted: { readonly environment: string; readonly job: string; readonly deploys: boolean; readonly url?: string },
  signal: AbortSignal,
) => Promise<GateAnswer>;

export interface StepStarted {
  readonly job: string;
  readonly step: number;
  readonly uses: string | undefined;
  readonly kill: () => void;
}

/** GITHUB_TOKEN of one job. */
export interface JobToken {
  readonly value: string;
  /** GitHub's tokens end with their job. */
  readonly revoke: () => Promise<void>;
}

export interface Run {
  /** This repository: `$/…` and OWNER/golive/… resolve to it. */
  readonly root: string;
  readonly appDir: string;
  readonly tempDir: string;
  /** The Node that JavaScript actions run on. */
  readonly node: string;
  readonly github: Readonly<Record<string, Plain>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** What every step's environment starts from: PATH and HOME, nothing of this machine's besides. */
  readonly baseEnv: Readonly<Record<string, string>>;
  readonly masks: Masks;
  readonly standIns: StandIns;
  /** Aborted with a sentence when the run is cancelled; jobs and steps then end as GitHub ends them. */
  readonly signal: AbortSignal;
  /** Aborted when everything is to end at once. */
  readonly force: AbortSignal;
  readonly attempt: number;
  /** Outcomes of the attempt before this one, by job path. */
  readonly previous: ReadonlyMap<string, JobOutcome>;
  readonly outcomes: Map<string, JobOutcome>;
  /** The repository's concurrency groups, shared by all its runs. */
  readonly groups: ConcurrencyGroups;
  readonly issueToken: (job: string, permissions: Permissions) => Promise<JobToken>;
  readonly gate: Gate;
  readonly emit: (event: RunEvent) => void;
  readonly stepStarted?: (step: StepStarted) => void;
  /** True: the runner dies before this step begins. A step is counted from 0 within its job. */
  readonly diesBefore?: (job: string, step: number) => boolean;
  /** Sees a job end before the jobs that wait for it do, and may change what they get. Its title is what GitHub shows. */
  readonly jobEnded?: (job: string, outcome: JobOutcome, title: string) => Promise<JobOutcome>;
}
