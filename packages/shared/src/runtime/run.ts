import type { Check } from '../evidence/check.ts';
import type { TimelineEvent } from '../evidence/evidence-file.ts';
import type { Markdown } from '../evidence/markdown.ts';
import type { GoliveFile } from './golive-file.ts';
import type { Log } from './log.ts';
import type { KeyPath } from './mistake.ts';

export type { TimelineEvent } from '../evidence/evidence-file.ts';
export type { GoliveFile } from './golive-file.ts';
export type { Log } from './log.ts';

/** What every AWS client is made from. */
export interface AwsClientSettings {
  readonly region: string;
  readonly endpoint?: string;
  /** `golive-<action>`: the journal and CloudTrail show which action asked. */
  readonly userAgentAppId: string;
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
}

/** The workflow run as the runner describes it. */
export interface GitHubRun {
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly runId: string;
  readonly runAttempt: number;
  readonly actor: string;
  readonly job: string;
  readonly environment?: string;
  readonly apiUrl: string;
  readonly token?: string;
  readonly workspace: string;
}

/** Files of an action, absolute. */
export interface RunPaths {
  readonly workspace: string;
  /** Folder of the evidence files; `.golive/evidence` unless the input says otherwise. */
  readonly evidence: string;
  /** The release record; `.golive/release-record.json` unless the input says otherwise. */
  readonly releaseRecord: string;
  /** golive.yml, whether it exists or not. */
  readonly config: string;
}

/** What the main part of an action leaves for its post step. */
export interface StepState {
  save(name: string, value: string): void;
  /** What was saved under the name, empty when nothing was. */
  get(name: string): string;
}

/** The real world, handed to an action. */
export interface Run {
  readonly action: string;
  readonly config: GoliveFile;
  /** Aborted by SIGINT or SIGTERM, with an AbortError as its reason. */
  readonly signal: AbortSignal;
  readonly aws: AwsClientSettings;
  readonly github: GitHubRun;
  readonly log: Log;
  readonly paths: RunPaths;
  readonly state: StepState;
  readonly now: () => Date;
  /** Waits so many milliseconds; rejects with an AbortError as soon as the run is cancelled. */
  readonly sleep: (ms: number) => Promise<void>;
  /** From here on the text is hidden in the log and in everything that is written. */
  mask(secret: string): void;
  /** Where a value of the inputs stands in golive.yml, such as `['services', 'api']`; undefined when it was given in the workflow. */
  placeOf(path: KeyPath): NonNullable<Check['place']> | undefined;
}

/** What an action has to say when it is done. */
export interface Report {
  readonly checks: readonly Check[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: Markdown;
  readonly timeline?: readonly TimelineEvent[];
  /** Tells failures apart for scripts: the exit code when the worst verdict is a failure. 1 unless set. */
  readonly exitCode?: number;
}
