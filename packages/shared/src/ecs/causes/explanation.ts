/** How a reason weighs on a deployment. */
export type Weight =
  /** No further attempt can cure it: stop at the first. */
  | 'hopeless'
  /** Counts against the budget of failed tasks. */
  | 'counted'
  /** Says nothing against what is deployed. */
  | 'not-a-failure';

/** Where a symptom was read. */
export type Channel =
  /** `stoppedReason` of a task, or `reason` of one of its containers. */
  | 'reason'
  /** `exit CODE` of a container that ended by itself. */
  | 'exit'
  /** A container whose `healthStatus` is UNHEALTHY. */
  | 'health'
  /** A service event. */
  | 'event'
  /** `STATE REASON: DESCRIPTION` of a target, or `Health checks failed with …` in an event. */
  | 'target'
  /** `ALARM NAME, NAME` of a deployment whose alarms were triggered, or its status reason. */
  | 'deployment'
  /** A line of the container's log: untrusted, and only ever compared. */
  | 'log';

/** One entry of the catalogue of causes. Texts have holes: `{name}`, or `{name|other name|words for neither}`. */
export interface Cause {
  readonly id: string;
  readonly on: readonly Channel[];
  /** Named groups fill the holes of the texts, beside container, image, task, exitCode, stopCode and port. */
  readonly pattern: RegExp;
  /** Only for tasks with one of these stop codes. */
  readonly stopCodes?: readonly string[];
  readonly weight: Weight;
  readonly cause: string;
  readonly remedy: string;
  /** The place in the task definition that the cause is about, `*` for any container; `service.…` for the service. */
  readonly path?: string;
  /** Where the wording of the pattern comes from. */
  readonly source: string;
}

/** One thing that AWS said. */
export interface Symptom {
  readonly on: Channel;
  readonly text: string;
  readonly task?: string;
  readonly container?: string;
  readonly image?: string;
  readonly exitCode?: number;
  readonly stopCode?: string;
}

/** Where the awslogs driver wrote what the container said. */
export interface LogPlace {
  readonly group: string;
  readonly stream: string;
}

/** Why something failed, in words that a person can act upon. All texts are free of control characters. */
export interface Explanation {
  readonly id: string;
  readonly weight: Weight;
  readonly cause: string;
  readonly remedy: string;
  /** As in the catalogue: `containerDefinitions.NAME.image`, or `service.networkConfiguration`. */
  readonly path?: string;
  readonly task?: string;
  readonly container?: string;
  readonly stopCode?: string;
  /** What AWS said, as it said it. */
  readonly reason: string;
  readonly exitCode?: number;
  readonly targetHealth?: string;
  readonly log?: LogPlace;
}
