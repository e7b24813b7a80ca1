import type { Approve } from '../arguments.ts';
import type { Edits } from '../stage/app.ts';
import type { EnvironmentChange } from '../stage/github.ts';
import type { clientSettings, Observation } from '../stage/observe.ts';
import type { People } from '../stage/people.ts';
import type { Attempt, Performed, Stage } from '../stage/perform.ts';
import type { Repository } from '../stage/repository.ts';

/** What the dossier tells of a release that came through. */
export const READY = /^All \d+ boxes due by now are closed: \d+ measured, \d+ signed\.$/;

/** As `POST /_golive/faults` takes it. */
export interface Fault {
  readonly service: string;
  readonly operation: string;
  readonly kind: 'latency' | 'throttle' | 'error' | 'denied' | 'drop';
  readonly count: number;
  readonly skip?: number;
  readonly ms?: number;
  /** Of an error of GitHub. */
  readonly status?: number;
  readonly action?: string;
}

/** As `POST /_golive/ecs-task-faults` takes it. */
export interface TaskFault {
  readonly kind: string;
  readonly service: string;
  readonly count?: number;
  readonly afterMs?: number;
}

/** GitHub's two buttons: "Re-run failed jobs" keeps what succeeded, "Re-run all jobs" begins anew. */
export type Again = 'failed' | 'all';

/** What the failed jobs, run again, get of a job that is not. */
export interface Carried {
  readonly job: string;
  readonly change: (outputs: Readonly<Record<string, string>>, hands: Hands) => Promise<Record<string, string>>;
}

/** What a drill may do to the world while the release runs. */
export interface Hands {
  readonly before: Observation;
  /** For any AWS client. */
  readonly aws: ReturnType<typeof clientSettings>;
  /** `POST /_golive/<what>`. */
  control(what: string, body: unknown): Promise<Record<string, unknown>>;
  readonly repository: Repository;
  /** The commit that is released. */
  readonly sha: string;
  /** `POST /_golive/github/<what>` about that repository. */
  github(what: string, body: object): Promise<Record<string, unknown>>;
  /** Changes a file that every later checkout brings; only where the drill has `edits`, if empty ones. */
  edit(file: string, change: (text: string) => string): void;
  /** Points every record that the release will swap at another address, as a colleague in the console would. */
  editDns(address: string): Promise<void>;
  observe(): Promise<Observation>;
  /** Cancels the release as somebody with GitHub's button does; its jobs end as GitHub ends them. */
  cancelRun(): Promise<void>;
}

/** A job's outputs and an app's files are changed by functions, everything else is data. */
export interface Drill {
  readonly name: string;
  readonly title: string;
  /** Files of the application before the release and after it: a production that looks otherwise. */
  readonly world?: Edits;
  /** Files of the version that is released; what runs before the release stays as it is. */
  readonly edits?: Edits;
  /** Cloud time runs so many times faster, where the drill takes long otherwise. */
  readonly scale?: number;
  readonly faults?: readonly Fault[];
  /** What tasks that start after the release began meet. */
  readonly taskFaults?: readonly TaskFault[];
  /** Once production stands, before the release. */
  readonly prepare?: (hands: Hands) => Promise<void>;
  readonly advisory?: Readonly<Record<string, string>>;
  /** Environments that are not as they must be, as `PUT /environments/{name}` would say it; null: not there. */
  readonly environments?: (people: People) => Readonly<Record<string, EnvironmentChange>>;
  /** Environment -> who reviews it in place of the first of its reviewers. */
  readonly reviewers?: (people: People) => Readonly<Record<string, string>>;
  readonly approve?: Approve;
  readonly outputs?: {
    readonly job: string;
    readonly change: (outputs: Readonly<Record<string, string>>) => Record<string, string>;
  };
  readonly meddle?: readonly { readonly after: string; readonly act: (hands: Hands) => Promise<void> }[];
  /** Goes on beside the action of this job, from its start; the signal is aborted when the run is over. */
  readonly during?: { readonly job: string; readonly act: (hands: Hands, over: AbortSignal) => Promise<void> };
  /** The runner that runs this job is lost in the middle of its action; then the run is run again. */
  readonly kill?: { readonly job: string; readonly again: Again };
  /** The runner is lost before the job's first step; what the other attempt takes over can be changed. */
  readonly lost?: {
    readonly job: string;
    readonly again: Again;
    readonly carried?: Carried;
  };
  /** Instead of one release: runs of its own making, each told to `expect` by what the last one left. */
  readonly perform?: Performance;
  readonly expect: Expectation;
}

/** What a drill needs to perform runs itself. */
export interface Ground {
  readonly stage: Stage;
  readonly release: Omit<Attempt, 'attempt' | 'previous'>;
  readonly rollback: Pick<Attempt, 'workflow' | 'trigger'>;
  readonly hands: Hands;
  readonly region: string;
  readonly say: (text: string) => void;
}

export type Performance = (ground: Ground) => Promise<Performed & { readonly wrong: readonly string[] }>;

export interface Expectation {
  readonly result: 'success' | 'failure' | 'cancelled';
  /** The job that fails. */
  readonly job?: string;
  /** Found in the failed job's error or in a failed check of its evidence. */
  readonly says?: RegExp;
  /** Found in the one sentence with which the dossier says how it ended. */
  readonly tells: RegExp;
  /** Which version runs at the end. Where it is the old one, users must not have met another meanwhile. */
  readonly served: 'old' | 'new';
  /** The output `outcome` of the roll-out. */
  readonly outcome?: string;
  /**
   * Least and most of the answers that come from a version that does not stay, from 0 to 1; none unless said. Only
   * these may fail, and only where this is said.
   */
  readonly strayed?: readonly [number, number];
  /** False: no image was tagged. */
  readonly pushed?: false;
  /** Services, DNS and rows are what they were, so that another drill may follow in the same world. */
  readonly untouched?: true;
  /** Sentences about what is not as it must be. */
  readonly also?: (hands: Hands) => Promise<readonly string[]>;
}
